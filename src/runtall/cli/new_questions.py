"""The questions of ``runtall new``."""

from __future__ import annotations

from collections.abc import Callable
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
from runtall.errors import UserError
from runtall.errors.words import counted, date_words
from runtall.importers import Provenance
from runtall.scenario.answers import body, dates, week

# Days before the race from which on nothing is planned, and those that hold one session only.
TOO_LATE, LAST_DAYS = 3, 6
FEW_WEEKS = 8
# What people write who may begin at once.
NO_START = {"none", "any", "now"}


def questions(today: date) -> tuple[Question, ...]:
    """Return every question, in order."""
    least, most = body.MINUTES
    return (
        Question(
            "race_date", "Race", _words("When is the race?"),
            "The day of your marathon, as you write dates: 25 April 2027, 25.04.2027, 2027-04-25."
            " Without a year it is the next one.",
            lambda text: dates.read_day(text, today), _race_of_file,
            check=lambda day, known: _race_note(day, today), show=date_words,
        ),
        Question(
            "runs", "Runs", _words("What do you run? A run plan file, or your week"),
            f"A file of your run plan: a calendar (.ics) or a table. Or the week that you usually"
            f" run, in your words: {week.NAMED}. Days that you don't name are rest. Or seven words"
            f" from Monday on: {week.EXAMPLE}. A ? behind a run: it may be left out. A + between"
            " two: both on that day.",
            lambda text: text if Path(text).is_file() else week.read_runs(text), _nothing,
            check=lambda answer, known: _runs_note(answer, known),
            show=lambda answer: answer if isinstance(answer, str) else week.week_words(answer),
        ),
        Question(
            "starts", "Strength starts",
            lambda known: (
                f"Your plan began on {date_words(_block(known, today).first)}. From which day on"
                " may strength be planned?"
            ),
            "Nothing is planned before this day. Weeks keep their numbers; your first week with"
            " strength is a small one, whatever number it has.",
            lambda text: today if text.lower() in NO_START else dates.read_day(text, today),
            lambda known: today.isoformat(),
            asked=lambda known: _block(known, today).begun,
            check=_starts_note, show=date_words,
        ),
        Question(
            "days", "Days", _words("On which days is there time for strength?"),
            "Weekdays such as mon, wed and fri; Monday to Thursday; all but sunday; or all. The"
            " more there are, the better your runs can be spared.",
            dates.read_days, lambda known: "all",
            show=lambda days: "all" if days == WEEKDAYS else ", ".join(days),
        ),
        Question(
            "minutes", "Minutes", _words("How long may a session be?"),
            f"From {least} to {most} minutes, such as 30 min. 30 to 40 hold everything; shorter"
            " ones keep rows, pulldowns and a set of the rest.",
            body.read_minutes, lambda known: "40", show=lambda minutes: f"{minutes} min",
        ),
        Question(
            "equipment", "Equipment", _words("What do you train with? gym, home or bands"),
            "gym: dumbbells, cables, bench and bar. home: pairs of dumbbells from 4 to 12 kg and"
            " bands. bands: nothing but bands. The file lists all of it, to be put right there.",
            body.read_equipment, lambda known: "gym",
        ),
        Question(
            "experience", "Lifting", _words("How used are you to lifting? new, some or trained"),
            "new: hardly ever. some: a few months. trained: longer than that. It decides how much"
            " the first week has and how heavy it is.",
            body.read_experience, lambda known: "new", show=lambda answer: str(answer.value),
        ),
        Question(
            "body_mass", "Body mass", _words("What do you weigh? Enter to leave it out"),
            "70 kg, 155 lb or 11 st 4: it gives a careful first guess of your weights, and is used"
            " for nothing else. Without it the plan asks you to choose them yourself.",
            body.read_body_mass, lambda known: "",
            show=lambda mass: str(mass) if mass else "not told",
        ),
        Question(
            "signs", "Signs", _words("What do long runs do to your upper body? Signs, or none"),
            f"Name what you notice: {', '.join(sign.replace('_', ' ') for sign in SIGNS)}. With a"
            " number if you like, from 1, sometimes, to 3, always: torso twists 2, neck tight 1."
            " What they need grows first.",
            body.read_signs, lambda known: "none",
            show=lambda signs: ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in signs.items())
            or "none",
        ),
        Question(
            "shoulder", "Shoulder", _words("Does pressing overhead hurt a shoulder?"),
            "yes: nothing is pressed overhead; presses on the floor or the bench stay. For other"
            " pain see athlete.painful in the file.",
            body.read_yes, lambda known: "no", show=lambda answer: "hurts" if answer else "fine",
        ),
        Question(
            "timezone", "Time zone", _words("In which time zone are the times of your runs?"),
            "A name such as Europe/London, or its city. Your run plan gives times of day, and"
            " calendars need the zone to show sessions at the right time.",
            body.read_timezone, _zone, asked=_has_times,
            show=lambda zone: zone or "none",
        ),
    )  # fmt: skip


def _words(text: str) -> Callable[[Known], str]:
    return lambda known: text


def _nothing(known: Known) -> None:
    return None


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


def race_warning(day: date, today: date) -> str:
    """Return why hardly anything can be planned for a race on this day; empty: there is time."""
    left = (day - today).days
    if left < 0:
        return f"{date_words(day)} is past"
    if left <= TOO_LATE:
        when = ("today", "tomorrow")[left] if left < 2 else f"in {left} days"
        return f"{date_words(day)} is {when}: no strength is planned so close to a race"
    return ""


def _race_note(day: date, today: date) -> str:
    if warning := race_warning(day, today):
        raise BadValue(warning)
    left = (day - today).days
    if left <= LAST_DAYS:
        return f"{date_words(day)}: only {left} days are left, time for one very light session"
    weeks = left // 7
    few = f": fewer than {FEW_WEEKS}, so the plan builds up less" if weeks < FEW_WEEKS else ""
    return f"{date_words(day)}, in {counted(weeks, 'week')}{few}"


def _runs_note(answer: Any, known: Known) -> str:
    if not isinstance(answer, str):
        return week.week_words(answer)
    read = _file(answer, known.get("race_date"))
    first, last = read.file.runs[0].date, read.file.runs[-1].date
    unsure = sum(dated.provenance is Provenance.ASSUMED for dated in read.file.runs)
    more = f"; {unsure} that no word explains are guesses" if unsure else ""
    return f"{len(read.file.runs)} entries, {date_words(first)} to {date_words(last)}{more}"


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
