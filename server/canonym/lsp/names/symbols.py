"""Names as symbols of the protocol."""

from collections.abc import Mapping

from lsprotocol.types import SymbolKind

from canonym.termbase.concept import Kind

KINDS: Mapping[Kind, SymbolKind] = {
    Kind.PERSON: SymbolKind.Class,
    Kind.PLACE: SymbolKind.Namespace,
    Kind.ORGANISATION: SymbolKind.Module,
    Kind.PEOPLE: SymbolKind.Enum,
    Kind.WORK: SymbolKind.File,
    Kind.TERM: SymbolKind.Constant,
    Kind.NAME: SymbolKind.Object,
}
"""The symbol kind whose icon fits a kind of name best."""
