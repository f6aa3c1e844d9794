"""Help, version, and commands that don't exist."""

from __future__ import annotations

import json

import pytest

from runtall import __version__
from tests.cli.run import runtall

COMMANDS = ("solve", "check", "runs", "new", "rules", "schema", "send", "push")


def test_version() -> None:
    ran = runtall("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"runtall {__version__}\n", "")


def test_help_names_every_command() -> None:
    ran = runtall("--help")
    assert (ran.code, ran.err) == (0, "")
    assert all(f"\n  {command} " in ran.out for command in COMMANDS)


@pytest.mark.parametrize("arguments", [["--help"], *([one, "--help"] for one in COMMANDS)])
def test_help_is_never_cut(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "..." not in runtall(*arguments).out.replace("[ARGS]...", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_and_the_common_options(command: str) -> None:
    ran = runtall(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: runtall {command}") or f" {command} [OPTIONS]" in ran.out
    assert all(option in ran.out for option in ("--json", "--quiet", "--help"))


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nonsense"], "nonsense"),
        (["--nonsense"], "--nonsense"),
        (["solve"], "scenario"),
        (["solve", "a.yaml", "b.yaml"], "b.yaml"),
        (["solve", "a.yaml", "--nonsense"], "--nonsense"),
        (["solve", "a.yaml", "-o"], "-o"),
        (["check", "plan.csv"], "no such file"),
        (["check", __file__], "scenario"),
        (["schema", "a.yaml"], "a.yaml"),
    ],
)
def test_wrong_usage_is_2_and_goes_to_standard_error(arguments: list[str], complaint: str) -> None:
    ran = runtall(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert complaint in ran.err.lower()
    assert "Traceback" not in ran.err


def test_wrong_usage_is_told_to_machines_too() -> None:
    ran = runtall("solve", "--nonsense", "--json")
    (fault,) = json.loads(ran.out)["faults"]
    assert (ran.code, fault["kind"]) == (2, "Usage")
    assert fault["message"] in ran.err
