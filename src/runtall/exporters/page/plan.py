"""The page of a plan, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import htpy as h

from runtall.check.violations import tested_rules, violations
from runtall.domain.mobility import mobility_items
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.session_ids import identified_sessions
from runtall.errors.words import counted
from runtall.exporters.card_text import mobility_line, mobility_title
from runtall.exporters.clean import one_line
from runtall.exporters.export import Export
from runtall.exporters.files import ICS
from runtall.exporters.given_up import given_up
from runtall.exporters.how_it_works import HOW_TITLE, how_sections
from runtall.exporters.markdown import GOOD_TO_KNOW
from runtall.exporters.page.card import card
from runtall.exporters.page.overview import overview
from runtall.exporters.page.progress import progress
from runtall.exporters.page.sheet import sheet
from runtall.exporters.session_card import SessionCard
from runtall.exporters.week_words import week_words
from runtall.progression.texts import say

# A card, and the id that links to it end in.
Named = tuple[str, SessionCard]


def plan_page(export: Export, mark: str) -> bytes:
    """Return the whole page of a plan."""
    problem, plan = export.problem, export.plan
    named = [
        (key, card) for (key, _), card in zip(identified_sessions(plan), export.cards, strict=True)
    ]
    body = [
        h.header(".top")[h.h1[export.title], _dates(export), _verdict(export), _links()],
        h.main[
            h.section("#next", hidden=True, aria_labelledby="next-h")[
                h.h2("#next-h")["Next session"]
            ],
            h.div(".glance")[
                overview(problem, plan),
                progress(problem, export.cards),
                _given_up(export),
            ],
            (_week(problem, plan, week, named) for week in problem.planned_weeks),
            _mobility(problem, plan.mobility),
            _how(export),
        ],
    ]
    return sheet(mark, export.title, "next.js", body)


def _dates(export: Export) -> h.Element:
    first, race = export.ends
    weeks = f"{counted(len(export.problem.weeks), 'week')}, from {first} to race day, "
    return h.p(".lead")[weeks, h.strong[race]]


def _verdict(export: Export) -> h.Element:
    """Say whether a better plan could be, and what the check says of this one."""
    problem = export.problem
    rules, broken = len(tested_rules(problem)), len(violations(problem, export.plan))
    found = f"{broken or 'no'} violation{'' if broken == 1 else 's'} of {rules} rules"
    proven = export.report.status == "OPTIMAL"
    return h.ul(".verdict")[
        h.li(".good" if proven else ".doubt")[export.report.verdict],
        h.li(".doubt" if broken else ".good")[f"Checked: {found}."],
    ]


def _links() -> h.Element:
    return h.nav(aria_label="On this page")[
        h.a(".main", href=ICS)["Add to calendar"],
        h.a(href="#weeks")["Weeks"],
        h.a(href="#progress")["Progress"],
        h.a(href="#how")["How it works"],
    ]


def _given_up(export: Export) -> h.Element:
    lines = list(given_up(export.problem, export.plan))
    warnings = export.scenario.warnings
    return h.section(aria_labelledby="given-up")[
        h.h2("#given-up")["What was given up"],
        h.ul[(h.li[f"{line[0].upper()}{line[1:]}."] for line in lines)]
        if lines
        else h.p["Nothing."],
        warnings and [h.h3[GOOD_TO_KNOW], h.ul[(h.li[one_line(line)] for line in warnings)]],
    ]


def _week(problem: Problem, plan: Plan, week: Week, named: list[Named]) -> h.Element:
    words = week_words(problem, plan, week)
    key = f"week-{week.number}"
    own = [
        card(problem, key, item, new_page=number % 2 == 0)
        for number, (key, item) in enumerate(named)
        if item.session.day in week.days
    ]
    return h.section(".week", id=key, aria_labelledby=f"{key}-h")[
        h.header[
            h.h2(id=f"{key}-h")[f"Week {week.number} ", h.small[week.phase.value]],
            h.p[f"{problem.span(week)}. {words[0].upper()}{words[1:]}."],
        ],
        bool(own) and h.div(".cards")[own],
    ]


def _mobility(problem: Problem, days: tuple[int, ...]) -> Iterator[h.Element]:
    if days:
        items = mobility_items(problem.request.athlete, problem.days[days[0]].items)
        yield h.section("#mobility.text", aria_labelledby="mobility-h")[
            h.h2("#mobility-h")[mobility_title(problem)],
            h.p[say("mobility_now")],
            h.ul[(h.li[mobility_line(item).removeprefix("- ")] for item in items)],
        ]


def _how(export: Export) -> h.Element:
    sections = how_sections(export.problem, export.plan, export.units)
    return h.section("#how.text", aria_labelledby="how-h")[
        h.h2("#how-h")[HOW_TITLE],
        ([h.h3[title], *_paragraphs(text)] for title, text in sections),
    ]


def _paragraphs(text: str) -> Iterator[h.Element]:
    """Write lines as paragraphs, and those that begin with a dash as a list."""
    for listed, lines in groupby(text.split("\n"), key=lambda line: line.startswith("- ")):
        if listed:
            yield h.ul[[h.li[line[2:]] for line in lines]]
        else:
            yield from (h.p[line] for line in lines if line)
