"""The other drafts that one is compared with while it is written: only what may compete is looked at."""

from collections import defaultdict
from collections.abc import Sequence

from canonym.checking.competing import Form, Survey, blocks


class Rivals:
    """The forms of other drafts that nothing decides.

    Args:
        surveys: Those of the other drafts.
    """

    def __init__(self, surveys: Sequence[Survey]) -> None:
        self._texts: dict[str, set[str]] = defaultdict(set)
        self._places: dict[str, list[tuple[str, Form]]] = defaultdict(list)
        for survey in surveys:
            for form in survey.forms:
                self._places[form.text].append((survey.path, form))
                for block in blocks(form.text, form.concept):
                    self._texts[block].add(form.text)

    def beside(self, survey: Survey) -> tuple[Survey, ...]:
        """Return what tells of ``survey`` as much as a comparison with all drafts, by path; often nothing."""
        found = {block for form in survey.forms for block in blocks(form.text, form.concept)}
        near = {text for block in found if block in self._texts for text in self._texts[block]}
        if not near:
            return ()
        forms: dict[str, list[Form]] = defaultdict(list)
        for text in sorted(near):
            for path, form in self._places[text]:
                forms[path].append(form)
        others = (Survey(path, tuple(some)) for path, some in forms.items())
        return tuple(sorted((survey, *others), key=lambda one: one.path))
