"""Made-up athletes: scenario files that differ in all that runners differ in."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

WEEKS = (
    "mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery",
    "mon: rest, tue: easy, wed: workout, thu: easy, fri: easy, sat: easy, sun: long",
    "mon: recovery, tue: workout, wed: medium_long, thu: easy, fri: workout, sat: easy, sun: long",
    "mon: easy, tue: easy, wed: rest, thu: workout, fri: rest, sat: long, sun: rest",
    "mon: cross, tue: workout, wed: easy, thu: rest, fri: easy, sat: easy?, sun: long",
)
IMPOSSIBLE = "{session: D2, day: fri}"
"""With the first week: the day before the long run."""


def scenario(number: int, *, weeks: int | None = None) -> str:
    """The scenario of an athlete; the same for the same number."""
    random = Random(number)
    race = date(2027, 4, 25) + timedelta(weeks=random.randrange(20))
    away = ["mon", "wed", "thu"][: random.randrange(3)]
    return "\n".join(
        [
            f"race_date: {race}",
            f"weeks: {weeks or random.choice([10, 12, 14, 16])}",
            f"runs: {{week: {{{random.choice(WEEKS)}}}}}",
            f"availability: {{{', '.join(f'{day}: off' for day in away)}}}",
            f"athlete: {{experience: {random.choice(['new', 'some', 'trained'])}}}",
            f"strength: {{minutes: {random.choice([25, 30, 35, 40])}}}",
            "",
        ]
    )


def impossible(*, weeks: int = 6) -> str:
    """The scenario of an athlete who asks for what can't be."""
    return (
        f"race_date: 2027-04-25\nweeks: {weeks}\nruns: {{week: {{{WEEKS[0]}}}}}\n"
        f"strength: {{fix: [{IMPOSSIBLE}]}}\n"
    )


def write_athletes(folder: Path, count: int, *, weeks: int | None = None) -> list[Path]:
    """Write so many scenario files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"athlete-{number:04}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(scenario(number, weeks=weeks), "utf-8")
    return paths
