"""The whole plan as Markdown: week by week, to be read or printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.relaxation import WORDS
from runtall.domain.session_ids import identified_sessions
from runtall.exporters.card_text import cue_words, dose_words, mobility_line, numbered
from runtall.exporters.clean import one_line
from runtall.exporters.export import Export
from runtall.exporters.plan_json import plan_texts
from runtall.exporters.run_words import run_title
from runtall.exporters.session_card import SessionCard, session_card, session_title
from runtall.progression.blocks import LABELS, block_of
from runtall.progression.mobility import mobility_items, mobility_minutes
from runtall.progression.texts import say

OURS = "<!-- runtall: strength plan -->"
PROVEN = "Proven: no plan does better."
NOT_PROVEN = "Not proven: a limit was reached. There may be a better plan."
SPECIAL = re.compile(r"[\\`*_\[\]<>|~#&]")


class Markdown:
    """``plan.md``."""

    def write(self, export: Export, name: str) -> Mapping[str, bytes]:
        """Return the plan as one file."""
        text = "\n".join([OURS, *_lines(export)]) + "\n"
        return {name: text.encode("utf-8", "replace")}

    def owns(self, data: bytes) -> bool:
        """Return whether a file begins with our comment."""
        return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(OURS.encode())


def _lines(export: Export) -> Iterator[str]:
    problem, plan = export.problem, export.plan
    units = export.scenario.publication.units
    cards = [
        session_card(problem, session, units, recovery=index == 0)
        for index, (_, session) in enumerate(identified_sessions(plan))
    ]
    first_lines = _all(cards[0]) if cards else ()
    shared = [line for line in first_lines if all(line in _all(card) for card in cards)]
    texts = plan_texts(problem)
    first, race = problem.days[0], problem.days[problem.request.calendar.race_day]
    yield f"# {_plain(export.scenario.publication.name) or 'Strength plan'}"
    yield from ("", f"{len(problem.weeks)} weeks, from {_date(first)} to race day, {_date(race)}.")
    yield from ("", PROVEN if export.report.status == "OPTIMAL" else NOT_PROVEN)
    yield from ("", texts.pop("introduction"), "", "## What was given up", "")
    if plan.relaxed:
        yield from ("Your runs and your time leave no better way:", "")
        yield from (f"- Week {used.week}: {WORDS[used.step]}" for used in sorted(plan.relaxed))
    else:
        yield "Nothing."
    if shared:
        yield from ("", "## In every session", "", *(f"- {line}" for line in shared))
    for week in problem.weeks:
        yield from _week(problem, plan, week, units)
        for card in cards:
            if card.session.day in week.days:
                yield from _card(problem.days[card.session.day], card, shared)
    if plan.mobility:
        athlete = problem.request.athlete
        length = f"{mobility_minutes(athlete)} min"
        yield from ("", f"## Mobility, {length}", "", texts.pop("mobility"), "")
        yield from map(mobility_line, mobility_items(athlete))
    closing = texts.pop("closing")
    yield from ("", "## Good to know", "")
    yield from (f"- {text}" for text in texts.values() if text not in {*shared, say("recovery")})
    yield from ("", closing)


def _week(problem: Problem, plan: Plan, week: Week, units: str) -> Iterator[str]:
    """Write a week's heading, what it is for, and its days with runs and sessions."""
    first, last = (problem.days[week.days[index]].label for index in (0, -1))
    block = LABELS[block_of(problem, week)]
    yield from ("", f"## Week {week.number}, {first} to {last}: {week.phase.value}", "")
    yield from (f"{block[0].upper()}{block[1:]}.", "")
    yield from ("| Day | Running | Strength |", "| --- | --- | --- |")
    for index in week.days:
        day = problem.days[index]
        runs = " + ".join(
            run_title(run, units) + (" (may be left out)" if run.optional else "")
            for run in day.runs
        )
        strength = [_title(session) for session in plan.on(index)]
        strength += [
            f"Mobility, {mobility_minutes(problem.request.athlete)} min"
        ] * plan.mobility.count(index)
        yield f"| {day.label} | {_plain(runs)} | {', '.join(strength)} |"


def _card(day: Day, card: SessionCard, shared: Sequence[str]) -> Iterator[str]:
    """Write a session's card, without what stands in every one."""
    session = card.session
    yield from ("", f"### {day.label}: {_title(session)}", "")
    if card.option:
        yield from (f"Option {_plain(card.option)}.", "")
    if session.note:
        yield from (f"*{_plain(session.note)}*", "")
    for item in card.items:
        yield f"- **{numbered(item)}**: {_plain(dose_words(item))}"
        yield f"  - {_plain(cue_words(item))}"
    if card.mobility:
        yield from ("", card.mobility_words, "", *map(mobility_line, card.mobility))
    own = [line for line in _all(card) if line not in shared]
    if own:
        yield from ("", " ".join(own))


def _all(card: SessionCard) -> tuple[str, ...]:
    """Return what a card says besides its exercises."""
    return (card.warm_up, *card.reminders)


def _title(session: Session) -> str:
    start = f"{session.start:%H:%M} " if session.start else ""
    return f"{start}{session_title(session)}"


def _date(day: Day) -> str:
    return f"{day.label} {day.date.year}"


def _plain(text: str) -> str:
    """Return anybody's text so that nothing in it means anything to Markdown."""
    return SPECIAL.sub(r"\\\g<0>", one_line(text))
