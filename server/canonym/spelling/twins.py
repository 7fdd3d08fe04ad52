"""Different words that look alike: Austrian and Australian, Nigerien and Nigerian."""

from functools import cache

from canonym.spelling.data_tables import rows


def are_twins(a: str, b: str) -> bool:
    """Return whether two folded forms are known to be different words; `data/twins.tsv` lists them."""
    mine, theirs = _columns().get(a), _columns().get(b)
    return mine is not None and theirs is not None and mine[0] == theirs[0] and mine[1] != theirs[1]


@cache
def _columns() -> dict[str, tuple[int, int]]:
    """Return the row and the column of each form."""
    return {
        form: (row, column)
        for row, cells in enumerate(rows("twins.tsv"))
        for column, cell in enumerate(cells)
        for form in cell.split()
    }
