"""The JSON Schema: says what reading says, describes every key, and knows the shipped files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from runtall.documents.yaml import read_yaml
from runtall.scenario.schema import json_schema
from tests.scenario.texts import FULL, SMALLEST

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
SCHEMA = json_schema()
TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int,
    "number": (int, float), "null": type(None),
}  # fmt: skip
WORDS = {
    "$ref", "type", "enum", "const", "minimum", "maximum", "minLength", "maxLength", "pattern",
    "minItems", "maxItems", "items", "properties", "required", "additionalProperties",
    "patternProperties", "propertyNames", "anyOf", "oneOf", "description", "title", "default",
    "format", "examples", "$defs", "$schema",
}  # fmt: skip


def is_type(value, kind):
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def accepts(schema, value) -> bool:
    """Validate by the part of JSON Schema that ours is made of."""
    assert not set(schema) - WORDS, set(schema) - WORDS
    if "$ref" in schema and not accepts(SCHEMA["$defs"][schema["$ref"].split("/")[-1]], value):
        return False
    tests = {
        "type": lambda kind: is_type(value, kind),
        "enum": lambda words: value in words,
        "const": lambda word: value == word,
        "anyOf": lambda parts: any(accepts(part, value) for part in parts),
        "oneOf": lambda parts: sum(accepts(part, value) for part in parts) == 1,
    }
    if is_type(value, "number"):
        tests |= {"minimum": lambda low: value >= low, "maximum": lambda high: value <= high}
    if isinstance(value, str):
        tests |= {
            "minLength": lambda least: len(value) >= least,
            "maxLength": lambda most: len(value) <= most,
            "pattern": lambda pattern: bool(re.search(pattern, value)),
        }
    if isinstance(value, list):
        tests |= {
            "minItems": lambda least: len(value) >= least,
            "maxItems": lambda most: len(value) <= most,
            "items": lambda part: all(accepts(part, item) for item in value),
        }
    if isinstance(value, dict):
        tests |= {
            "required": lambda keys: all(key in value for key in keys),
            "propertyNames": lambda part: all(accepts(part, key) for key in value),
        }
        if not accepts_values(schema, value):
            return False
    return all(test(schema[word]) for word, test in tests.items() if word in schema)


def accepts_values(schema, value) -> bool:
    for key, one in value.items():
        parts = [schema["properties"][key]] if key in schema.get("properties", {}) else []
        parts += [
            part
            for pattern, part in schema.get("patternProperties", {}).items()
            if re.search(pattern, key)
        ]
        other = schema.get("additionalProperties", True)
        if not parts and other is False:
            return False
        if not parts and isinstance(other, dict):
            parts = [other]
        if not all(accepts(part, one) for part in parts):
            return False
    return True


def data(text):
    return read_yaml("x", text, "").data


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_it_accepts_every_shipped_scenario(path):
    assert accepts(SCHEMA, data(path.read_text(encoding="utf-8")))


def test_it_accepts_every_key():
    assert accepts(SCHEMA, data(SMALLEST))
    assert accepts(SCHEMA, data(FULL))


@pytest.mark.parametrize(
    "tail",
    [
        "nmae: x", "weeks: 60", "week_starts: tue", "strength: {minutes: 0}", "phases: 3",
        "availability: {mon: yes}", "availability: {mon: half an hour}",
        'availability: {mon: " - "}', "availability: {mon: 41}",
        "athlete: {signs: {neck_tight: 5}}", "rules: {next-day: 3}",
        "equipment: {dumbbells_kg: [x]}", "equipment: {bench: 1}", "output: {include: []}",
        "strength: {fix: [{session: D3, day: mon}]}", "solver: {workers: 0}",
        "availability: {off: [tomorrow]}", "athlete: {loads: {dead_bug: {kg: 3}}}",
    ],
)  # fmt: skip
def test_it_refuses_what_reading_refuses(tail, complaints):
    assert not accepts(SCHEMA, data(SMALLEST + tail + "\n"))
    assert complaints(SMALLEST + tail + "\n")


def test_it_needs_a_race_date_and_runs():
    assert not accepts(SCHEMA, {"race_date": "2027-04-25"})
    assert not accepts(SCHEMA, {"runs": {"week": {"mon": "easy"}}})


def test_every_key_is_described():
    for name, part in {"the file": SCHEMA, **SCHEMA["$defs"]}.items():
        assert part["description"], name
        for key, value in part["properties"].items():
            there = SCHEMA["$defs"][value["$ref"].split("/")[-1]] if "$ref" in value else {}
            assert value.get("description") or there.get("description"), f"{name}.{key}"
