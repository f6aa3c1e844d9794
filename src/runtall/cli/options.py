"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ScenarioFile = Annotated[Path, typer.Argument(help="The scenario file (YAML).")]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable result, nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but faults.")]


def folder(text: str) -> Path:
    """Read the name of a folder."""
    if not text.strip():
        raise typer.BadParameter("a folder has a name; this one, where you are, is .")
    return Path(text)
