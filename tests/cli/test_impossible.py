"""Wishes that can't be granted: the conflict in plain words, exit code 3, and nothing written."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Write
from tests.cli.run import runtall

END = "Change what the scenario says about one of them. Nothing was written."
NO_PULL = """\
equipment:
  {dumbbells_kg: [], kettlebells_kg: [], bands: false, cable_kg: false, pulldown_kg: false}
"""
OFF = "availability: {mon: off, tue: off, wed: off, thu: off, fri: off, sat: off, sun: off}"
BANNED = "strength: {ban: [{day: mon}, {day: tue}, {day: wed}, {day: thu}, {day: fri}, {day: sun}]}"


def conflict(scenario: Path) -> tuple[list[str], str]:
    """Rules of the conflict, and everything that was said."""
    ran = runtall("solve", scenario, "-o", "out", "--export-model", "models")
    assert (ran.code, ran.out) == (3, "")
    assert not Path("out").exists()
    first, *parts = ran.err.splitlines()
    assert first == "No plan exists under these rules. These cannot all hold:"
    machine = json.loads(runtall("solve", scenario, "-o", "out", "--json").out)
    if machine["way_out"]:
        assert parts.pop() == f"Write this, and there is a plan: {machine['way_out']}"
    assert parts.pop() == END
    n_parts = len(machine["conflict"])
    through_weeks = machine["likewise"] or len({p["where"][:3] for p in machine["conflict"]}) > 1
    if through_weeks and len(parts) != n_parts:
        # In short: every rule is named, each with its first sentence.
        assert len(parts) + 2 <= 8
        told = "\n".join(parts)
        firsts = {part["rule"]: part["sentence"] for part in reversed(machine["conflict"])}
        assert all(f"{rule}: {sentence}" in told for rule, sentence in firsts.items())
        return [part["rule"] for part in machine["conflict"]], ran.err
    rules = [part.split(": ")[0].strip() for part in parts[:n_parts]]
    assert [part["rule"] for part in machine["conflict"]] == rules
    if machine["likewise"]:
        also, *limits = parts[n_parts:]
        assert also.strip().startswith("The same goes for week")
        assert [limit.split(": ")[0].strip() for limit in limits] == ["relaxation-limits"] * len(
            limits
        )
        assert len(limits) == len(machine["limits"]) > 0
    else:
        assert len(parts) == n_parts
    return rules, ran.err


def test_d2_on_the_eve_of_the_long_run(write: Write) -> None:
    rules, said = conflict(write("strength: {fix: [{session: D2, day: fri}]}"))
    assert sorted(rules) == ["locked-days", "rest-before-long-run"]
    assert "You fixed D2 to Fri 5 Mar." in said
    assert "Fri 5 Mar is the day before the long run: no session" in said


def test_the_same_in_one_week(write: Write) -> None:
    rules, said = conflict(write("strength: {fix: [{week: 2, session: D2, day: fri}]}"))
    assert sorted(rules) == ["locked-days", "rest-before-long-run"]
    assert "You fixed D2 to Fri 12 Mar." in said


def test_nothing_to_pull_on(write: Write) -> None:
    rules, said = conflict(write(NO_PULL))
    # Two rules ask for a pull; either will do.
    asking = {"coverage", "pull-leads"} & set(rules)
    assert len(asking) == 1
    assert set(rules) - asking == {"equipment", "weekly-sessions"}
    assert rules.count("equipment") == 4, "row, pulldown and face pull of D1, row of D2"
    assert "needs a row or another pull" in said or "at least one set each of pull" in said
    assert "needs a dumbbell" in said
    assert "not on any day" in said


def test_every_pull_hurts(write: Write) -> None:
    pulls = "one_arm_db_row, lat_pulldown, assisted_pull_up, seated_cable_row, band_row, face_pull"
    rules, said = conflict(write(f"athlete: {{painful: [{pulls}]}}"))
    # Two rules ask for a pull; either will do.
    asking = {"coverage", "pull-leads"} & set(rules)
    assert len(asking) == 1
    assert set(rules) - asking == {"pain", "weekly-sessions"}
    assert "goes without what hurts" in said


def test_every_day_ruled_out(write: Write) -> None:
    rules, said = conflict(write(BANNED))
    assert {"weekly-sessions", "session-days", "locked-days"} <= set(rules)
    assert "You ruled out any session for Mon" in said
    assert "has the long run: no session" in said


def test_every_day_off(write: Write) -> None:
    rules, said = conflict(write(OFF))
    assert {"weekly-sessions", "availability"} <= set(rules)
    assert "is a day off" in said


def test_who_has_nothing_to_pull_on_hears_that_a_band_is_enough(write: Write) -> None:
    kit = "dumbbells_kg: false, cable_kg: false, pulldown_kg: false, bench: false"
    ran = runtall("solve", write(f"equipment: {{{kit}, bands: false}}"), "-o", "out")
    assert ran.code == 3
    last = ran.err.splitlines()[-1]
    assert last == "Write this, and there is a plan: equipment: {bands: true}"
    assert runtall("solve", write(f"equipment: {{{kit}, bands: true}}"), "-o", "out").code == 0


ONE_PAIR = """\
equipment: {{dumbbells_kg: [15], cable_kg: false, pulldown_kg: false, bands: {bands}}}
athlete: {{experience: some, body_mass_kg: 72, sex: m, push_ups: 20{loads}}}
"""


def test_who_has_one_heavy_pair_is_asked_for_it_before_a_band(write: Write) -> None:
    refused = write(ONE_PAIR.format(bands="false", loads=""))
    last = runtall("solve", refused, "-o", "out").err.splitlines()[-1]
    told = "one_arm_db_row: {kg: 15, reps: 8, rir: 3}"
    can_you = "15 kg in the one-arm dumbbell row 8 times with 3 left"
    assert last == (
        f"Can you do {can_you}? Then write this, and there is a plan:"
        f" athlete: {{loads: {{{told}}}}}"
        " Or write this, and there is a plan: equipment: {bands: true}"
    )
    machine = json.loads(runtall("solve", refused, "-o", "out", "--json").out)
    assert machine["way_out"] == f"athlete: {{loads: {{{told}}}}}"
    assert machine["ways_out"] == [
        {"can_you": can_you, "write": machine["way_out"]},
        {"can_you": "", "write": "equipment: {bands: true}"},
    ]
    strong = write(ONE_PAIR.format(bands="false", loads=f", loads: {{{told}}}"))
    assert runtall("solve", strong, "-o", "out").code == 0


def test_who_has_bands_too_hears_what_the_heavy_pair_needs(write: Write) -> None:
    hint = "too heavy for a first guess, so done without; can you do 15 kg in the one-arm dumbbell"
    told = "one_arm_db_row: {kg: 15, reps: 8, rir: 3}"  # a carry in one hand may have 14 kg
    ran = runtall("solve", write(ONE_PAIR.format(bands="true", loads="")), "-o", "out")
    assert hint in ran.err
    assert f"Then write athlete: {{loads: {{{told}}}}}" in ran.err
    again = write(ONE_PAIR.format(bands="true", loads=f", loads: {{{told}}}"))
    ran = runtall("solve", again, "-o", "again")
    assert ran.code == 0
    assert "too heavy" not in ran.err
    assert "one_arm_db_row" in Path("again/plan.csv").read_text("utf-8")


def test_warnings_are_not_lost(write: Write) -> None:
    ran = runtall("solve", write("strength: {fix: [{session: D2, day: fri}]}", weeks=6))
    assert ran.code == 3
    first, second = ran.err.splitlines()[:2]
    assert first.startswith("scenario.yaml: 6 weeks are fewer than the 8 to 16")
    assert second.startswith("No plan exists under these rules.")


def test_where_no_week_has_room_for_two_the_way_out_is_said(write: Write) -> None:
    only = "availability: {mon: off, tue: off, thu: off, fri: off, sat: off, sun: off}"
    ran = runtall("solve", write(only), "-o", "out")
    assert ran.code == 3
    last = ran.err.splitlines()[-1]
    assert last == "Write this, and there is a plan: strength: {sessions: {base: 1}}"
    machine = json.loads(runtall("solve", write(only), "-o", "out", "--json").out)
    assert machine["way_out"] == "strength: {sessions: {base: 1}}"
    said = runtall("solve", write(f"{only}\n{machine['way_out']}"), "-o", "out")
    assert said.code == 0
