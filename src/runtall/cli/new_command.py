"""``runtall new``: a few questions, and a commented scenario."""

import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from runtall.cli.dialogue import WIDTH, Dialogue
from runtall.cli.json_output import print_json
from runtall.cli.options import AsJson, Quiet, Text, argument, flag, option
from runtall.cli.screen import print_error
from runtall.documents.values import BadValue
from runtall.errors import UserError

if TYPE_CHECKING:
    from runtall.domain.scenario import Scenario

RUNS = (
    "Run plan: a file, or your week: 'Mon easy, Tue intervals, Sat long'; or seven words from"
    " Monday on: 'easy workout easy easy rest long recovery'."
)
SIGNS = (
    "Signs in long runs, such as 'torso twists 2' (1 sometimes, 3 always), or none; others are"
    " shoulders creep up, hands cross midline, neck tight and fades on hills."
)

# Where a run plan has times, and neither it nor the computer says a place.
UNKNOWN_ZONE = "UTC"


def new(
    context: typer.Context,
    file: Annotated[Path, argument("FILE", "The scenario to write.")] = Path("runtall.yaml"),
    race_date: Annotated[
        Text, option("DATE", "Day of the race: 2027-04-25 or '25 April 2027'.")
    ] = None,
    runs: Annotated[Text, option("FILE|WEEK", RUNS)] = None,
    starts: Annotated[Text, option("DATE", "Plan nothing before this day; default: today.")] = None,
    days: Annotated[
        Text, option("DAYS", "Days with time for strength: mon wed thu, or all.")
    ] = None,
    minutes: Annotated[Text, option("N", "Longest session, 13 to 40 minutes.")] = None,
    equipment: Annotated[Text, option("WORD", "Equipment: gym, home or bands.")] = None,
    experience: Annotated[Text, option("WORD", "Lifting experience: new, some or trained.")] = None,
    body_mass: Annotated[
        Text, option("MASS", "Body mass, for first loads: '70 kg' or '155 lb'.")
    ] = None,
    signs: Annotated[Text, option("SIGNS", SIGNS)] = None,
    shoulder: Annotated[
        Text, option("yes|no", "Pressing overhead hurts a shoulder: yes or no.")
    ] = None,
    timezone: Annotated[
        Text, option("ZONE", "For a run plan with times of day: Europe/London.")
    ] = None,
    yes: Annotated[bool, flag("Ask nothing; take defaults.", "--yes", "-y")] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Ask a few questions and write a scenario file.

    Each option below is a question; those that are given aren't asked. ? explains a question,
    < goes back to the one before, Enter takes the default. Nothing is written before the end.
    """
    from runtall.cli.new_questions import race_guess
    from runtall.progression.texts import say

    wanted = not yes and not as_json
    ask = wanted and on_terminal()
    notice = say("no_terminal") if wanted and not ask and not quiet else ""
    dialogue, scenario = make(file, context.params, ask=ask, notice=notice)
    if scenario is None:
        return
    if as_json:
        print_json({"path": str(file), "scenario": scenario.normalised})
    elif not quiet:
        for warning in scenario.warnings:
            typer.echo(f"{file}: {warning}", err=True)
        if isinstance(plan := dialogue.known["runs"], str):
            typer.echo(f"How your run plan is read: runtall runs {plan}")
        if weights := _weights(dialogue, scenario):
            typer.echo(f"Weights: {weights}")
        if not ask and race_date is None and (guessed := race_guess(dialogue.known)):
            typer.echo(guessed)
        typer.echo(f"Written. Look through it, then: runtall solve {file}")


def make(
    file: Path,
    given: Mapping[str, str | None],
    *,
    ask: bool,
    otherwise: Mapping[str, str] = MappingProxyType({}),
    notice: str = "",
) -> "tuple[Dialogue, Scenario | None]":
    """Ask, or take defaults, and write the scenario; None: somebody didn't want it.

    Parameters
    ----------
    given
        Answers by the names of their questions.
    otherwise
        Answers to questions without a default, where nothing can be asked.
    notice
        What to say first.
    """
    from runtall.app import new as use_case
    from runtall.cli.new_questions import questions

    use_case.expect_new(file)
    print_error(notice, quiet=not notice)
    dialogue = Dialogue(questions(date.today()))
    try:
        answers = {question.name: given.get(question.name) for question in dialogue.questions}
        _take(dialogue, answers, otherwise, ask=ask)
        scenario = _hold(dialogue, file) if ask else _write(dialogue, file)
    except (KeyboardInterrupt, UserError):
        if ask:
            _keep(dialogue, file)
        raise
    if scenario is None:
        _keep(dialogue, file)
    return dialogue, scenario


def scenario_of(runs: Path, race_date: str | None, *, ask: bool, quiet: bool) -> Path | None:
    """Return the scenario of a run plan: the one beside it, made if it isn't there yet.

    None: somebody was asked, and didn't want it.
    """
    from runtall.app.run_plans import is_made_of, scenario_beside
    from runtall.cli.new_questions import race_guess

    path = scenario_beside(runs)
    if is_made_of(path, runs):
        if race_date is not None:
            _expect_race(race_date, path, f"made of {runs} earlier")
        print_error(f"{runs}: its scenario is {path}, made earlier", quiet=quiet)
        return path
    given = {"runs": str(runs), "race_date": race_date}
    dialogue, scenario = make(path, given, ask=ask, otherwise={"timezone": UNKNOWN_ZONE})
    if scenario is None:
        return None
    if not ask:
        print_error(f"{runs}: a run plan; this is taken for granted:", quiet=quiet)
        for question, answer in dialogue.answers():
            if question.name != "runs":
                print_error(f"  {question.label + ':':<{WIDTH}} {answer}", quiet=quiet)
        if weights := _weights(dialogue, scenario):
            print_error(f"  {'Weights:':<{WIDTH}} {weights}", quiet=quiet)
        if race_date is None and (guessed := race_guess(dialogue.known)):
            print_error(f"  {guessed}", quiet=quiet)
        if dialogue.known.get("timezone") == UNKNOWN_ZONE:
            print_error(
                "  Nothing says your time zone: put it right where times matter", quiet=quiet
            )
    print_error(f"{path} is written; to change what it says, edit it and solve again", quiet=quiet)
    return path


def _expect_race(race_date: str, path: Path, whence: str) -> None:
    """Check that a scenario has the race on the day that is given."""
    from runtall.app.run_plans import race_said
    from runtall.scenario.answers.dates import read_day

    try:
        day = read_day(race_date, date.today())
    except BadValue as error:
        raise UserError(f"--race-date: {error}") from None
    if (said := race_said(path)) != day.isoformat():
        raise UserError(
            f"--race-date: {day}, but {path}, {whence}, says {said or 'none'}; change its key"
            " race_date"
        )


def _weights(dialogue: Dialogue, scenario: "Scenario") -> str:
    """Say what weights are in where only the run plan's miles tell it."""
    if dialogue.known.get("body_mass") or scenario.publication.units != "imperial":
        return ""
    return "lb, as your run plan is in miles; for kg: runtall new --body-mass '70 kg'"


def _keep(dialogue: Dialogue, file: Path) -> None:
    """Say how to go on with what was answered."""
    typer.echo("\nNothing was written.", err=True)
    if dialogue.texts:
        typer.echo("To go on where you are:", err=True)
        typer.echo(dialogue.command("runtall", "new", str(file)), err=True)


def on_terminal() -> bool:
    """Return whether somebody is there to answer."""
    return sys.stdin.isatty()


def _take(
    dialogue: Dialogue, given: Mapping[str, str | None], otherwise: Mapping[str, str], *, ask: bool
) -> None:
    """Take what the options give, and, where nothing can be asked, defaults for the rest."""
    from runtall.cli.new_questions import race_warning

    faults: dict[str, str] = {}
    # What is given comes first: a run plan file proposes the day of the race.
    for question in sorted(dialogue.questions, key=lambda question: given[question.name] is None):
        text = given[question.name]
        if text is None and not ask and question.asked(dialogue.known):
            text = question.default(dialogue.known)
            text = otherwise.get(question.name) if text is None else text
            if text is None:
                faults[question.name] = f"{question.option}: is missing, and has no default"
        if text is None:
            continue
        try:
            dialogue.give(question, text, alone=True)
            value = dialogue.known[question.name]
            if question.name == "runs" and not ask:
                question.check(value, dialogue.known)  # what is wrong with a file comes first
        except BadValue as error:
            faults[question.name] = f"{question.option}: {error}"
            continue
        if question.name == "race_date" and (warning := race_warning(value, date.today())):
            place = question.option if given[question.name] else given["runs"]
            typer.echo(f"{place}: {warning}", err=True)
    in_order = [faults[q.name] for q in dialogue.questions if q.name in faults]
    if in_order and not ask:
        raise UserError(*in_order)
    for fault in in_order:  # its question is asked
        typer.echo(fault, err=True)


def _hold(dialogue: Dialogue, file: Path) -> "Scenario | None":
    """Ask what is open, show it all, and write it once it is good; None: it isn't wanted."""
    asks = any(question.name not in dialogue.known for question in dialogue.questions)
    while True:
        dialogue.ask()
        sure = dialogue.confirm(f"Write {file}?") if asks else True
        if sure is None:
            continue
        if not sure:
            return None
        try:
            return _write(dialogue, file)
        except UserError as error:
            if not asks:
                raise
            for fault in error.faults:
                typer.echo(f"  {fault}")


def _write(dialogue: Dialogue, file: Path) -> "Scenario":
    """Write the scenario of the answers."""
    from runtall.app import new as use_case
    from runtall.scenario.answers import Answers

    found = dict(dialogue.known)
    if isinstance(found["runs"], str):
        # The file is named from where we are; the scenario names it from where it lies.
        place = os.path.relpath(Path(found["runs"]).expanduser().resolve(), file.parent.resolve())
        found["runs"] = place.replace(os.sep, "/")
    return use_case.new(Answers(**found), file)
