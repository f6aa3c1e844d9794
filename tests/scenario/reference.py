"""The reference of every key in ``scenarios/README.md``, from the schema and two scenarios.

``python -m tests.scenario.reference`` writes it anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runtall.documents.yaml import read_yaml
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.library import exercises
from runtall.domain.run_plan import RunKind
from runtall.scenario.schema import json_schema

PAGE = Path(__file__).parents[2] / "scenarios" / "README.md"
STEPS = {
    "anyOf": "",
    "oneOf": "",
    "items": "",
    "additionalProperties": ".<key>",
    "patternProperties": ".<key>",
}
BEGIN, END = "<!-- keys: begin -->\n", "<!-- keys: end -->\n"
METRIC = """\
name: Spring marathon
race_date: 2027-04-25
weeks: 12
week_starts: mon
starts: 2027-02-11
timezone: Europe/London
id: spring-2027
units: metric
runs:
  week:
    mon: "easy?"
    tue: {kind: workout, km: 11}
    wed: [easy, cross]
    thu: {kind: easy, min: 50, at: "06:30"}
    fri: rest
    sat: long
    sun: recovery
  weeks: {3: {tue: easy, sat: rest}}
  days:
    2027-03-07: {kind: tuneup, title: Half, km: 21.1, min: 110, at: "09:00", optional: true}
    2027-03-09: {kind: easy, mi: 5}
  own: {wed: "Gym: upper body", 2027-02-17: []}
  own_strength: auto
phases: {peak: 3, taper: 3}
availability:
  mon: {minutes: 35, from: "18:30", to: "20:00"}
  tue: on
  wed: off
  thu: {minutes: 30}
  fri: {from: "18:00"}
  sat: off
  sun: {to: "12:00"}
  off: [2027-02-14, {from: 2027-03-01, to: 2027-03-03}]
  ill: [2027-01-20, {from: 2027-03-15, to: 2027-03-19, fever: true}]
  away: [{from: 2027-02-08, to: 2027-02-12, equipment: {bands: true}}]
  days: {2027-03-09: {minutes: 20}, 2027-03-10: off}
  busy: work.ics
athlete:
  experience: some
  sex: f
  age: 44
  body_mass_kg: 70
  signs: {shoulders_creep_up: 1, torso_twists: 2, hands_cross_midline: 0, neck_tight: 3,
    fades_on_hills: 1}
  posture_sags: false
  overhead_irritates: true
  painful: [push_up]
  push_ups: 12
  loads: {one_arm_db_row: {kg: 14, reps: 10, rir: 2}, farmer_carry: {lb: 50}}
equipment:
  dumbbells_kg: {from: 2, to: 30, step: 2}
  kettlebells_kg: [16, 16]
  bands: true
  cable_kg: false
  pulldown_kg: {from: 5, to: 80, step: 5}
  pull_up_bar: true
  bench: true
  incline_bench: false
  barbell_landmine: true
  plates_kg: [2.5, 5, 10]
  carry_lane_m: 15
  heights_cm: [15, 45, 75]
strength:
  sessions: {base: 2, peak: [1, 2], taper: 1}
  minutes: 35
  fix: [{session: D1, day: mon, week: 4}]
  ban: [{day: sun, session: D2, week: 5}]
  exercises: {avoid: [dead_bug], prefer: [assisted_pull_up]}
  mobility_per_week: 3
rules: {next-day: {weight: 40}, sunday-long-run: off}
output:
  include: [strength, mobility, runs]
  reminder_minutes: 60
  start: {after_run_minutes: 30}
  link: https://example.org
solver: {effort: 30, time_limit_s: 60, seed: 7, workers: 2}
"""
IMPERIAL = """\
race_date: 2027-04-25
weeks: 12
units: imperial
runs:
  file: my-runs.csv
  format: csv
  date_order: dmy
  kinds: {"Kenyan": workout, "^Jog with Jo": "easy?", "^Physio": ignore}
athlete: {body_mass_lb: 154}
equipment:
  dumbbells_lb: {from: 5, to: 50, step: 5}
  kettlebells_lb: [18, 35]
  cable_lb: {from: 10, to: 100, step: 10}
  pulldown_lb: {from: 10, to: 100, step: 10}
  plates_lb: [5, 10, 25]
  carry_lane_yd: 25
"""


@dataclass(frozen=True)
class Section:
    """A mapping of the scenario file.

    ``path`` are the keys down to the first place that it has; ``<day>`` stands for a weekday,
    ``<key>`` for any other key.
    """

    path: str
    words: str
    keys: dict[str, Any]


def sections(schema: dict[str, Any]) -> list[Section]:
    """Every mapping once, at its shortest path, in the order of the keys of the file."""
    found = [Section("", schema["description"], schema["properties"])]
    known: set[str] = set()
    for section in found:
        for key, value in section.keys.items():
            for name, way in references(value):
                if name in known:
                    continue
                known.add(name)
                step = "<day>" if key in WEEKDAYS else key
                part = schema["$defs"][name]
                path = f"{section.path}.{step}{way}".lstrip(".")
                found.append(Section(path, part["description"], part["properties"]))
    order = ["", *schema["properties"]]
    return sorted(found, key=lambda part: order.index(part.path.partition(".")[0]))


def references(value: Any, way: str = "") -> Iterator[tuple[str, str]]:
    """Names of the mappings within a value, each with the way to it."""
    if isinstance(value, list):
        for part in value:
            yield from references(part, way)
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"].rpartition("/")[2], way
        for word, step in STEPS.items():
            part = value.get(word)
            parts = list(part.values()) if word == "patternProperties" and part else part
            yield from references(parts, way + step)


def allowed(value: dict[str, Any], names: dict[str, str]) -> str:
    """What a value may be, in words."""
    if "$ref" in value:
        return f"[keys](#{names[value['$ref'].rpartition('/')[2]]})"
    for word in ("anyOf", "oneOf"):
        if word in value:
            parts = [part for part in value[word] if part.get("type") != "null"]
            return ", or ".join(dict.fromkeys(allowed(part, names) for part in parts))
    if "const" in value:
        return _code(value["const"])
    if "enum" in value:
        return _words(value["enum"])
    return _of_type(value, names)


def _of_type(value: dict[str, Any], names: dict[str, str]) -> str:
    kind = value["type"]
    if kind in {"integer", "number"}:
        return f"{value['minimum']} to {value['maximum']}"
    if kind == "boolean":
        return "`true`, `false`"
    if kind == "array":
        return f"a list: {allowed(value['items'], names)}"
    if kind == "object":
        inner = value.get("additionalProperties") or next(iter(value["patternProperties"].values()))
        known = value.get("propertyNames", {}).get("enum")
        return f"for each {'of ' + _words(known) if known else 'key'}: {allowed(inner, names)}"
    if "examples" in value:
        return f"text such as {_words(value['examples'])}"
    if value.get("format") == "date":
        return "a date"
    if value.get("format") == "regex":
        return "a regular expression"
    if ":" in value.get("pattern", "") and "http" not in value["pattern"]:
        return "a time of day"
    if "http" in value.get("pattern", ""):
        return "a link"
    return value.get("description", "text")


def _words(words: list[str]) -> str:
    if set(words) <= set(exercises()):
        return "[exercises](#exercises)"
    if f"{RunKind.EASY}?" in words:
        more = "".join(f", {_code(word)}" for word in ("strength", "ignore") if word in words)
        return f"a [kind of run](#kinds-of-run){more}"
    return ", ".join(_code(word) for word in words)


def _code(value: Any) -> str:
    return f"`{_yaml(value)}`"


def _yaml(value: Any) -> str:
    """A value as a line of YAML."""
    if value is None:
        return "~"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_yaml(key)}: {_yaml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    if isinstance(value, float):
        return f"{value:g}"
    text = str(value)
    plain = re.fullmatch(r"[\w/.-][\w /.:+-]*", text) and not re.search(r"^\d+:\d+|: |:$", text)
    return text if plain else f'"{text}"'


def examples() -> dict[str, Any]:
    """An example of each key, by its path; first those of the metric scenario."""
    found: dict[str, Any] = {}

    def walk(path: str, value: Any, sections_of: dict[str, Any]) -> None:
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                for key, one in part.items():
                    here = f"{path}.{key}".lstrip(".")
                    sections_of.setdefault(here, one)
                    sections_of.setdefault(f"{path}.*".lstrip("."), one)
                    walk(here, one, sections_of)
                    walk(f"{path}.*".lstrip("."), one, sections_of)

    for text in (METRIC, IMPERIAL):
        walk("", read_yaml("example", text, "").data, found)
    return found


def reference() -> str:
    """The tables of all keys."""
    schema = json_schema()
    parts = sections(schema)
    titles = {id(part.keys): part.path or "the file" for part in parts}
    names = {
        name: _anchor(titles[id(part["properties"])]) for name, part in schema["$defs"].items()
    }
    known = examples()
    lines = []
    for part in parts:
        title = f"`{part.path}`" if part.path else "The file"
        lines += [f"### {title}", "", part.words, ""]
        lines += [
            "| key | meaning | allowed | default | example |",
            "| --- | --- | --- | --- | --- |",
        ]
        required = schema if not part.path else next(
            one for one in schema["$defs"].values() if one["properties"] is part.keys
        )  # fmt: skip
        for key, value in part.keys.items():
            default = value.get("default")
            shown = "needed" if key in required.get("required", []) else ""
            if not shown and default not in (None, [], {}):
                shown = _code(default)
            anywhere = part.path.replace("<day>", "*").replace("<key>", "*")
            example = _code(known[f"{anywhere}.{key}".lstrip(".")])
            if "$ref" in value:
                example = "there"
            words = value.get("description") or _target(schema, value)["description"]
            cells = [f"`{key}`", words, allowed(value, names), shown, example]
            lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
        lines.append("")
    lines += ["### Kinds of run", "", _kinds(), "", "### Exercises", "", _exercises(), ""]
    return "\n".join(lines)


def _target(schema: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    """The mapping that a value refers to."""
    found: dict[str, Any] = schema["$defs"][value["$ref"].rpartition("/")[2]]
    return found


def _anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _kinds() -> str:
    kinds = ", ".join(f"`{kind}`" for kind in RunKind)
    return (
        f"{kinds}. A `?` behind a kind, as in `easy?`: the run may be left out; `rest` and `race`"
        " take none. A title that says a kind stands for it, too: `off`, `intervals`, `6x800`,"
        " `easy 8 km`; its kilometres and minutes count."
    )


def _exercises() -> str:
    return ", ".join(f"`{key}` ({one.name})" for key, one in exercises().items()) + (
        ".\n\n`athlete.loads` takes those that have a weight, `strength.exercises.prefer` those"
        " that have sets and are not for the warm-up."
    )


def page(text: str) -> str:
    """The page with its reference written anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{reference()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
