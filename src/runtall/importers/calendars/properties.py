"""The properties of events: as text, as dates and times, or all of one name."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from icalendar import Component


def all_of(component: Component, name: str) -> Sequence[Any]:
    """Return all properties of a name."""
    found = component.get(name, [])
    return found if isinstance(found, list) else [found]


def text_of(component: Component, name: str) -> str:
    """Return the text of a property, or of the first of several; empty where there is none."""
    return str(next(iter(all_of(component, name)), ""))


def value_of(component: Component, name: str) -> Any:
    """Return the date, time or length of a property; None where there is none to be read."""
    try:
        return getattr(next(iter(all_of(component, name)), None), "dt", None)
    except ValueError:  # how the library says that it couldn't read it
        return None


def dates_in(component: Component, name: str) -> int:
    """Return how many dates the properties of a name have that can be read."""
    found = 0
    for some in all_of(component, name):
        with suppress(ValueError):  # as above
            found += len(getattr(some, "dts", ()))
    return found
