"""The whole dialogue of ``runtall new``: each kind of answer, ``?``, ``<``, and what is kept."""

from __future__ import annotations

import csv
import shlex
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from ruamel.yaml import YAML
from typer.testing import CliRunner

from runtall.cli import new_command
from runtall.cli.commands import app
from runtall.domain import clock

WEEK = "Mon easy, Tue intervals, Wed off, Thu 8 km easy, Sat long, Sun jog"
TODAY = date.today()
RACE = TODAY + timedelta(days=140 - TODAY.weekday())
"""A Monday so far away that the last 16 weeks lie ahead."""
DEFAULTS = ["", "", "", "", "", "", ""]


@pytest.fixture(autouse=True)
def _terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new_command, "on_terminal", lambda: True)
    monkeypatch.setattr(clock, "today", lambda: TODAY)  # also behind midnight
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Europe/Berlin")


def dialogue(*lines: str, options: tuple[str, ...] = ()) -> Result:
    typed = "".join(f"{line}\n" for line in lines)
    return CliRunner().invoke(app, ["new", "mine.yaml", *options], input=typed)


def written() -> dict:
    return YAML(typ="safe").load(Path("mine.yaml"))


def test_every_answer_in_the_words_people_use() -> None:
    ran = dialogue(
        f"{RACE:%d.%m.%Y}", WEEK, "all but sunday", "35 min", "at home", "a bit", "155 lb",
        "torso twists 3, neck tight", "Yes", "y",
    )  # fmt: skip
    assert ran.exit_code == 0, ran.output
    found = written()
    assert found["race_date"] == RACE
    assert found["weeks"] == 16
    assert "starts" not in found
    assert found["runs"]["week"] == {
        "mon": "easy", "tue": "workout", "wed": "rest", "thu": "8 km easy", "fri": "rest",
        "sat": "long", "sun": "easy",
    }  # fmt: skip
    assert found["availability"]["sun"] == "off"
    assert found["strength"]["minutes"] == 35
    assert found["athlete"]["experience"] == "some"
    assert found["athlete"]["body_mass_lb"] == 155
    assert found["athlete"]["signs"] == {"torso_twists": 3, "neck_tight": 2}
    assert found["athlete"]["overhead_irritates"] is True
    for words in (
        "in 20 weeks" if timedelta(140) <= RACE - TODAY else "in 19 weeks",
        "Tue workout, Wed rest, Thu easy (8 km easy), Fri rest",
        "mon, tue, wed, thu, fri, sat", "155 lb", "torso twists 3, neck tight 2", "hurts",
        "Write mine.yaml? yes, no, or a number to change that answer [yes]",
    ):  # fmt: skip
        assert words in ran.output


def test_a_wrong_answer_is_told_at_its_prompt_and_asked_again() -> None:
    ran = dialogue(
        "in spring", f"{RACE}", "easy easy", "Mon esay", WEEK, "tuee", "mon wed", "90", "30", "gim",
        "gym", "pro", "some", "9000", "70 kg", "ears", "none", "perhaps", "no", "",
    )  # fmt: skip
    assert ran.exit_code == 0, ran.output
    for words in (
        "is not a date", "2 days; a week has seven", 'did you mean "easy"?', 'did you mean "tue"?',
        "is not a number of minutes", 'did you mean "gym"?', "is not an experience",
        "is not a body mass", "is not a sign", "is neither yes nor no",
    ):  # fmt: skip
        assert words in ran.output
    assert written()["athlete"]["body_mass_kg"] == 70


def test_a_question_mark_explains_and_asks_again() -> None:
    ran = dialogue("?", f"{RACE}", "?", WEEK, "?", "all", *["?", ""] * 6, "")
    assert ran.exit_code == 0, ran.output
    for words in ("as you write dates", "Days that you don't name are rest", "Monday to Thursday",
                  "gym: dumbbells", "hardly ever", "careful first guess", "torso twists 2",
                  "nothing is pressed overhead"):  # fmt: skip
        assert words in ran.output
    assert ran.output.count("When is the race?") == 2


def test_back_asks_the_question_before_with_its_answer() -> None:
    ran = dialogue("<", f"{RACE}", WEEK, "mon", "<", "wed", "30", "<", "<", "", "", *DEFAULTS)
    assert ran.exit_code == 0, ran.output
    assert "This is the first question." in ran.output
    assert "time for strength? [wed]" in ran.output
    assert "How long may a session be? [30]" in ran.output
    assert written()["strength"]["minutes"] == 30
    assert "wed" not in written()["availability"]


def test_the_summary_changes_an_answer() -> None:
    ran = dialogue(f"{RACE}", WEEK, *DEFAULTS, "11", "0", "x", "4", "25", "1", f"{RACE}", "yes")
    assert ran.exit_code == 0, ran.output
    assert "a number from 1 to 9" in ran.output
    assert written()["strength"]["minutes"] == 25


def test_no_writes_nothing_and_loses_nothing() -> None:
    ran = dialogue(f"{RACE}", WEEK, "mon wed", *DEFAULTS[1:], "no")
    assert ran.exit_code == 0
    assert not Path("mine.yaml").exists()
    command = shlex.split(ran.output.strip().splitlines()[-1])
    assert command[:3] == ["runtall", "new", "mine.yaml"]
    again = dialogue("", options=tuple(command[3:]))
    assert again.exit_code == 0, again.output
    assert written()["runs"]["week"]["thu"] == "8 km easy"
    assert written()["availability"]["tue"] == "off"


def test_leaving_half_way_keeps_what_was_answered() -> None:
    ran = dialogue(f"{RACE}", WEEK, "mon wed")
    assert ran.exit_code == 130
    assert shlex.split(ran.output.strip().splitlines()[-1]) == [
        "runtall", "new", "mine.yaml", "--race-date", f"{RACE}", "--runs", WEEK, "--days",
        "mon wed",
    ]  # fmt: skip
    assert not Path("mine.yaml").exists()


def test_a_scenario_that_is_no_good_is_told_and_its_answers_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ten minutes hold no session of the taper; the rest needn't be typed again."""
    monkeypatch.setattr("runtall.scenario.answers.body.MINUTES", (10, 40))
    ran = dialogue(f"{RACE}", WEEK, "", "10", *DEFAULTS[2:], "yes", "4", "30", "yes")
    assert ran.exit_code == 0, ran.output
    assert "strength.minutes: 10 hold no session" in ran.output
    assert written()["strength"]["minutes"] == 30


def test_an_option_that_is_no_good_is_asked_for() -> None:
    ran = dialogue("30", "", options=("--race-date", f"{RACE}", "--runs", WEEK, "--days", "all",
                                      "--minutes", "lots", "--equipment", "gym", "--experience",
                                      "new", "--body-mass", "70", "--signs", "none",
                                      "--shoulder", "no"))  # fmt: skip
    assert ran.exit_code == 0, ran.output
    assert "--minutes: " in ran.output
    assert "When is the race?" not in ran.output
    assert written()["strength"]["minutes"] == 30


@pytest.mark.parametrize(
    ("days", "words"),
    [(-400, "is past"), (0, "is today"), (1, "is tomorrow"), (3, "is in 3 days: no strength")],
)
def test_a_race_for_which_it_is_too_late(days: int, words: str) -> None:
    ran = dialogue(f"{TODAY + timedelta(days)}", f"{RACE}", WEEK, *DEFAULTS, "")
    assert ran.exit_code == 0, ran.output
    assert words in ran.output
    assert written()["race_date"] == RACE


def test_a_race_in_six_days() -> None:
    race = TODAY + timedelta(6)
    ran = dialogue(f"{race}", WEEK, "", *DEFAULTS, "")
    assert ran.exit_code == 0, ran.output
    assert "only 6 days to go" in ran.output
    assert written()["starts"] == TODAY


def test_a_block_that_has_begun_is_planned_from_today_on() -> None:
    """A run plan of 16 weeks, six of them past: numbers and phases stay."""
    race = TODAY + timedelta(weeks=10, days=6 - TODAY.weekday())
    first = race - timedelta(weeks=16, days=-1)
    rows = ["date,title"]
    for week in range(16):
        for day, title in ((1, "Intervals"), (3, "Easy 8 km"), (5, "Long run 20 km")):
            rows.append(f"{first + timedelta(weeks=week, days=day)},{title}")
    Path("plan.csv").write_text("\n".join([*rows[:-1], f"{race},Marathon"]) + "\n", "utf-8")
    ran = dialogue(f"{race}", "plan.csv", "", *DEFAULTS, "")
    assert ran.exit_code == 0, ran.output
    assert f"Your plan began on {first:%a} {first.day} {first:%b %Y}." in ran.output
    assert "48 entries" in ran.output
    found = written()
    assert (found["weeks"], found["starts"]) == (16, TODAY)
    assert found["runs"]["file"] == "plan.csv"
    solved = CliRunner().invoke(app, ["solve", "mine.yaml", "-o", "plan"])
    assert solved.exit_code == 0, solved.output
    assert "Nothing is planned before" in solved.output
    sessions = list(csv.DictReader(Path("plan/plan.csv").read_text("utf-8").splitlines()))
    assert min(row["date"] for row in sessions) >= f"{TODAY}"
    # The first week with sessions has the number that the runner knows, and is a first week.
    work = [row for row in sessions if row["session"] != "mobility"]
    first_week = [row for row in work if row["week"] == work[0]["week"]]
    now = (TODAY - first).days // 7 + 1
    assert int(work[0]["week"]) in {now, now + 1}, "the next one where the week is nearly over"
    assert sum(int(row["sets"]) for row in first_week) <= 16
    assert {row["rir"] for row in first_week} == {"3"}


def test_a_file_that_cannot_be_read_is_told_at_the_prompt() -> None:
    Path("bad.csv").write_text("date,title\n2027-13-40,Easy\n", "utf-8")
    ran = dialogue(f"{RACE}", "nowhere.ics", "bad.csv", WEEK, *DEFAULTS, "")
    assert ran.exit_code == 0, ran.output
    assert "nowhere.ics" in ran.output
    assert "bad.csv:2" in ran.output


def test_a_race_before_the_runs_begin_is_told_at_the_prompt() -> None:
    Path("late.csv").write_text(f"date,title\n{RACE + timedelta(1)},Easy 8 km\n", "utf-8")
    ran = dialogue(f"{RACE}", "late.csv", WEEK, *DEFAULTS, "")
    assert ran.exit_code == 0, ran.output
    assert "the runs of the file begin on" in ran.output
    Path("mine.yaml").unlink()
    ran = dialogue(f"{RACE}", options=("--runs", "late.csv"))
    assert "the runs of the file begin on" in ran.output


def test_each_answer_is_repeated_as_it_was_understood() -> None:
    ran = dialogue(f"{RACE}", WEEK, "not mon", "half an hour", "", "", "11 st", "", "", "n")
    for words in ("  tue, wed, thu, fri, sat, sun\n", "  30 min\n", "  69.9 kg\n"):
        assert words in ran.output.partition("  1  Race")[0]
    assert "\n  gym\n" not in ran.output


@pytest.mark.parametrize(
    ("of_file", "zone"), [("", "Europe/Berlin"), (";TZID=America/New_York", "America/New_York")]
)
def test_the_zone_of_the_plan_or_else_of_this_computer_is_proposed(of_file: str, zone: str) -> None:
    day = f"{RACE - timedelta(7):%Y%m%d}"
    # What was read is kept by name for the length of a dialogue.
    name = f"{zone[:2]}.ics"
    Path(name).write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"
        f"BEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\nSUMMARY:Long run\n"
        f"DTSTART{of_file}:{day}T070000\nDTEND{of_file}:{day}T090000\nEND:VEVENT\n"
        "END:VCALENDAR\n",
        "utf-8",
    )
    ran = dialogue(f"{RACE}", name, *DEFAULTS, "", "")
    assert f"times of your runs? [{zone}]" in ran.output, ran.output
    assert ran.exit_code == 0, ran.output
    assert written()["timezone"] == zone
