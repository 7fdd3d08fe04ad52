from text.parsing import blocks_of, comments_of, kinds_of

MESSAGE = """\
Spell the bridge at Harrowgate right

The surveyors of the northern valley were told that the old bridge
of Harrowgate would be closed until the spring floods had passed over.

    code by Anna

Signed-off-by: Anna Lindqvist <anna@example.org>
# Please enter the commit message.
# canonym: off
# ------------------------ >8 ------------------------
diff --git a/Anna b/Anna
# Anna
"""


def test_a_message_is_its_title_and_body() -> None:
    assert blocks_of(MESSAGE, "git-commit") == [
        "Spell the bridge at Harrowgate right",
        "The surveyors of the northern valley were told that the old bridge\n"
        "of Harrowgate would be closed until the spring floods had passed over.",
    ]
    assert kinds_of(MESSAGE, "git-commit") == ["heading Spell", "paragraph The"]


def test_comment_lines_are_comments() -> None:
    assert comments_of(MESSAGE, "git-commit") == ["Please enter the commit message.", "canonym: off"]
