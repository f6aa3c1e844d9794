"""``runtall push``: a plan into a calendar on a CalDAV server."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from runtall.cli.json_output import print_json
from runtall.cli.options import AsJson, Quiet, Text, argument, flag, option
from runtall.cli.signals import heard_as_ctrl_c


def push(
    plan: Annotated[Path, argument("PLAN", "A plan's folder, or a file in it.")],
    url: Annotated[str, option("ADDRESS", "Address of the server: caldav.icloud.com.")],
    user: Annotated[
        Text, option("NAME", "The name with which you sign in; or in the address.")
    ] = None,
    calendar: Annotated[
        Text, option("NAME", "Name of the calendar. Default: that of the plan.")
    ] = None,
    remove: Annotated[bool, flag("Take the plan off.", "--remove")] = False,
    dry_run: Annotated[
        bool, flag("Say what would change, and change nothing.", "--dry-run")
    ] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Put a plan into a calendar of a CalDAV account."""
    from runtall.app import delivering
    from runtall.cli import screen

    screen.tell_if_out_of_date(plan, quiet=quiet or remove)
    with heard_as_ctrl_c(), screen.busy("asking the server", quiet=quiet or as_json):
        pushed = delivering.push(
            plan,
            url,
            user=user,
            calendar=calendar,
            remove=remove,
            dry_run=dry_run,
            warn=partial(screen.print_error, quiet=quiet),
        )
    found = pushed.difference
    if as_json:
        about = {"calendar": pushed.calendar, "made": pushed.made, "dry_run": dry_run}
        print_json(about | found.counts)
    elif not quiet:
        words = ("to put", "to change", "to delete") if dry_run else ("put", "changed", "deleted")
        numbers = zip(found.counts.values(), words, strict=False)
        listed = ", ".join(f"{number} {word}" for number, word in numbers)
        new = " (a new calendar)" if pushed.made else ""
        typer.echo(f"{pushed.calendar}{new}: {listed}, {found.unchanged} unchanged.")
        if found.others:
            are = "events are" if found.others > 1 else "event is"
            typer.echo(f"{found.others} other {are} left alone.")
