"""Lists by weekday, weeks over several lines, tables from below, races by any title."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.kinds.classify import classify
from runtall.importers.words.lengths import distance

RACE, COUNT = date(2027, 10, 10), 6
START = RACE - timedelta(7 * COUNT - 1)
LETTERS, SINGLE = ("M", "T", "W", "Th", "F", "Sa", "Su"), ("M", "T", "W", "T", "F", "S", "S")
KINDS = ("rest", "easy", "workout", "easy", "rest", "easy", "long")


def plan(last: str = "LYON", long: str = "LR {}") -> list[list[str]]:
    """Return the runs of six weeks, each with other lengths, and the race on the last day."""
    weeks = [["off", f"{4 + at} easy", f"{4 + at}x800", f"{3 + at} easy", "off", "4 easy",
              long.format(12 + 2 * at)] for at in range(COUNT)]  # fmt: skip
    weeks[-1][-1] = last
    return weeks


def kinds(path: Path, lines: Iterable[str], race_date: date | None = None) -> dict[date, str]:
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    runs = load_runs(path, race_date=race_date).runs
    return {one.date: one.run.kind.value for one in runs if one.run.kind != "rest"}


def expected() -> dict[date, str]:
    days = {START + timedelta(7 * week + at): kind for week in range(COUNT)
            for at, kind in enumerate(KINDS) if kind != "rest"}  # fmt: skip
    return days | {RACE: "race"}


@pytest.mark.parametrize(("names", "sign"), [
    (LETTERS, "   "), (LETTERS, "; "), (SINGLE, ", "), (SINGLE, " | "),
    (("L", "M", "M", "J", "V", "S", "D"), " | "),
])  # fmt: skip
@pytest.mark.parametrize("ends", [(4, 7), (3, 7), (3, 5, 7)])
def test_a_week_may_have_several_lines_with_letters(
    tmp_path: Path, names: Sequence[str], sign: str, ends: Sequence[int]
) -> None:
    lines = ["LYON Sun 10 Oct 2027", "e = easy, numbers are km", ""]
    for at, week in enumerate(plan()):
        days = [f"{name} {run}" for name, run in zip(names, week, strict=True)]
        lines += [f"wk of {START + timedelta(7 * at):%d %b}"]
        lines += [sign.join(days[a:b]) for a, b in zip((0, *ends), ends, strict=False)] + [""]
    assert kinds(tmp_path / "plan.txt", lines) == expected()


def below(week: int, run: str) -> str:
    return f"  {week}. {run}"


@pytest.mark.parametrize(("heads", "item", "between"), [
    (("TUESDAYS -- km. warm up 1, cool down 1", "WEDNESDAYS - track", "THURSDAYS: easy",
      "SATURDAYS -- easy, on grass", "SUNDAYS -- the long ones (km) w/ Carl, 6 am"), below, "\n"),
    (("Tuesday (easy)", "Wednesday: track", "Thursday", "Saturday", "Sunday"),
     "{}: {}".format, ", "),
    (("MARDI", "MERCREDI: piste. 2 km avant", "JEUDI", "SAMEDI", "DIMANCHE"),
     "{}) {}".format, "; "),
])  # fmt: skip
def test_a_weekday_may_have_its_runs_of_all_weeks(
    tmp_path: Path, heads: Sequence[str], item: Callable[[int, str], str], between: str
) -> None:
    lines = ["Lyon marathon 10 October 2027", ""]
    for day, head in zip((1, 2, 3, 5, 6), heads, strict=True):
        runs = [item(at + 1, week[day]) for at, week in enumerate(plan("Lyon"))]
        lines += [head, between.join(runs), ""]
    assert kinds(tmp_path / "plan.txt", lines) == expected()


def test_a_bare_number_is_what_its_heading_says(tmp_path: Path) -> None:
    heads = {"THURSDAYS -- tempo. plain number = just easy miles": ["3 tempo", "5", "4 tempo", "6"],
             "SUNDAYS -- long": ["10", "12", "14", "Marathon"]}  # fmt: skip
    lines = ["Lyon marathon 10 October 2027"]
    for head, runs in heads.items():
        lines += ["", head, *(below(at, run) for at, run in enumerate(runs, start=1))]
    found = kinds(tmp_path / "plan.txt", lines)
    assert [*found.values()] == ["workout", "long", "easy", "long", "workout", "long",
                                 "easy", "race"]  # fmt: skip


@pytest.mark.parametrize(("head", "first"), [
    ("w/c,Tue,Wed,Thu,Sat,Sun,Mon & Fri", lambda at: f"{START + timedelta(7 * at):%d %b}"),
    ("to go,Tue,Wed,Thu,Sat,Sun,Mon & Fri", lambda at: f"{COUNT - 1 - at}"),
    ("week,Sun,Tue,Wed,Thu,Sat,Mon/Fri", lambda at: f"{at + 1}"),
])  # fmt: skip
@pytest.mark.parametrize("way", [1, -1])
def test_tables_from_below_with_columns_out_of_turn(
    tmp_path: Path, head: str, first: Callable[[int], str], way: int
) -> None:
    order = (6, 1, 2, 3, 5) if ",Sun,Tue" in head else (1, 2, 3, 5, 6)
    rows = [",".join([first(at), *(week[day] for day in order), "off"])
            for at, week in enumerate(plan("LYON!"))]  # fmt: skip
    title = "Lyon marathon 10 October 2027" + "," * 6
    assert kinds(tmp_path / "plan.csv", [title, head, *rows[::way]]) == expected()


def dated(weeks: Sequence[Sequence[str]], *more: str) -> list[str]:
    days = [run for week in weeks for run in week] + [*more]
    return ["date,run", *(f"{START + timedelta(at)},{run}" for at, run in enumerate(days))]


@pytest.mark.parametrize("title", [
    "LYON 7:45 start", "The big dance", "leave nothing in the tank", "Run easy smile 42.2 km :)",
    "Long one with 40000 friends", "The reckoning", "Showtime! all of it",
])  # fmt: skip
def test_on_its_day_a_race_may_have_any_title(tmp_path: Path, title: str) -> None:
    weeks = plan(title)
    weeks[2][6] = "Maidenhead Half (race)"
    found = kinds(tmp_path / "plan.csv", dated(weeks), RACE)
    assert found == expected() | {START + timedelta(20): "tuneup"}


@pytest.mark.parametrize("title", ["LYON!!! Bellecour 10:25", "Auntie's!!! 7:45 gun", "LYON"])
@pytest.mark.parametrize("behind", [(), ("drive home",)])
def test_a_race_is_known_by_how_loudly_it_is_called(
    tmp_path: Path, title: str, behind: Sequence[str]
) -> None:
    weeks = plan(title)
    weeks[2][6] = "Maidenhead Half (race)"
    assert kinds(tmp_path / "plan.csv", dated(weeks, *behind))[RACE] == "race"


@pytest.mark.parametrize("line", [
    "Mon, Wed & Fri: {}", "Mon/Wed & Fri - {}", "Mon, Wed and Fri: {}", "Mon & Wed + Fri {}",
])  # fmt: skip
def test_several_days_are_joined_in_any_way(tmp_path: Path, line: str) -> None:
    runs = [line.format("4 easy"), "Tue: 6x800"]
    lines = ["Week 1, Monday 4 October", *runs, "Sun: 12 long"]
    lines += ["Week 2, Monday 11 October", *runs, "Sun: marathon"]
    found = kinds(tmp_path / "plan.txt", ["Lyon 17 October 2027", "", *lines])
    week = ["easy", "workout", "easy", "easy"]
    assert [*found.values()] == [*week, "long", *week, "race"]


@pytest.mark.parametrize(("title", "metres"), [
    ("[Q1] 22 km: 2 E + 2 x (3 km T) w/ 2 min + 14 E", 22_000),
    ("16 mi (3 E + 10 M + 3 E)", 25_750), ("18 miles = 4 E + 2 x 2 mi T + 10 E", 28_968),
    ("24 km: 4 km ein + 3 x 3 km Schwelle + 8 km aus", 24_000),
    ("2 km: 1 easy + 1 fast, then 10 km", 12_000),
])  # fmt: skip
def test_a_whole_run_stands_before_its_parts(title: str, metres: int) -> None:
    assert distance(title) == metres


@pytest.mark.parametrize(("title", "kind"), [
    ("parkrun at marathon pace", "workout"), ("parkrun @ mp", "workout"),
    ("parkrun at Bushy", "race"), ("Yardwork + walk 40 min", "cross"),
    ("ménage + marche 40 min", "cross"), ("Tempo, walk 10 min", "workout"),
    ("45 min brisk walk, hills", "cross"),
])  # fmt: skip
def test_what_stands_beside_a_walk_or_a_pace(title: str, kind: str) -> None:
    assert classify(title).kind == kind
