"""A week that texts tell, and what is read of them."""

from __future__ import annotations

from pathlib import Path

from runtall.importers import load_runs

WEEK = ["rest", "easy", "workout", "rest", "easy", "rest", "long"]


def kinds(path: Path, text: str, first: str = "") -> list[str]:
    """Return what is run on each day of a file from one on, strength and rides as rest."""
    file = path / "chat.txt"
    file.write_text(text, encoding="utf-8")
    runs = {f"{one.date}": f"{one.run.kind}" for one in load_runs(file).runs}
    return [kind for day, kind in sorted(runs.items()) if day >= first]
