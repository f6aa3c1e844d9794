"""``runtall push``: a plan into a calendar on a CalDAV server."""

from functools import partial
from typing import Annotated

import typer

from runtall.cli.json_output import print_json
from runtall.cli.options import AsJson, PlanFolder, Quiet
from runtall.cli.signals import heard_as_ctrl_c


def push(
    plan: PlanFolder,
    url: Annotated[str, typer.Option(help="Address of the server, such as caldav.icloud.com.")],
    user: Annotated[
        str | None, typer.Option(help="The name with which you sign in; or in the address.")
    ] = None,
    calendar: Annotated[
        str | None, typer.Option(help="Name of the calendar. Default: that of the plan.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the plan off.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
    ] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Put a plan into a calendar on a server, or bring it up to date there."""
    from runtall.app import delivering
    from runtall.cli import screen

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
    counts = {
        "put": pushed.difference.put,
        "changed": pushed.difference.changed,
        "deleted": pushed.difference.deleted,
        "unchanged": pushed.difference.unchanged,
    }
    if as_json:
        print_json({"calendar": pushed.calendar, "made": pushed.made, "dry_run": dry_run, **counts})
    elif not quiet:
        would = "would be " if dry_run else ""
        listed = ", ".join(f"{number} {would}{word}" for word, number in counts.items())
        typer.echo(f"{pushed.calendar}{' (a new calendar)' if pushed.made else ''}: {listed}.")
        if others := pushed.difference.others:
            typer.echo(f"{others} other event{'s are' if others > 1 else ' is'} left alone.")
