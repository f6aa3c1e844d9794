"""Scenario files: YAML in, a validated scenario or all of its faults out."""

from runtall.scenario.faults import ScenarioFaults as ScenarioFaults
from runtall.scenario.normalise import sha256 as sha256
from runtall.scenario.read import read_mapping as read_mapping
from runtall.scenario.read import read_normalised as read_normalised
from runtall.scenario.read import read_scenario as read_scenario
from runtall.scenario.read import read_text as read_text
