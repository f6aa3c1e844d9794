"""Scenario files: YAML in, a validated scenario or all of its faults out."""

from runtall.errors import Fault
from runtall.scenario.faults import ScenarioFaults
from runtall.scenario.read import read_scenario
from runtall.scenario.rule_info import RuleInfo
from runtall.scenario.schema import json_schema

__all__ = ["Fault", "RuleInfo", "ScenarioFaults", "json_schema", "read_scenario"]
