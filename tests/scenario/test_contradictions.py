"""Keys that contradict each other, and all faults at once."""

from __future__ import annotations

import pytest

HEAD = "race_date: 2027-04-25\nruns: {week: {mon: easy, sat: long}}\n"
ZONE = "a time of day needs the key timezone, an IANA name such as Europe/London"

CONTRADICTIONS = [
    ("starts: 2027-04-22\n",
     "3:1: starts: 2027-04-22 leaves no day for a session; allowed: until 2027-04-21, 4 days "
     "before the race"),
    ("starts: 2027-02-03\nstrength: {fix: [{session: D1, day: tue, week: 5}]}\n",
     "4:18: strength.fix[0]: 2027-02-02 is before starts, 2027-02-03"),
    ("timezone: UTC\navailability: {mon: {from: 18:30, to: 17:00}}\n",
     "4:35: availability.mon.to: 17:00 is not after from, 18:30"),
    ("availability: {mon: {minutes: 30}, tue: {from: 18:30}, wed: {to: 18:30}}\n",
     f"3:42: availability.tue.from: {ZONE}"),
    ("availability: {off: [{from: 2027-03-03, to: 2027-03-01}]}\n",
     "3:41: availability.off[0].to: 2027-03-01 is before from, 2027-03-03"),
    ("availability: {away: [{from: 2027-03-01, to: 2027-03-05, equipment: {}},"
     " {from: 2027-03-05, to: 2027-03-06, equipment: {}}]}\n",
     "3:74: availability.away[1]: 2027-03-05 lies in another range of away too; give each day "
     "once"),
    ("availability: {mon: 30, tue: 18:00-19:30}\n", f"3:25: availability.tue: {ZONE}"),
    ("availability: {days: {2027-03-09: until 20:00}}\n",
     f"3:23: availability.days.2027-03-09: {ZONE}"),
    ("equipment: {kettlebells_kg: [8], kettlebells_lb: [18]}\n",
     "3:34: equipment.kettlebells_lb: given beside kettlebells_kg; give one of the two"),
    ("equipment: {carry_lane_m: 8, carry_lane_yd: 9}\n",
     "3:30: equipment.carry_lane_yd: given beside carry_lane_m; give one of the two"),
    ("equipment: {dumbbells_kg: {from: 10, to: 4, step: 1}}\n",
     "3:38: equipment.dumbbells_kg.to: 4 is less than from, 10"),
    ("athlete: {body_mass_kg: 70, body_mass_lb: 154}\n",
     "3:29: athlete.body_mass_lb: given beside body_mass_kg; give one of the two"),
    ("athlete: {loads: {lat_pulldown: {kg: 30, lb: 66, reps: 8}}}\n",
     "3:42: athlete.loads.lat_pulldown.lb: given beside kg; give one of the two"),
    ("athlete: {loads: {lat_pulldown: {kg: 30}}}\n",
     "3:19: athlete.loads.lat_pulldown: reps is missing; allowed: 1 to 30 reps"),
    ("phases: {peak: 8, taper: 4}\nweeks: 10\n",
     "3:1: phases: 8 peak and 4 taper weeks are more than the 10 weeks of the plan"),
    ("strength: {exercises: {avoid: [dead_bug], prefer: [dead_bug]}}\n",
     "3:52: strength.exercises.prefer[0]: dead_bug is also in avoid"),
    ("athlete: {painful: [dead_bug]}\nstrength: {exercises: {prefer: [dead_bug]}}\n",
     "4:33: strength.exercises.prefer[0]: dead_bug is also in athlete.painful; what hurts is left "
     "out"),
    ("athlete: {overhead_irritates: true}\n"
     "strength: {exercises: {prefer: [db_overhead_press]}}\n",
     "4:33: strength.exercises.prefer[0]: db_overhead_press contradicts "
     "athlete.overhead_irritates"),
    ("availability: {mon: off}\nstrength: {fix: [{session: D1, day: mon}]}\n",
     "4:32: strength.fix[0].day: mon is off in availability"),
    ("availability: {off: 2027-04-20}\nstrength: {fix: [{session: D1, day: tue, week: 16}]}\n",
     "4:18: strength.fix[0]: 2027-04-20 is off in availability"),
    ("strength: {fix: [{session: very_light, day: sun, week: 16}]}\n",
     "3:18: strength.fix[0]: 2027-04-25 is the race day"),
    ("week_starts: sat\nstrength: {fix: [{session: light, day: fri, week: 16}]}\n",
     "4:18: strength.fix[0]: 2027-04-30 is after the race"),
    ("strength: {fix: [{session: D1, day: wed}], ban: [{day: wed}]}\n",
     "3:18: strength.fix[0]: D1 on wed is ruled out in strength.ban"),
    ("strength: {fix: [{session: D1, day: wed, week: 3}], ban: [{session: D1, week: 3}]}\n",
     "3:18: strength.fix[0]: D1 on wed is ruled out in strength.ban"),
    ("strength: {fix: [{session: D1, day: mon}, {session: D1, day: wed, week: 3}]}\n",
     "3:43: strength.fix[1]: D1 is already fixed, to mon"),
    ("strength: {fix: [{session: D1, day: mon}, {session: D2, day: mon}]}\n",
     "3:43: strength.fix[1]: D1 is already fixed to mon; one session a day"),
    ("weeks: 10\nstrength: {fix: [{session: D1, day: mon, week: 11}], ban: [{week: 12}]}\n",
     "4:42: strength.fix[0].week: 11 is more than the 10 weeks of the plan\n"
     "4:61: strength.ban[0].week: 12 is more than the 10 weeks of the plan"),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "expected"), CONTRADICTIONS)
def test_the_exact_line(complaints, tail, expected):
    assert complaints(HEAD + tail) == [f"scenario.yaml:{line}" for line in expected.split("\n")]


HARMLESS = [
    "strength: {fix: [{session: D1, day: mon, week: 3}, {session: D1, day: wed, week: 4}]}",
    "strength: {fix: [{session: D1, day: mon}, {session: light, day: mon}]}",
    "strength: {fix: [{session: D1, day: mon, week: 3}], ban: [{day: mon, week: 4}]}",
    "strength: {fix: [{session: D1, day: mon}], ban: [{day: mon, session: D2}]}",
    "availability: {off: [2027-03-01, {from: 2027-02-28, to: 2027-03-03}]}",
    "athlete: {loads: {farmer_carry: {kg: 12}}}",
    "phases: {peak: 8, taper: 3}",
]


@pytest.mark.parametrize("tail", HARMLESS)
def test_what_only_looks_like_a_contradiction(read, tail):
    read(HEAD + tail + "\n")


def test_all_faults_come_at_once_and_in_the_order_of_the_file(complaints):
    text = """\
race_date: 2027-04-25
runs:
  week: {mon: easy, tue: [workout, esy], sat: long}
  days: {2027-06-01: easy}
nmae: Spring
weeks: 10
weeks: 11
phases: {peak: 8, taper: 4}
availability:
  tue: {minutes: 99}
  mon: off
  away: [{from: 2027-03-03, to: 2027-03-01, equipment: {bands: maybe}}]
strength:
  minutes: 8
  fix:
    - {session: D3, day: tue}
    - {session: D1, day: mon}
    - {session: D2, day: wed, week: 20}
  ban: [{}, {day: wed}]
rules: {rest-before-long-run: off, sunday-long-run: {weight: -1}}
"""
    lines = complaints(text)
    assert [line.split(": ")[0] + " " + line.split(": ")[1] for line in lines] == [
        "scenario.yaml:3:36 runs.week.tue[1]",
        "scenario.yaml:4:10 runs.days.2027-06-01",
        "scenario.yaml:5:1 nmae",
        "scenario.yaml:7:1 weeks",
        "scenario.yaml:8:1 phases",
        "scenario.yaml:10:9 availability.tue.minutes",
        "scenario.yaml:12:29 availability.away[0].to",
        "scenario.yaml:12:57 availability.away[0].equipment.bands",
        "scenario.yaml:14:3 strength.minutes",
        "scenario.yaml:16:8 strength.fix[0].session",
        "scenario.yaml:17:21 strength.fix[1].day",
        "scenario.yaml:18:7 strength.fix[2]",
        "scenario.yaml:18:31 strength.fix[2].week",
        "scenario.yaml:19:9 strength.ban[0]",
        "scenario.yaml:20:9 rules.rest-before-long-run",
        "scenario.yaml:20:54 rules.sunday-long-run.weight",
    ]


def test_a_fault_does_not_raise_others_in_its_wake(complaints):
    """What was cut out of the data isn't complained about a second time, nor missed."""
    assert len(complaints(HEAD + "timezone: Lodon\navailability: {mon: {from: 18:30}}\n")) == 1
    assert len(complaints(HEAD + "weeks: many\nphases: {peak: 8, taper: 4}\n")) == 1
    assert len(complaints("race_date: 2027-04-25\nruns: {wek: {mon: easy}}\n")) == 1
    assert len(complaints("race_date: 2027-04-25\nruns: {days: {2027-04-25: rce}}\n")) == 1
    assert len(complaints("race_date: 2027-04-25\nruns: {days: {2027-04-25: [rce]}}\n")) == 1
    fixes = "strength: {fix: [{session: D1, day: mon}, {session: D1, day: wed, week: 99}]}\n"
    assert len(complaints(HEAD + fixes)) == 1
    assert len(complaints(HEAD + "athlete: {loads: {lat_pulldown: {kg: x, reps: 8}}}\n")) == 1
