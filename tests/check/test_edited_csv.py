"""``runtall check`` on a plan.csv that somebody edited in a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from runtall.exporters.reading_back import compared
from runtall.exporters.records import RECORDS
from runtall.rules.all import RULES
from runtall.scenario import read_scenario
from tests.check.plans import scenario_path, solved
from tests.cli.run import runtall

Rows = list[dict[str, str]]


def rows_of(name: str, factory: pytest.TempPathFactory) -> Rows:
    path = next(path for path in solved(name, factory).paths if path.suffix == ".csv")
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def save(rows: Rows, folder: Path) -> Path:
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path = folder / "edited.csv"
    path.write_text("\ufeff" + text.getvalue(), encoding="utf-8", newline="")
    return path


def test_saved_by_a_spreadsheet_it_is_still_good(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = save(rows_of("sample-week", tmp_path_factory), tmp_path)
    ran = runtall("check", path, scenario_path("sample-week", tmp_path_factory))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{path}: 0 violations of {len(RULES)} rules\n"


def test_sorted_otherwise_it_is_still_good(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = rows_of("sample-week", tmp_path_factory)
    path = save(sorted(rows, key=lambda row: row["exercise"]), tmp_path)
    ran = runtall("check", path, scenario_path("sample-week", tmp_path_factory))
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("rule", "session", "position", "change"),
    [
        ("extra-set", "w05-D1", "1", {"sets": "6"}),
        ("first-week", "w01-D2", "2", {"sets": "5"}),
        ("rest-before-long-run", "w05-D2", "", {"date": "2027-02-05"}),
        ("speed-day", "w05-D2", "", {"date": "2027-02-02"}),
        ("clean-sets", "w05-D2", "1", {"reps": "3"}),
        ("equipment", "w05-D1", "1", {"exercise": "rack_carry"}),
    ],
)
def test_an_edit_against_a_rule_is_named(
    rule: str,
    session: str,
    position: str,
    change: dict[str, str],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    rows = rows_of("sample-week", tmp_path_factory)
    edited = [r for r in rows if r["session_id"] == session and position in {"", r["position"]}]
    assert edited
    for row in edited:
        row.update(change)
    ran = runtall("check", save(rows, tmp_path), scenario_path("sample-week", tmp_path_factory))
    assert ran.code == 5
    assert f"{rule} w" in ran.out or f"{rule} 2027-" in ran.out
    assert ("moved from" in ran.err) == ("date" in change)


@pytest.mark.parametrize(
    ("column", "text", "follows"),
    [
        ("run", "workout", "easy"),
        ("minutes", "45", ""),
        ("rest_s", "5", ""),
        ("phase", "taper", "base"),
    ],
)
def test_a_label_that_follows_from_nothing_is_named(
    column: str, text: str, follows: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = rows_of("sample-week", tmp_path_factory)
    for row in rows:
        if row["session_id"] == "w05-D2" and row[column]:
            row[column] = text
    ran = runtall("check", save(rows, tmp_path), scenario_path("sample-week", tmp_path_factory))
    assert ran.code == 5
    assert ran.out.startswith("label line ")
    assert f", {column}: {text!r} stands there, '{follows}" in ran.out
    assert " from nothing in it" in ran.out.splitlines()[-1]


@pytest.mark.parametrize(
    ("session", "day", "rules"),
    [
        ("w11-D2", "2027-03-17", set()),
        ("w05-D2", "2027-02-03", {"clean-sets"}),
        ("w05-D2", "2027-02-05", {"clean-sets", "rest-before-long-run"}),
        ("w05-D2", "2027-02-02", {"clean-sets", "speed-day", "spacing"}),
    ],
    ids=[
        "to a good day",
        "to a day with a run or rest",
        "to the eve of a long run",
        "to a workout",
    ],
)
def test_a_moved_session_breaks_the_rules_of_its_new_day_only(
    session: str,
    day: str,
    rules: set[str],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    rows = rows_of("sample-week", tmp_path_factory)
    for row in rows:
        if row["session_id"] == session:
            row["date"] = day
    path = save(rows, tmp_path)
    ran = runtall("check", path, scenario_path("sample-week", tmp_path_factory))
    assert {line.split()[0] for line in ran.out.splitlines()[:-1]} == rules
    assert ran.code == (5 if rules else 0)
    # Whatever its exercises break on that day has one cause.
    assert len(ran.out.splitlines()) == len(rules) + 1
    (line,) = ran.err.splitlines()
    assert line.startswith(f"{path}: {session}: moved from Thu ")
    assert line.endswith(" labels still say Thursday")
    quiet = runtall("check", path, scenario_path("sample-week", tmp_path_factory), "--quiet")
    assert (quiet.code, quiet.err) == (ran.code, "")


def test_a_session_that_was_moved_with_its_weekday_is_told_as_moved(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = rows_of("sample-week", tmp_path_factory)
    moved = [row for row in rows if row["session_id"] == "w11-D2"]
    for row in moved:
        row |= {"date": "2027-03-17", "weekday": "wed"}
    scenario = scenario_path("sample-week", tmp_path_factory)
    path = save(rows, tmp_path)
    ran = runtall("check", path, scenario)
    assert (ran.code, ran.out) == (0, f"{path}: 0 violations of {len(RULES)} rules\n")
    says = "w11-D2: moved from Thu 18 Mar to Wed 17 Mar; 4 labels still say Thursday"
    assert ran.err == f"{path}: {says}\n"
    # Whatever else is wrong there is no work of that hand.
    for column, lie in {"run": "workout", "phase": "base", "why": "Because.", "week": "10"}.items():
        (row, text) = next((row, row[column]) for row in moved if row[column])
        row[column] = lie
        assert runtall("check", save(rows, tmp_path), scenario).code == 5
        row[column] = text
    moved[-1]["weekday"] = "thu"
    assert runtall("check", save(rows, tmp_path), scenario).code == 5


def test_changed_sets_name_their_exercise_or_none(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = rows_of("sunday-long-run", tmp_path_factory)
    scenario = read_scenario(scenario_path("sunday-long-run", tmp_path_factory))
    unnamed = []
    for row in rows:
        if row["session_id"] in {"w03-D1", "w03-D2"}:
            sets = row["sets"]
            for other in (int(sets) - 1, int(sets) + 1):
                row["sets"] = str(other)
                data = save(rows, tmp_path).read_bytes()
                (told,) = compared(RECORDS[".csv"], data, scenario).edited
                named = f"{row['session_id']}: sets of {row['name']} changed by hand; "
                if not told.startswith(named):
                    assert told.startswith(f"{row['session_id']}: sets changed by hand; ")
                    unnamed.append((row["exercise"], other - int(sets)))
            row["sets"] = sets
    # A set less of the one and a set more of the other leave sessions of the same length.
    assert unnamed == [("face_pull", -1), ("db_bench_press", 1), ("seated_cable_row", -1)]


@pytest.mark.parametrize("name", ["doubles", "sample-week", "sunday-long-run"])
def test_sets_may_be_changed_in_every_session(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = rows_of(name, tmp_path_factory)
    changed = [row for row in rows if row["position"] == "1" and row["session"] in {"D1", "D2"}]
    for row in changed:
        row["sets"] = str(int(row["sets"]) + 1)
    scenario = read_scenario(scenario_path(name, tmp_path_factory))
    data = save(rows, tmp_path_factory.mktemp("edited")).read_bytes()
    labels = compared(RECORDS[".csv"], data, scenario)
    assert labels.wrong == ()
    told = {line.partition(":")[0] for line in labels.edited if "sets " in line}
    assert told == {row["session_id"] for row in changed}
    # Where one place explains all of its sessions and no other does, it is named.
    rows_told = [line for line in labels.edited if "sets of One-arm dumbbell row " in line]
    assert len(rows_told) == sum(row["session"] == "D1" for row in changed)


def test_a_missing_row_is_a_slot_left_out(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = rows_of("sample-week", tmp_path_factory)
    rows = [row for row in rows if (row["session_id"], row["position"]) != ("w05-D1", "3")]
    ran = runtall("check", save(rows, tmp_path), scenario_path("sample-week", tmp_path_factory))
    assert ran.code == 5
    assert (
        "template-content w05-D1-s3: Week 5: the D1 session has 1 to 2 sets of face pull."
        in ran.out
    )


def test_a_forgotten_declaration_is_named(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = rows_of("only-tuesday-friday", tmp_path_factory)
    for row in rows:
        row["relaxed"] = ""
    ran = runtall(
        "check", save(rows, tmp_path), scenario_path("only-tuesday-friday", tmp_path_factory)
    )
    assert ran.code == 5
    assert "weekly-sessions w" in ran.out
