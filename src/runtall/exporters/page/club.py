"""``club.html``: a row for each athlete of a cohort, with the sessions of this week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

import htpy as h

from runtall.domain.problem import Week
from runtall.domain.session_ids import identified_sessions
from runtall.domain.view import PlanView
from runtall.errors.words import counted, date_words
from runtall.exporters.clean import one_line
from runtall.exporters.given_up import given_up
from runtall.exporters.page.sheet import sheet
from runtall.progression.texts import KIND_WORDS

OURS = "<!-- runtall: club -->"
# Where the table of the cohort is, beside the page.
TABLE = "cohort.csv"


class Member(NamedTuple):
    """An athlete with a plan, or with why there is none.

    Parameters
    ----------
    folder
        Name of the folder beside the page.
    page
        Name of the page in it that has the cards; empty: there is none.
    """

    folder: str
    status: str
    reasons: Sequence[str]
    warnings: Sequence[str]
    view: PlanView | None
    page: str


def club_page(members: Sequence[Member], today: date) -> bytes:
    """Return the page of a club.

    Parameters
    ----------
    today
        Whose week is shown where no script runs.
    """
    plans = sum(member.view is not None for member in members)
    body = [
        h.header(".top")[
            h.h1["Club"],
            h.p(".lead")[
                f"{counted(len(members), 'athlete')}, {plans} with a plan. ",
                h.a(href=TABLE)["All numbers"],
            ],
        ],
        h.main[
            h.table(".club")[
                h.thead[h.tr[h.th(scope="col")["Athlete"], h.th(scope="col")["Sessions"]]],
                h.tbody[(_row(member, today) for member in members)],
            ]
        ],
    ]
    return sheet(OURS, "Club", "club.js", body)


def _row(member: Member, today: date) -> h.Element:
    path = quote(member.folder)
    name = one_line(member.folder)
    linked = h.a(href=f"{path}/{member.page}")[name] if member.page else name
    if member.view is None:
        reasons = member.reasons or ("There is no plan.",)
        return h.tr(".failed")[
            h.th(scope="row")[linked, h.small[member.status]],
            h.td[h.p[h.strong["No plan. "]], h.ul[(h.li[one_line(it)] for it in reasons)]],
        ]
    race = f"race {date_words(member.view.problem.request.calendar.race_date)}"
    proven = member.view.report.verdict
    return h.tr[
        h.th(scope="row")[linked, h.small[race], h.small[proven]],
        h.td[_weeks(member, member.view, today), _remarks(member, member.view)],
    ]


def _weeks(member: Member, view: PlanView, today: date) -> Iterator[h.Element]:
    """Return the week that it is, and all weeks to be opened."""
    weeks = view.problem.planned_weeks
    items = [_week(member, view, week) for week in weeks]
    starts = [view.problem.days[week.days[0]].date for week in weeks]
    now = max(sum(start <= today for start in starts), 1) - 1
    yield h.ul(".now")[items[now]]
    yield h.details[h.summary[f"All {counted(len(items), 'week')}"], h.ul(".all")[items]]


def _week(member: Member, view: PlanView, week: Week) -> h.Element:
    problem = view.problem
    sessions = []
    for key, session in identified_sessions(view.plan):
        day, kind = problem.days[session.day], KIND_WORDS[session.kind]
        words = f"{day.label}: {kind}, {session.minutes} min"
        link = f"{quote(member.folder)}/{member.page}#{key}"
        if session.day in week.days:
            sessions.append(h.li[h.a(href=link)[words] if member.page else words])
    return h.li(data_from=f"{problem.days[week.days[0]].date}")[
        h.b[f"Week {week.number} of {len(problem.weeks)}, {week.phase}"],
        h.small[problem.span(week)],
        h.ul[sessions] if sessions else h.p["No session."],
    ]


def _remarks(member: Member, view: PlanView) -> Iterator[h.Element]:
    lines = [f"Given up: {line}." for line in given_up(view.problem, view.plan)]
    for line in [*lines, *member.warnings]:
        yield h.p(".remark")[one_line(line)]
