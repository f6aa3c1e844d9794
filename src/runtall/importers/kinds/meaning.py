"""What some words of a run plan mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """What some words mean.

    Parameters
    ----------
    kind
        A kind of run, or `STRENGTH`; empty where the words are unknown.
    words
        Those that decided.
    optional
        They name rest as the other choice, or say so.
    weak
        They say little; other words, or the week, may know better.
    strength
        Strength work comes on top of the run.
    """

    kind: str = ""
    words: str = ""
    optional: bool = False
    weak: bool = False
    strength: bool = False
