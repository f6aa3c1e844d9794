"""Scenario files: YAML in, a validated scenario or all of its faults out."""

from runtall.scenario.faults import ScenarioFaults
from runtall.scenario.normalise import sha256
from runtall.scenario.read import read_mapping, read_normalised, read_scenario, read_text

__all__ = [
    "ScenarioFaults",
    "read_mapping",
    "read_normalised",
    "read_scenario",
    "read_text",
    "sha256",
]
