"""Terminals of every kind: narrow ones, ones without colour, and ones that speak little."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from runtall import app
from runtall.cli import screen
from runtall.cli.commands import app as cli_app
from runtall.domain.view import EASIER
from runtall.exporters.folder import FILES
from tests.cli.run import COMMAND, pytty, runtall, shown_on
from tests.solve import shipped

COLOUR = re.compile(r"\x1b\[[0-9;]*\b(3[0-7]|38|4[0-7]|48|9[0-7])[;m]")


@pytest.fixture
def answer(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> app.Solved:
    """The solved sample week, which every solve now answers."""
    solved = shipped.solved("sample-week", tmp_path_factory)
    monkeypatch.setattr(app, "solve", lambda *_: solved)
    return solved


@pytest.mark.parametrize("columns", [screen.LEAST, 60, 71, 72, 80, 200])
def test_the_calendar_stays_whole(
    answer: app.Solved, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = runtall("solve", "scenario.yaml")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert all(len(line) <= columns for line in lines if not line.endswith(FILES))
    assert "\N{HORIZONTAL ELLIPSIS}" not in ran.out
    calendar = ran.out.partition("pull day, push day")[0].split()
    assert calendar.count("LONG") == sum(day.kind == "long" for day in answer.problem.days)
    for session in answer.plan.sessions:
        assert str(session.minutes) in re.split(r"[\s+]", ran.out)
    words = {"D1": "pull", "D2": "push", "light": "Li", "very_light": "VL"}
    for kind, word in words.items():
        held = sum(session.kind == kind for session in answer.plan.sessions)
        assert sum(part.rstrip("~") == word for part in calendar) == held
    assert sum(part.endswith("~") for part in calendar) == len(answer.plan.mobility)


@pytest.mark.parametrize("columns", [20, 30, 50])
def test_a_tiny_terminal_wraps_and_hides_nothing(
    answer: app.Solved, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    tiny = runtall("solve", "scenario.yaml").out
    monkeypatch.setenv("COLUMNS", str(screen.LEAST))
    assert tiny == runtall("solve", "scenario.yaml").out
    assert "\N{HORIZONTAL ELLIPSIS}" not in tiny


@pytest.mark.parametrize("columns", [60, 80])
def test_the_rules_stay_whole(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = runtall("rules").out
    assert all(len(line) <= columns for line in out.splitlines())
    assert "\N{HORIZONTAL ELLIPSIS}" not in out
    # No word is broken in two.
    words = {word for row in app.rules() for word in f"{row['title']} {row['source']}".split()}
    assert words <= set(out.split())


def test_no_escape_codes_in_a_pipe(answer: app.Solved) -> None:
    ran = runtall("solve", "scenario.yaml")
    assert "\x1b" not in ran.out + ran.err


def on_a_terminal(tmp_path: Path, **environment: str) -> str:
    """What ``solve`` shows on a terminal, standard error included."""
    parent, child = os.openpty()
    known = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    with subprocess.Popen(
        [*COMMAND, "solve", shipped.path_of("twelve-weeks"), "-o", tmp_path],
        stdin=child,
        stdout=child,
        stderr=child,
        env=known | {"TERM": "xterm-256color", "COLUMNS": "100"} | environment,
    ) as process:
        os.close(child)
        shown = shown_on(parent)
    assert process.returncode == 0, shown
    return shown.decode()


@pytty
def test_colour_and_progress_on_a_terminal(tmp_path: Path) -> None:
    shown = on_a_terminal(tmp_path)
    assert COLOUR.search(shown)
    assert "solving" in shown


@pytty
def test_never_a_colour_with_no_color(tmp_path: Path) -> None:
    shown = on_a_terminal(tmp_path, NO_COLOR="1")
    assert "LONG" in shown
    assert not COLOUR.search(shown)


def test_names_are_no_markup(tmp_path: Path) -> None:
    folder = tmp_path / "out[/red]:smile:"
    scenario = tmp_path / "scenario.yaml"
    text = shipped.path_of("twelve-weeks").read_text(encoding="utf-8")
    scenario.write_text(text.replace("Twelve weeks", "'[/b] :runner: [bold]'"), encoding="utf-8")
    ran = runtall("solve", scenario, "-o", folder)
    assert ran.code == 0
    assert ran.out.startswith("[/b] :runner: [bold] - race on")
    assert f"\n{folder}/plan.ics\n" in ran.out


def test_a_terminal_that_speaks_ascii_only(tmp_path: Path) -> None:
    scenario = tmp_path / "scenario.yaml"
    text = shipped.path_of("twelve-weeks").read_text(encoding="utf-8")
    scenario.write_text(text.replace("Twelve weeks", "Z\u00fcrich"), encoding="utf-8")
    ran = runtall("solve", scenario, "-o", tmp_path / "out", encoding="ascii")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Z?rich - race on")
    ran = runtall("solve", scenario, "-o", tmp_path / "out", "--json", encoding="ascii")
    assert json.loads(ran.out)["name"] == "Z\u00fcrich"


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_no_legend_is_torn(
    answer: app.Solved, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = runtall("solve", "scenario.yaml").out.splitlines()
    begin = next(index for index, line in enumerate(lines) if line.startswith("pull day"))
    end = next(index for index, line in enumerate(lines) if line.endswith(EASIER))
    assert end - begin <= 1
    assert all(line.endswith((",", ";")) for line in lines[begin:end])
    assert all(len(line) <= columns for line in lines[begin : end + 1])


COMMANDS = ["solve", "check", "runs", "rules", "exercises", "schema", "compare", "sweep", "cohort",
            "new", "show", "send", "push"]  # fmt: skip


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_help_in_short(command: list[str]) -> None:
    short, long = runtall(*command, "-h"), runtall(*command, "--help")
    assert (short.code, short.out) == (0, long.out)
    assert "Usage:" in short.out


def test_help_in_short_is_for_every_command() -> None:
    assert {name or "" for name in COMMANDS} == {
        command.name or command.callback.__name__ for command in cli_app.registered_commands
    }
