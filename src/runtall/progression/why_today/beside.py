"""Where a session stands beside the day's running."""

from __future__ import annotations

from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import NOT_RUNNING, RunKind
from runtall.progression.nearness import RUN_WORDS, run_name
from runtall.progression.texts import say
from runtall.progression.why_today.left_out import run_left_out

BOTH = 2


def after_words(problem: Problem, day: Day) -> str:
    """Return where a session stands beside the day's running: ``after the easy run``."""
    if run_left_out(problem, day):
        return say("day_instead", run=run_name(day))
    if day.option == "A":
        return f"after {_running(day)}"
    if day.option == "C":
        return f"after {_running(day)}, kept small"
    cross = day.kind is RunKind.CROSS
    return f"on a day {'of cross-training' if cross else 'without a run'}"


def _running(day: Day) -> str:
    """Return the day's runs: ``the easy run and, if you do it, the recovery run``."""
    runs = [run for run in day.runs if run.kind not in NOT_RUNNING]
    kinds = [run.kind for run in runs]
    if len(kinds) == BOTH and len({(run.kind, run.optional) for run in runs}) == 1:
        words = [f"both {RUN_WORDS[kinds[0]]}s"]
    else:
        words = [
            f"the {'second ' if run.kind in kinds[:index] else ''}{RUN_WORDS[run.kind]}"
            for index, run in enumerate(runs)
        ]
    if all(run.optional for run in runs):
        return f"{' and '.join(words)}, or on its own should you rest"
    return " and ".join(
        f"(if you do it) {word}" if run.optional else word
        for run, word in zip(runs, words, strict=False)
    )
