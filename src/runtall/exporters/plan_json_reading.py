"""Reading ``plan.json`` back: the plan alone, or the whole document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.report import Report, Stage
from runtall.exporters.fields import day_of, kind_of, one_of, time_of
from runtall.exporters.identity import relaxed_of
from runtall.exporters.plan_json import FORMAT, VERSION
from runtall.exporters.unreadable import UnreadablePlan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runtall.domain.problem import Problem

MOST = 999_999
"""Largest amount of a plan, as in a ``plan.csv``."""
DEAREST = 2**53
"""Largest cost: the last whole number up to which every reader of JSON is exact (RFC 8259)."""
STATUSES = ("OPTIMAL", "FEASIBLE")


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """Everything that a ``plan.json`` holds.

    Parameters
    ----------
    scenario
        The normalised scenario that the plan answers.
    days
        The run plan, day by day, as the document has it.
    """

    name: str
    plan_id: str
    scenario: Mapping[str, Any]
    scenario_sha256: str
    days: tuple[Mapping[str, Any], ...]
    report: Report
    plan: Plan


def from_json(text: str, problem: Problem) -> Plan:
    """Read the plan of a JSON document; it equals the one that was written.

    Raises
    ------
    UnreadablePlan
        With every fault and its place.
    """
    faults: list[str] = []
    plan = _plan(_Node(_document(text), "", faults), problem)
    if faults:
        raise UnreadablePlan(*faults)
    return plan


def read_document(text: str, problem: Problem) -> PlanDocument:
    """Read the whole JSON document.

    Raises
    ------
    UnreadablePlan
        With every fault and its place.
    """
    faults: list[str] = []
    root = _Node(_document(text), "", faults)
    document = PlanDocument(
        name=root.text("name"),
        plan_id=root.text("plan_id"),
        scenario=root.mapping("scenario"),
        scenario_sha256=root.text("scenario_sha256"),
        days=tuple(node.value for node in root.nodes("days")),
        report=_report(root),
        plan=_plan(root, problem),
    )
    if faults:
        raise UnreadablePlan(*faults)
    return document


def read_scenario(text: str) -> tuple[Mapping[str, Any], str]:
    """Read only the normalised scenario and its hash: what a problem is derived from.

    Raises
    ------
    UnreadablePlan
        With every fault and its place.
    """
    faults: list[str] = []
    root = _Node(_document(text), "", faults)
    scenario, sha256 = root.mapping("scenario"), root.text("scenario_sha256")
    if faults:
        raise UnreadablePlan(*faults)
    return scenario, sha256


def read_plan_id(text: str) -> str:
    """Read only the identity of the plan; empty where there is none."""
    return str(_document(text).get("plan_id", ""))


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise UnreadablePlan(f"line {error.lineno}: {error.msg}") from error
    except (RecursionError, ValueError) as error:
        raise UnreadablePlan(f"no JSON that can be read: {error}") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise UnreadablePlan(f"no plan: 'format' is not {FORMAT!r}")
    version = document.get("format_version")
    if version != VERSION:
        raise UnreadablePlan(f"format_version is {version!r}; only {VERSION} can be read here")
    return document


@dataclass(frozen=True, slots=True)
class _Node:
    """An object inside the document, with its path and the faults found so far."""

    value: dict[str, Any]
    path: str
    faults: list[str]

    def fault(self, key: str, words: str) -> None:
        self.faults.append(f"{self.path}{key}: {words}")

    def _get(self, key: str, wanted: type | tuple[type, ...], words: str) -> Any:
        found = self.value.get(key)
        if not isinstance(found, wanted) or (isinstance(found, bool) and wanted is not bool):
            self.fault(key, f"{found!r} is no {words}" if key in self.value else "is missing")
            return None
        return found

    def text(self, key: str) -> str:
        found = self._get(key, str, "text")
        return found if isinstance(found, str) else ""

    def whole(self, key: str, least: int = 0, most: int = MOST) -> int:
        found = self._get(key, int, "whole number")
        return found if isinstance(found, int) and self._within(key, found, least, most) else 0

    def maybe_whole(self, key: str) -> int | None:
        return None if self.value.get(key) is None else self.whole(key)

    def number(self, key: str) -> float:
        found = self._get(key, (int, float), "number")
        inside = isinstance(found, (int, float)) and self._within(key, found, 0, MOST)
        return float(found) if inside else 0.0

    def cost(self, key: str) -> int:
        return self.whole(key, -DEAREST, DEAREST)

    def _within(self, key: str, found: float, least: int, most: int) -> bool:
        inside = least <= found <= most
        if found < least:
            self.fault(key, f"{found} is less than {least}")
        elif found > most:
            self.fault(key, f"{found} is more than {most}")
        elif not inside:
            self.fault(key, f"{found} is no number")
        return inside

    def truth(self, key: str) -> bool:
        return bool(self._get(key, bool, "true or false"))

    def mapping(self, key: str) -> dict[str, Any]:
        found = self._get(key, dict, "object")
        return found if isinstance(found, dict) else {}

    def items(self, key: str) -> list[Any]:
        found = self._get(key, list, "list")
        return found if isinstance(found, list) else []

    def nodes(self, key: str) -> list[_Node]:
        result = []
        for index, item in enumerate(self.items(key)):
            if isinstance(item, dict):
                result.append(_Node(item, f"{self.path}{key}[{index}].", self.faults))
            else:
                self.fault(f"{key}[{index}]", f"{item!r} is no object")
        return result


def _report(root: _Node) -> Report:
    run = _Node(root.mapping("run"), "run.", root.faults)
    costs = _Node(root.mapping("costs"), "costs.", root.faults)
    status = root.text("status")
    if status and status not in STATUSES:
        root.fault("status", f"{status!r} is none of {', '.join(STATUSES)}")
    return Report(
        status=status,
        stages=_stages(root, run),
        costs={key: costs.cost(key) for key in costs.value},
        parameters=root.mapping("parameters"),
        versions=root.mapping("versions"),
        seconds=run.number("seconds"),
    )


def _stages(root: _Node, run: _Node) -> tuple[Stage, ...]:
    stages, seconds = root.nodes("stages"), run.items("stage_seconds")
    if len(seconds) != len(stages):
        run.fault("stage_seconds", "is no list with a number for each stage")
        return ()
    taken = {f"[{place}]": one for place, one in enumerate(seconds)}
    times = _Node(taken, f"{run.path}stage_seconds", run.faults)
    return tuple(
        Stage(
            name=stage.text("name"),
            value=stage.cost("value"),
            bound=stage.cost("bound"),
            status=stage.text("status"),
            seconds=times.number(place),
        )
        for stage, place in zip(stages, taken, strict=True)
    )


def _plan(root: _Node, problem: Problem) -> Plan:
    relaxed = []
    for token in root.items("relaxed"):
        try:
            relaxed.append(relaxed_of(str(token), problem.request.calendar.weeks))
        except ValueError as error:
            root.fault("relaxed", str(error))
    sessions = [_session(node, problem) for node in root.nodes("sessions")]
    mobility = [_day(node, problem) for node in root.nodes("mobility")]
    return Plan(
        sessions=tuple(session for session in sessions if session is not None),
        mobility=tuple(day for day in mobility if day is not None),
        relaxed=tuple(relaxed),
    )


def _day(node: _Node, problem: Problem) -> int | None:
    text = node.text("date")
    if not text:
        return None
    try:
        return day_of(text, problem)
    except ValueError as error:
        node.fault("date", str(error))
        return None


def _session(node: _Node, problem: Problem) -> Session | None:
    day = _day(node, problem)
    kind = start = None
    try:
        kind = kind_of(node.text("session"))
    except ValueError as error:
        node.fault("session", str(error))
    if node.value.get("start") is not None:
        try:
            start = time_of(node.text("start"))
        except ValueError as error:
            node.fault("start", str(error))
    entries = tuple(_entry(entry, problem) for entry in node.nodes("entries"))
    option, run = node.text("option"), node.text("run")
    minutes, note = node.whole("minutes"), node.text("note")
    if day is None or kind is None:
        return None
    return Session(day, kind, entries, option, run, minutes, start, note)


def _entry(node: _Node, problem: Problem) -> Entry:
    exercise = node.text("exercise")
    try:
        one_of(exercise, problem.exercises, "exercise")
    except ValueError as error:
        node.fault("exercise", str(error))
    weight = None if node.value.get("load_kg") is None else node.number("load_kg")
    return Entry(
        position=node.whole("position"),
        exercise=exercise,
        sets=node.whole("sets"),
        reps=node.maybe_whole("reps"),
        distance_m=node.maybe_whole("distance_m"),
        hold_s=node.maybe_whole("hold_s"),
        per_side=node.truth("per_side"),
        load_g=None if weight is None else round(weight * 1000),
        load=node.text("load"),
        rir=node.maybe_whole("rir"),
        rest_s=node.maybe_whole("rest_s"),
        method=node.text("method"),
        note=node.text("note"),
        pair=node.maybe_whole("pair"),
    )
