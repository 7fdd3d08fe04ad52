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
        forms = ((survey.path, form) for survey in surveys for form in survey.forms)
        for number, (path, form) in enumerate(forms):
            self._places[form.language, form.text].append((number, path, form))
            for block in blocks(form.text, form.concept):
                self._texts[form.language, block].add(form.text)

    def beside(self, survey: Survey) -> tuple[Survey, ...]:
        """Return as little as gives ``survey`` the same findings as all drafts, by path; often nothing."""
        found = {(form.language, block) for form in survey.forms for block in blocks(form.text, form.concept)}
        near = {(at[0], text) for at in found if at in self._texts for text in self._texts[at]}
        if not near:
            return ()
        forms: dict[str, list[Form]] = defaultdict(list)
        # In the order of each draft: of two equally common forms, the first one is suggested.
        for _, path, form in sorted((place for one in near for place in self._places[one]), key=_number):
            forms[path].append(form)
        others = (Survey(path, tuple(some)) for path, some in forms.items())
        return tuple(sorted((survey, *others), key=lambda one: one.path))


def _number(place: tuple[int, str, Form]) -> int:
    return place[0]
