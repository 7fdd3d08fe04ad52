"""Vowel signs and other points that texts of a script may leave off."""

import re

POINTS = (
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d]"
)
"""Those of Hebrew and Arabic, the stretched line, and joiners."""


def unpointed(form: str) -> str:
    """Return ``form`` without points."""
    if max(form, default="") < "\u0591":
        return form
    return re.sub(POINTS, "", form)
