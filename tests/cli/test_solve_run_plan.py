"""``runtall solve`` given a run plan: one command from somebody's own file to a proven plan."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from runtall.domain.run_plan import RunKind
from runtall.domain.scenario import Scenario
from runtall.errors import UserError
from runtall.exporters.csv_rows import NEEDED
from runtall.exporters.plan_json import FORMAT
from tests.cli.own_spreadsheets import RACE, SPREADSHEETS
from tests.cli.run import Ran, runtall

HARD = {RunKind.WORKOUT, RunKind.LONG, RunKind.RACE, RunKind.TUNEUP}
ENOUGH = "date,kind,title\n" + "".join(f"2027-03-{day:02},easy,Easy 8 km\n" for day in range(1, 29))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Europe/London")
    return tmp_path


@pytest.fixture
def handed_on(monkeypatch: pytest.MonkeyPatch) -> list[Scenario]:
    """What would have been solved; nothing is."""
    found: list[Scenario] = []

    def stop(folder: Path, scenario: Scenario, *more: object) -> None:
        found.append(scenario)
        raise UserError("stopped")

    monkeypatch.setattr("runtall.app.solving.solve_into", stop)
    return found


def solve(*arguments: object) -> Ran:
    ran = runtall("solve", *arguments)
    assert ran.err.endswith("stopped\n"), ran.err
    return ran


@pytest.mark.parametrize("name", SPREADSHEETS)
def test_a_spreadsheet_is_solved_in_one_command(name: str, handed_on: list[Scenario]) -> None:
    Path(name).write_bytes(SPREADSHEETS[name]())
    ran = solve(name)
    assert Path(name).with_suffix(".yaml").is_file()
    assert "taken for granted" in ran.err
    assert f"{RACE:%a} {RACE.day} {RACE:%b %Y}" in ran.err
    (scenario,) = handed_on
    request = scenario.request
    assert request.calendar.race_date == RACE
    assert request.calendar.n_days == 16 * 7
    days = request.runs[:-14]
    kinds = [run.kind for day in days for run in day]
    assert kinds.count(RunKind.LONG) == 14
    assert kinds.count(RunKind.WORKOUT) in {14, 28}
    assert all({run.kind for run in day} & HARD for day in days[1::7])
    assert all({run.kind for run in day} <= {RunKind.REST} for day in days[4::7])


DAYS = [("2027-04-20", "6x800"), ("2027-04-21", "Easy 5 km"), ("2027-04-25", "Marathon")]
LIST = [{"date": day, "title": title} for day, title in DAYS]
ROWS = "".join(f"<tr><td>{day}</td><td>{title}</td></tr>" for day, title in DAYS)
LINES = "".join(f"{day}: {title}\n" for day, title in DAYS)
MAIL = "From: coach@example.org\nSubject: Your plan\nContent-Type: text/html; charset=utf-8\n\n"
# Run plans in files that may hold other things, scenarios among them.
ANYTHING = {
    "page.html": f"<html><table><tr><th>Date</th><th>Run</th></tr>{ROWS}</table></html>",
    "mail.eml": MAIL + LINES.replace("\n", "<br>"),
    "app.json": json.dumps({"version": 3, "user": "K", "plan": {"name": "M", "days": LIST}}),
    "runs.json": json.dumps({"plan": {"title": "M"}, "runs": LIST}),
    "raced.json": json.dumps({"name": "M", "race_date": "2027-04-25", "days": LIST}),
    "list.yaml": "".join(f"- date: {day}\n  title: {title}\n" for day, title in DAYS),
    "notes.md": f"# My plan\n\n{LINES}",
    "lines.yml": LINES,
}


@pytest.mark.parametrize("name", ANYTHING)
def test_whatever_is_read_as_a_run_plan_is_solved_as_one(
    name: str, handed_on: list[Scenario]
) -> None:
    Path(name).write_text(ANYTHING[name], "utf-8")
    solve(name)
    (scenario,) = handed_on
    assert scenario.request.calendar.race_date == date(2027, 4, 25)
    kinds = [run.kind for day in scenario.request.runs[-6:-4] for run in day]
    assert kinds == [RunKind.WORKOUT, RunKind.EASY]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.yaml", "race_date: 2027-04-25\nathlete: {}\n", "runs: missing"),
        ("b.yaml", "race_day: 2027-04-25\nruns:\n  week: {sat: long}\n", "race_date: missing"),
        ("c.yml", "race_date: 2027-04-25\nrun:\n  week: {mon: easy, sat: long}\n", "runs"),
        ("d.json", '{"race_date": "2027-04-25", "athlete": {}}', "runs: missing"),
        ("e.json", '{"runs": {"week": {"mon": "easy", "sat": "long"}}}', "race_date: missing"),
        ("g.yaml", "race date: 2027-04-25\nruns:\n  week: {sat: long}\n", 'mean "race_date"'),
        ("h.yaml", "race-date: 2027-04-25\nruns:\n  week: {sat: long}\n", 'mean "race_date"'),
        ("i.yaml", "race_date: 2027-04-25\nruns: {mon: easy, sat: long}\n", "runs.mon: there is"),
        ("j.yaml", "race date: 2027-04-25\nruns:\n  tue: workout\n", "belongs in runs.week"),
        ("k.yaml", "race_date: 2027-04-25\nweek:\n  mon: easy\n  sat: long\n", "week: there is"),
        ("l.yaml", "Race_date: 2027-04-25\nRuns:\n  week: {sat: long}\n", 'mean "runs"'),
        ("m.yaml", "race-date: 1\nruns:\n  wek: {sat: long}\nathlete: {sex: f}\n", "runs.wek"),
        ("n.json", '{"race_date": "2027-04-25", "runs": {"mon": "easy"}}', "belongs in runs.week"),
        ("f.yaml", "hello", "wanted are keys and values, such as race_date"),
    ],
)
def test_a_scenario_with_faults_stays_a_scenario(name: str, text: str, words: str) -> None:
    Path(name).write_text(text, "utf-8")
    ran = runtall("solve", name)
    assert ran.code == 2
    assert words in ran.err
    assert {path.name for path in Path().iterdir()} == {name}


@pytest.mark.parametrize("name", ["mine.html", "mine.txt", "mine.log"])
def test_a_file_of_anything_is_told_what_a_run_plan_is(name: str) -> None:
    Path(name).write_text("nothing of the kind", "utf-8")
    assert "no run plan that is known here; allowed" in runtall("solve", name).err


def test_weights_are_in_pounds_where_runs_are_in_miles(handed_on: list[Scenario]) -> None:
    Path("american.csv").write_bytes(SPREADSHEETS["american.csv"]())
    assert " lb, as your run plan is in miles; for kg" in solve("american.csv").err
    Path("coach.xlsx").write_bytes(SPREADSHEETS["coach.xlsx"]())
    assert "Weights" not in solve("coach.xlsx").err
    assert [scenario.publication.units for scenario in handed_on] == ["imperial", "metric"]
    for mass, units in (("70 kg", "metric"), ("155 lb", "imperial")):
        given = ("--yes", "--runs", "american.csv", "--body-mass", mass)
        ran = runtall("new", f"{units}.yaml", *given)
        assert "Weights" not in ran.out
        assert (units == "imperial") == ("dumbbells_lb" in Path(f"{units}.yaml").read_text("utf-8"))


def test_one_is_solved_whole() -> None:
    Path("coach.xlsx").write_bytes(SPREADSHEETS["coach.xlsx"]())
    ran = runtall("solve", "coach.xlsx", "--json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["status"] == "OPTIMAL"
    assert Path("plans", "coach", "plan.ics").is_file()
    assert runtall("check", "plans/coach/plan.csv", "coach.yaml", "-q").code == 0


def test_a_second_time_the_scenario_is_the_one_made_before(handed_on: list[Scenario]) -> None:
    Path("mine.csv").write_text(ENOUGH + "2027-04-25,race,City Marathon\n", "utf-8")
    solve("mine.csv")
    changed = Path("mine.yaml").read_text("utf-8").replace("minutes: 40", "minutes: 30")
    Path("mine.yaml").write_text(changed, "utf-8")
    ran = solve("mine.csv")
    assert "mine.csv: its scenario is mine.yaml, made earlier" in ran.err
    assert Path("mine.yaml").read_text("utf-8") == changed
    assert handed_on[1].normalised["strength"]["minutes"] == 30


def test_its_race_is_changed_in_the_scenario(handed_on: list[Scenario]) -> None:
    Path("mine.csv").write_text(ENOUGH, "utf-8")
    assert "mine.csv names no race: its last day is taken for it" in solve("mine.csv").err
    ran = runtall("solve", "mine.csv", "--race-date", "2027-04-25")
    assert ran.code == 2
    assert (
        "--race-date: 2027-04-25, but mine.yaml, made of mine.csv earlier, says 2027-03-28; change"
        " its key race_date"
    ) in ran.err
    for same in ("2027-03-28", "28 March 2027"):
        assert "its scenario is mine.yaml" in solve("mine.csv", "--race-date", same).err
    for wrong in ("2027-13-01", "in spring"):
        ran = runtall("solve", "mine.csv", "--race-date", wrong)
        assert ran.code == 2
        assert wrong in ran.err
        assert "mine.yaml" not in ran.err


def test_a_race_that_the_plan_names_is_no_guess(handed_on: list[Scenario]) -> None:
    Path("mine.csv").write_text(ENOUGH + "2027-04-25,race,City Marathon\n", "utf-8")
    assert "names no race" not in solve("mine.csv").err
    Path("short.csv").write_text(ENOUGH, "utf-8")
    assert "names no race" not in solve("short.csv", "--race-date", "2027-04-25").err


def test_a_file_of_that_name_is_left_alone() -> None:
    Path("mine.csv").write_text(ENOUGH + "2027-04-25,race,City Marathon\n", "utf-8")
    Path("mine.yaml").write_text("my: notes\n", "utf-8")
    ran = runtall("solve", "mine.csv")
    assert ran.code == 2
    assert "mine.yaml: is there already" in ran.err
    assert Path("mine.yaml").read_text("utf-8") == "my: notes\n"


def test_the_race_can_be_said_beside_it(handed_on: list[Scenario]) -> None:
    week = "easy 8 km,intervals,rest,tempo 6 km,rest,easy 5 km,long run"
    rows = [f"Week {number},{week}" for number in range(1, 17)]
    Path("undated.csv").write_text("\n".join(["Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", *rows]), "utf-8")
    ran = runtall("solve", "undated.csv")
    assert ran.code == 2
    assert "the plan has no dates; give the day of the race (--race-date 2027-04-25)" in ran.err
    assert not Path("undated.yaml").exists()
    solve("undated.csv", "--race-date", f"{RACE}")
    assert handed_on[0].request.calendar.race_date == RACE


def test_a_fault_of_the_file_is_told_and_nothing_written() -> None:
    Path("mine.csv").write_text("Day,Run\nsoon,easy\nlater,long\n", "utf-8")
    ran = runtall("solve", "mine.csv")
    assert ran.code == 2
    assert ran.err.startswith("mine.csv:1:1: there is no column date")
    assert [path.name for path in Path().iterdir()] == ["mine.csv"]


@pytest.mark.parametrize("name", ["mine.json", "mine.ics", "mine.yaml", "mine.txt"])
def test_other_run_plans_than_tables(name: str, handed_on: list[Scenario]) -> None:
    days = [f"{RACE.replace(day=1):%Y-%m}-{day:02}" for day in (1, 2)]
    event = "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{}\r\nSUMMARY:{}\r\nEND:VEVENT\r\n"
    events = event.format(days[0].replace("-", ""), "Easy 8 km")
    events += event.format(f"{RACE:%Y%m%d}", "Marathon")
    run = {"category": "WORKOUT", "type": "Run", "name": "Easy", "start_date_local": days[0]}
    workouts = [run, {"category": "RACE_A", "type": "Run", "start_date_local": f"{RACE}"}]
    week = '  - workouts: [{title: "Rest"}' + ', {title: "Easy {5}"}' * 5 + ', {title: "Marathon"}]'
    Path(name).write_text(
        {
            "mine.json": json.dumps(workouts),
            "mine.ics": f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n",
            "mine.yaml": f"units: mi\nschedule:\n{week}\n",
            "mine.txt": f"{days[0]}: easy 8 km\n{days[1]}: 6x800\n{RACE}: Marathon\n",
        }[name],
        "utf-8",
    )
    before = Path(name).read_bytes()
    solve(name, *(["--race-date", f"{RACE}"] if name == "mine.yaml" else []))
    assert handed_on[0].request.calendar.race_date == RACE
    assert Path(name).read_bytes() == before


def test_a_plan_of_ours_is_none() -> None:
    Path("plan.json").write_text(f'{{"format": "{FORMAT}"', "utf-8")
    Path("plan.csv").write_text(",".join(["session_id", *NEEDED]) + "\n", "utf-8")
    for name in ("plan.json", "plan.csv"):
        ran = runtall("solve", name)
        assert ran.code == 2
        assert "a plan that runtall wrote; name its scenario" in ran.err


def test_the_race_of_a_scenario_stands_in_it() -> None:
    Path("mine.yaml").write_text("race_date: 2027-04-25\nruns: {week: {mon: easy}}\n", "utf-8")
    ran = runtall("solve", "mine.yaml", "--race-date", "2027-04-25")
    assert ran.code == 2
    assert ran.err.startswith("--race-date: for a run plan only")


def test_times_need_a_zone_that_somebody_says(
    handed_on: list[Scenario], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Etc/UTC")
    Path("google.csv").write_bytes(SPREADSHEETS["google.csv"]())
    ran = solve("google.csv")
    assert "Nothing says your time zone" in ran.err
    assert handed_on[0].normalised["timezone"] == "UTC"


@pytest.mark.parametrize("command", [("runs", "{}"), ("new", "mine.yaml", "--runs", "{}")])
def test_a_plan_of_ours_is_none_for_others(command: tuple[str, ...]) -> None:
    Path("plan.csv").write_text(",".join(["session_id", *NEEDED]) + "\n", "utf-8")
    ran = runtall(*(word.format("plan.csv") for word in command))
    assert ran.code == 2
    assert "a plan that runtall wrote; name its scenario" in ran.err
    assert not Path("mine.yaml").exists()


def test_a_plan_that_is_over_is_told_by_its_file(handed_on: list[Scenario]) -> None:
    Path("past.csv").write_text(ENOUGH.replace("2027", "2025") + "2025-04-27,race,Goal\n", "utf-8")
    assert "past.csv: Sun 27 Apr 2025 is past" in solve("past.csv").err
