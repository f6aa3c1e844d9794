"""The commands and their options.

Typer reads the annotations: as text, each would be compiled at every start.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from runtall.cli.batch_commands import cohort, sweep
from runtall.cli.compare_command import compare
from runtall.cli.exits import Exit
from runtall.cli.json_output import print_json, print_utf8
from runtall.cli.new_command import new, on_terminal, scenario_of
from runtall.cli.options import (
    AsJson,
    Command,
    Quiet,
    Text,
    argument,
    choice_option,
    files_of,
    flag,
    folder_option,
    option,
    read_day,
    value_option,
)
from runtall.cli.push_command import push
from runtall.cli.send_command import send
from runtall.cli.show_command import show
from runtall.documents.values import read_zone
from runtall.domain.choices import DATE_ORDERS, FORMATS, WEEK_STARTS
from runtall.errors import UserError

app = typer.Typer(
    name="runtall",
    help="Upper-body strength placed around your own marathon plan, proven and checked.",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help, without the time that importing rich takes
)


def _version(asked: bool) -> None:
    if asked:
        from runtall.version import __version__

        typer.echo(f"runtall {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Place upper-body strength around your own marathon plan, proven and checked.

    Without a command: where you stand in this folder, and what comes next.
    """
    if context.invoked_subcommand is None:
        from runtall.app.standing import standing

        for line in standing(Path(), date.today()):
            typer.echo(line)


@app.command(cls=Command)
def solve(
    scenario: Annotated[
        Path,
        argument("SCENARIO", "The scenario file (YAML); or a run plan, of which one is made."),
    ],
    output: Annotated[
        Path | None,
        folder_option(
            "Folder for plan.ics, .csv and .json. Default: plans/<scenario>.", "--output", "-o"
        ),
    ] = None,
    export_model: Annotated[
        Path | None, folder_option("Folder for each stage's model, as stage-<n>.pb.")
    ] = None,
    also: Annotated[
        list[str] | None,
        option("FILE", "Write plan.html, plan.md or plan.txt, too; a comma between two.", "--also"),
    ] = None,
    proof: Annotated[bool, flag("Show the value and the bound of each stage.", "--proof")] = False,
    race_date: Annotated[
        Text, option("DATE", "Day of the race, where a run plan doesn't say it.")
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Solve a scenario, write the plan and check what was written."""
    from runtall import app as use_cases
    from runtall.app.opening import is_current
    from runtall.app.run_plans import is_run_plan
    from runtall.cli import screen

    if is_run_plan(scenario):
        ask = on_terminal() and not (quiet or as_json)
        made = scenario_of(scenario, race_date, ask=ask, quiet=quiet)
        if made is None:
            return
        scenario = made
    elif race_date is not None:
        raise UserError("--race-date: for a run plan only; a scenario says itself when its race is")
    warnings: list[str] = []
    folder = Path("plans", scenario.stem) if output is None else output
    with screen.busy("solving", quiet=quiet or as_json):
        answer = use_cases.solve(scenario, folder, export_model, warnings.append, files_of(also))
    if isinstance(answer, use_cases.Solved) and not (quiet or as_json):
        from runtall.cli.solved_screen import print_solved

        print_solved(answer, warnings, proof=proof)
        return
    for warning in warnings:
        screen.print_error(warning, quiet=quiet)
    if not isinstance(answer, use_cases.Solved):
        code = screen.report_no_plan(answer, as_json=as_json)
        if not is_current(folder, scenario):
            screen.print_error(
                f"{folder} still holds the plan of an earlier scenario.", quiet=quiet
            )
        raise typer.Exit(code)
    for line in screen.kept_lines(answer):
        screen.print_error(line, quiet=quiet)
    if as_json:
        print_utf8((folder / "plan.json").read_text("utf-8"))


@app.command(cls=Command)
def check(
    plan: Annotated[
        Path | None, argument("PLAN", "A plan: its .csv, .ics or .json, or its folder.")
    ] = None,
    scenario: Annotated[
        Path | None,
        argument("SCENARIO", "Its scenario. Default: x.yaml, where the plan lies in plans/x."),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Re-read a plan: test every rule, compare every label."""
    from runtall import app as use_cases
    from runtall.app.checking import in_order
    from runtall.cli import screen

    plan, scenario = in_order(plan, scenario)
    result = use_cases.check(plan, scenario)
    if as_json:
        rows = screen.violation_rows(result)
        labels = {"labels": result.labels, "remarks": result.remarks}
        print_json({"rules": result.checked, "violations": rows, **labels})
    else:
        for remark in result.remarks:
            screen.print_error(f"{plan}: {remark}", quiet=quiet)
        screen.print_checked(plan, result, quiet=quiet)
    if result.violations or result.labels:
        raise typer.Exit(Exit.VIOLATED)


@app.command(cls=Command)
def runs(
    file: Annotated[
        Path,
        argument(
            "FILE",
            "A run plan: .ics, .csv, .xlsx, .ods, .yaml, .json; - for lines that you paste.",
        ),
    ],
    race_date: Annotated[
        Any,
        value_option(
            read_day, "DATE", "Day of the race. Default: the file's race, or its last day."
        ),
    ] = None,
    form: Annotated[Any, choice_option(FORMATS, "What the file is.", "--format")] = "auto",
    date_order: Annotated[
        Any, choice_option(DATE_ORDERS, "Order of day, month and year in the file's dates.")
    ] = None,
    timezone: Annotated[
        Any, value_option(read_zone, "ZONE", "Zone for times of day, such as Europe/London.")
    ] = None,
    week_starts: Annotated[Any, choice_option(WEEK_STARTS, "First day of a week.")] = "mon",
    csv: Annotated[
        Path | None, option("FILE", "Write the plan as a table, to be corrected by hand.")
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Show day by day how a run plan file is read."""
    from runtall import app as use_cases
    from runtall.cli import runs_screen

    if str(file) == "-" and sys.stdin.isatty():
        typer.echo("Paste your run plan, a line a day, then end with Ctrl-D.", err=True)
    read = use_cases.runs(
        file,
        race_date=race_date,
        form=form,
        timezone=timezone,
        week_starts=week_starts,
        csv=csv,
        date_order=date_order or "",
    )
    if as_json:
        print_json(runs_screen.document(read))
    elif not quiet:
        runs_screen.print_runs(file, read, csv)


@app.command(cls=Command)
def rules(
    scenario: Annotated[
        Path | None, argument("SCENARIO", "Show this scenario's weights and switches.")
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """List every rule with its tier, weight, source and switch."""
    from runtall import app as use_cases

    rows = use_cases.rules(scenario)
    if as_json:
        print_json(rows)
    elif not quiet:
        from runtall.cli.rules_screen import print_rules

        print_rules(rows)


@app.command(cls=Command)
def exercises(
    scenario: Annotated[
        Path | None, argument("SCENARIO", "Show which of them this scenario can plan.")
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """List every exercise: its range, needs and substitutes."""
    from runtall import app as use_cases

    rows = use_cases.exercises(scenario)
    if as_json:
        print_json(rows)
    elif not quiet:
        from runtall.cli.exercises_screen import print_exercises

        print_exercises(rows)


@app.command(cls=Command)
def schema(as_json: AsJson = False, quiet: Quiet = False) -> None:
    """Print the JSON Schema of the scenario file."""
    from runtall.scenario.schema import json_schema

    if as_json or not quiet:
        print_json(json_schema())


for command in (compare, sweep, cohort, new, show, send, push):
    app.command(cls=Command)(command)
