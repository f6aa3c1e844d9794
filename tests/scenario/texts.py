"""A scenario with nothing but what it must have, and one with every key."""

from __future__ import annotations

SMALLEST = """\
race_date: 2027-04-25
runs:
  week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}
"""
FULL = """\
name: Spring marathon
race_date: 2027-04-25
weeks: 12
week_starts: sun
starts: 2027-02-01
timezone: Europe/London
id: spring-2027
units: metric
runs:
  week: {mon: easy?, tue: workout, sat: [{kind: easy, at: "07:00", min: 30}, long]}
  weeks: {3: {tue: {kind: easy, title: Hills, km: 10.5, min: 60, at: 6:30, optional: true}}}
  days: {2027-03-07: {kind: tuneup, mi: 13.1, at: "09:00", min: 110}}
phases: {peak: 4, taper: 2}
availability:
  mon: {minutes: 35, from: "18:30", to: "20:00"}
  wed: off
  off: [2027-02-14, {from: 2027-03-01, to: 2027-03-03}]
  away: [{from: 2027-02-08, to: 2027-02-12, equipment: {bands: true, kettlebells_kg: [16, 16]}}]
athlete:
  experience: some
  body_mass_kg: 70.5
  signs: {torso_twists: 2}
  posture_sags: false
  overhead_irritates: true
  painful: [push_up]
  loads: {one_arm_db_row: {kg: 14, reps: 10, rir: 1}, farmer_carry: {lb: 50}}
equipment:
  dumbbells_kg: [16, 4, 6.5, 4]
  kettlebells_lb: [18, 35]
  bands: false
  cable_kg: {from: 5, to: 21, step: 2.5}
  pulldown_kg: false
  pull_up_bar: true
  bench: false
  incline_bench: true
  barbell_landmine: true
  carry_lane_m: 15
strength:
  sessions: {base: 1, peak: 2, taper: 0}
  minutes: 30
  fix: [{week: 3, session: D1, day: tue}, {session: D2, day: thu}]
  ban: [{day: wed}, {session: light, week: 4}]
  exercises: {avoid: [dead_bug], prefer: [assisted_pull_up]}
  mobility_per_week: 3
rules: {next-day: {weight: 40}, sunday-long-run: off}
output:
  include: [strength, runs]
  reminder_minutes: 60
  start: {after_run_minutes: 30}
  link: https://example.org
solver: {time_limit_s: 12.5, seed: 7, workers: 2}
"""
