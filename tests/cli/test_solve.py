"""``runtall solve``: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from runtall.domain import clock
from runtall.exporters.folder import FILES
from runtall.rules.all import RULES
from tests.cli.conftest import Write
from tests.cli.run import runtall


def test_it_writes_three_files_and_says_so(write: Write) -> None:
    ran = runtall("solve", write("name: Little marathon", weeks=8), "-o", "out")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(FILES)
    lines = ran.out.splitlines()
    sessions = len(json.loads(Path("out/plan.json").read_text(encoding="utf-8"))["sessions"])
    assert lines[0] == f"Little marathon - race on Sun 25 Apr 2027, {sessions} strength sessions"
    assert [line.split()[0] for line in lines[2:10]] == [str(week) for week in range(1, 9)]
    assert "Given up: nothing." in lines
    assert f"Check: 0 violations of {len(RULES)} rules in plan.ics, plan.csv, plan.json." in lines
    assert "Proven: no plan does better." in lines
    assert [line for line in lines if line.startswith("out/")] == [f"out/{f}" for f in FILES]


def test_it_prints_what_matters_most_first(write: Write) -> None:
    ran = runtall("solve", write(weeks=6), "-o", "out")
    parts = ["wk phase", "Given up: nothing.", "First session: Mon 15 Mar. Pull day - 5 exercises"]
    places = [ran.out.index(part) for part in [*parts, "Import plan.ics", "out/plan.ics"]]
    assert places == sorted(places)
    assert "bound" not in ran.out
    assert "fewer than the 8 to 16" in ran.err
    proof = runtall("solve", write(weeks=6), "-o", "out", "--proof")
    assert "bound" in proof.out


@pytest.mark.parametrize(
    ("athlete", "said"),
    [
        ("", False),
        ("body_mass_kg: 60", True),
        ("body_mass_kg: 60, push_ups: 3", True),
        # Those of the others are.
        ("body_mass_kg: 60, loads: {one_arm_db_row: {kg: 8, reps: 10}}", True),
        ("experience: trained, body_mass_kg: 60", False),
        ("experience: trained, body_mass_kg: 60, loads: {one_arm_db_row: {kg: 20, reps: 9}}", True),
    ],
)
def test_it_says_what_would_make_guesses_better(write: Write, athlete: str, said: bool) -> None:
    ran = runtall("solve", write(f"athlete: {{{athlete}}}", weeks=6), "-o", "out")
    assert ("First weights are guesses" in ran.out) is said


@pytest.mark.parametrize(
    ("days", "told"),
    [("mon: {minutes: 22}, thu: {minutes: 19}", True), ("wed: {minutes: 22}", False)],
)
def test_it_says_that_sessions_lie_on_short_days(write: Write, days: str, told: bool) -> None:
    """Though other days have more time: the guide's session is longer."""
    ran = runtall("solve", write(f"availability: {{{days}}}", weeks=9), "-o", "out")
    assert ("the guide gives a session 30 to 40 minutes" in " ".join(ran.out.split())) is told


def test_a_table_that_was_filled_in_is_kept(write: Write) -> None:
    solved = ("-o", "out")
    assert runtall("solve", write(weeks=6), *solved, "--quiet").code == 0
    table = Path("out/plan.csv")
    names = {path.name for path in Path("out").iterdir()}
    lines = table.read_text("utf-8").splitlines()
    runtall("solve", write("name: Another", weeks=6), *solved, "--quiet")
    assert {path.name for path in Path("out").iterdir()} == names, "nobody changed a cell"
    filled = "\r\n".join(
        [lines[0], lines[1].removesuffix(",,,,,band row,") + ",2,8,,3,,", *lines[2:]]
    )
    table.write_text(filled, "utf-8", newline="")
    ran = runtall("solve", write("name: Third", weeks=6), *solved)
    assert Path("out/plan.csv.filled").read_bytes() == filled.encode()
    assert "out/plan.csv.filled: the plan.csv that you had filled in, kept" in ran.out
    table.write_text(filled + "\r\n", "utf-8", newline="")
    ran = runtall("solve", write(weeks=6), *solved, "--json")
    assert "out/plan.csv.filled-2: the plan.csv that you had filled in, kept" in ran.err
    assert Path("out/plan.csv.filled").read_bytes() == filled.encode()
    assert table.read_text("utf-8").splitlines() == lines


def test_the_plan_as_markdown_lies_beside_it(write: Write) -> None:
    ran = runtall(
        "solve", write("name: Little marathon", weeks=8), "-o", "out", "--also", "plan.md"
    )
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in Path("out").iterdir()) == sorted([*FILES, "plan.md"])
    assert ran.out.splitlines()[-1] == "out/plan.md"
    assert "# Little marathon" in Path("out/plan.md").read_text(encoding="utf-8").splitlines()


def test_markdown_of_an_earlier_plan_is_set_aside(write: Write) -> None:
    solved = ("-o", "out", "--quiet")
    runtall("solve", write(weeks=8), *solved, "--also", "plan.md", "--also", "wall.md")
    Path("out/notes.md").write_text("# Notes\n", "utf-8")
    before = Path("out/plan.md").read_bytes()
    assert runtall("solve", write(weeks=8), *solved).code == 0
    assert Path("out/plan.md").read_bytes() == before, "the same plan: it is still true"
    also = ("--also", "wall.md")
    assert runtall("solve", write("name: Another", weeks=8), *solved, *also).code == 0
    assert {path.name for path in Path("out").iterdir()} == {
        *FILES, "notes.md", "plan.md.outdated", "wall.md",
    }  # fmt: skip
    assert Path("out/plan.md.outdated").read_bytes() == before
    assert runtall("solve", write("name: Third", weeks=8), *solved, *also).code == 0
    assert not Path("out/plan.md.outdated").exists(), "no plan has two earlier ones"


@pytest.mark.parametrize("options", [(), ("--json",)], ids=["screen", "json"])
def test_a_rendering_that_was_set_aside_is_told(options: tuple[str, ...], write: Write) -> None:
    runtall("solve", write(weeks=8), "-o", "out", "--quiet", "--also", "plan.html")
    line = "out/plan.html.outdated: of the plan before; --also plan.html writes that of this one"
    same = runtall("solve", write(weeks=8), "-o", "out", *options)
    assert line not in f"{same.out}{same.err}".splitlines()
    ran = runtall("solve", write("name: Another", weeks=8), "-o", "out", *options)
    assert line in (ran.err if options else ran.out).splitlines()
    assert Path("out/plan.html.outdated").exists()


def test_renderings_that_there_are_not_are_all_named(write: Write) -> None:
    ran = runtall("solve", write(), "-o", "out", "--also", "plan.pdf", "--also", "a/plan.md")
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "--also: plan.pdf: can't be written; allowed: <name>.md, <name>.html, <name>.txt",
        "--also: a/plan.md: name a file; it is written beside the plan",
    ]
    assert not Path("out").exists()


def test_somebody_elses_markdown_stays(write: Write) -> None:
    Path("out").mkdir()
    Path("out/plan.md").write_text("# Notes\n")
    ran = runtall("solve", write(), "-o", "out", "--also", "plan.md")
    assert ran.code == 2
    assert "out/plan.md: was not written by runtall and would be lost" in ran.err
    assert [path.name for path in Path("out").iterdir()] == ["plan.md"]


def test_the_default_folder_is_named_for_the_scenario(write: Write) -> None:
    assert runtall("solve", write(name="spring.yaml"), "--quiet").code == 0
    assert sorted(path.name for path in Path("plans/spring").iterdir()) == sorted(FILES)


def test_quiet_prints_nothing(write: Write) -> None:
    ran = runtall("solve", write(), "--quiet", "--output", "out")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_json_is_the_plan_and_nothing_else(write: Write) -> None:
    ran = runtall("solve", write(), "--json", "-o", "out")
    assert ran.code == 0
    assert ran.out == Path("out/plan.json").read_text(encoding="utf-8")
    plan = json.loads(ran.out)
    assert plan["status"] == "OPTIMAL"
    assert all(stage["value"] == stage["bound"] for stage in plan["stages"])


def test_warnings_go_to_standard_error(write: Write) -> None:
    ran = runtall("solve", write(weeks=6), "-o", "out", "--json")
    assert ran.err == (
        "scenario.yaml: 6 weeks are fewer than the 8 to 16 that the guide is written for; "
        "the plan ramps less far\n"
    )
    json.loads(ran.out)


def test_each_stage_can_be_exported(write: Write) -> None:
    assert runtall("solve", write(), "-q", "-o", "out", "--export-model", "models/new").code == 0
    names = sorted(path.name for path in Path("models/new").iterdir())
    assert names == [f"stage-{number}.pb" for number in range(1, len(names) + 1)]
    assert all(path.stat().st_size for path in Path("models/new").iterdir())


def test_what_was_relaxed_is_said(write: Write) -> None:
    off = "availability: {mon: off, wed: off, thu: off, sun: off}"
    ran = runtall("solve", write(off), "-o", "out")
    assert ran.code == 0
    told = ran.out.partition("Given up:\n")[2].partition("Check: ")[0]
    assert told.startswith("  week")
    assert "one session, both in one, instead of two, to spare a bad day" in " ".join(told.split())


def test_a_calendar_without_sessions_is_not_what_is_tested(write: Write) -> None:
    scenario = write("output: {include: [mobility]}")
    ran = runtall("solve", scenario, "-o", "out")
    assert ran.code == 0
    assert "rules in plan.csv, plan.json." in ran.out
    assert runtall("check", "out/plan.json", scenario).code == 0
    ran = runtall("check", "out/plan.ics", scenario)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "out/plan.ics: output.include keeps the sessions out of the calendar\n"


@pytest.mark.parametrize("option", ["", "--quiet", "--json"])
def test_out_of_time(write: Write, option: str) -> None:
    scenario = write("solver: {effort: 0.1}", weeks=53)
    ran = runtall("solve", scenario, "-o", "out", *filter(None, [option]))
    assert ran.code == 4
    assert not Path("out").exists()
    warned = "" if option == "--quiet" else f"{scenario}: 53 weeks are more than the 8 to 16"
    lines = ["", *ran.err.splitlines()]
    assert any(line.startswith(warned) for line in lines)
    last = lines[-1]
    if option == "--json":
        assert json.loads(ran.out) == {"status": "UNKNOWN"}
        assert last.startswith(warned)
    else:
        assert ran.out == ""
        assert last == (
            "No plan was found within the limits. Give solver.effort more, or solver.time_limit_s"
            " where it is set."
        )


@pytest.mark.parametrize("option", ["", "--quiet", "--json"])
def test_impossible(write: Write, option: str) -> None:
    scenario = write("strength: {fix: [{session: D2, day: fri}]}")
    ran = runtall("solve", scenario, "-o", "out", *filter(None, [option]))
    assert ran.code == 3
    assert not Path("out").exists()
    if option == "--json":
        answer = json.loads(ran.out)
        assert answer["status"] == "INFEASIBLE"
        assert {part["rule"] for part in answer["conflict"]} == {
            "rest-before-long-run",
            "locked-days",
        }
        assert all(set(part) == {"rule", "where", "sentence"} for part in answer["conflict"])
        assert ran.err == ""
    else:
        assert ran.out == ""
        assert ran.err.startswith("No plan exists under these rules.")


def test_one_session_is_no_plural(write: Write) -> None:
    ran = runtall("solve", write(weeks=1), "-o", "out")
    assert ran.out.splitlines()[0].endswith(", 1 strength session")
    assert ran.err == (
        "scenario.yaml: 1 week is fewer than the 8 to 16 that the guide is written for; "
        "the plan ramps less far\n"
    )


RACES = """\
race_date: 2027-04-{day}
weeks: 8
runs:
  week: {{mon: easy, tue: [workout, easy?], wed: easy, thu: [easy?, recovery?], sat: long}}
  days: {{2027-04-17: rest}}
"""


@pytest.mark.parametrize(("day", "empty"), [(22, True), (25, False)])
def test_a_race_week_without_a_session_is_explained(write: Write, day: int, empty: bool) -> None:
    write().write_text(RACES.format(day=day), encoding="utf-8")
    ran = runtall("solve", "scenario.yaml", "-o", "out")
    assert ran.code == 0
    assert ("No session in week 8: the race comes too early in it." in ran.out) == empty


def test_a_day_has_a_question_mark_if_its_hardest_run_has(write: Write) -> None:
    write().write_text(RACES.format(day=25), encoding="utf-8")
    calendar = runtall("solve", "scenario.yaml", "-o", "out").out.partition("pull day, push day")[0]
    assert "work?" not in calendar
    assert "easy?" in calendar


def test_it_says_how_to_set_phases_that_were_guessed(write: Write) -> None:
    guessed = runtall("solve", write(weeks=8), "-o", "out")
    assert "To set them, write: phases: {peak: 2, taper: 2}" in " ".join(guessed.out.split())
    told = runtall("solve", write("phases: {peak: 2, taper: 2}", weeks=8), "-o", "out")
    assert "guessed" not in told.out


def test_the_plan_of_another_scenario_stays(write: Write) -> None:
    for athlete in ("anna", "ben"):
        Path(athlete).mkdir()
    mine, other = (write(name=f"{athlete}/spring.yaml") for athlete in ("anna", "ben"))
    assert runtall("solve", mine, "--quiet").code == 0
    before = {path: path.read_bytes() for path in Path("plans/spring").iterdir()}
    ran = runtall("solve", other)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("plans/spring: holds the plan of anna/spring.yaml, which would be lo")
    assert {path: path.read_bytes() for path in Path("plans/spring").iterdir()} == before
    assert runtall("solve", other, "-o", "plans/ben", "--quiet").code == 0


@pytest.mark.parametrize("moved", [False, True], ids=["edited", "renamed"])
def test_a_scenario_that_was_changed_goes_on_with_its_plan(write: Write, moved: bool) -> None:
    assert runtall("solve", write(name="spring.yaml"), "-o", "out", "--quiet").code == 0
    before = Path("out/plan.ics").read_bytes().count(b"BEGIN:VEVENT")
    if moved:
        Path("spring.yaml").unlink()
    path = write("name: Spring\nid: other", name="later.yaml" if moved else "spring.yaml")
    assert runtall("solve", path, "-o", "out", "--quiet").code == 0
    calendar = Path("out/plan.ics").read_bytes()
    assert calendar.count(b"STATUS:CANCELLED") == before


def test_what_is_past_and_came_out_otherwise_is_told(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2027, 3, 20))
    told = "before today planned anew, too: go on from what you did"
    assert told not in runtall("solve", write()).err
    assert told not in runtall("solve", write("name: Other")).err
    later = "strength: {ban: [{session: D2, week: 8}]}"
    assert told not in runtall("solve", write(later)).err
    ill = write("availability: {ill: {from: 2027-03-16, to: 2027-03-19}}")
    # What lies before an illness stays, and what it takes was not done.
    assert told not in runtall("solve", ill).err
    shorter = write("strength: {minutes: 25}")
    assert re.search(rf"scenario.yaml: \d+ sessions {told}", runtall("solve", shorter).err)
