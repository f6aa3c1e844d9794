"""``runtall new``: a few questions, and a commented scenario."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from runtall.cli.json_output import print_json
from runtall.cli.options import AsJson, Quiet
from runtall.documents.values import BadValue
from runtall.errors import UserError

WEEK = "easy workout easy easy rest long recovery"
RUNS = f"Run plan: a file, or seven days from Monday on, such as: {WEEK}."
SIGNS = (
    "Signs in long runs, such as torso_twists=2 (0 never, 3 always), or none; others are"
    " shoulders_creep_up, hands_cross_midline, neck_tight and fades_on_hills."
)


def new(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The scenario to write.", readable=False)] = Path(
        "runtall.yaml"
    ),
    race_date: Annotated[
        str | None, typer.Option(help="Day of the race, such as 2027-04-25.")
    ] = None,
    runs: Annotated[str | None, typer.Option(help=RUNS)] = None,
    days: Annotated[
        str | None, typer.Option(help="Days with time for strength: mon wed thu, or all.")
    ] = None,
    minutes: Annotated[str | None, typer.Option(help="Longest session, 10 to 40 minutes.")] = None,
    equipment: Annotated[str | None, typer.Option(help="Equipment: gym, home or bands.")] = None,
    experience: Annotated[
        str | None, typer.Option(help="Lifting experience: new, some or trained.")
    ] = None,
    body_mass: Annotated[
        str | None, typer.Option(help="Body mass in kilograms, for first loads.")
    ] = None,
    signs: Annotated[str | None, typer.Option(help=SIGNS)] = None,
    shoulder: Annotated[
        str | None, typer.Option(help="Pressing overhead hurts a shoulder: yes or no.")
    ] = None,
    timezone: Annotated[
        str | None, typer.Option(help="For a run plan with times of day: Europe/London.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; take defaults.")] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Ask a few questions and write a scenario file."""
    from runtall.app import new as use_case
    from runtall.scenario.answers import Answers

    use_case.expect_new(file)
    found = _read_all(context, ask=not yes and not as_json and sys.stdin.isatty())
    plan = found["runs"]
    if isinstance(plan, str):
        # The file is named from where we are; the scenario names it from where it lies.
        plan = os.path.relpath(Path(plan).expanduser(), file.parent).replace(os.sep, "/")
    scenario = use_case.new(Answers(**{**found, "runs": plan}), file)
    if as_json:
        print_json({"path": str(file), "scenario": scenario.normalised})
    elif not quiet:
        for warning in scenario.warnings:
            typer.echo(f"{file}: {warning}", err=True)
        if isinstance(plan, str):
            typer.echo(f"How your run plan is read: runtall runs {found['runs']}")
        typer.echo(f"Written. Look through it, then: runtall solve {file}")


def _questions() -> dict[str, tuple[str | None, Callable[[str], Any]]]:
    """Return the default of each option, if it has one, and what reads an answer."""
    from runtall.scenario import answers as read

    return {
        "race_date": (None, read.read_race_date),
        "runs": (None, read.read_runs),
        "days": ("all", read.read_days),
        "minutes": ("40", read.read_minutes),
        "equipment": ("gym", read.read_equipment),
        "experience": ("new", read.read_experience),
        "body_mass": ("", read.read_body_mass),
        "signs": ("none", read.read_signs),
        "shoulder": ("no", read.read_yes),
        "timezone": ("", read.read_timezone),
    }


def _read_all(context: typer.Context, *, ask: bool) -> dict[str, Any]:
    """Read what is given, and ask or take the default for the rest; all faults at once."""
    found: dict[str, Any] = {}
    faults = []
    questions = _questions()
    for name, (default, read) in questions.items():
        option, given = f"--{name.replace('_', '-')}", context.params[name]
        text = default if given is None else given
        if text is not None and (given is not None or not ask):
            try:
                found[name] = read(text)
            except BadValue as error:
                faults.append(f"{option}: {error}")
        elif not ask:
            faults.append(f"{option}: is missing, and has no default")
    if faults:
        raise UserError(*faults)
    words = {param.name: getattr(param, "help", "") for param in context.command.params}
    asked = {name: question for name, question in questions.items() if name not in found}
    return found | {name: _asked(words[name], *question) for name, question in asked.items()}


def _asked(words: str, default: str | None, read: Callable[[str], Any]) -> Any:
    """Ask until the answer can be read."""

    def parse(text: str) -> Any:
        try:
            return read(text)
        except BadValue as error:
            raise typer.BadParameter(str(error)) from error

    try:
        return typer.prompt(
            words.removesuffix("."), default=default, show_default=bool(default), value_proc=parse
        )
    except typer.Abort:
        # Ctrl-C and the end of the input look alike to the prompt.
        raise KeyboardInterrupt from None
