"""Arguments and options that several commands share, and how help shows them.

A path is ``readable=False``: Typer looks at no file. Who reads it says in a line what is wrong
with it, and of many files a bad one isn't the end of all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from runtall.documents.values import BadValue
from runtall.errors.words import choose, shown


class Command(TyperCommand):
    """A command whose help names what it takes by plain words, in capitals."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the words of the line of usage."""
        return [
            piece.replace("{", "").replace("}", "") for piece in super().collect_usage_pieces(ctx)
        ]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and the options, each with its help."""
        for title, kind in (("Arguments", "argument"), ("Options", "option")):
            rows = [
                (param.metavar if kind == "argument" else record[0], record[1])
                for param in self.get_params(ctx)
                if param.param_type_name == kind and (record := param.get_help_record(ctx))
            ]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def argument(metavar: str, help_: str) -> Any:
    """Make an argument that is a path."""
    return typer.Argument(metavar=metavar, help=help_, readable=False)


def folder(text: str) -> Path:
    """Read the name of a folder."""
    if not text.strip():
        raise typer.BadParameter("a folder has a name; this one, where you are, is .")
    return Path(text)


def value_option(
    read: Callable[[str], Any],
    metavar: str,
    help_: str,
    *names: str,
    completed: Callable[[], list[str]] | None = None,
) -> Any:
    """Make an option whose value is read by a function that raises `BadValue`."""

    def parse(text: str) -> Any:
        try:
            return read(text)
        except BadValue as error:
            raise typer.BadParameter(str(error)) from None

    return typer.Option(*names, parser=parse, metavar=metavar, help=help_, autocompletion=completed)


def choice_option(allowed: Sequence[str], help_: str, *names: str) -> Any:
    """Make an option whose value is one of some words."""

    def read(text: str) -> str:
        if text not in allowed:
            raise BadValue(f"{shown(text)} is none of them{choose(text, allowed)}")
        return text

    return value_option(read, "|".join(allowed), help_, *names, completed=lambda: list(allowed))


def read_day(text: str) -> date:
    """Read a date as people write it."""
    # What reads words takes its time to import.
    from runtall.scenario.answers import dates

    return dates.read_day(text, date.today())


def whole_from(least: int) -> Callable[[str], int]:
    """Return what reads a whole number that is no smaller."""

    def read(text: str) -> int:
        if not re.fullmatch("[0-9]{1,9}", text.strip()) or int(text) < least:
            raise BadValue(f"{shown(text)} is not a whole number from {least} on")
        return int(text)

    return read


def option(metavar: str, help_: str, *names: str) -> Any:
    """Make an option whose value is a text, or a path."""
    return typer.Option(*names, metavar=metavar, help=help_, readable=False)


def flag(help_: str, *names: str) -> Any:
    """Make an option without a value."""
    return typer.Option(*names, help=help_)


# What is typed, and read later.
Text = str | None
OUTPUT = ("--output", "-o")
ScenarioFile = Annotated[Path, argument("SCENARIO", "The scenario file (YAML).")]
PlanFolder = Annotated[
    Path | None,
    argument("PLAN", "A plan's folder, or a file in it. Default: the only plan in plans/."),
]
AsJson = Annotated[bool, flag("Machine-readable result, nothing else.", "--json")]
Quiet = Annotated[bool, flag("Print nothing but faults.", "--quiet", "-q")]


def folder_option(help_: str, *names: str) -> Any:
    """Make an option that chooses a folder for what is written."""
    return typer.Option(*names, parser=folder, metavar="FOLDER", help=help_)


def files_of(given: Iterable[str] | None) -> list[str]:
    """Return the names that ``--also`` gives, repeated or with commas; ``md``: ``plan.md``."""
    names = [part.strip() for text in given or () for part in text.split(",") if part.strip()]
    return [f"plan.{name.lstrip('.')}" if name.rfind(".") < 1 else name for name in names]
