"""A commented scenario file, written from a few answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runtall.domain.calendar import WEEKDAYS, Calendar
from runtall.domain.library import data_text
from runtall.domain.run_plan import LIGHT_DAYS, RunKind
from runtall.errors.words import gathered, printable
from runtall.scenario.run_words import RUN_WORDS, read_run_word

if TYPE_CHECKING:
    from runtall.scenario.answers import Answers, Week

USUAL_WEEKS = 16
# With fewer weeks left, a plan of the usual length shows more than one of the days left.
LEAST_WEEKS = 4


def weeks_left(race_date: date, today: date) -> int:
    """Return the length of a new plan: 16 weeks, or those that are left where these are fewer."""
    left = weeks_between(today, race_date)
    return left if LEAST_WEEKS <= left < USUAL_WEEKS else USUAL_WEEKS


def weeks_between(first: date, race_date: date) -> int:
    """Return the calendar weeks from one that holds a day to that of the race, both counted."""
    monday = first - timedelta(days=first.weekday())
    return (race_date - monday).days // 7 + 1


def scenario_text(answers: Answers, name: str, weeks: int, *, miles: bool = False) -> str:
    """Write a scenario file.

    Parameters
    ----------
    name
        Title of the plan.
    weeks
        Length of the plan.
    miles
        The run plan is in miles: weights are in pounds, unless the body mass says otherwise.
    """
    mass = answers.body_mass
    pounds = mass.unit == "lb" if mass else miles
    no_mass = "# body_mass_lb: 155" if pounds else "# body_mass_kg: 70"
    starts = answers.starts
    signs = ", ".join(f"{sign}: {answer}" for sign, answer in answers.signs.items())
    return data_text("new_scenario.yaml").format(
        name=_quoted(name),
        race_date=answers.race_date,
        weeks=weeks,
        starts=f"starts: {starts!s:<22} # nothing is planned before this day\n" if starts else "",
        units="units: imperial          # lb, yd, mi\n" if pounds else "",
        timezone=f"timezone: {answers.timezone}\n" if answers.timezone else "",
        kinds=", ".join(RunKind),
        runs="".join(_runs(answers.runs, Calendar(answers.race_date, weeks))),
        off="".join(f"  {day}: off\n" for day in WEEKDAYS if day not in answers.days),
        experience=answers.experience,
        body_mass=f"body_mass_{mass.unit}: {mass.number:g}" if mass else no_mass,
        signs=f"{{{signs}}}",
        irritates=json.dumps(answers.shoulder),
        equipment=data_text(f"equipment_{answers.equipment}{'_lb' if pounds else ''}.yaml"),
        minutes=answers.minutes,
    )


def _quoted(text: str) -> str:
    """Return text as YAML holds it, whatever somebody typed."""
    return json.dumps(printable(text), ensure_ascii=False)


def _runs(runs: str | Week, calendar: Calendar) -> Iterator[str]:
    if isinstance(runs, str):
        yield f"  file: {_quoted(runs)}\n"
        yield "  # kinds: {progression: workout}   # corrects what a title was taken for\n"
        return
    days = [
        f"{weekday}: {words[0] if len(words) == 1 else '[' + ', '.join(words) + ']'}"
        for weekday, words in zip(WEEKDAYS, (tuple(map(_run, day)) for day in runs), strict=True)
    ]
    yield f"  week: {{{', '.join(days)}}}\n"
    if rests := _rests(runs, calendar):
        weeks = ", ".join(f"{number}: {{{', '.join(days)}}}" for number, days in rests.items())
        yield f"{f'  weeks: {{{weeks}}}':<30} # weeks that differ: no long run so late\n"
    yield "  # days: {2027-03-07: {kind: tuneup, km: 21.1}}   # another run on one date\n"


def _run(text: str) -> str:
    """Return a kind as it is, and a title in quotes."""
    return text if text in RUN_WORDS else _quoted(text)


def _rests(week: Week, calendar: Calendar) -> dict[int, list[str]]:
    """Return rest in place of the usual long run right before the race."""
    days = range(max(0, calendar.race_day - LIGHT_DAYS), calendar.race_day)
    usual = dict(zip(WEEKDAYS, week, strict=True))
    return gathered(
        (calendar.week(day), f"{calendar.weekday(day)}: rest")
        for day in days
        if RunKind.LONG in {read_run_word(run).kind for run in usual[calendar.weekday(day)]}
    )
