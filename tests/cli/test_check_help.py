"""What ``--help`` says is complete: every option with a word on it, and examples that parse."""

import re
import shlex

import pytest

from canonym.cli.main import COMMANDS, parser_of
from canonym.report.output_formats import OUTPUTS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does_and_every_argument_too(command: str) -> None:
    parser = parser_of(command)
    assert parser.description
    silent = [a.option_strings or a.dest for a in parser._actions if not a.help]
    assert silent == []


@pytest.mark.parametrize("command", COMMANDS)
def test_examples_are_understood(command: str) -> None:
    examples = re.findall(
        rf"^  .*?(canonym {command}\b.*?)(?:   .*)?$", parser_of(command).epilog or "", re.MULTILINE
    )
    for example in examples:
        words = shlex.split(re.split(r" [<>|] ", example)[0])
        assert parser_of(command).parse_args(words[2:])


@pytest.mark.parametrize("name", OUTPUTS)
def test_help_lists_every_format_with_a_word_on_it(name: str) -> None:
    assert f"  {name:<12}{OUTPUTS[name].summary}\n" in parser_of("check").format_help()


def test_check_has_examples_and_exit_codes() -> None:
    text = parser_of("check").format_help()
    assert text.count("  canonym check ") >= 7
    assert all(f"\n  {code}  " in text for code in (0, 1, 2))
