"""The normalised form: complete, in order, a scenario itself, and the same for equal scenarios."""

from __future__ import annotations

import json

from tests.scenario.reference import METRIC
from tests.scenario.texts import FULL, SMALLEST


def test_it_is_a_scenario_that_reads_as_the_same(read):
    every_key = METRIC.replace("  busy: work.ics\n", "")
    for text in (SMALLEST, FULL, every_key):
        first = read(text)
        second = read(json.dumps(first.normalised, indent=1), name="other.yaml")
        assert second.normalised == first.normalised
        assert second.sha256 == first.sha256
        assert second.request == first.request
        assert second.publication == first.publication


def test_every_default_is_filled_in(read):
    small, full = read(SMALLEST).normalised, read(FULL).normalised
    assert set(small) == set(full)
    for section in ("athlete", "equipment", "strength", "output", "solver", "availability"):
        assert set(small[section]) == set(full[section])
    assert small["weeks"] == 16
    assert small["runs"]["days"]["2027-04-25"][0]["kind"] == "race"
    assert len(small["runs"]["days"]) == 112 + 7, "and the week before week 1"


def test_keys_are_in_order_and_json_takes_it_as_it_is(read):
    normalised = read(FULL).normalised
    assert json.loads(json.dumps(normalised, allow_nan=False)) == normalised
    assert json.dumps(normalised) == json.dumps(normalised, sort_keys=True)


def test_the_hash_does_not_see_order_words_and_places(read):
    same = """\
runs: {days: {2027-04-25: race}, week: {sun: {kind: recovery}, sat: [long], mon: {kind: easy},
  tue: workout, thu: easy, wed: easy}}
weeks: 16
name: scenario
race_date: 2027-04-25  # a comment
equipment: {dumbbells_kg: {to: 30, from: 2, step: 2.0}}
"""
    assert read(same).sha256 == read(SMALLEST).sha256


def test_a_start_before_week_1_is_none(read):
    assert read(SMALLEST + "starts: 2027-01-04\n").sha256 == read(SMALLEST).sha256


def test_the_hash_sees_what_differs(read):
    hashes = {
        read(SMALLEST + tail).sha256
        for tail in (
            "", "weeks: 15\n", "starts: 2027-03-01\n", "name: x\n", "id: x\n",
            "units: imperial\n", "timezone: UTC\n",
            "phases: {peak: 3, taper: 3}\n", "availability: {mon: off}\n",
            "availability: {off: [2027-04-01]}\n", "athlete: {posture_sags: false}\n",
            "equipment: {bench: false}\n", "strength: {minutes: 39}\n",
            "rules: {sunday-long-run: off}\n",
            "strength: {ban: [{day: wed}]}\n", "output: {include: [strength]}\n",
            "solver: {seed: 1}\n",
        )
    }  # fmt: skip
    assert len(hashes) == 17
