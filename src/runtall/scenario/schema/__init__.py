"""The scenario file: every key, what it may hold and what it means."""

from runtall.scenario.schema.file import ScenarioFile, json_schema

__all__ = ["ScenarioFile", "json_schema"]
