"""Weeks whose numbers are those of the calendar lie there, wherever the race is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs

RACE = date(2027, 4, 25)  # in week 16
NAMES = {
    "de": ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    "fr": ("Lun", "Mar", "Mer", "Jeu", "Ven", "Sam", "Dim"),
    "da": ("Man", "Tir", "Ons", "Tor", "Fre", "Lør", "Søn"),
    "sv": ("Mån", "Tis", "Ons", "Tor", "Fre", "Lör", "Sön"),
}
KMS = (0, 8, 9, 7, 0, 6, 20)
Load = Callable[..., RunFile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loading(text: str, race: date = RACE) -> RunFile:
        path = tmp_path / "plan.txt"
        path.write_text(text, "utf-8")
        return load_runs(path, race_date=race)

    return loading


def wide(head: str, label: str, language: str, numbers: Sequence[int], last: str = "20 km") -> str:
    rows = [[label.format(number), *(f"{far} km" if far else "-" for far in KMS)]
            for number in numbers]  # fmt: skip
    rows[-1][-1] = last
    return "\n".join(";".join(row) for row in ([head, *NAMES[language]], *rows))


def days(found: RunFile) -> list[date]:
    return sorted({one.date for one in found.runs if one.run.distance_m})


def expected(numbers: Sequence[int], year: int) -> list[date]:
    first = date.fromisocalendar(year, numbers[0], 1)
    return [first + timedelta(7 * week + at) for week in range(len(numbers))
            for at, far in enumerate(KMS) if far]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "label", "language"),
    [
        ("KW", "{}", "de"),
        ("Woche", "KW {}", "de"),
        ("Kalenderwoche", "{}", "de"),
        ("Semaine", "semaine {} de l'année", "fr"),
        ("Uge", "{}", "da"),
        ("Vecka", "v. {}", "sv"),
        ("", "v{}", "sv"),
    ],
)
@pytest.mark.parametrize("numbers", [range(9, 12), range(5, 13), range(12, 16)])
def test_the_first_part_of_a_plan(
    load: Load, head: str, label: str, language: str, numbers: range
) -> None:
    assert days(load(wide(head, label, language, numbers))) == expected(numbers, 2027)


@pytest.mark.parametrize(("head", "language"), [("KW", "de"), ("Uge", "da")])
def test_weeks_over_new_year_and_behind_the_race(load: Load, head: str, language: str) -> None:
    race, numbers = date(2027, 1, 10), [49, 50, 51, 52, 53, 1, 2]
    text = wide(head, "{}", language, numbers, "5 km")
    assert days(load(text, race)) == expected(numbers, 2026)


def test_a_row_for_each_day_and_lines_of_a_text(load: Load) -> None:
    days_of = [(number, name, far) for number in range(9, 12)
               for name, far in zip(NAMES["de"], KMS, strict=True)]  # fmt: skip
    rows = "\n".join(f"{number};{name};{far} km" for number, name, far in days_of if far)
    assert days(load(f"KW;Tag;Lauf\n{rows}")) == expected(range(9, 12), 2027)
    lines = [f"{name}: {far} km locker" if far else f"KW {number}" for number, name, far in days_of
             if far or name == "Mo"]  # fmt: skip
    assert days(load("\n".join(lines))) == expected(range(9, 12), 2027)


@pytest.mark.parametrize(
    ("head", "language", "numbers", "last"),
    [("Uge", "da", range(1, 9), "20 km"), ("Week", "de", range(9, 13), "20 km"),
     ("Vecka", "sv", range(3, 11), "Maraton"), ("Uge", "da", range(1, 5), "Marathon")],
)  # fmt: skip
def test_weeks_of_the_plan_end_with_the_race(
    load: Load, head: str, language: str, numbers: range, last: str
) -> None:
    assert days(load(wide(head, "{}", language, numbers, last)))[-1] == RACE
