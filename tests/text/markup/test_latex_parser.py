import pytest

from text.parsing import blocks_of, comments_of, kinds_of


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One line\nand the next.\n\nAnother.", ["One line\nand the next.", "Another."]),
        ("\\section{Title}\nText", ["Title", "Text"]),
        ("\\section*{Title \\emph{of} it}Text", ["Title of it", "Text"]),
        (
            "\\documentclass{a}\nAnna\n\\title{Title}\n\\begin{document}\nText\n\\end{document}",
            ["Title", "Text"],
        ),
        ("\\begin{itemize}\n\\item one\n\\item[x] two\n\\end{itemize}\nText", ["one", "two", "Text"]),
        ("Text\n\\begin{verbatim}\nAnna\n\\end{verbatim}\nText", ["Text", "Text"]),
        ("\\begin{equation}Anna\\end{equation}Text", ["Text"]),
        ("\\begin{tabular}{ll}Anna & Lind\\\\ \\end{tabular}", ["Anna ▯ Lind▯"]),
        ("\\begin{figure}[h]\n\\includegraphics[width=1cm]{Anna}\n\\caption{Anna}\n\\end{figure}", ["Anna"]),
        ("\\section{never closed\n\nText", ["never closed", "Text"]),
        ("\\begin{verbatim}\nnever closed", []),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert [block.strip() for block in blocks_of(text, "latex")] == blocks


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Anna \\emph{Maria} {\\bf Lind}qvist", "Anna Maria  Lindqvist"),
        ("Anna~Lind, Mrs.\\ Lind", "AnnaLind, Mrs.Lind"),
        ("a $x = Anna$ b \\(Anna\\) c \\[Anna\\] d $$Anna$$", "a ▯ b ▯ c ▯ d ▯"),
        ("it costs \\$5 or \\$6 \\& 7\\%", "it costs $5 or $6 & 7%"),
        ("a \\verb|Anna| b \\url{Anna} \\cite[p.~1]{Anna} \\ref{Anna}", "a ▯ b ▯ ▯ ▯"),
        ("\\href{https://example.org}{Anna} \\textcolor{red}{Lind}", "▯Anna ▯Lind"),
        ("Anna\\footnote{A note} came", "Anna▯A note came"),
        (
            "Andr\\'e, Fran\\c{c}ois, S{\\o}ren Strau\\ss{} and Y{\\i}ld{\\i}z",
            "André, François, Søren Strauß and Yıldız",
        ),
        ("S\\o ren, Khar\\-kiv and \\'{\\i}", "Søren, Kharkiv and í"),
        ("\\'{} \\textbackslash{}x \\{a\\}", "▯ \\x {a}"),
        ("Anna % Lind\ncame", "Anna \ncame"),
        ("100\\% Anna", "100% Anna"),
        ("a $ alone\n\nb", "a $ alone"),
    ],
)
def test_inline(text: str, prose: str) -> None:
    assert blocks_of(text, "latex")[0] == prose


def test_kinds() -> None:
    text = "\\section{Title}\nText\n\\begin{itemize}\\item item\\end{itemize}"
    assert kinds_of(text, "latex") == ["heading Title", "paragraph Text", "item item"]


def test_comments() -> None:
    text = "% canonym: off\n\\begin{document}\nText % canonym: ignore\n100\\% is no comment"
    assert comments_of(text, "latex") == ["canonym: off", "canonym: ignore"]
