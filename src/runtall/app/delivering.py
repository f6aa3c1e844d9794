"""The use cases of handing a plan over: to a phone nearby, or to a CalDAV server."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from runtall.delivery.account import read_account
from runtall.delivery.network import lan_address
from runtall.delivery.page import WHOLE, Offered, event_lines, page
from runtall.delivery.plan_calendar import read_plan_calendar
from runtall.delivery.server import HandOver
from runtall.errors import UserError
from runtall.errors.words import choose
from runtall.exporters.export import stamp_time
from runtall.exporters.files import previous, write_all
from runtall.exporters.revisions import called_off

if TYPE_CHECKING:
    from runtall.delivery.caldav import Collection
    from runtall.delivery.push import Difference

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


class NoCalendar(UserError):
    """There is no such calendar on the server, or more than one."""


class Pushed(NamedTuple):
    """What changed in a calendar on a server, or would.

    Parameters
    ----------
    calendar
        Its name.
    made
        Whether it is a new one.
    """

    calendar: str
    made: bool
    difference: Difference


def push(
    plan: Path | str,
    url: str,
    *,
    user: str | None = None,
    calendar: str | None = None,
    remove: bool = False,
    dry_run: bool = False,
    warn: Callable[[str], object] = lambda _: None,
) -> Pushed:
    """Bring a calendar on a CalDAV server up to date with a plan; all other events stay.

    The password is read from the environment or the keyring.

    Parameters
    ----------
    plan
        Its folder, or a file in it.
    user
        Who signs in; may stand in the address.
    calendar
        Name of the calendar, which is made if there is none; by default the plan's.
    remove
        Whether the plan is taken off.
    dry_run
        Whether nothing is changed.
    warn
        Called with a line where the password would cross the network in the clear.

    Raises
    ------
    UnreadablePlan
        There is no calendar that runtall wrote.
    BadAccount, NoCalendar
        The address, name, password or calendar is no good.
    NoAnswer
        The server didn't answer, or refused; once more, and it goes on from there.
    """
    try:
        from runtall.delivery.caldav import Server, connect
        from runtall.delivery.push import apply, difference
    except ImportError:
        raise UserError('push needs httpx: pip install "runtall[caldav]"') from None
    found = read_plan_calendar(Path(plan))
    account = read_account(url, user)
    if account.exposed:
        warn("--url: http:// sends your password and plan unencrypted; better https://")
    name = (calendar or "").strip() or found.name.strip()
    with connect(account.user, account.password) as client:
        server = Server(client)
        home = server.home(account.url)
        target = _named(server.calendars(home), name, must_be=remove)
        made = target is None
        if target is None and not dry_run:
            target = server.make_calendar(home, name)
        stored = server.events(target) if target and not made else ()
        result = difference(found, stored, target.url if target else home, remove=remove)
        if not dry_run:
            apply(server, result.changes)
    return Pushed(name, made, result)


def _named(calendars: list[Collection], name: str, *, must_be: bool) -> Collection | None:
    """Return the calendar of a name; None if there is none and need not be."""
    # Some systems take a letter and its accent apart.
    wanted = normalize("NFC", name)
    found = [calendar for calendar in calendars if normalize("NFC", calendar.name) == wanted]
    if len(found) > 1:
        raise NoCalendar(f"--calendar: {len(found)} calendars are called {name}; rename one")
    if not found and must_be:
        ways = choose(name, [calendar.name for calendar in calendars])
        raise NoCalendar(f"--calendar: there is no calendar {name}{ways}")
    return found[0] if found else None
