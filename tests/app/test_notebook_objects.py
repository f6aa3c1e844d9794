"""``import runtall as rt``: scenarios made in Python, and objects that show themselves."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
from datetime import date, time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import runtall as rt
from runtall import app
from runtall.domain.html import styled, table
from runtall.domain.scenario import Scenario
from tests.problems import problem, scenario_of
from tests.solve import shipped
from tests.solve.once import solve_once

WEEK = {"mon": "easy", "tue": "workout", "wed": "easy", "thu": "easy", "sat": "long"}
RUNS: dict[str, Any] = {"week": WEEK, "weeks": {8: {"sat": "rest"}}}
KEYS: dict[str, Any] = {"race_date": date(2027, 4, 25), "weeks": 8, "runs": RUNS}


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory) -> rt.Solved:
    return shipped.solved("sample-week", tmp_path_factory)


# --- one import ------------------------------------------------------------------------------


def test_the_import_is_light_and_shows_what_there_is() -> None:
    code = (
        "import sys; before = set(sys.modules); import runtall;"
        "new = {name for name in set(sys.modules) - before if name.startswith('runtall.')};"
        "print(new, set(runtall.__all__) <= set(dir(runtall)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "set() True\n"


def test_functions_are_called_whatever_was_imported_before() -> None:
    code = (
        "import runtall.scenario, runtall.solve.outcome, runtall.check, runtall.rules\n"
        "import runtall.compare.comparison, runtall.rules.all as register\n"
        "import runtall as rt\n"
        "from runtall.solve import outcome\n"
        "assert register.RULES and runtall.solve.outcome is outcome\n"
        "assert rt.rules()[0]['id']\n"
        "for call in (rt.scenario, rt.solve, rt.check, rt.compare):\n"
        "    try: call(0) if call is not rt.check else call(0, 0)\n"
        "    except (TypeError, OSError, ValueError): pass\n"
        "    else: raise SystemExit(repr(call))\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", ["scenario", "solve", "check", "compare", "rules"])
def test_help_of_a_function_is_its_own(name: str) -> None:
    function = getattr(rt, name)
    wanted = getattr(app, name)
    assert inspect.signature(function) == inspect.signature(wanted)
    assert inspect.getdoc(function) == inspect.getdoc(wanted)


def test_every_name_is_there() -> None:
    assert all(getattr(rt, name) is not None for name in rt.__all__)
    with pytest.raises(AttributeError, match="no attribute 'sovle'"):
        rt.sovle  # type: ignore[attr-defined]  # noqa: B018


# --- scenarios -------------------------------------------------------------------------------


def test_keywords_a_mapping_and_a_file_are_the_same_scenario(tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(
        "race_date: 2027-04-25\nweeks: 8\nruns:\n  week: {mon: easy, tue: workout, wed: easy,"
        " thu: easy, sat: long}\n  weeks: {8: {sat: rest}}\n"
    )
    by_file = rt.scenario(path)
    for other in (rt.scenario(**KEYS), rt.scenario(KEYS), rt.scenario(str(path))):
        assert other == by_file
    assert rt.scenario(by_file) is by_file
    assert KEYS["runs"] is RUNS


def test_other_values_leave_the_first_scenario_alone() -> None:
    first = rt.scenario(KEYS)
    second = first.with_(**{"name": "B", "strength.minutes": 20}).with_(weeks=10)
    assert (first.publication.name, len(first.problem.weeks)) == ("scenario", 8)
    assert (second.publication.name, len(second.problem.weeks)) == ("B", 10)
    assert second.normalised["strength"]["minutes"] == 20
    assert rt.scenario(first, name="B", weeks=10, **{"strength.minutes": 20}) == second
    assert first.with_() == first


def test_what_a_plan_follows_from_is_read_anew() -> None:
    moved = rt.scenario(KEYS).with_(race_date="2027-05-02")
    assert moved.problem.days[-1].date == date(2027, 5, 2)


def test_values_may_be_those_of_python() -> None:
    np = pytest.importorskip("numpy")
    pd = pytest.importorskip("pandas")
    week = {**WEEK, "mon": {"kind": "easy", "at": time(7, 30), "min": np.int64(40)}}
    made = rt.scenario(
        race_date=pd.Timestamp("2027-04-25"),
        weeks=np.int64(8),
        timezone="Europe/London",
        runs={"week": week, "weeks": {np.int64(8): {"sat": "rest"}}},
        equipment={"dumbbells_kg": np.array([5, 8, 12.5])},
    )
    assert made.request.calendar.race_date == date(2027, 4, 25)
    assert made.problem.days[0].runs[0].at == time(7, 30)


def test_a_run_plan_file_of_a_mapping_begins_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("runs.csv").write_text("date,kind\n2027-04-24,easy\n2027-04-25,race\n")
    made = rt.scenario(race_date="2027-04-25", weeks=8, runs={"file": "runs.csv"})
    assert [run.kind for run in made.problem.days[-2].runs] == ["easy"]
    assert made.with_(weeks=9)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"strength.minuts": 20}, 'scenario: strength.minuts: there is no such key; .* "minutes"'),
        ({"weeks": 99}, "scenario: weeks: 99 is more than 53"),
        ({"weeks": object()}, "scenario: weeks: .* is not a whole number"),
        ({"race_date": None}, "scenario: race_date: "),
        ({"runs.week.mon": "esay"}, 'scenario: runs.week.mon: "esay" is not a kind of run'),
        ({"strength.minutes.x": 1}, "scenario: strength.minutes"),
    ],
)
def test_faults_are_told_by_their_keys(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(rt.ScenarioFaults, match=f"^{told}"):
        rt.scenario(KEYS).with_(**changes)


@pytest.mark.parametrize("source", [123, ["a.yaml"]])
def test_a_scenario_is_made_of_a_file_a_mapping_or_another(source: Any) -> None:
    with pytest.raises(TypeError, match="wanted is the name of a file, a mapping of keys, or a"):
        rt.solve(source)


def test_an_empty_scenario_says_what_it_lacks() -> None:
    with pytest.raises(rt.ScenarioFaults, match="race_date"):
        rt.scenario()


def test_faults_of_a_file_keep_their_place(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("race_date: 2027-04-25\nruns: {week: {mon: easy}}\n")
    with pytest.raises(rt.ScenarioFaults, match=r"mine.yaml:2:\d+: runs.week.mon: "):
        rt.scenario(path).with_(**{"runs.week.mon": "esay"})


def test_what_was_not_read_is_not_read_again() -> None:
    with pytest.raises(TypeError, match="was not read"):
        scenario_of(problem(weeks=8)).with_(weeks=9)


def test_reading_again_survives_a_pickle() -> None:
    again = pickle.loads(pickle.dumps(rt.scenario(KEYS).reread))
    assert again([(("weeks",), 9)]) == rt.scenario(KEYS, weeks=9)


# --- objects that show themselves ------------------------------------------------------------


class Shown(HTMLParser):
    """What one reads of HTML; every tag that is opened is closed."""

    def __init__(self, shows: Any) -> None:
        super().__init__()
        self.cells: list[str] = []
        self._open: list[str] = []
        self.feed(shows._repr_html_())
        assert not self._open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "br":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.cells.append(data)


def test_a_plan_shows_its_weeks(sample: rt.Solved) -> None:
    assert repr(sample) == "<plan: Sample week, 16 weeks to Sun 25 Apr 2027, 29 sessions, OPTIMAL>"
    cells = Shown(sample).cells
    assert cells[0].endswith("29 sessions. Proven: no plan does better.")
    boxes = [cell for cell in cells if cell.startswith(("pull day", "push day"))]
    assert len(boxes) == sum(session.kind in {"D1", "D2"} for session in sample.plan.sessions)


def test_what_was_given_up_is_shown(tmp_path_factory: pytest.TempPathFactory) -> None:
    cells = Shown(shipped.solved("travel-weeks", tmp_path_factory)).cells
    assert any("one session, both in one, instead of two" in cell for cell in cells)


def test_comparisons_show_what_differs(
    sample: rt.Solved, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = shipped.solved("travel-weeks", tmp_path_factory)
    comparison = rt.compare(sample, {"trips": other}, sample)
    assert repr(comparison) == "<comparison: Sample week, trips, Sample week (2)>"
    cells = Shown(comparison).cells
    assert any(cell.startswith("trips gives up: ") for cell in cells)
    assert "Sample week (2) has other sessions: nothing." in cells
    assert "working sets" in Shown(rt.compare(sample)).cells
    assert list(comparison.table().columns) == list(comparison.names)
    assert set(comparison.sessions().index.unique("scenario")) == {"trips"}


def test_what_is_no_plan_is_not_compared() -> None:
    with pytest.raises(ValueError, match="there is no plan to compare"):
        rt.compare({})
    with pytest.raises(TypeError, match=r"got OutOfTime\. No plan was found within the limits"):
        rt.compare({"a": rt.OutOfTime()})  # type: ignore[dict-item]


def test_outcomes_show_why_there_is_no_plan() -> None:
    assert repr(rt.OutOfTime()).startswith("<No plan was found within the limits.")
    assert Shown(rt.OutOfTime()).cells == [rt.OutOfTime.words]
    nothing = rt.solve(rt.scenario(KEYS, **{"strength.fix": [{"session": "D2", "day": "fri"}]}))
    assert isinstance(nothing, rt.Impossible)
    assert Shown(nothing).cells[1:] == list(nothing.lines)
    assert "rest-before-long-run" in repr(nothing)


def test_names_are_no_html() -> None:
    assert "<b>" not in table(["<b>"], [["<b>", styled("<b>", "color:red")]])


def test_a_plan_is_written_and_read_back(sample: rt.Solved, tmp_path: Path) -> None:
    written = rt.export(sample, tmp_path, also=["plan.md"])
    assert [path.name for path in written.paths][3:] == ["plan.md"]
    again = rt.plan(tmp_path / "plan.json")
    assert again.plan == sample.plan
    assert isinstance(again.scenario, Scenario)
    with pytest.raises(rt.UserError, match=r"plan\.exe"):
        rt.export(sample, tmp_path, also=["plan.exe"])
    with pytest.raises(TypeError, match=r"got OutOfTime\. No plan was found"):
        rt.export(rt.OutOfTime(), tmp_path)
    with pytest.raises(rt.UnreadablePlan, match="is a scenario, not a plan"):
        rt.plan(shipped.path_of("sample-week"))


def test_batches_show_who_has_a_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr("runtall.solve.planner.solve", solve_once)
    shipped.solved("signs", tmp_path_factory)  # solved once
    bad = tmp_path / "bad.yaml"
    bad.write_text("race_date: soon\n")
    club = rt.cohort([shipped.path_of("signs"), bad], tmp_path / "club", jobs=1)
    assert repr(club).startswith("<batch: 1 of 2 scenarios have a plan; see ")
    cells = Shown(club).cells
    assert {"signs", "OPTIMAL", "bad", "INVALID"} <= set(cells)
    assert [*club.plans] == ["signs"]
    again = rt.sweep(shipped.path_of("signs"), {"name": "Ann"}, tmp_path / "sweep", jobs=1)
    assert [plan.scenario.publication.name for plan in again.plans.values()] == ["Ann"]


def test_a_sweep_names_the_file_that_it_wants(tmp_path: Path) -> None:
    scenario = rt.scenario(**KEYS)
    with pytest.raises(TypeError, match=r"path: Scenario; allowed: the name of a scenario's file"):
        rt.sweep(scenario, {"strength.minutes": [30]}, tmp_path)  # type: ignore[arg-type]
    with pytest.raises(rt.BadBatch):
        rt.sweep("none.yaml", {"strength.minutes": [30]}, tmp_path)
