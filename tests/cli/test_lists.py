"""``runtall rules``, ``runtall exercises`` and ``runtall schema``."""

from __future__ import annotations

import json

from runtall.domain.exercise import Pattern
from runtall.domain.library import exercises
from runtall.objectives.all import OBJECTIVES
from runtall.rules.all import RULES
from tests.cli.conftest import Write
from tests.cli.run import runtall

KEYS = {"id", "kind", "tier", "weight", "title", "source", "can_be_off", "on"}


def test_every_rule_is_listed() -> None:
    ran = runtall("rules")
    assert (ran.code, ran.err) == (0, "")
    first_words = [line.split()[:2] for line in ran.out.splitlines() if line.strip()]
    for rule in RULES:
        assert [rule.id, "hard"] in first_words
    for objective in OBJECTIVES:
        assert [objective.id, "soft"] in first_words
    tiers = [line.strip() for line in ran.out.splitlines() if line.strip().startswith("tier: ")]
    assert tiers == [f"tier: {words}" for words in dict.fromkeys(o.tier.words for o in OBJECTIVES)]


def test_rules_for_machines() -> None:
    ran = runtall("rules", "--json")
    assert (ran.code, ran.err) == (0, "")
    rows = json.loads(ran.out)
    assert [row["id"] for row in rows] == [rule.id for rule in (*RULES, *OBJECTIVES)]
    assert all(set(row) == KEYS for row in rows)
    assert all(row["on"] for row in rows)
    assert all(row["source"] and row["title"] for row in rows)


def test_a_scenario_has_its_own_weights_and_switches(write: Write) -> None:
    scenario = write("rules: {next-day: {weight: 41}, sunday-long-run: off}")
    rows = {row["id"]: row for row in json.loads(runtall("rules", scenario, "--json").out)}
    assert rows["next-day"]["weight"] == 41
    assert not rows["sunday-long-run"]["on"]
    assert sum(not row["on"] for row in rows.values()) == 1
    lines = [line.split() for line in runtall("rules", scenario).out.splitlines()]
    assert ["next-day", "soft", "41", "on"] in [words[:4] for words in lines]
    assert ["sunday-long-run", "hard", "off"] in [words[:3] for words in lines]


def test_the_schema_is_json() -> None:
    for options in ([], ["--json"], ["--json", "--quiet"]):
        ran = runtall("schema", *options)
        assert (ran.code, ran.err) == (0, "")
        schema = json.loads(ran.out)
        assert schema["title"] == "runtall scenario"
        assert {"race_date", "runs", "strength"} <= set(schema["properties"])


def test_quiet_lists_nothing() -> None:
    for command in ("rules", "exercises", "schema"):
        ran = runtall(command, "--quiet")
        assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_every_exercise_is_listed_under_its_pattern() -> None:
    ran = runtall("exercises")
    assert (ran.code, ran.err) == (0, "")
    lines = [line.split()[0] for line in ran.out.splitlines() if line[:1].strip()]
    heads = [line for line in lines if line in {*Pattern, *exercises()}]
    assert heads == [
        word
        for pattern in Pattern
        for word in (pattern, *(e.key for e in exercises().values() if e.pattern is pattern))
    ]
    assert "two dumbbells and a bench" in ran.out
    assert "20-40 m a side" in ran.out


def test_exercises_for_machines() -> None:
    rows = {row["exercise"]: row for row in json.loads(runtall("exercises", "--json").out)}
    assert rows.keys() == exercises().keys()
    assert {row["state"] for row in rows.values()} == {None}
    press = rows["db_bench_press"]
    assert press["substitutes"][0] == "db_floor_press"
    assert (press["low"], press["high"], press["measure"]) == (8, 12, "reps")
    assert rows["push_up"]["equipment"] == ""
    assert rows["band_pull_apart"]["warm_up"]
    for key, row in rows.items():
        assert key not in row["substitutes"]
        assert all(exercises()[other].working for other in row["substitutes"])


def test_exercises_of_a_scenario(write: Write) -> None:
    scenario = write(
        "athlete: {painful: [push_up], overhead_irritates: true, body_mass_kg: 60}\n"
        "strength: {exercises: {avoid: [dead_bug]}}\n"
        "equipment: {cable_kg: false, pulldown_kg: false, dumbbells_kg: [40]}"
    )
    rows = json.loads(runtall("exercises", scenario, "--json").out)
    states = {row["exercise"]: row["state"] for row in rows}
    assert states["push_up"] == states["db_overhead_press"] == "hurts"
    assert states["dead_bug"] == "avoided"
    assert states["lat_pulldown"] == "lacking"
    assert states["one_arm_db_row"] == "too heavy"
    assert states["band_row"] == "yes"
    lines = [line.split() for line in runtall("exercises", scenario).out.splitlines()]
    assert ["push_up", "hurts"] in [words[:2] for words in lines]
