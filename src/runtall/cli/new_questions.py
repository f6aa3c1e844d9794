"""The questions of ``runtall new``."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from runtall.app.new import Block, block
from runtall.app.reading import ReadRuns, runs
from runtall.cli.dialogue import Known, Question
from runtall.documents.values import BadValue
from runtall.domain.athlete import SIGNS
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.library import data_text
from runtall.errors import UserError
from runtall.errors.words import counted, date_words
from runtall.importers import Provenance
from runtall.importers.plan.summary import NO_RACE
from runtall.scenario.answers import body, dates, week

# Days before the race from which on nothing is planned, and those that hold one session only.
TOO_LATE, LAST_DAYS = 3, 6
FEW_WEEKS = 8
# What people write who may begin at once.
NO_START = {"none", "any", "now"}


def questions(today: date) -> tuple[Question, ...]:
    """Return every question, in order."""
    least, most = body.MINUTES
    signs = ", ".join(sign.replace("_", " ") for sign in SIGNS)
    facts = {"named": week.NAMED, "example": week.EXAMPLE, "signs": signs}
    facts |= {"least": f"{least}", "most": f"{most}"}
    rows = tomllib.loads(data_text("questions.toml"))["question"]
    texts = {row["name"]: row for row in rows}

    def question(
        name: str,
        read: Callable[[str], Any],
        default: Callable[[Known], str | None] | None = None,
        **how: Callable[..., Any],
    ) -> Question:
        row = texts[name]

        def words(known: Known) -> str:
            first = date_words(_block(known, today).first)
            return str(row["words"].format(first=first))

        usual = default or (lambda known: row.get("enter"))
        more = row["more"].format(**facts)
        return Question(name, row["label"], words, more, read, usual, **how)

    return (
        question(
            "race_date",
            lambda text: dates.read_day(text, today),
            _race_of_file,
            check=lambda day, known: _race_note(day, known, today),
            show=date_words,
        ),
        question(
            "runs",
            lambda text: text if Path(text).is_file() else week.read_runs(text),
            check=_runs_note,
            show=lambda answer: answer if isinstance(answer, str) else week.week_words(answer),
        ),
        question(
            "starts",
            lambda text: today if text.lower() in NO_START else dates.read_day(text, today),
            lambda known: today.isoformat(),
            asked=lambda known: _block(known, today).begun,
            check=_starts_note,
            show=date_words,
        ),
        question(
            "days",
            dates.read_days,
            show=lambda days: "all" if days == WEEKDAYS else ", ".join(days),
        ),
        question("minutes", body.read_minutes, show=lambda minutes: f"{minutes} min"),
        question("equipment", body.read_equipment),
        question("experience", body.read_experience),
        question("body_mass", body.read_body_mass, show=lambda mass: str(mass or "not told")),
        question("signs", body.read_signs, show=_signs_words),
        question("shoulder", body.read_yes, show=lambda hurts: "hurts" if hurts else "fine"),
        question(
            "timezone",
            body.read_timezone,
            _zone,
            asked=_has_times,
            show=lambda zone: zone or "none",
        ),
    )


def _signs_words(signs: Mapping[str, int]) -> str:
    return ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in signs.items()) or "none"


def _file(name: str, race_date: date | None) -> ReadRuns:
    return _read_file(Path(name).expanduser(), Path.cwd(), race_date)


@cache
def _read_file(path: Path, folder: Path, race_date: date | None) -> ReadRuns:
    """Read a file that is named from a folder, once."""
    return runs(path, race_date=race_date)


def _read(known: Known) -> ReadRuns | None:
    """Return the run plan file, where there is one that can be read."""
    name = known.get("runs")
    if not isinstance(name, str):
        return None
    try:
        return _file(name, known.get("race_date"))
    except UserError:
        return None


def _block(known: Known, today: date) -> Block:
    race = known.get("race_date")
    if race is None or "runs" not in known:
        return Block(0, today, begun=False)
    read = _read(known)
    return block(race, read.file if read else None, today)


def _race_of_file(known: Known) -> str | None:
    """Propose the race of a run plan file that was named before."""
    read = _read(known)
    return read.summary.race_date.isoformat() if read else None


def race_guess(known: Known) -> str:
    """Say where the race is from if the run plan file names none; empty if it does."""
    name = known["runs"]
    if not isinstance(name, str) or _file(name, None).summary.race_from != NO_RACE:
        return ""
    return f"{name} names no race: its last day is taken for it"


def race_warning(day: date, today: date) -> str:
    """Return why hardly anything can be planned for a race on this day; empty: there is time."""
    left = (day - today).days
    if left < 0:
        return f"{date_words(day)} is past"
    if left <= TOO_LATE:
        when = ("today", "tomorrow")[left] if left < 2 else f"in {left} days"
        return f"{date_words(day)} is {when}: no strength is planned so close to a race"
    return ""


def _race_note(day: date, known: Known, today: date) -> str:
    if warning := race_warning(day, today):
        raise BadValue(warning)
    if (read := _read(known)) is not None:
        _expect_runs_before(day, read)
    left = (day - today).days
    if left <= LAST_DAYS:
        return (
            f"{date_words(day)}: only {counted(left, 'day')} to go, time for one very light session"
        )
    weeks = left // 7
    few = f": fewer than {FEW_WEEKS}, so the plan builds up less" if weeks < FEW_WEEKS else ""
    return f"{date_words(day)}, in {counted(weeks, 'week')}{few}"


def _expect_runs_before(race: date, read: ReadRuns) -> None:
    """Refuse a run plan that begins behind the race."""
    first = read.file.runs[0].date
    if first > race:
        raise BadValue(
            f"the runs of the file begin on {date_words(first)}, after the race on"
            f" {date_words(race)}; one of both is wrong"
        )


def _runs_note(answer: Any, known: Known) -> str:
    if not isinstance(answer, str):
        return week.week_words(answer)
    read = _file(answer, known.get("race_date"))
    if race := known.get("race_date"):
        _expect_runs_before(race, read)
    first, last = read.file.runs[0].date, read.file.runs[-1].date
    unsure = sum(dated.provenance is Provenance.ASSUMED for dated in read.file.runs)
    more = f"; {unsure} that no word explains are guesses" if unsure else ""
    return (
        f"{counted(len(read.file.runs), 'entry')}, {date_words(first)} to {date_words(last)}{more}"
    )


def _starts_note(day: date, known: Known) -> str:
    race = known.get("race_date")
    if race is not None and day > race - timedelta(days=TOO_LATE + 1):
        raise BadValue(f"{date_words(day)} leaves no day for a session before the race")
    return ""


def _has_times(known: Known) -> bool:
    read = _read(known)
    return read is not None and any(dated.run.at for dated in read.file.runs)


def _zone(known: Known) -> str | None:
    """Return the time zone of the run plan, or else of this computer.

    None: neither says it, or only an offset.
    """
    from tzlocal import get_localzone_name

    read = _read(known)
    if read is not None and read.file.timezone:
        return read.file.timezone
    try:
        zone = get_localzone_name()
    except Exception:  # it raises whatever the system's settings make of it
        return None
    return zone if zone and "/" in zone and not zone.startswith("Etc/") else None
