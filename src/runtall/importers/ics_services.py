"""What each service's calendar says of a training beside its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runtall.domain.run_plan import RunKind
from runtall.importers.classify import classify
from runtall.importers.ics_when import text_of
from runtall.importers.lengths import METRES, distance, minutes
from runtall.importers.services import PREFIX, RUNNA, TRAINING_TYPES

if TYPE_CHECKING:
    from icalendar import Component

TYPE = re.compile(r"^\s*Workout type:\s*(?P<type>[^\n]{1,30})$", re.IGNORECASE | re.MULTILINE)
PLANNED = re.compile(
    r"^\s*(?:Planned Time|Time Planned):\s*(?P<h>\d{1,2}):(?P<m>\d{2})\b",
    re.IGNORECASE | re.MULTILINE,
)
DISTANCE = re.compile(
    r"^\s*(?:Distance Planned|Planned Distance):\s*(?P<number>\d{1,6}(?:[.,]\d{1,3})?)\s*"
    r"(?P<unit>km|mi|m)\b",
    re.IGNORECASE | re.MULTILINE,
)
FIELDS = re.compile(
    r"^\s*(?:Workout type|Planned Time|Time Planned|Distance Planned|Planned Distance)"
    r":[^\n]*$|https?://\S+",
    re.IGNORECASE | re.MULTILINE,
)
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
    """

    name: str = ""
    typed: bool = False

    @property
    def words(self) -> str:
        """The service within a sentence."""
        return f" of {self.name}" if self.name else ""


@dataclass(frozen=True, slots=True)
class Details:
    """What a service says of a training; ``text`` is its description without the fields."""

    text: str = ""
    kind: str = ""
    says: str = ""
    distance_m: int | None = None
    minutes: int | None = None


def service_of(calendars: Sequence[Component], events: Sequence[Component]) -> Service:
    """Tell whose calendar it is, by what only that service writes."""
    makers = " ".join(text_of(component, "PRODID") for component in calendars).lower()
    typed = sum(bool(TYPE.search(text_of(event, "DESCRIPTION"))) for event in events)
    prefixed = sum(bool(PREFIX.match(text_of(event, "SUMMARY"))) for event in events)
    if any("_PLAN_WORKOUT" in text_of(event, "UID") for event in events) or "runna" in makers:
        return Service("Runna")
    if typed:
        return Service("TrainingPeaks", typed=2 * typed > len(events))
    if "adamgibbons" in makers:
        return Service("calendar-hack")
    if "garmin" in makers:
        return Service("Garmin Connect")
    if "final surge" in makers or "finalsurge" in makers or 2 * prefixed > len(events):
        return Service("Final Surge")
    return Service()


def details(event: Component, title: str, text: str, service: Service, *, all_day: bool) -> Details:
    """Read the service's own fields."""
    kind, says = _kind(event, title, text, service, all_day=all_day)
    first = text.partition("\n")[0] if BULLET in text.partition("\n")[0] else ""
    seconds = text_of(event, "X-WORKOUT-ESTIMATED-DURATION")
    estimated = int(seconds) if re.fullmatch(r"\d{1,5}", seconds) else 0
    planned = PLANNED.search(text)
    far = DISTANCE.search(text)
    return Details(
        text=FIELDS.sub("", text).strip(),
        kind=kind,
        says=says,
        distance_m=_metres(far) if far else distance(first),
        minutes=(
            round(estimated / 60)
            if 0 < estimated < MOST_SECONDS
            else (60 * int(planned["h"]) + int(planned["m"]) if planned else minutes(first))
        )
        or None,
    )


def _metres(found: re.Match[str]) -> int | None:
    number = float(found["number"].replace(",", "."))
    return round(number * METRES[found["unit"].lower()]) or None


def _kind(
    event: Component, title: str, text: str, service: Service, *, all_day: bool
) -> tuple[str, str]:
    """Kind and the word that says it, both empty where the title has to decide."""
    uid = text_of(event, "UID")
    if service.name == "Runna" and "_PLAN_WORKOUT" in uid:
        done = "COMPLETED " if "COMPLETED" in uid else ""
        token = next(((word, kind) for word, kind in RUNNA if word in uid), None)
        return (token[1], f"{done}{token[0]}") if token else ("", "")
    named = TYPE.search(text) or PREFIX.match(title)
    if named:
        word = named.groups()[0].strip()
        return TRAINING_TYPES.get(word.lower(), ""), word
    if service.typed and all_day and not text.strip():
        meaning = classify(title)
        if meaning.weak or meaning.kind in {"", RunKind.RACE}:
            return RunKind.RACE.value, "an event without a type"
    return "", ""
