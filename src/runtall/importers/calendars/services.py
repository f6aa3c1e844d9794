"""What each service's calendar says of a training beside its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runtall.domain.run_plan import RunKind
from runtall.importers.base import Entry
from runtall.importers.calendars.properties import text_of
from runtall.importers.kinds.classify import NO_RUNNING, classify
from runtall.importers.kinds.services import PREFIX, RUNNA, TRAINING_TYPES
from runtall.importers.words.languages import CODES, spoken
from runtall.importers.words.lengths import distance, minutes
from runtall.importers.words.units import METRES

if TYPE_CHECKING:
    from icalendar import Component

TYPE = re.compile(r"(?im)^\s*Workout type:\s*(?P<type>[^\n]{1,30})$")
PLANNED = re.compile(r"(?im)^\s*(?:Planned Time|Time Planned):\s*(?P<h>\d{1,2}):(?P<m>\d{2})\b")
DISTANCE = re.compile(
    r"(?im)^\s*(?:Distance Planned|Planned Distance):"
    r"\s*(?P<number>\d{1,6}(?:[.,]\d{1,3})?)\s*(?P<unit>km|mi|m)\b"
)
FIELDS = re.compile(
    r"(?im)^\s*(?:Workout type|Planned Time|Time Planned|Distance Planned|Planned Distance)"
    r":[^\n]*$|https?://\S+"
)
# The libraries that TrainingPeaks writes calendars with.
DOT_NET = ("ical.net", "ddaysoftware.com", "ddaysoftware")
WEEK_SUMMARY = re.compile(r"^(training week \d|final training week)")
BULLET = "•"
MOST_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Service:
    """Whose calendar it is.

    Parameters
    ----------
    typed
        Most of its events say their type; a whole day without one that means no training is a
        race.
    languages
        That of its titles first.
    """

    name: str = ""
    typed: bool = False
    languages: tuple[str, ...] = CODES


def service_of(calendars: Sequence[Component], events: Sequence[Component]) -> Service:
    """Return whose calendar it is, by what only that service writes."""
    makers = {name for one in calendars for name in _makers(text_of(one, "PRODID"))}
    typed = sum(bool(TYPE.search(text_of(event, "DESCRIPTION"))) for event in events)
    weeks = any(WEEK_SUMMARY.match(text_of(event, "SUMMARY").lower()) for event in events)
    if any("_PLAN_WORKOUT" in text_of(event, "UID") for event in events) or "runna" in makers:
        return Service("Runna")
    if typed:
        known = any("trainingpeaks" in maker or maker in DOT_NET for maker in makers)
        languages = spoken(text_of(event, "SUMMARY") for event in events)
        return Service("TrainingPeaks" if known else "", 2 * typed > len(events), languages)
    if "adamgibbons" in makers and weeks:
        return Service("calendar-hack")
    if makers & {"garmin", "garmin connect"}:
        return Service("Garmin Connect")
    if makers & {"final surge", "finalsurge"}:
        return Service("Final Surge")
    return Service()


def _makers(product: str) -> list[str]:
    """Return who made a calendar, and with what, as its PRODID has it: ``-//who//what//EN``."""
    parts = re.sub(r"^[-+]//", "", product.lower()).split("//")[:2]
    return [part.strip().removesuffix(".com") for part in parts] + parts[0].split("/")[:1]


def with_details(entry: Entry, event: Component, service: Service) -> Entry:
    """Return the entry with what the service's own fields say, and its text without them."""
    kind, says = _kind(entry, event, service)
    first = entry.text.partition("\n")[0]
    if BULLET not in first:
        first = ""
    far = DISTANCE.search(entry.text)
    return replace(
        entry,
        text=FIELDS.sub("", entry.text).strip(),
        kind=kind,
        says=says,
        distance_m=_metres(far) if far else distance(first),
        minutes=_minutes(event, entry.text, first) or entry.minutes,
    )


def _metres(found: re.Match[str]) -> int | None:
    number = float(found["number"].replace(",", "."))
    return round(number * METRES[found["unit"].lower()]) or None


def _minutes(event: Component, text: str, first: str) -> int | None:
    seconds = text_of(event, "X-WORKOUT-ESTIMATED-DURATION")
    if re.fullmatch(r"\d{1,5}", seconds) and 0 < int(seconds) < MOST_SECONDS:
        return round(int(seconds) / 60)
    planned = PLANNED.search(text)
    return 60 * int(planned["h"]) + int(planned["m"]) if planned else minutes(first)


def _kind(entry: Entry, event: Component, service: Service) -> tuple[str, str]:
    """Return the kind and the word that says it, both empty where the title has to decide."""
    uid = text_of(event, "UID")
    if service.name == "Runna" and "_PLAN_WORKOUT" in uid:
        done = "COMPLETED " if "COMPLETED" in uid else ""
        found = ((kind, done + word) for word, kind in RUNNA if word in uid)
        return next(found, ("", ""))
    named = TYPE.search(entry.text) or PREFIX.match(entry.title)
    if named:
        word = named[1].strip()
        if word.lower() in TRAINING_TYPES:
            return TRAINING_TYPES[word.lower()], word
        kind = classify(word, service.languages).kind
        return (kind if kind in NO_RUNNING else ""), word  # those say all about a day
    if service.typed and entry.at is None and not entry.text.strip():
        meaning = classify(entry.title, service.languages)
        if meaning.weak or meaning.kind in {"", RunKind.RACE}:
            return RunKind.RACE.value, "an event without a type"
    return "", ""
