"""All weeks at a glance: a table whose days lead to their cards."""

from __future__ import annotations

from collections.abc import Iterator

import htpy as h

from runtall.domain.exercise import SessionKind
from runtall.domain.mobility import mobility_minutes
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.run_plan import RunKind
from runtall.domain.session_ids import identified_sessions
from runtall.domain.view import EASIER, RUNS, SESSIONS, is_easier, phase_words
from runtall.exporters.page.bars import bars
from runtall.exporters.page.sheet import hidden
from runtall.exporters.week_words import own_words
from runtall.progression.texts import KIND_WORDS

# Two letters are for screens that have room for no more.
SHORT = {SessionKind.LIGHT: "light", SessionKind.VERY_LIGHT: "very light"}


def overview(problem: Problem, plan: Plan) -> h.Element:
    """Return the table of all weeks, and the sets of each as bars."""
    weekdays = (problem.days[day].weekday for day in problem.weeks[0].days)
    keys = {session.day: key for key, session in identified_sessions(plan)}
    easier = any(is_easier(problem, plan, week) for week in problem.planned_weeks)
    optional = any(run.optional for day in problem.days for run in day.runs)
    minutes = mobility_minutes(problem.request.athlete)
    legend = [
        "Each session is told with its minutes",
        h.span(".tap")[", and leads to its card"],
        ".",
        f" \u25cf mobility, {minutes} min." if plan.mobility else "",
        f" {EASIER}." if easier else "",
        " ? run that may be left out." if optional else "",
    ]
    return h.section(aria_labelledby="weeks")[
        h.h2("#weeks")["The weeks"],
        h.table(".weeks")[
            h.caption[legend],
            h.thead[
                h.tr[
                    h.th(scope="col")["Wk", hidden("eek")],
                    (h.th(scope="col")[day.capitalize()] for day in weekdays),
                    h.th(scope="col")["Sets"],
                ]
            ],
            h.tbody[(_row(problem, plan, week, keys) for week in problem.planned_weeks)],
        ],
        bars(problem, plan),
    ]


def _row(problem: Problem, plan: Plan, week: Week, keys: dict[int, str]) -> h.Element:
    first = problem.days[week.days[0]].date
    return h.tr(class_=week.phase.value)[
        h.th(scope="row")[
            h.a(href=f"#week-{week.number}")[
                week.number,
                h.small[f"{first.day} {first:%b}"],
                h.small[phase_words(problem, plan, week)],
            ]
        ],
        (_day(problem, problem.days[index], plan, keys) for index in week.days),
        h.td(".total")[plan.total(week.number)],
    ]


def _day(problem: Problem, day: Day, plan: Plan, keys: dict[int, str]) -> h.Element:
    """Return a day: every run, and links to the session and to the mobility."""
    runs = [_run(run.kind, "?" if run.optional else "") for run in day.runs]
    words = (runs or [_run(day.kind)]) if day.to_race >= 0 else []
    key_run = day.far or day.to_race == 0
    return h.td[
        words
        and h.span(class_=["r", {"key": key_run}])[
            [[" + " if place else "", word] for place, word in enumerate(words)]
        ],
        _links(problem, day, plan, keys),
    ]


def _run(kind: RunKind, end: str = "") -> h.Node:
    """Return a kind of run in few letters, and in whole for those who ask."""
    short, words = RUNS[kind]["short"].lower(), RUNS[kind]["label"]
    return [h.abbr(title=words)[short], end] if short not in {words, "-"} else [words, end]


def _links(problem: Problem, day: Day, plan: Plan, keys: dict[int, str]) -> Iterator[h.Element]:
    for session in plan.on(day.index):
        name = KIND_WORDS[session.kind]
        yield h.a(class_=["s", session.kind.value], href=f"#{keys[day.index]}")[
            h.span(aria_hidden="true")[SHORT.get(session.kind, SESSIONS[session.kind]["short"])],
            h.b(aria_hidden="true")[session.minutes],
            hidden(f"{name}, {session.minutes} min, {day.label}"),
        ]
    for own in own_words(problem, day.index):
        yield h.small[own]
    if day.index in plan.mobility:
        yield h.a(".m", href="#mobility")[
            h.span(aria_hidden="true")["\u25cf"], hidden(f"mobility, {day.label}")
        ]
