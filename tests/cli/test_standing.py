"""``runtall`` alone: where one stands, and what comes next."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.app.standing import standing
from tests.cli.run import runtall
from tests.solve import shipped

LEAST = "race_date: 2027-04-25\n"
END = "All commands: runtall --help"
HINTS = [
    "  this week as text: runtall show plans/spring",
    "  on the phone: runtall send plans/spring --lan",
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines(today: date = date(2027, 1, 1)) -> list[str]:
    *said, end = standing(Path(), today)
    assert end == END
    return said


def put_plan(
    here: Path, *sessions: tuple[str, str], race_date: str = "2027-04-25", name: str = "spring"
) -> Path:
    """A plan of no more than what is glanced at."""
    path = here / "plans" / name / "plan.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        {"date": day, "session": kind, "minutes": 24, "run": "easy", "start": None}
        for day, kind in sessions
    ]
    document = {"format": "runtall-plan", "scenario": {"race_date": race_date}, "sessions": rows}
    path.write_text(json.dumps(document))
    return path


@pytest.mark.usefixtures("here")
def test_nothing_is_here_yet() -> None:
    ran = runtall()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "No scenario here yet. A few questions make one: runtall new",
        END,
    ]


def test_a_scenario_without_a_plan(here: Path) -> None:
    (here / "my race.yaml").write_text(LEAST)
    (here / "other.yaml").write_text("plan: calendar-hack\n")
    assert lines() == ["my race.yaml has no plan yet: runtall solve 'my race.yaml'"]


@pytest.mark.parametrize(
    ("number", "more"), [(4, []), (5, ["and 1 more {}"]), (7, ["and 3 more {}s"])]
)
def test_of_many_the_others_are_counted(number: int, more: list[str], here: Path) -> None:
    for each in range(number):
        put_plan(here, ("2027-02-01", "D1"), name=f"plan-{each}")
        (here / f"new-{each}.yaml").write_text(LEAST)
    told = lines()
    end = [line.format("plan") for line in more]
    # Only the newest has the commands for a session to come.
    hints = [told.pop(1), told.pop(1)]
    newest = told[0].partition(":")[0]
    assert hints == [
        f"  this week as text: runtall show {newest}",
        f"  on the phone: runtall send {newest} --lan",
    ]
    assert [line.startswith("plans/plan-") for line in told[:4]] == [True] * 4
    assert told[4 : 4 + len(more)] == end
    assert told[4 + len(more) :] == [
        *(f"new-{each}.yaml has no plan yet: runtall solve new-{each}.yaml" for each in range(4)),
        *(line.format("scenario") for line in more),
    ]


def test_the_next_session_by_the_day(here: Path) -> None:
    put_plan(here, ("2027-02-01", "D1"), ("2027-02-04", "D2"))
    assert lines(date(2027, 1, 30)) == [
        "plans/spring: next session on Mon 1 Feb 2027: pull day, 24 min (easy day)",
        *HINTS,
    ]
    assert len(lines(date(2027, 2, 5))) == len(lines(date(2027, 4, 26))) == 1
    assert "next session today: push day" in lines(date(2027, 2, 4))[0]
    assert "no session is left before the race on Sun 25 Apr 2027" in lines(date(2027, 2, 5))[0]
    assert "the race was on Sun 25 Apr 2027. For the next" in lines(date(2027, 4, 26))[0]


def test_the_commands_that_fit(here: Path) -> None:
    plan = put_plan(here, ("2027-02-01", "D1"))
    scenario = here / "spring.yaml"
    scenario.write_text(LEAST)
    os.utime(scenario, (1, 1))
    check = "  moved a session by hand? runtall check plans/spring/plan.csv spring.yaml"
    assert lines()[1:] == [*HINTS, check]
    os.utime(plan, (2, 2))
    os.utime(scenario, (3, 3))
    changed = "  spring.yaml was changed since: runtall solve spring.yaml"
    assert lines()[1:] == [*HINTS, changed, check]


def test_a_real_plan_is_told(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    solved = shipped.solved("sample-week", tmp_path_factory)
    first = solved.plan.sessions[0]
    (here / "plans").mkdir()
    (here / "plans" / "sample-week").symlink_to(solved.paths[0].parent)
    day = solved.problem.days[first.day]
    said = lines(day.date - timedelta(days=1))[0]
    assert f"{day.label} {day.date.year}: pull day, {first.minutes} min" in said


@pytest.mark.parametrize("text", ["", "{", '{"format": "runtall-plan"}', "[]", "{}\x00"])
def test_whatever_lies_there_is_no_traceback(text: str, here: Path) -> None:
    put_plan(here).write_text(text)
    (here / "bad.yaml").write_bytes(b"\xff\xfe")
    (here / "folder.yaml").mkdir()
    ran = runtall()
    assert (ran.code, ran.err) == (0, "")


def test_names_are_quoted_and_harmless(here: Path) -> None:
    (here / "a\x1b[31m b.yaml").write_text(LEAST)
    (line,) = lines()
    assert line.isprintable()
    assert shlex.split(line.partition(": ")[2])[:2] == ["runtall", "solve"]


def completions(words: Iterable[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("_RUNTALL_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", " ".join(words))
    monkeypatch.setenv("COMP_CWORD", str(len(list(words)) - 1))
    return runtall().out


def test_shells_complete_commands_and_options(monkeypatch: pytest.MonkeyPatch) -> None:
    assert completions(["runtall", "so"], monkeypatch).split() == ["solve"]
    assert "--proof" in completions(["runtall", "solve", "--p"], monkeypatch)
