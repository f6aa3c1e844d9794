"""``runtall new``: a few questions, and a commented scenario."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from runtall.cli.json_output import print_json
from runtall.cli.options import AsJson, Quiet
from runtall.errors import UserError


class _Question(NamedTuple):
    """One question, named as its option and as the answer.

    ``default`` is what is typed by pressing return, or None where there is no usual answer.
    """

    name: str
    words: str
    default: str | None
    read: Callable[[str], Any]


def new(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The scenario to write.", readable=False)] = Path(
        "runtall.yaml"
    ),
    race_date: Annotated[str | None, typer.Option(help="Such as 2027-04-25.")] = None,
    runs: Annotated[
        str | None, typer.Option(help="Run plan file, or seven days from Monday on, in quotes.")
    ] = None,
    days: Annotated[str | None, typer.Option(help="With time: 'mon wed thu', or all.")] = None,
    minutes: Annotated[str | None, typer.Option(help="Longest session, 10 to 40.")] = None,
    equipment: Annotated[str | None, typer.Option(help="gym, home or bands.")] = None,
    experience: Annotated[str | None, typer.Option(help="new, some or trained.")] = None,
    body_mass: Annotated[str | None, typer.Option(help="In kilograms.")] = None,
    signs: Annotated[
        str | None, typer.Option(help="Of long runs, 0 to 3: 'torso_twists=2', or none.")
    ] = None,
    shoulder: Annotated[
        str | None, typer.Option(help="Pressing overhead hurts a shoulder: yes or no.")
    ] = None,
    timezone: Annotated[
        str | None, typer.Option(help="For a run plan with times: Europe/London.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; take defaults.")] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Ask a few questions and write a scenario file."""
    from runtall.app import new as use_case
    from runtall.scenario.answers import Answers

    use_case.expect_new(file)
    found = _read_all(context.params, ask=not yes and not as_json and sys.stdin.isatty())
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


def _questions() -> tuple[_Question, ...]:
    from runtall.domain.athlete import SIGNS
    from runtall.scenario import answers as read

    week = f"Run plan: a file, or seven days from Monday on\n  such as {read.WEEK}"
    names = ", ".join(SIGNS)
    signs = f"Signs in long runs, each =1 to =3: {names}\n  such as torso_twists=2"
    return (
        _Question("race_date", "Day of the race, such as 2027-04-25", None, read.read_race_date),
        _Question("runs", week, None, read.read_runs),
        _Question("days", "Days with time for strength (mon wed thu)", "all", read.read_days),
        _Question("minutes", "Longest session in minutes", "40", read.read_minutes),
        _Question("equipment", "Equipment (gym, home, bands)", "gym", read.read_equipment),
        _Question(
            "experience", "Lifting experience (new, some, trained)", "new", read.read_experience
        ),
        _Question("body_mass", "Body mass in kg, for first loads", "", read.read_body_mass),
        _Question("signs", signs, "none", read.read_signs),
        _Question("shoulder", "Does pressing overhead hurt a shoulder?", "no", read.read_yes),
        _Question(
            "timezone", "Time zone, if your run plan has times of day", "", read.read_timezone
        ),
    )


def _read_all(given: Mapping[str, Any], *, ask: bool) -> dict[str, Any]:
    """Read what is given, and ask or take the default for the rest; all faults at once."""
    from runtall.scenario.answers import WrongAnswer

    found: dict[str, Any] = {}
    open_questions = []
    faults = []
    for question in _questions():
        option = f"--{question.name.replace('_', '-')}"
        answer = given[question.name]
        text = question.default if answer is None else answer
        if answer is None and ask:
            open_questions.append(question)
        elif text is None:
            faults.append(f"{option}: is missing, and has no default")
        else:
            try:
                found[question.name] = question.read(text)
            except WrongAnswer as error:
                faults.append(f"{option}: {error}")
    if faults:
        raise UserError(*faults)
    return found | {question.name: _asked(question) for question in open_questions}


def _asked(question: _Question) -> Any:
    """Ask until the answer can be read."""
    from runtall.scenario.answers import WrongAnswer

    def read(text: str) -> Any:
        try:
            return question.read(text)
        except WrongAnswer as error:
            raise typer.BadParameter(str(error)) from error

    try:
        return typer.prompt(
            question.words,
            default=question.default,
            show_default=bool(question.default),
            value_proc=read,
        )
    except typer.Abort:
        # Ctrl-C and the end of the input look alike to the prompt.
        raise KeyboardInterrupt from None
