"""The runner's own strength sessions on the calendar, and what is assumed of them.

What reads titles is imported only for a run plan that has such sessions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from runtall.domain.choices import AUTO, IGNORE, UPPER
from runtall.domain.own_strength import NAMELESS, OwnSession
from runtall.domain.phase import Phase
from runtall.domain.problem import Problem
from runtall.errors.words import counted, first_few, shown

# Days before the race in which no session should tire the runner.
LAST_DAYS = 10


def own_sessions(
    titles: Mapping[int, Sequence[str]], n_days: int, choice: str
) -> tuple[tuple[OwnSession, ...], ...]:
    """Return the sessions of each day; nothing where there are none.

    Parameters
    ----------
    titles
        Titles by day index.
    choice
        What the runner says they are: one of `runtall.domain.choices.OWN_STRENGTH`.
    """
    if choice == IGNORE or not any(titles.values()):
        return ()
    return tuple(
        tuple(
            OwnSession(title or NAMELESS, _counts(title, choice)) for title in titles.get(day, ())
        )
        for day in range(n_days)
    )


def _counts(title: str, choice: str) -> bool:
    if choice != AUTO:
        return choice == UPPER
    from runtall.importers.words.own_strength import counts

    return counts(title)


def own_warnings(problem: Problem, choice: str) -> Iterator[str]:
    """Yield what is assumed of the sessions, and which of them should be light."""
    every = [(day, session) for day in problem.days for session in day.own]
    assumed = "" if choice != AUTO else "; if that is wrong, say it in runs.own_strength"
    for counts, what, so in (
        (True, "the upper body", "A week with one has one of ours, with two or more none, and in"
         " the taper ours is none"),
        (False, "legs, core, mobility or yoga", "They keep their day and change nothing else"),
    ):  # fmt: skip
        titles = [shown(session.title) for _, session in every if session.counts == counts]
        if titles:
            number = counted(len(titles), "strength session")
            names = first_few(dict.fromkeys(titles))
            yield f"{number} of your own for {what}: {names}. {so}{assumed}"
    hard = [
        f"{day.label} {shown(session.title)}"
        for day, session in every
        if day.to_race > 0
        and (day.eve_of_long_run or day.phase is Phase.TAPER or day.to_race <= LAST_DAYS)
    ]
    if hard:
        yield (
            f"on the day before a long run, in the taper or in the last {LAST_DAYS} days:"
            f" {first_few(hard)}; make it light, or skip it"
        )
