"""Reading ``plan.json`` back: the plan alone, or the whole document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.exporters.identity import FORMAT
from runtall.exporters.plan_json import VERSION
from runtall.exporters.unreadable import UnreadablePlan

if TYPE_CHECKING:
    from runtall.exporters.plan_json_models import DocumentModel


def read_plan(document: Mapping[str, Any], problem: Problem) -> Plan:
    """Read the decisions alone.

    Raises
    ------
    UnreadablePlan
        With every fault and its place.
    """
    from runtall.exporters.plan_json_models import PlanModel, read

    return read(PlanModel, document, problem).plan


def read_document(document: Mapping[str, Any], problem: Problem) -> DocumentModel:
    """Read the whole of a JSON document.

    Raises
    ------
    UnreadablePlan
        With every fault and its place.
    """
    from runtall.exporters.plan_json_models import DocumentModel, read

    return read(DocumentModel, document, problem)


def read_scenario(document: Mapping[str, Any]) -> tuple[Mapping[str, Any], str]:
    """Read only the normalised scenario and its hash: what a problem is derived from.

    Raises
    ------
    UnreadablePlan
        With every fault and its place.
    """
    from runtall.exporters.plan_json_models import ScenarioModel, read

    model = read(ScenarioModel, document)
    return model.scenario, model.scenario_sha256


def document_in(text: str) -> dict[str, Any]:
    """Return the JSON document of a plan, of whatever it holds.

    Raises
    ------
    UnreadablePlan
        If it is none, or of another version.
    """
    try:
        document = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise UnreadablePlan(f"line {error.lineno}: {error.msg}") from error
    except (RecursionError, ValueError) as error:
        raise UnreadablePlan(f"no JSON that can be read: {error}") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise UnreadablePlan(f"no plan: 'format' is not {FORMAT!r}")
    version = document.get("format_version")
    found = f"format_version is {version!r}"
    if version in range(1, VERSION):
        raise UnreadablePlan(f"{found}: made by an earlier version: solve again")
    if version != VERSION:
        raise UnreadablePlan(f"{found}; only {VERSION} can be read here")
    return document
