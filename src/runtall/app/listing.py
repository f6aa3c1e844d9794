"""The use case of listing the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from runtall.objectives.all import OBJECTIVES
from runtall.rules.all import RULES
from runtall.scenario import read_scenario


def rules(scenario_path: Path | str | None = None) -> list[dict[str, Any]]:
    """Return every rule as a row: id, kind, tier, weight, title, source, on or off.

    With a scenario, weights and switches are that scenario's.
    """
    request = read_scenario(scenario_path).request if scenario_path else None
    off = request.off if request else frozenset()
    weights = request.weights if request else {}
    hard = [(rule, "hard", None, None, rule.can_be_off) for rule in RULES]
    soft = [
        (soft, "soft", soft.tier.words, weights.get(soft.id, soft.weight), True)
        for soft in OBJECTIVES
    ]
    return [
        {
            "id": rule.id,
            "kind": kind,
            "tier": tier,
            "weight": weight,
            "title": rule.title,
            "source": rule.source,
            "can_be_off": can_be_off,
            "on": rule.id not in off,
        }
        for rule, kind, tier, weight, can_be_off in (*hard, *soft)
    ]
