"""The plan as plain text: whole, or a week of it that fits into a message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.exporters.card_text import conditions, dose_words, numbered, sets_words, why_words
from runtall.exporters.clean import one_line
from runtall.exporters.export import Export
from runtall.exporters.given_up import given_up
from runtall.exporters.how_it_works import HOW_TITLE, how_it_works
from runtall.exporters.markdown import GOOD_TO_KNOW
from runtall.exporters.mobility_text import mobility_dose, mobility_title
from runtall.exporters.session_card import SessionCard, session_cards
from runtall.exporters.week_words import own_words

OURS = "-- runtall: strength plan"


def plain_text(export: Export) -> bytes:
    """Write ``plan.txt``."""
    text = "\n".join([*_lines(export), "", OURS, ""])
    return text.encode("utf-8", "replace")


def _lines(export: Export) -> Iterator[str]:
    problem, plan, units = export.problem, export.plan, export.units
    yield from (export.title, " to race day, ".join(export.ends), export.report.verdict)
    relaxed = list(given_up(problem, plan))
    yield "Given up:" if relaxed else ""
    yield from (f"- {line}" for line in relaxed)
    if warnings := export.scenario.warnings:
        yield from ("", f"{GOOD_TO_KNOW}:", *(f"- {one_line(line)}" for line in warnings))
    for week in problem.planned_weeks:
        yield from ("", *_week(problem, plan, week, export.cards, whole=True), "")
    yield from ("", HOW_TITLE, "", how_it_works(problem, plan, units))


def week_text(problem: Problem, plan: Plan, number: int, units: str) -> str:
    """Write one week: each session with its sets, and the days of mobility."""
    cards = session_cards(problem, plan, units)
    return "\n".join(_week(problem, plan, problem.week(number), cards))


def _week(
    problem: Problem, plan: Plan, week: Week, cards: Sequence[SessionCard], *, whole: bool = False
) -> Iterator[str]:
    """Yield a week's sessions; on paper, where there is room, with why they lie on their days."""
    yield f"WEEK {week.number} of {len(problem.weeks)}, {week.phase}: {problem.span(week)}"
    own = [card for card in cards if card.session.day in week.days]
    for card in own:
        start = f" {card.session.start:%H:%M}" if card.session.start else ""
        yield from ("", f"{problem.days[card.session.day].label}{start}: {one_line(card.headline)}")
        yield from (f"{numbered(i)}: {dose_words(card, i, way_out=False)}" for i in card.items)
        yield from (*filter(None, [sets_words(card)]), *conditions(card))
        yield from [one_line(why_words(card))] * whole
        if card.mobility:
            yield from (card.mobility_words, *map(mobility_dose, card.mobility))
    if not own:
        yield from ("", "No strength session.")
    for day in week.days:
        for words in own_words(problem, day):
            yield from ("", f"{problem.days[day].label}: {words}")
    mobility = [problem.days[day].label for day in plan.mobility if day in week.days]
    if mobility:
        yield from ("", f"{mobility_title(problem)}: {', '.join(mobility)}")
