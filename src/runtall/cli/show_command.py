"""``runtall show``: a week of a plan, to be sent on."""

from pathlib import Path
from typing import Annotated

import typer

from runtall.cli.json_output import print_json, print_utf8
from runtall.cli.options import AsJson, Quiet


def show(
    plan: Annotated[
        Path, typer.Argument(help="A plan's folder, or its plan.json.", readable=False)
    ],
    week: Annotated[
        int | None, typer.Option(help="Number of the week. Default: this week.")
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Print one week of a plan as text, short enough for a message."""
    from runtall import app as use_cases

    text = use_cases.show(plan, week)
    if as_json:
        print_json({"text": text})
    elif not quiet:
        print_utf8(f"{text}\n")
