"""Compares a draft with other drafts while it is written. Only forms that may compete are examined."""

from collections import defaultdict
from collections.abc import Sequence

from canonym.checking.competing_forms import Form, Survey, blocks


class Rivals:
    """The forms of other drafts that nothing decides.

    Args:
        surveys: Those of the other drafts.
    """

    def __init__(self, surveys: Sequence[Survey]) -> None:
        self._texts: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._places: dict[tuple[str, str], list[tuple[int, str, Form]]] = defaultdict(list)
        forms = ((survey.path, survey.language, form) for survey in surveys for form in survey.forms)
        for number, (path, tag, form) in enumerate(forms):
            self._places[tag, form.text].append((number, path, form))
            for block in blocks(form.text, form.concept):
                self._texts[tag, block].add(form.text)

    def beside(self, survey: Survey) -> tuple[Survey, ...]:
        """Return as little as gives ``survey`` the same findings as all drafts, by path; often nothing."""
        tag = survey.language
        found = {(tag, block) for form in survey.forms for block in blocks(form.text, form.concept)}
        near = {text for block in found if block in self._texts for text in self._texts[block]}
        if not near:
            return ()
        forms: dict[str, list[Form]] = defaultdict(list)
        # In the order of each draft: of two equally common forms, the first one is suggested.
        for _, path, form in sorted(
            (place for text in near for place in self._places[tag, text]), key=_number
        ):
            forms[path].append(form)
        others = (Survey(path, tuple(some), tag) for path, some in forms.items())
        return tuple(sorted((survey, *others), key=lambda one: one.path))


def _number(place: tuple[int, str, Form]) -> int:
    return place[0]
