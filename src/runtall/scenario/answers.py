"""Answers to the few questions of ``runtall new``, read from what people type."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from runtall.documents.values import BadValue, read_date, read_zone
from runtall.domain.athlete import SIGNS, Experience
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.run_plan import RunKind
from runtall.errors.words import choose, shown

PRESETS = ("gym", "home", "bands")
MINUTES = (10, 40)
KILOGRAMS = (30, 250)
YES = {"y", "yes", "true"}
NO = {"n", "no", "false"}
WEEK = "easy workout easy easy rest long recovery"
# Words of each day's runs, Monday first.
Week = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a scenario is made from.

    Parameters
    ----------
    runs
        A run plan file, relative to the scenario, or the usual week.
    days
        Weekdays with time for strength.
    body_mass
        Kilograms.
    shoulder
        Whether pressing overhead hurts it.
    equipment
        One of `PRESETS`.
    timezone
        IANA name; empty where no time of day is known.
    """

    race_date: date
    runs: str | Week
    days: tuple[str, ...] = WEEKDAYS
    minutes: int = 40
    equipment: str = "gym"
    experience: Experience = Experience.NEW
    body_mass: float | None = None
    signs: Mapping[str, int] = field(default_factory=dict)
    shoulder: bool = False
    timezone: str = ""


def read_race_date(text: str) -> date:
    """Read the day of the race."""
    return read_date(text.strip())


def _word(text: str, allowed: Sequence[str], noun: str, other: str = "") -> str:
    word = text.strip().lower()
    if word not in allowed:
        raise BadValue(f"{shown(word)} is not {noun}{choose(word, allowed, other=other)}")
    return word


def read_runs(text: str) -> str | Week:
    """Read the usual week as seven words, Monday first, or the name of a run plan file."""
    words = text.split()
    kinds = {word.rstrip("?") for day in words for word in day.split("+")}
    if (len(words) == 1 and PurePath(words[0]).suffix) or kinds.isdisjoint(set(RunKind)):
        if not words:
            raise BadValue(f"name a run plan file, or seven days such as: {WEEK}")
        if not text.isprintable():
            raise BadValue(f"{shown(text)} is no name that a scenario can hold")
        return text.strip()
    if len(words) != len(WEEKDAYS):
        raise BadValue(f"{len(words)} days; a week has seven, such as: {WEEK}")
    for word in sorted(kinds - set(RunKind)):
        raise BadValue(f"{shown(word)} is not a kind of run{choose(word, list(RunKind))}")
    return tuple(tuple(day.split("+")) for day in words)


def read_days(text: str) -> tuple[str, ...]:
    """Read the weekdays with time for strength."""
    words = text.replace(",", " ").lower().split()
    if words == ["all"]:
        return WEEKDAYS
    for word in words:
        _word(word, WEEKDAYS, "a weekday", other="all")
    if not words:
        raise BadValue(f"name at least one of {', '.join(WEEKDAYS)}, or all")
    return tuple(day for day in WEEKDAYS if day in words)


def read_minutes(text: str) -> int:
    """Read the minutes of a session."""
    least, most = MINUTES
    if text.strip().isdecimal() and least <= int(text.strip()[:9]) <= most:
        return int(text)
    raise BadValue(f"{shown(text)} is not a number of minutes from {least} to {most}")


def read_equipment(text: str) -> str:
    """Read the name of a preset."""
    return _word(text, PRESETS, "a set of equipment")


def read_experience(text: str) -> Experience:
    """Read the lifting experience."""
    return Experience(_word(text, list(Experience), "an experience"))


def read_body_mass(text: str) -> float | None:
    """Read kilograms; nothing is an answer, too."""
    if not text.strip():
        return None
    least, most = KILOGRAMS
    number = text.strip().replace(",", ".")
    if re.fullmatch(r"\d{1,3}(\.\d{1,2})?", number) and least <= float(number) <= most:
        return float(number)
    raise BadValue(f"{shown(text)} is not a body mass from {least} to {most} kg")


def read_signs(text: str) -> Mapping[str, int]:
    """Read answers such as ``torso_twists=2 neck_tight=1``; none of them: ``none``."""
    words = text.replace(",", " ").split()
    if words in ([], ["none"]):
        return {}
    signs = {}
    for word in words:
        name, _, number = word.partition("=")
        if name not in SIGNS:
            raise BadValue(f"{shown(name)} is not a sign{choose(name, SIGNS)}")
        if number not in {"0", "1", "2", "3"}:
            raise BadValue(f"{name}: {shown(number)} is not from 0, never, to 3, always")
        signs[name] = int(number)
    return {name: signs[name] for name in SIGNS if name in signs}


def read_yes(text: str) -> bool:
    """Read yes or no."""
    word = text.strip().lower()
    if word not in YES | NO:
        raise BadValue(f"{shown(text)} is neither yes nor no")
    return word in YES


def read_timezone(text: str) -> str:
    """Read the name of a time zone; nothing is an answer, too."""
    return read_zone(text.strip()) if text.strip() else ""
