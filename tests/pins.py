"""What runtall stands on: the versions that its tests pass with, and whose licence each is under.

``python -m tests.pins`` writes both down: `CONSTRAINTS`, and the table in the README of the house.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
CONSTRAINTS = ROOT / ".ci" / "constraints.txt"
README = ROOT / "src" / "runtall" / "README.md"
HEAD = "| package | licence |\n| --- | --- |\n"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# What licences are called in packages that name theirs in older ways.
CLASSIFIER = "License :: OSI Approved :: "
SHORT = {"MIT License": "MIT", "BSD License": "BSD", "Apache Software License": "Apache-2.0",
         "ISC License (ISCL)": "ISC", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
         "Python Software Foundation License": "PSF-2.0"}  # fmt: skip


def requirements(*extras: str) -> list[Requirement]:
    """Return what the project asks for itself, with some extras."""
    asked = [*PROJECT["dependencies"]]
    for extra in extras:
        asked += PROJECT["optional-dependencies"][extra]
    return [Requirement(text) for text in asked if not text.startswith("runtall[")]


def closure(asked: Iterable[Requirement]) -> list[str]:
    """Return the names of packages that these need, and of all that those need here."""
    found: dict[str, set[str]] = {}
    waiting = list(asked)
    while waiting:
        wanted = waiting.pop()
        name, extras = canonicalize_name(wanted.name), set(wanted.extras)
        if found.get(name, {"?"}) >= extras and name in found:
            continue
        found[name] = found.get(name, set()) | extras
        waiting += _needs(name, found[name])
    return sorted(found)


def _needs(name: str, extras: set[str]) -> Iterator[Requirement]:
    for text in distribution(name).requires or ():
        need = Requirement(text)
        here = (
            [need.marker.evaluate({"extra": extra}) for extra in (*extras, "")]
            if need.marker
            else [True]
        )
        if any(here):
            yield need


def pins() -> str:
    """Return the constraints: a line for each package."""
    names = closure(requirements("cluster", "notebooks", "dev"))
    return "".join(f"{name}=={distribution(name).version}\n" for name in names)


def licence(name: str) -> str:
    """Return the licence of a package that is installed, in few words."""
    about = distribution(name).metadata
    if said := about.get("License-Expression"):
        return said
    told = [
        line.removeprefix(CLASSIFIER)
        for line in about.get_all("Classifier") or ()
        if line.startswith(CLASSIFIER)
    ]
    if told:
        return ", ".join(SHORT.get(word, word) for word in told)
    return re.sub(r"\s+", " ", about.get("License") or "?")[:60].strip()


def licences() -> str:
    """Return the table of licences."""
    names = closure(requirements("cluster", "notebooks"))
    return HEAD + "".join(f"| {name} | {licence(name)} |\n" for name in names)


def main() -> None:
    """Write both down."""
    CONSTRAINTS.write_text(pins(), "utf-8")
    text = README.read_text("utf-8")
    before, _, rest = text.partition(HEAD)
    after = re.sub(r"\A(\|.*\n)*", "", rest)
    README.write_text(before + licences() + after, "utf-8")


if __name__ == "__main__":
    main()
