"""The whole plan as Markdown: week by week, to be read or printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtall.domain.mobility import mobility_items
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Day, Problem, Week
from runtall.errors.words import counted
from runtall.exporters.card_text import (
    about,
    dose_words,
    needed,
    numbered,
    sets_words,
    today_words,
    why_words,
)
from runtall.exporters.clean import one_line
from runtall.exporters.export import Export
from runtall.exporters.given_up import given_up
from runtall.exporters.how_it_works import HOW_TITLE, how_sections
from runtall.exporters.mobility_text import mobility_dose, mobility_line, mobility_title
from runtall.exporters.run_words import run_title
from runtall.exporters.session_card import SessionCard, session_title
from runtall.exporters.week_words import own_words, week_words
from runtall.progression.texts import say

OURS = "<!-- runtall: strength plan -->"
GOOD_TO_KNOW = "Good to know"
SPECIAL = re.compile(r"[\\`*_\[\]<>|~#&]")


def markdown(export: Export) -> bytes:
    """Write ``plan.md``."""
    text = "\n".join([OURS, *_lines(export)]) + "\n"
    return text.encode("utf-8", "replace")


def _lines(export: Export) -> Iterator[str]:
    problem, plan, units = export.problem, export.plan, export.units
    first, race = export.ends
    yield f"# {_plain(export.title)}"
    yield from ("", f"{counted(len(problem.weeks), 'week')}, from {first} to race day, {race}.")
    yield from ("", export.report.verdict)
    yield from ("", "## What was given up", "")
    relaxed = list(given_up(problem, plan))
    yield from (f"- {line[0].upper()}{line[1:]}" for line in relaxed)
    yield from ([] if relaxed else ["Nothing."])
    if warnings := export.scenario.warnings:
        yield from ("", f"## {GOOD_TO_KNOW}", "", *(f"- {_plain(line)}" for line in warnings))
    yield from ("", f"## {HOW_TITLE}")
    for title, text in how_sections(problem, plan, units):
        yield from ("", f"### {title}", "", *_paragraphs(text))
    for week in problem.planned_weeks:
        yield from _week(problem, plan, week, units)
        for card in export.cards:
            if card.session.day in week.days:
                yield from _card(problem.days[card.session.day], card)
    if plan.mobility:
        items = mobility_items(problem.request.athlete, problem.days[plan.mobility[0]].items)
        yield from ("", f"## {mobility_title(problem)}", "", say("mobility_now"), "")
        yield from map(mobility_line, items)


def _paragraphs(text: str) -> Iterator[str]:
    """Write lines as a list, or as paragraphs where they are none."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        item = line.startswith("- ")
        yield from ([] if item or number == 0 else [""])
        yield f"- {_plain(line[2:])}" if item else _plain(line)


def _week(problem: Problem, plan: Plan, week: Week, units: str) -> Iterator[str]:
    """Write a week's heading, what it is for, and its days with runs and sessions."""
    block = week_words(problem, plan, week)
    yield from ("", f"## Week {week.number}, {problem.span(week)}: {week.phase.value}", "")
    yield from (f"{block[0].upper()}{block[1:]}.", "")
    yield from ("| Day | Running | Strength |", "| --- | --- | --- |")
    for index in week.days:
        day = problem.days[index]
        runs = " + ".join(
            run_title(run, units) + (" (may be left out)" if run.optional else "")
            for run in day.runs
        )
        strength = [_start(session) + session_title(session) for session in plan.on(index)]
        strength += map(_plain, own_words(problem, index))
        strength += [mobility_title(problem)] * plan.mobility.count(index)
        yield f"| {day.label} | {_plain(runs)} | {', '.join(strength)} |"


def _card(day: Day, card: SessionCard) -> Iterator[str]:
    """Write a session's card."""
    yield from ("", f"### {day.label}: {_start(card.session)}{_plain(card.headline)}", "")
    for item in card.items:
        yield f"- **{numbered(item)}**: {_plain(dose_words(card, item))}"
    yield from ("", card.warm_up)
    if words := sets_words(card):
        yield from ("", words)
    yield from ("", today_words(card))
    if notes := needed(card):
        lines = (f"- {about(card, labels)}: {_plain(note)}" for note, labels in notes)
        yield from ("", *lines)
    if card.why:
        yield from ("", *(_plain(line) for line in (why_words(card), card.neighbours) if line))
    if card.mobility:
        yield from ("", card.mobility_words, "", *map(mobility_dose, card.mobility))
    yield from ("", f"{card.advice} {card.safety}")
    if card.closing:
        yield from ("", card.closing)


def _start(session: Session) -> str:
    return f"{session.start:%H:%M} " if session.start else ""


def _plain(text: str) -> str:
    """Return anybody's text so that nothing in it means anything to Markdown."""
    return SPECIAL.sub(r"\\\g<0>", one_line(text))
