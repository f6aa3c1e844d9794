"""``runtall send``: a plan to a phone, by a code to scan."""

import sys
import threading
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from runtall.cli.json_output import print_json
from runtall.cli.options import AsJson, PlanFolder, Quiet, flag
from runtall.cli.signals import heard_as_ctrl_c
from runtall.errors import NoAnswer

if TYPE_CHECKING:
    from runtall.delivery.server import HandOver

# A QR code is read wherever its light parts are light, whatever the terminal's colours are.
ON_DARK = "#ffffff on #000000"
BORDER = 2


def send(
    plan: PlanFolder = None,
    lan: Annotated[bool, flag("For a phone: show a code, and serve the network.", "--lan")] = False,
    cancel: Annotated[
        bool, flag("Take the plan off: every event is cancelled.", "--cancel")
    ] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Hand a plan to a phone or to this computer's calendar."""
    from runtall.app import delivering
    from runtall.app.standing import only_plan
    from runtall.cli import screen

    def tell(what: str, address: str) -> None:
        if not quiet:
            sys.stderr.write(f"The {what} was fetched by {address}.\n")
            sys.stderr.flush()

    plan = plan or only_plan()
    screen.tell_if_out_of_date(plan, quiet=quiet or cancel)
    with (
        heard_as_ctrl_c(),
        delivering.send(plan, lan=lan, cancel=cancel, tell=tell) as server,
    ):
        if as_json:
            print_json(_document(server, lan=lan))
        elif not quiet:
            _show(server, lan=lan)
        sys.stdout.flush()
        if not lan:
            # A browser that draws in this terminal keeps whoever opened it waiting.
            threading.Thread(target=_open, args=(server.url, quiet), daemon=True).start()
        fetched = server.run()
    if not fetched:
        raise NoAnswer("Nobody fetched the calendar. Do it again when the phone is at hand.")


def _open(url: str, quiet: bool) -> None:
    import webbrowser

    if not webbrowser.open(url) and not quiet:
        sys.stderr.write("No browser was found here: open the address in one yourself.\n")


def _document(server: "HandOver", *, lan: bool) -> dict[str, object]:
    return {
        "url": server.url,
        "calendar": f"{server.url}plan.ics",
        "network": lan,
        "seconds": round(server.lasts_s),
    }


def _show(server: "HandOver", *, lan: bool) -> None:
    """Say where it is, who can reach it, and when it ends."""
    from runtall.cli import screen
    from runtall.progression.texts import say

    out = screen.out()
    until = datetime.now() + timedelta(seconds=server.lasts_s)
    if lan and out.is_terminal:
        _draw(server.url)
    out.print(server.url, soft_wrap=True)
    out.print(say("send_lan" if lan else "send_here"))
    out.print(f"Ends at {until:%H:%M}, a minute after the calendar was fetched, or with Ctrl-C.")


def _draw(url: str) -> None:
    """Draw the code, where the terminal has the signs for it."""
    import io

    import segno
    from rich.text import Text

    from runtall.cli import screen

    drawn = io.StringIO()
    segno.make(url, error="l", micro=False).terminal(drawn, border=BORDER, compact=True)
    try:
        drawn.getvalue().encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return
    for line in drawn.getvalue().splitlines():
        screen.out().print(Text(line, style=ON_DARK), soft_wrap=True)
