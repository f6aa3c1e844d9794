"""The small page of a hand-over: one button, and what is in the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import htpy as h

from runtall.delivery.browsers import hint, way_out
from runtall.errors.words import date_words
from runtall.exporters.clean import one_line
from runtall.exporters.event_times import date_of, is_cancelled
from runtall.exporters.files import ICS
from runtall.exporters.page.sheet import sheet

if TYPE_CHECKING:
    from icalendar import Event

# The page of a whole plan, where it was asked for.
WHOLE = "plan.html"


class Offered(NamedTuple):
    """What a page says.

    Parameters
    ----------
    name
        Of the plan.
    lines
        Its sessions, one a line.
    whole
        Whether the page of the whole plan lies beside this one.
    cancel
        Whether the calendar takes the plan off again.
    """

    name: str
    lines: Sequence[str]
    whole: bool = False
    cancel: bool = False


def event_lines(events: Iterable[Event]) -> list[str]:
    """Write the events that are on, each with its day, in order of date."""
    on = (event for event in events if not is_cancelled(event))
    days = sorted((date_of(event), str(event.get("SUMMARY", ""))) for event in on)
    return [f"{date_words(day)}: {title}" for day, title in days]


def page(offered: Offered, address: str, agent: str) -> bytes:
    """Write the page for one browser.

    Parameters
    ----------
    address
        Of the page, for browsers in which it has to be copied.
    agent
        How the browser calls itself.
    """
    instead, more = way_out(agent), hint(agent)
    button = "Take off the calendar" if offered.cancel else "Add to calendar"
    to_this_browser = [
        h.p[h.a(".button", href=ICS)[button]],
        more and h.p[more],
    ]
    to_another = [
        h.p[h.strong[instead]],
        h.p[h.code[address]],
        h.p[h.a(href=ICS)[f"{button}, all the same"]],
    ]
    advice = "Choose a calendar of its own, so that you can hide or delete it whole."
    body = [
        h.header(".top")[h.h1[one_line(offered.name)]],
        h.main[
            to_another if instead else to_this_browser,
            h.p["Every event of this plan is marked as cancelled." if offered.cancel else advice],
            offered.whole and h.p[h.a(href=WHOLE)["The whole plan as a page"]],
            bool(offered.lines and not offered.whole)
            and [h.h2["What is in it"], h.ul[(h.li[one_line(line)] for line in offered.lines)]],
        ],
    ]
    return sheet("<!-- runtall: hand-over -->", offered.name, "", body)
