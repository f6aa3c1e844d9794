"""The kinds of runs in the words that people write for them: those that titles have, too."""

from __future__ import annotations

from typing import NamedTuple

from runtall.documents.values import BadValue
from runtall.domain.run_plan import ALWAYS, IGNORE, STRENGTH, RunKind
from runtall.errors.words import choose, shown

# Words that say something alone, and nothing in the title of a run.
ALONE = {"none": RunKind.REST, "nothing": RunKind.REST, "medium": RunKind.MEDIUM_LONG}
# What is no run: it keeps its day from our sessions, or is no training at all.
NO_RUNS = (STRENGTH, IGNORE)
# Of all races one is the race; in the title of any other stands how long it is, or what for.
# An easy run of so many metres is a long one, whatever its title.
LONG_M = 20_000
THE_RACE = ("race", "race day", "marathon")


class RunWord(NamedTuple):
    """A kind of run, and whether it may be left out."""

    kind: RunKind
    optional: bool


RUN_WORDS = {kind.value: RunWord(kind, optional=False) for kind in RunKind} | {
    f"{kind}?": RunWord(kind, optional=True) for kind in RunKind if kind not in ALWAYS
}


def read_run_word(
    value: object, languages: tuple[str, ...] = (), others: tuple[str, ...] = ()
) -> RunWord:
    """Read a kind of run, or a title that says one, with ``?`` where it may be left out.

    Parameters
    ----------
    languages
        That of the runner first; left out: nobody knows.
    others
        What else is allowed, though it is no run.
    """
    text = value.strip() if isinstance(value, str) else ""
    if text.lower() in RUN_WORDS:
        return RUN_WORDS[text.lower()]
    word = text.rstrip("?").strip()
    kind, optional = _by_title(word, languages)
    if kind == STRENGTH and not others:
        own = "name strength work of your own in runs.own, by weekday or date"
        raise BadValue(f"{shown(value)} is no run; {own}")
    if kind in {"", STRENGTH}:
        raise BadValue(f"{shown(value)} is not a kind of run{choose(word, [*RunKind, *others])}")
    optional = optional or word != text
    if optional and kind in ALWAYS:
        raise BadValue(f"{shown(text)}: {kind} is never optional; write {kind}")
    return RunWord(RunKind(kind), optional)


def read_title_word(value: object) -> tuple[str, bool]:
    """Read what a runner says that a title is: a kind of run, or one of `NO_RUNS`."""
    if isinstance(value, str) and value in NO_RUNS:
        return value, False
    return read_run_word(value, others=NO_RUNS)


def _by_title(word: str, languages: tuple[str, ...]) -> tuple[str, bool]:
    """Return the kind that a title says, or strength, and whether the run may be left out."""
    from runtall.importers.kinds.classify import classify
    from runtall.importers.words.lengths import distance
    from runtall.importers.words.titles import spelling, without_optional

    plain = spelling(word.replace("_", " "))
    known = {kind.value.replace("_", " "): kind for kind in RunKind} | ALONE
    if plain in known:
        return known[plain], False
    title, optional = without_optional(plain)
    meaning = classify(title, languages) if languages else classify(title)
    kind = meaning.kind
    if kind == RunKind.RACE and plain not in THE_RACE and not plain.endswith(" marathon"):
        kind = RunKind.TUNEUP
    if plain.endswith("half marathon"):
        kind = RunKind.TUNEUP
    if kind in {RunKind.EASY, RunKind.MEDIUM_LONG} and (distance(title) or 0) >= LONG_M:
        kind = RunKind.LONG
    return kind, optional or meaning.optional
