"""How well the made-up plans are read; ``python -m tests.importers.made_up.reading`` tells."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from runtall.domain.run_plan import KEY_KINDS, Run, RunKind
from runtall.errors import FileFaults
from runtall.importers import load_runs
from runtall.importers.base import RunFile
from runtall.importers.plan.summary import summarise
from tests.importers.made_up.plans import RACE, Author, Day, authors, layouts, plan

NOTHING = {"rest", "noise"}
STRENGTH = "strength"


@dataclass
class Score:
    """Days of a plan, and those that were read right."""

    days: int = 0
    kind: int = 0
    hard: int = 0
    rest_as_hard: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def kind_share(self) -> float:
        return self.kind / self.days

    @property
    def hard_share(self) -> float:
        return self.hard / self.days

    def add(self, other: Score) -> None:
        self.days += other.days
        self.kind += other.kind
        self.hard += other.hard
        self.rest_as_hard += other.rest_as_hard
        self.missed += other.missed
        self.wrong.update(other.wrong)

    def __str__(self) -> str:
        kind, hard = 100 * self.kind_share, 100 * self.hard_share
        more = f"rest as hard {len(self.rest_as_hard)}, hard as easy {len(self.missed)}"
        return f"{self.days:5} days, kind {kind:5.1f} %, hard or easy {hard:5.1f} %, {more}"


def score(days: list[Day], file: Path) -> Score:
    """Read a file and compare it with the plan it was made of."""
    result = Score()
    try:
        read = load_runs(file, race_date=RACE)
    except FileFaults as error:
        result.days = len(days)
        result.wrong[f"{file.name}: {error}"] += 1
        return result
    uncertain: set[date] | None = None
    runs: dict[object, list[Run]] = {}
    for dated in read.runs:
        runs.setdefault(dated.date, []).append(dated.run)
    own = {one.date for one in read.occupied}
    for day in days:
        # "Rest or cross-training" is cross-training that may be left out, and right.
        left_out = day.kind == "rest" and all(run.optional for run in runs.get(day.date, []))
        kinds = [run.kind for run in runs.get(day.date, []) if run.kind is not RunKind.REST]
        kinds = [] if left_out and set(kinds) <= {RunKind.CROSS} else kinds
        got = max(kinds, key=lambda kind: kind.hardness) if kinds else ""
        read_as = str(got) or (STRENGTH if day.date in own else "rest")
        meant = "rest" if day.kind in NOTHING else day.kind
        hard, was = got in KEY_KINDS, meant in KEY_KINDS
        words = f"{day.title} | {day.text}: {meant}, read as {read_as}"
        result.days += 1
        result.kind += meant == read_as
        result.hard += hard == was
        if meant != read_as:
            result.wrong[words] += 1
        if hard and meant == "rest":
            result.rest_as_hard.append(words)
        if was and not hard:
            uncertain = _uncertain(read) if uncertain is None else uncertain
            result.missed += [] if day.date in uncertain else [words]
    return result


def _uncertain(read: RunFile) -> set[date]:
    return {day for group in summarise(read, RACE, "mon").uncertain for day in group.days}


def scores(chosen: Iterable[Author]) -> Iterator[tuple[Author, Score]]:
    """Each author's plan in the author's layouts."""
    with tempfile.TemporaryDirectory() as folder:
        for author in chosen:
            total, days = Score(), plan(author)
            for layout in layouts(author):
                name, text = layout(days, author.code)
                path = Path(folder) / name
                path.write_text(text, newline="")
                total.add(score(days, path))
            yield author, total


def report(chosen: Callable[[Author], bool], *, show: bool) -> None:
    """Print the scores by language, and what was wrong."""
    together = Score()
    by_code: dict[str, Score] = {}
    for author, one in scores(filter(chosen, authors())):
        by_code.setdefault(author.code if author.code != "en" else author.name, Score()).add(one)
        together.add(one)
    for code, one in by_code.items():
        print(f"{code:5} {one}")
        for words, times in one.wrong.most_common() if show else ():
            print(f"        {times} x {words}")
    print(f"all   {together}")


if __name__ == "__main__":
    words = set(sys.argv[1:])
    codes = words - {"held", "show"}
    report(
        lambda author: (
            author.held_back == ("held" in words)
            and (not codes or author.code in codes or author.name in codes)
        ),
        show="show" in words,
    )
