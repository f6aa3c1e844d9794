"""The use cases of handing a plan over: to a phone nearby, or to a CalDAV server."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from runtall.delivery.network import lan_address
from runtall.delivery.page import Offered, event_lines, page
from runtall.delivery.plan_calendar import read_plan_calendar
from runtall.delivery.server import HandOver
from runtall.exporters.export import stamp_time
from runtall.exporters.files import previous, write_all
from runtall.exporters.revisions import called_off

# The page of a whole plan, where it was asked for.
WHOLE = "plan.html"
LOOPBACK = "127.0.0.1"


def send(
    plan: Path | str,
    *,
    lan: bool = False,
    cancel: bool = False,
    tell: Callable[[str, str], object] = lambda *_: None,
) -> HandOver:
    """Open a server that hands a plan over; use it as a context manager, and run it.

    Parameters
    ----------
    plan
        Its folder, or a file in it.
    lan
        Whether others in the network may reach it.
    cancel
        Whether the calendar takes the plan off, with every event cancelled. The one in the folder
        gets higher numbers then, so that it can be sent again.
    tell
        Called with what was fetched, ``page`` or ``calendar``, and the address of who did.

    Raises
    ------
    UnreadablePlan
        There is no calendar that runtall wrote.
    NoAnswer
        This computer is in no network.
    CannotWrite
        The calendar in the folder could not be given its numbers.
    """
    found = read_plan_calendar(Path(plan))
    host = lan_address() if lan else LOOPBACK
    data, whole = found.data, None
    if cancel:
        data, later = called_off(found.calendar, stamp_time())
        write_all(found.path.parent, {found.path.name: later})
    else:
        whole = previous(found.path.with_name(WHOLE))
    lines = event_lines(found.calendar.events)
    offered = Offered(found.name, lines, whole is not None, cancel)
    return HandOver(host, partial(page, offered), data, whole, tell)
