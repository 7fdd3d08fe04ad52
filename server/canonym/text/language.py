"""What this package must know of a language. The profiles of ``languages`` say it; nothing here does."""

from canonym.text.values import NamedTuple

_NONE: frozenset[str] = frozenset()


class Language(NamedTuple):
    """A language, as the words of its texts need it. All words are in small letters.

    Attributes:
        tag: Its BCP 47 tag; ``und`` when nothing is known of it.
        titles: Words that precede a name and do not belong to it, but may belong to another: King, St.
        roles: Words that precede a name and never belong to one: president, coach.
        particles: Small words inside a person's name: van, de, bin.
        leading_particles: Particles that may begin a name: al Qaeda.
        calendar: Words with a capital that name nobody: Monday, May, Easter.
        dressed_words: Words that have a capital only by grammar or place: I, TV.
        contracted: What may follow a small word and an apostrophe: We're, It'd.
        function_words: Words that say nothing of a story: the closed classes and the commonest verbs.
        common_words: Other words in small letters that say nothing of a story.
        abbreviations: Words whose stop ends no sentence: Mr., Inc.
        abbreviations_before_figures: Words whose stop ends no sentence only before a figure: No. 5.
        small_in_titles: Words that are small even in a headline whose words have capitals.
        joined_before: Words that are written as one with the next word.
        joined_behind: Words that are written as one with the word before.
        dotless_i: The letter whose capital is I, where that of i is İ; empty in most languages.
    """

    tag: str = "und"
    titles: frozenset[str] = _NONE
    roles: frozenset[str] = _NONE
    particles: frozenset[str] = _NONE
    leading_particles: frozenset[str] = _NONE
    calendar: frozenset[str] = _NONE
    dressed_words: frozenset[str] = _NONE
    contracted: frozenset[str] = _NONE
    function_words: frozenset[str] = _NONE
    common_words: frozenset[str] = _NONE
    abbreviations: frozenset[str] = _NONE
    abbreviations_before_figures: frozenset[str] = _NONE
    small_in_titles: frozenset[str] = _NONE
    joined_before: frozenset[str] = _NONE
    joined_behind: frozenset[str] = _NONE
    dotless_i: str = ""

    def small(self, word: str) -> str:
        """Return ``word`` in small letters."""
        if self.dotless_i:
            word = word.replace("I", self.dotless_i).replace("İ", "i")
        return word.lower()


UNDETERMINED = Language()
"""A language of which nothing is known but what Unicode says of its letters."""
