"""``runtall compare``: plans side by side."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from runtall.cli.json_output import print_json
from runtall.cli.options import AsJson, Quiet, argument, option


def compare(
    files: Annotated[
        list[Path],
        argument("PLAN", "Plans by their folders or plan.json files, or scenarios; two or more."),
    ],
    csv: Annotated[
        Path | None,
        option("FILE", "Write the measures here, the sessions beside it as <name>-sessions."),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Compare plans by their measures and session by session."""
    from runtall.app import many
    from runtall.cli import compare_screen, screen

    if len(files) < 2:
        raise typer.BadParameter("give at least two files to compare")
    if csv == Path("-"):
        raise typer.BadParameter("--csv writes two tables, so it wants the name of a file")

    with screen.busy("comparing", quiet=quiet or as_json):
        answer = many.compare(files, csv, partial(screen.print_error, quiet=quiet))
    if isinstance(answer, many.Unsolved):
        code = screen.report_no_plan(answer.outcome, as_json=as_json, scenario=answer.name)
        raise typer.Exit(code)
    written = many.write_comparison(answer, csv) if csv else ()
    if as_json:
        print_json(compare_screen.comparison_document(answer))
    elif not quiet:
        compare_screen.print_comparison(answer)
        for path in written:
            typer.echo(path)
