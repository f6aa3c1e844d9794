"""Plan files that can't be read: one line per fault, exit code 2, nothing on standard output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import runtall
from tests.solve import shipped

SCENARIO = shipped.path_of("sample-week")
HEAD = "session_id,date,session,exercise,sets\n"
UNDOSED = HEAD.replace("sets", "position,sets,hold_s,load_kg") + "a,2027-01-04,D1,push_up,1,3,,\n"
EVENT = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:Strength: pull day
DTSTART;VALUE=DATE:{date}
DESCRIPTION:{text}
END:VEVENT
END:VCALENDAR
"""
KINDS = "plan.{kind}: a plan is a file that ends in .ics, .csv, .json"
NO_PLAN = {
    "an empty table": ("csv", "", 1),
    "a table without a column": ("csv", HEAD.replace(",sets", ""), 1),
    "a column twice": ("csv", HEAD.strip() + ",sets\n", 1),
    "a row that is too short": ("csv", HEAD + "a,b\n", 1),
    "rows of nonsense": ("csv", HEAD + "a,soon,D9,push_up,3\nb,2027-01-04,D1,push_upp,x\n", 4),
    "a quote without an end": ("csv", HEAD + '"a', 1),
    "a table without reps and reserve": ("csv", UNDOSED, 1),
    "somebody else's calendar": ("ics", EVENT.replace("Strength", "Dentist"), 1),
    "an empty calendar": ("ics", "", 1),
    "a calendar of nonsense": ("ics", "hello\n", 1),
    "two calendars": ("ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n" * 2, 1),
    "an event without anything": ("ics", EVENT.replace("DTSTART;VALUE=DATE:{date}\n", ""), 2),
    "a card of nonsense": ("ics", EVENT.format(date="20270104", text="1. Cartwheel: many"), 1),
    "an event on another day": ("ics", EVENT.format(date="20200104", text="1. Push-up: 3 x 8"), 1),
    "a line end in a title": (
        "ics",
        EVENT.format(date="20270104", text="1. Cartwheel: 3 x 8").replace(
            "day", "day\\n\\r\x1b[31m"
        ),
        1,
    ),
    "empty JSON": ("json", "", 1),
    "JSON of another shape": ("json", '{"a": 1}', 1),
    "a JSON list": ("json", "[1]", 1),
    "a bare frame": ("json", '{"format": "runtall-plan", "format_version": 2}', 3),
    "JSON from the future": ("json", '{"format": "runtall-plan", "format_version": 99}', 1),
    "JSON that never ends": ("json", "[" * 100_000, 1),
}


@pytest.mark.parametrize("wrong", NO_PLAN)
def test_every_fault_has_its_line(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kind, text, n_faults = NO_PLAN[wrong]
    path = Path(f"plan.{kind}")
    path.write_text(text, encoding="utf-8", newline="")
    for options in ([], ["--json"], ["--quiet"]):
        ran = runtall("check", path, SCENARIO, *options)
        assert ran.code == 2
        lines = ran.err.splitlines()
        faults = json.loads(ran.out)["faults"] if options == ["--json"] else ran.out
        assert len(faults) == (n_faults if options == ["--json"] else 0)
        assert len(lines) == n_faults, ran.err
        assert all(line.startswith(f"{path}: ") for line in lines)
        assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize(
    ("command", "file", "line", "key"),
    [
        (("compare", "bad.yaml", SCENARIO), "bad.yaml", 2, "runs.week.mon"),
        (("check", "bad.csv", SCENARIO), "bad.csv", 2, None),
        (("show", "bad.csv", "--week", "x"), None, None, "--week"),
        (("solve", SCENARIO, "--race-date", "2027-04-25"), None, None, "--race-date"),
        (("runs", "bad.csv", "--race-date", "25.25.2027"), None, None, "--race-date"),
        (("sweep", SCENARIO, "--set", "a"), None, None, "--set"),
        (("solve", SCENARIO, "-o", "bad.csv"), "bad.csv", None, None),
    ],
)
def test_machines_are_told_the_place(
    command: tuple[str | Path, ...],
    file: str | None,
    line: int | None,
    key: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.yaml").write_text("race_date: 2027-04-25\nruns: {week: {mon: esy}}\n", "utf-8")
    Path("bad.csv").write_text(HEAD + "a,soon,D1,push_up,3\n", "utf-8")
    ran = runtall(*command, "--json")
    assert ran.code == 2
    (fault,) = json.loads(ran.out)["faults"]
    assert (fault["file"], fault["line"], fault["key"]) == (file, line, key)
    assert not fault["message"].startswith(("--", "bad"))


@pytest.mark.parametrize(
    ("row", "fault", "cause"),
    [
        ("a,b", "has 2 cells, the header 5", ": the separator"),
        (
            "a,2027-01-04,D1,push_up,07. Mai",
            ", sets: '07. Mai' is no whole number",
            ": a spreadsheet",
        ),
        ("a,2027-01-04,D1,plank,1", ", exercise: 'plank' is no exercise", ""),
    ],
)
@pytest.mark.parametrize(("rows", "told", "rest"), [(10, 10, 0), (11, 3, 8), (100, 3, 97)])
def test_very_many_faults_of_a_kind_are_counted(
    row: str,
    fault: str,
    cause: str,
    rows: int,
    told: int,
    rest: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.csv").write_text(HEAD + f"{row}\n" * rows + "b,soon,D1,push_up,3\n", "utf-8")
    ran = runtall("check", "plan.csv", SCENARIO)
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    alike = [line for line in lines if fault in line]
    assert [line.split(":")[1].split(",")[0] for line in alike] == [
        f" line {number}" for number in range(2, 2 + told)
    ]
    more = f"plan.csv: and {rest} more like this{cause}"
    assert sum(line.startswith(more) for line in lines) == bool(rest)
    assert any(line.startswith(f"plan.csv: line {rows + 2}, date: ") for line in lines)


@pytest.mark.parametrize("kind", ["csv", "ics", "json"])
@pytest.mark.parametrize("data", [bytes(range(256)) * 9, b"x" * 10_000_000], ids=["bytes", "10 MB"])
def test_junk_is_not_repeated(
    kind: str, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(f"plan.{kind}").write_bytes(data)
    ran = runtall("check", f"plan.{kind}", SCENARIO)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"plan.{kind}: ")
    assert len(ran.err) < 1100
    assert ran.err.rstrip("\n").isprintable()


def test_a_missing_file_a_folder_and_another_kind_of_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = runtall("check", "plan.csv", SCENARIO)
    assert (ran.code, ran.out, ran.err) == (2, "", "plan.csv: there is no such file\n")
    ran = runtall("check", "plans/nope", SCENARIO)
    assert (ran.code, ran.out, ran.err) == (2, "", "plans/nope: there is no such file or folder\n")
    Path("plan.csv").mkdir()
    ran = runtall("check", "plan.csv", SCENARIO)
    none = "holds no plan: neither plan.ics nor plan.csv nor plan.json"
    assert (ran.code, ran.out, ran.err) == (2, "", f"plan.csv: {none}\n")
    for kind in ("txt", "yaml", "CSV.bak"):
        Path(f"plan.{kind}").write_text(HEAD, encoding="utf-8")
        ran = runtall("check", f"plan.{kind}", SCENARIO)
        assert (ran.code, ran.out, ran.err) == (2, "", KINDS.format(kind=kind) + "\n")
