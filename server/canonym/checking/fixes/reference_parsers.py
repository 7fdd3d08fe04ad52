"""Independent parsers that verify our edits. They share nothing with our own parsers.

Each returns the content of a text as a flat list, or None if it cannot parse the text. Texts with equal
content give equal lists. A parser is imported when the first edit needs it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

Parsed = list[str] | None


def _json(text: str) -> Parsed:
    """Parse JSON, or JSON Lines."""
    import json

    def read(part: str) -> list[str]:
        tree = json.loads(part, object_pairs_hook=dict_of, parse_int=str, parse_float=str)
        return list(_flat(tree))

    def dict_of(pairs: list[tuple[str, object]]) -> object:
        return [("key", *pair) for pair in pairs]

    try:
        return read(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        pass
    try:
        return [one for line in text.splitlines() if line.strip() for one in ("", *read(line))]
    except (ValueError, RecursionError):
        return None


def _toml(text: str) -> Parsed:
    from canonym.termbase.toml_text import parse_toml

    try:
        return list(_flat(parse_toml(text.replace("\r\n", "\n"))))
    except ValueError:
        return None


def _flat(tree: object) -> Iterator[str]:
    """Yield the values of a tree in order, each with its type. It does not recurse, so depth is no limit."""
    open_ = [tree]
    while open_:
        one = open_.pop()
        if isinstance(one, (list, tuple)):
            yield f"[{len(one)}"
            open_.extend(reversed(one))
        elif isinstance(one, dict):
            yield f"{{{len(one)}"
            open_.extend(reversed(list(one.items())))
        else:
            yield f"{type(one).__name__} {one}"


def _yaml(text: str) -> Parsed:
    import yaml

    from canonym.text.markup.yaml_events import events

    try:
        return _said(events(text))
    except (yaml.YAMLError, ValueError, OverflowError):
        return None


def _yaml_to_break(text: str) -> Parsed:
    """Parse YAML up to where it breaks, as a template of YAML does."""
    from canonym.text.markup.yaml_events import events_to_break

    return _said(events_to_break(text))


def _said(events: "Iterable[yaml.Event]") -> list[str]:
    import yaml

    resolver = yaml.resolver.Resolver()
    found: list[str] = []
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            tag = event.tag or resolver.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
            found.append(f"{event.anchor} {tag} {event.value}")
        elif isinstance(event, yaml.NodeEvent):
            found.append(f"{type(event).__name__} {event.anchor} {getattr(event, 'tag', None)}")
        else:
            found.append(type(event).__name__)
    return found


_MOST_OPEN = 100
"""Most tags that may stay open. Older Pythons search the rest of the text from each of them."""


def _html(text: str) -> Parsed:
    if text.count("<") > text.count(">") + _MOST_OPEN:
        return None
    from html.parser import HTMLParser

    found: list[str] = [""]

    class Events(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend((f"<{tag} {attrs}", ""))

        def handle_endtag(self, tag: str) -> None:
            found.extend((f"</{tag}", ""))

        def handle_data(self, data: str) -> None:
            found[-1] += data

        def handle_comment(self, data: str) -> None:
            found.extend((f"<!--{data}", ""))

    events = Events(convert_charrefs=True)
    try:
        events.feed(text)
        events.close()
    except AssertionError:  # the library refuses some declarations in this way
        return None
    return found


def _xml(text: str) -> Parsed:
    from xml.parsers import expat

    found: list[str] = [""]
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda name, attributes: found.extend((f"<{name} {attributes}", ""))
    parser.EndElementHandler = lambda name: found.extend((f"</{name}", ""))

    def text_of(data: str) -> None:
        found[-1] += data

    def refuse(*_entity: object) -> None:
        raise expat.ExpatError("declares an entity")

    parser.CharacterDataHandler = text_of
    parser.EntityDeclHandler = refuse  # older expat follows nested entities by recursion in C
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003  (takes no keywords)
    except (expat.ExpatError, UnicodeEncodeError):
        return None
    return found


PARSERS: Mapping[str, tuple[Callable[[str], Parsed], ...]] = MappingProxyType(
    {"json": (_json,), "toml": (_toml,), "yaml": (_yaml,), "html": (_html, _xml)}
)
"""The parsers by format."""
BROKEN: Mapping[str, Callable[[str], Parsed]] = MappingProxyType({"yaml": _yaml_to_break})
"""Parsers for texts that none of the others can parse, by format."""
