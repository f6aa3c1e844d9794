"""Help, version, and commands that don't exist."""

from __future__ import annotations

import subprocess
import sys

import pytest

from runtall import __version__
from tests.cli.run import runtall

COMMANDS = ("solve", "check", "runs", "new", "rules", "schema")
HEAVY = ("ortools", "pandas", "numpy", "rich", "ruamel", "icalendar", "runtall.app")
IMPORTED = """
import os, sys
sys.argv = ["runtall", *{arguments!r}]
from runtall.cli import main
sys.stdout = open(os.devnull, "w")
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write(" ".join(name for name in {heavy!r} if name in sys.modules))
"""


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
        ([], "usage:"),
        (["nonsense"], "nonsense"),
        (["--nonsense"], "--nonsense"),
        (["solve"], "scenario"),
        (["solve", "a.yaml", "b.yaml"], "b.yaml"),
        (["solve", "a.yaml", "--nonsense"], "--nonsense"),
        (["solve", "a.yaml", "-o"], "-o"),
        (["check", "plan.csv"], "scenario"),
        (["schema", "a.yaml"], "a.yaml"),
    ],
)
def test_wrong_usage_is_2_and_goes_to_standard_error(arguments: list[str], complaint: str) -> None:
    ran = runtall(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert complaint in ran.err.lower()
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--help"], (*HEAVY, "pydantic")),
        (["--version"], (*HEAVY, "pydantic")),
        # Typer itself asks for pydantic here.
        (["solve", "--help"], HEAVY),
    ],
)
def test_help_imports_nothing_heavy(arguments: list[str], heavy: tuple[str, ...]) -> None:
    code = IMPORTED.format(arguments=arguments, heavy=heavy)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr == ""
