"""Plan files of calendar-hack: YAML or JSON, weeks of seven workouts, no dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, MappingStartEvent, SequenceStartEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from runtall.importers.base import Entries, Notes, whole_file
from runtall.importers.cells import METRES, read_text, shown
from runtall.importers.lay_back import Undated, lay_back
from runtall.importers.lengths import FURTHEST_M
from runtall.importers.markup import expand

if TYPE_CHECKING:
    from runtall.importers.base import Context

FORM = "a plan file of calendar-hack"
LARGEST = 400_000
"""Characters; a plan has a hundred thousand at most."""
DEEPEST = 8
UNITS = ("mi", "km")
DAYS = 7
MOST_WEEKS = 53
NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?")


def read_plan_file(text: str, context: Context) -> Entries:
    """Read ``units`` and ``schedule``; the race date says on which days they fall."""
    if len(text) > LARGEST:
        return whole_file(f"more than {LARGEST} characters; a plan file has far fewer")
    try:
        root = _compose(text)
    except MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        notes = Notes()
        line, column = (place.line + 1, place.column + 1) if place else (1, 1)
        notes.fault(line, column, "", f"neither YAML nor JSON: {error.problem or error.context}")
        return Entries(faults=tuple(notes.faults))
    except (YAMLError, ValueError, RecursionError) as error:
        return whole_file(f"neither YAML nor JSON: {str(error).splitlines()[0]}")
    return _Reading().read(root, context)


def _compose(text: str) -> Node | None:
    """Build the nodes of a text that neither repeats itself nor nests for ever."""
    depth = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        if isinstance(event, AliasEvent):
            raise ValueError("a plan file has no aliases (*)")
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise ValueError(f"nested more than {DEEPEST} deep")
        elif type(event).__name__ in {"MappingEndEvent", "SequenceEndEvent"}:
            depth -= 1
    root: Node | None = YAML(typ="safe", pure=True).compose(text)
    return root


@dataclass(slots=True)
class _Reading:
    """One file on its way in."""

    notes: Notes = field(default_factory=Notes)

    def read(self, root: Node | None, context: Context) -> Entries:
        keys = _keys(root)
        if "schedule" not in keys:
            return whole_file("there is no key schedule, a list of weeks")
        units = self.units(keys, root)
        days = [day for week in self.weeks(keys["schedule"]) for day in self.week(week, units)]
        if self.notes.faults:
            return Entries(faults=tuple(self.notes.faults))
        return lay_back(days, context.race_date, "mon", FORM)

    def units(self, keys: dict[str, Node], root: Node | None) -> str:
        node = keys.get("units")
        if node is None or _text(node) not in UNITS:
            given = "units is missing" if node is None else f"{shown(_text(node))} is no unit"
            self.fault(node or root, "units", f"{given}; allowed: mi, km")
            return "mi"
        return _text(node)

    def weeks(self, schedule: Node) -> list[Node]:
        weeks = schedule.value if isinstance(schedule, SequenceNode) else []
        if not weeks or len(weeks) > MOST_WEEKS:
            message = f"{len(weeks)} weeks; allowed: a list of 1 to {MOST_WEEKS}"
            self.fault(schedule, "schedule", message)
        return list(weeks[:MOST_WEEKS])

    def week(self, node: Node, units: str) -> list[Undated]:
        workouts = _keys(node).get("workouts")
        days = workouts.value if isinstance(workouts, SequenceNode) else []
        if len(days) != DAYS:
            self.fault(workouts or node, "workouts", f"{len(days)} days; a week has {DAYS}")
        return [self.day(day, units) for day in days]

    def day(self, node: Node, units: str) -> Undated:
        keys = _keys(node)
        title = expand(_text(keys.get("title")), units)
        if not title.strip():
            self.fault(node, "title", "the title is missing")
        text = expand(read_text(_text(keys.get("description"))), units)
        distance = self.distance(keys.get("distance"), units)
        return Undated(title, node.start_mark.line + 1, text, distance, units)

    def distance(self, node: Node | None, units: str) -> int | None:
        """A number, or the far end of a range; 0 means that it isn't known."""
        if node is None or _text(node) == "null":
            return None
        numbers = node.value if isinstance(node, SequenceNode) else [node]
        texts = [_text(number) for number in numbers]
        if not texts or len(texts) > 2 or not all(NUMBER.fullmatch(text) for text in texts):
            self.fault(node, "distance", "no distance; allowed: a number or [from, to]")
            return None
        metres = round(max(map(float, texts)) * METRES[units])
        if metres > FURTHEST_M:
            self.fault(node, "distance", f"{max(texts)} {units} are more than a day holds")
        return metres or None

    def fault(self, node: Node | None, name: str, message: str) -> None:
        mark = node.start_mark if node is not None else None
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.notes.fault(line, column, name, message)


def _keys(node: Node | None) -> dict[str, Node]:
    """The keys of a mapping; nothing else has any."""
    pairs = node.value if isinstance(node, MappingNode) else []
    return {_text(key): value for key, value in pairs}


def _text(node: Node | None) -> str:
    return str(node.value) if isinstance(node, ScalarNode) else ""
