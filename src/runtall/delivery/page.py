"""The small page of a hand-over: one button, and what is in the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from runtall.delivery.browsers import hint, way_out
from runtall.exporters.event_times import date_of

if TYPE_CHECKING:
    from icalendar import Event

STYLE = """
:root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 0 auto; padding: 1rem; }
a.button { display: block; padding: 1rem; border-radius: .6rem; text-align: center;
  font-weight: 600; text-decoration: none; color: #fff; background: #00695c; }
code { overflow-wrap: anywhere; user-select: all; }
"""


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
    on = (event for event in events if str(event.get("STATUS", "")) != "CANCELLED")
    days = sorted((date_of(event), str(event.get("SUMMARY", ""))) for event in on)
    return [f"{_day(day)}: {title}" for day, title in days]


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"


def page(offered: Offered, address: str, agent: str) -> bytes:
    """Write the page for one browser.

    Parameters
    ----------
    address
        Of the page, for browsers in which it has to be copied.
    agent
        How the browser calls itself.
    """
    name, instead = escape(offered.name), way_out(agent)
    button = "Take off the calendar" if offered.cancel else "Add to calendar"
    parts = [f"<h1>{name}</h1>"]
    if instead:
        parts += [f"<p><strong>{escape(instead)}</strong></p>", f"<p><code>{address}</code></p>"]
        parts += [f'<p><a href="plan.ics">{button}, all the same</a></p>']
    else:
        parts += [f'<p><a class="button" href="plan.ics">{button}</a></p>']
        parts += [f"<p>{escape(text)}</p>"] if (text := hint(agent)) else []
    if offered.cancel:
        parts += ["<p>Every event of this plan is marked as cancelled.</p>"]
    else:
        parts += ["<p>Choose a calendar of its own, so that you can hide or delete it whole.</p>"]
    if offered.whole:
        parts += ['<p><a href="plan.html">The whole plan as a page</a></p>']
    elif offered.lines:
        items = "\n".join(f"<li>{escape(line)}</li>" for line in offered.lines)
        parts += [f"<h2>What is in it</h2>\n<ul>\n{items}\n</ul>"]
    body = "\n".join(parts)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
""".encode("utf-8", "replace")
