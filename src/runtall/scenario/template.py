"""A commented scenario file, written from a few answers."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from runtall.domain.calendar import WEEKDAYS, Calendar
from runtall.domain.library import data_text
from runtall.domain.run_plan import RunKind
from runtall.errors.words import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runtall.scenario.answers import Answers, Week

USUAL_WEEKS = 16
# With fewer weeks left, a plan of the usual length shows more than one of the days left.
LEAST_WEEKS = 4
# Days before the race that no long run belongs into.
LIGHT_DAYS = 5


def weeks_left(race_date: date, today: date) -> int:
    """Length of a new plan: 16 weeks, or those that are left where these are fewer."""
    left = weeks_between(today, race_date)
    return left if LEAST_WEEKS <= left < USUAL_WEEKS else USUAL_WEEKS


def weeks_between(first: date, race_date: date) -> int:
    """Calendar weeks from one that holds a day to that of the race, both counted."""
    monday = first - timedelta(days=first.weekday())
    return (race_date - monday).days // 7 + 1


def scenario_text(answers: Answers, name: str, weeks: int) -> str:
    """Write a scenario file.

    Parameters
    ----------
    name
        Title of the plan.
    weeks
        Length of the plan.
    """
    return "".join(_lines(answers, name, Calendar(answers.race_date, weeks)))


def _lines(answers: Answers, name: str, calendar: Calendar) -> Iterator[str]:
    yield "# Solve it with: runtall solve, and this file's name. Every key: runtall schema.\n"
    yield f"name: {_quoted(name)}\n"
    yield f"race_date: {answers.race_date}\n"
    yield _row(f"weeks: {calendar.weeks}", "of the plan, counted back from the race")
    if answers.timezone:
        yield f"timezone: {answers.timezone}\n"
    yield "\n# The run plan; it is never changed.\n"
    yield f"# Kinds: {', '.join(RunKind)}.\n"
    yield "# A ? behind a kind: it may be left out. [easy, workout]: two runs that day.\n"
    yield "runs:\n"
    yield from _runs(answers, calendar)
    yield '\n# When there is time for strength. A day: off, or {minutes: 30, from: "18:30"}.\n'
    yield "availability:\n"
    yield from (f"  {day}: off\n" for day in WEEKDAYS if day not in answers.days)
    yield _row("  off: []", "dates without any: [2027-02-14]")
    yield "\n"
    yield from _athlete(answers)
    yield "\nequipment:\n"
    yield data_text(f"equipment_{answers.equipment}.yaml")
    yield "\nstrength:\n"
    yield _row(f"  minutes: {answers.minutes}", "the longest that a session may take")


def _quoted(text: str) -> str:
    """Text as YAML holds it, whatever somebody typed."""
    return json.dumps(printable(text), ensure_ascii=False)


def _row(text: str, comment: str) -> str:
    return f"{text:<30} # {comment}\n"


def _runs(answers: Answers, calendar: Calendar) -> Iterator[str]:
    if isinstance(answers.runs, str):
        yield f"  file: {_quoted(answers.runs)}\n"
        yield "  # kinds: {progression: workout}   # corrects what a title was taken for\n"
        return
    yield f"  week: {_week(answers.runs)}\n"
    yield from _race_weeks(answers.runs, calendar)
    yield "  # days: {2027-03-07: {kind: tuneup, km: 21.1}}   # another run on one date\n"


def _athlete(answers: Answers) -> Iterator[str]:
    mass = answers.body_mass
    signs = ", ".join(f"{sign}: {answer}" for sign, answer in answers.signs.items())
    yield "athlete:\n"
    yield _row(f"  experience: {answers.experience}", "in lifting: new, some (months), trained")
    yield _row(f"  body_mass_kg: {mass:g}" if mass else "  # body_mass_kg: 70", "for first loads")
    yield _row(f"  signs: {{{signs}}}", "what long runs do to you, 0 never to 3 always")
    irritates = json.dumps(answers.shoulder)
    yield _row(f"  overhead_irritates: {irritates}", "pressing overhead hurts a shoulder")
    yield _row("  painful: []", "exercises that hurt: they are never planned")
    yield "  # loads: {one_arm_db_row: {kg: 14, reps: 10, rir: 2}}   # what you lift now\n"


def _week(week: Week) -> str:
    days = [
        f"{weekday}: {runs[0] if len(runs) == 1 else '[' + ', '.join(runs) + ']'}"
        for weekday, runs in zip(WEEKDAYS, week, strict=True)
    ]
    return f"{{{', '.join(days)}}}"


def _race_weeks(week: Week, calendar: Calendar) -> Iterator[str]:
    """Rest in place of the usual long run right before the race."""
    rests: dict[int, list[str]] = {}
    for day in range(max(0, calendar.race_day - LIGHT_DAYS), calendar.race_day):
        weekday = calendar.weekday(day)
        if RunKind.LONG in {run.rstrip("?") for run in week[WEEKDAYS.index(weekday)]}:
            rests.setdefault(calendar.week(day), []).append(f"{weekday}: rest")
    if rests:
        weeks = ", ".join(f"{number}: {{{', '.join(days)}}}" for number, days in rests.items())
        yield _row(f"  weeks: {{{weeks}}}", "weeks that differ: no long run so late")
