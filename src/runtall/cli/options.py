"""Arguments and options that several commands share.

A path is ``readable=False``: Typer looks at no file. Who reads it says in a line what is wrong
with it, and of many files a bad one isn't the end of all.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from runtall.documents.values import BadValue

ScenarioFile = Annotated[Path, typer.Argument(help="The scenario file (YAML).", readable=False)]
PlanFolder = Annotated[
    Path, typer.Argument(metavar="PLAN", help="A plan's folder, or a file in it.", readable=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable result, nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but faults.")]


def folder(text: str) -> Path:
    """Read the name of a folder."""
    if not text.strip():
        raise typer.BadParameter("a folder has a name; this one, where you are, is .")
    return Path(text)


def value_option(read: Callable[[str], Any], help_: str) -> Any:
    """Make an option whose value is read by a function of `runtall.documents.values`."""

    def parse(text: str) -> Any:
        try:
            return read(text)
        except BadValue as error:
            raise typer.BadParameter(str(error)) from None

    return typer.Option(parser=parse, metavar="<text>", help=help_)


def output_folder(help_: str) -> Any:
    """Make the option that chooses the folder for what is written."""
    return typer.Option("--output", "-o", parser=folder, metavar="<path>", help=help_)
