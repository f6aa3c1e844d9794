"""Every key with a value it can't have: the exact line, with file, line, column and key."""

from __future__ import annotations

import pytest

from runtall.objectives.all import OBJECTIVES
from runtall.rules.all import RULES as HARD

HEAD = "race_date: 2027-04-25\nruns: {week: {mon: easy, sat: long}}\n"
KINDS = "allowed: rest, cross, recovery, easy, medium_long, workout, tuneup, long, race"
RULES = ", ".join(rule.id for rule in (*HARD, *OBJECTIVES))
WEEKDAYS = "allowed: mon, tue, wed, thu, fri, sat, sun"
IN_RUNS = "race_date: 2027-04-25\nruns:\n  week: {"

BAD = [
    # the contract's own example
    ("availability:\n  tue: {minutes: 400}\n",
     "4:9: availability.tue.minutes: 400 is more than the 40 minutes a session may last"),
    # unknown keys
    ("nmae: x\n", '3:1: nmae: there is no such key; did you mean "name"?'),
    ("availability: {tue: {minuts: 30}}\n",
     "3:22: availability.tue.minuts: there is no such key; allowed: minutes, from, to; "
     'did you mean "minutes"?'),
    ("output: {start: {after: 3}}\n",
     "3:18: output.start.after: there is no such key; allowed: after_run_minutes; "
     'did you mean "after_run_minutes"?'),
    # keys in the wrong place
    ("minutes: 35\n", "3:1: minutes: there is no such key here; it belongs in strength"),
    ("tue: rest\n",
     "3:1: tue: there is no such key here; it belongs in runs.week or in availability"),
    ("strength: {painful: [push_up], off: [2027-03-01]}\n",
     "3:12: strength.painful: there is no such key here; it belongs in athlete\n"
     "3:32: strength.off: there is no such key here; it belongs in availability"),
    ("athlete: {bands: true}\n",
     "3:11: athlete.bands: there is no such key here; it belongs in equipment"),
    ("availability: {ill: flu}\n", '3:16: availability.ill: "flu" is not a date; write '
     "year-month-day, such as 2027-04-25"),
    ("availability: {wednesday: off}\n",
     '3:16: availability.wednesday: there is no such key; did you mean "wed"?'),
    # wrong types
    ("strength: {minutes: forty}\n",
     '3:12: strength.minutes: "forty" is not a whole number; allowed: 1 to 40 minutes'),
    ("strength: {minutes: 30.5}\n",
     "3:12: strength.minutes: 30.5 is not a whole number; allowed: 1 to 40 minutes"),
    ("strength: {minutes: true}\n",
     "3:12: strength.minutes: true is not a whole number; allowed: 1 to 40 minutes"),
    ("strength: [40]\n",
     "3:1: strength: a list does not fit; allowed: a mapping with any of sessions, minutes, fix, "
     "ban, exercises, mobility_per_week"),
    ("strength: {fix: D1}\n", '3:12: strength.fix: "D1" does not fit; allowed: a list'),
    ("equipment: {bench: 1}\n", "3:13: equipment.bench: 1 does not fit; allowed: true or false"),
    ("equipment: {bands: yes}\n",
     '3:13: equipment.bands: "yes" does not fit; allowed: true or false'),
    ("name: 3\n", "3:1: name: 3 is not text; put it in quotes"),
    ("athlete: {painful: 3}\n", "3:11: athlete.painful: 3 does not fit; allowed: a list"),
    ("athlete: {painful: shoulder}\n", '3:11: athlete.painful: "shoulder" is no exercise; name the '
     "presses: push_up, db_bench_press, db_floor_press, db_overhead_press, landmine_press, "
     "incline_press. For pain overhead only, write athlete: {overhead_irritates: true}"),
    ("athlete: {experience: beginner}\n", '3:11: athlete.experience: "beginner" is not a level of '
     'experience; allowed: new, some, trained; did you mean "new"?'),
    ("athlete: {body_mass_kg: 155 lb}\n", '3:11: athlete.body_mass_kg: "155 lb" is not a number; '
     "allowed: 30 to 250 kg"),
    ("athlete: {sex: female}\n", '3:11: athlete.sex: "female" is not a sex; allowed: f, m; did you '
     'mean "f"?'),
    ("strength: {ban: [{session: pull day}]}\n", '3:19: strength.ban[0].session: "pull day" is not '
     'a kind of session; allowed: D1, D2, merged, light, very_light; did you mean "D1"?'),
    ("athlete: {body_mass: 70}\n", "3:11: athlete.body_mass: there is no such key; did you mean "
     '"body_mass_kg"?'),
    ("athlete: {loads: {face_pull: 12}}\n", "3:19: athlete.loads.face_pull: 12 does not fit; "
     "allowed: a mapping with any of kg, lb, reps, rir"),
    # the calendar
    ("weeks: 60\n", "3:1: weeks: 60 is more than 53; allowed: 1 to 53 weeks"),
    ("weeks: 0\n", "3:1: weeks: 0 is less than 1; allowed: 1 to 53 weeks"),
    (f"weeks: {'9' * 5000}\n",
     f'3:1: weeks: "{"9" * 60}..." is not a whole number; allowed: 1 to 53 weeks'),
    ("week_starts: tue\n", '3:1: week_starts: "tue" is not a start of the week; allowed: mon, '
     "sun, sat"),
    ("timezone: London\n", '3:1: timezone: "London" is not a time zone; allowed: IANA names such '
     'as Europe/London; did you mean "Europe/London"?'),
    ("timezone: Europe\n", '3:1: timezone: "Europe" is not a time zone; allowed: IANA names such '
     "as Europe/London"),
    ("timezone: Europe/Lndon\n", '3:1: timezone: "Europe/Lndon" is not a time zone; allowed: IANA '
     'names such as Europe/London; did you mean "Europe/London"?'),
    ("timezone: Etc/GMT+99\n", '3:1: timezone: "Etc/GMT+99" is not a time zone; allowed: IANA '
     "names such as Europe/London"),
    ("timezone: UTC+1\n", '3:1: timezone: "UTC+1" is not a time zone; allowed: IANA names such as '
     "Europe/London"),
    ("timezone: 2\n", "3:1: timezone: 2 is not a time zone; allowed: IANA names such as "
     "Europe/London"),
    ("timezone: ../../etc/passwd\n", '3:1: timezone: "../../etc/passwd" is not a time zone; '
     "allowed: IANA names such as Europe/London"),
    ("units: stone\n", '3:1: units: "stone" is not a system of units; allowed: metric, imperial'),
    ('name: "a\\nb"\n', '3:1: name: "a\\u000ab" is more than a line of text'),
    ('id: ""\n', "3:1: id: 1 to 200 characters are allowed, and this has 0"),
    ("phases: automatic\n", '3:1: phases: "automatic" is not a choice of phases; allowed: auto, '
     '{peak: 3, taper: 3}; did you mean "auto"?'),
    ("phases: 3\n", "3:1: phases: 3 does not fit; allowed: auto, or {peak: 3, taper: 3}"),
    ("phases: {peak: 3}\n", "3:1: phases.taper: missing. Taper weeks, race week included."),
    ("phases: {peak: 9, taper: 0}\n",
     "3:10: phases.peak: 9 is more than 8; allowed: 0 to 8 weeks\n"
     "3:19: phases.taper: 0 is less than 1; allowed: 1 to 4 weeks"),
    # availability
    ("availability: {mon: yes}\n", '3:16: availability.mon: "yes" is not a day\'s availability; '
     'allowed: off, on, minutes such as 30, times such as "18:30-20:00", a mapping with any of '
     'minutes, from, to; did you mean "on"?'),
    ("availability: {mon: 30.5}\n", "3:16: availability.mon: 30.5 is not a whole number; allowed: "
     "1 to 40 minutes"),
    ("availability: {mon: [30]}\n", "3:16: availability.mon: a list does not fit; allowed: off, "
     'on, minutes such as 30, times such as "18:30-20:00", a mapping with any of minutes, from, '
     "to"),
    ("timezone: UTC\navailability: {mon: 24:00-25:00}\n", '4:16: availability.mon: "24:00" is not '
     'a time of day; allowed: 00:00 to 23:59\n4:16: availability.mon: "25:00" is not a time of '
     "day; allowed: 00:00 to 23:59"),
    ('timezone: UTC\navailability: {mon: {from: "24:00"}}\n', '4:22: availability.mon.from: '
     '"24:00" is not a time of day; allowed: 00:00 to 23:59'),
    ("timezone: UTC\navailability: {mon: {from: 1830}}\n", "4:22: availability.mon.from: 1830 is "
     'not a time of day; allowed: 00:00 to 23:59'),
    ("availability: {off: [2027-02-30]}\n", "3:22: availability.off[0]: 2027-02-30 is not in the "
     "calendar; such a date does not exist"),
    ("availability: {off: tomorrow}\n", '3:16: availability.off: "tomorrow" is not a date; write '
     "year-month-day, such as 2027-04-25"),
    ("availability: {away: [{from: 2027-03-01, to: 2027-03-02}]}\n",
     "3:23: availability.away[0].equipment: missing. All there is on these days; what isn't "
     "named isn't there."),
    # the athlete
    ("athlete: {experience: newbie}\n", '3:11: athlete.experience: "newbie" is not a level of '
     'experience; allowed: new, some, trained; did you mean "new"?'),
    ("athlete: {body_mass_kg: 7}\n",
     "3:11: athlete.body_mass_kg: 7 is less than 30; allowed: 30 to 250 kg"),
    ("athlete: {signs: {torso_twist: 2}}\n", "3:19: athlete.signs.torso_twist: there is no such "
     "key; allowed: shoulders_creep_up, torso_twists, hands_cross_midline, neck_tight, "
     'fades_on_hills; did you mean "torso_twists"?'),
    ("athlete: {signs: {neck_tight: 5}}\n", "3:19: athlete.signs.neck_tight: 5 is more than 3; "
     "allowed: 0 to 3 (never to always)"),
    ("athlete: {painful: [pushup]}\n", '3:21: athlete.painful[0]: "pushup" is not an exercise; '
     'did you mean "push_up"?'),
    *((f"athlete: {{painful: [{said}]}}\n", f'3:21: athlete.painful[0]: "{said}" is not an '
       f'exercise; did you mean "{meant}"?') for said, meant in (
        ("pull up", "assisted_pull_up"), ("Pullups", "assisted_pull_up"),
        ("bench", "db_bench_press"), ("pulldown", "lat_pulldown"), ("pallof", "pallof_press"))),
    ("athlete: {painful: [Shoulder]}\n", '3:21: athlete.painful[0]: "Shoulder" is no exercise; '
     "name the presses: push_up, db_bench_press, db_floor_press, db_overhead_press, "
     "landmine_press, incline_press. For pain overhead only, write athlete: "
     "{overhead_irritates: true}"),
    ("athlete: {painful: [Seated cable row]}\n", '3:21: athlete.painful[0]: "Seated cable row" is '
     'not an exercise; did you mean "seated_cable_row"?'),
    ("athlete: {loads: {dead_bug: {kg: 3, reps: 8}}}\n", '3:19: athlete.loads.dead_bug: "dead_bug"'
     " is done without weights; allowed: one_arm_db_row, lat_pulldown, seated_cable_row, "
     "face_pull, db_bench_press, db_floor_press, db_overhead_press, landmine_press, "
     "incline_press, suitcase_carry, farmer_carry, rack_carry, pallof_press"),
    ("athlete: {loads: {lat_pulldown: {reps: 8}}}\n",
     "3:19: athlete.loads.lat_pulldown: has no weight; give kg or lb"),
    ("athlete: {loads: {lat_pulldown: {kg: 900, reps: 31, rir: 11}}}\n",
     "3:34: athlete.loads.lat_pulldown.kg: 900 is more than 300; allowed: 0.1 to 300 kg\n"
     "3:43: athlete.loads.lat_pulldown.reps: 31 is more than 30; allowed: 1 to 30 reps\n"
     "3:53: athlete.loads.lat_pulldown.rir: 11 is more than 10; allowed: 0 to 10 reps"),
    # equipment
    ("equipment: {cable_kg: true}\n", "3:13: equipment.cable_kg: true does not fit; allowed: a "
     "list of weights, {from, to, step}, or false for none"),
    ("equipment: {dumbbells_kg: 5-20}\n", '3:13: equipment.dumbbells_kg: "5-20" does not fit; '
     "allowed: a list of weights, {from, to, step}, or false for none"),
    ("equipment: {dumbbells_kg: [5, x]}\n",
     '3:31: equipment.dumbbells_kg[1]: "x" is not a number; allowed: 0.1 to 660'),
    ("equipment: {dumbbells_kg: {from: 2, to: 30}}\n",
     "3:13: equipment.dumbbells_kg.step: missing. From one to the next."),
    ("equipment: {dumbbells_kg: {from: 2, to: 300, step: 0.1}}\n",
     "3:46: equipment.dumbbells_kg.step: 0.1 gives more than 400 weights"),
    (f"equipment: {{dumbbells_kg: [{'1, ' * 401}]}}\n",
     "3:13: equipment.dumbbells_kg: 401 entries; allowed: at most 400"),
    # strength
    ("strength: {minutes: 0}\n",
     "3:12: strength.minutes: 0 is less than 1; allowed: 1 to 40 minutes"),
    ("strength: {minutes: 12}\n",
     "3:12: strength.minutes: 12 hold no session in the taper: the shortest that the rules allow"
     " takes 13 minutes with its mobility; allowed: 13 to 40"),
    ("availability: {mon: {minutes: 9}, tue: {minutes: 10}}\n",
     "3:22: availability.mon.minutes: 9 hold no session: the shortest that the rules allow takes 10"
     " minutes; write mon: off, or 10 to 40"),
    ("strength: {sessions: {base: 3, taper: 2}}\n",
     "3:23: strength.sessions.base: 3 is more than 2; allowed: 1 to 2 sessions\n"
     "3:32: strength.sessions.taper: 2 is more than 1; allowed: 0 to 1 sessions"),
    ("strength: {sessions: {peak: [2, 1]}}\n",
     "3:23: strength.sessions.peak: the fewest come first: [1, 2]"),
    ("strength: {sessions: {peak: [1]}}\n",
     "3:23: strength.sessions.peak: 1 entry; allowed: at least 2"),
    ("strength: {sessions: {peak: one}}\n", '3:23: strength.sessions.peak: "one" does not fit; '
     "allowed: 1, 2, or the fewest and the most, such as [1, 2]"),
    ("strength: {fix: [{session: d1, day: tuesday}]}\n",
     '3:19: strength.fix[0].session: "d1" is not a kind of session; allowed: D1, D2, merged, '
     'light, very_light; did you mean "D1"?\n'
     f'3:32: strength.fix[0].day: "tuesday" is not a weekday; {WEEKDAYS}; did you mean "tue"?'),
    ("strength: {fix: [{day: mon}]}\n", "3:18: strength.fix[0].session: missing. Kind of session."),
    ("strength: {ban: [{}]}\n",
     "3:18: strength.ban[0]: rules out nothing; give day, session or week"),
    ("strength: {exercises: {prefer: [band_pull_apart]}}\n", "3:33: strength.exercises.prefer[0]: "
     '"band_pull_apart" belongs to the warm-up and has no sets; allowed: one_arm_db_row, '
     "lat_pulldown, assisted_pull_up, seated_cable_row, band_row, face_pull, push_up, "
     "db_bench_press, db_floor_press, db_overhead_press, landmine_press, incline_press, "
     "suitcase_carry, farmer_carry, rack_carry, dead_bug, pallof_press, side_plank, "
     "plank_shoulder_tap"),
    ("strength: {mobility_per_week: 8}\n",
     "3:12: strength.mobility_per_week: 8 is more than 7; allowed: 0 to 7 a week"),
    # rules
    ("rules: {R24: off}\n", '3:9: rules.R24: "R24" has a new name; write rest-before-long-run'),
    ("rules: {ladder-order: {weight: 2}}\n",
     '3:9: rules.ladder-order: "ladder-order" has a new name; write alternatives-order'),
    ("rules: {R99x: off}\n", f'3:9: rules.R99x: "R99x" is no rule; allowed: {RULES}'),
    ("rules: {next_day: off}\n",
     '3:9: rules.next_day: "next_day" is no rule; did you mean "next-day"?'),
    ("rules: {rest-before-long-run: off}\n",
     "3:9: rules.rest-before-long-run: this rule is never relaxed; it can't be off"),
    ("rules: {rest-before-long-run: {weight: 3}}\n",
     "3:9: rules.rest-before-long-run: a hard rule has no weight; it is never relaxed"),
    ("rules: {sunday-long-run: {weight: 3}}\n",
     "3:9: rules.sunday-long-run: a hard rule has no weight; allowed: off"),
    ("rules: {next-day: {weight: -1}}\n",
     "3:20: rules.next-day.weight: -1 is less than 0; allowed: 0 to 1000"),
    ("rules: {next-day: 40}\n",
     "3:9: rules.next-day: 40 does not fit; allowed: off, or {weight: 40}"),
    ("rules: {next-day: on}\n",
     '3:9: rules.next-day: "on" is not a setting of a rule; allowed: off, {weight: 40}'),
    # output and solver
    ("output: {include: [strenth]}\n", '3:20: output.include[0]: "strenth" is not something a '
     'calendar can hold; allowed: strength, mobility, runs; did you mean "strength"?'),
    ("output: {include: []}\n", "3:10: output.include: 0 entries; allowed: at least 1"),
    ("output: {reminder_minutes: -5}\n",
     "3:10: output.reminder_minutes: -5 is less than 0; allowed: 0 to 10080 minutes"),
    ("output: {link: ftp://x}\n",
     '3:10: output.link: "ftp://x" does not look like a link such as https://example.org'),
    ("solver: {workers: 0}\n", "3:10: solver.workers: 0 is less than 1; allowed: 1 to 256 workers"),
    ("solver: {time_limit_s: .inf}\n", '3:10: solver.time_limit_s: ".inf" is not a number; '
     "allowed: 0.1 to 86400 seconds"),
    ("solver: {time_limit_s: 1e400}\n", "3:10: solver.time_limit_s: inf is more than 86400; "
     "allowed: 0.1 to 86400 seconds"),
    ("solver: {seed: -1}\n", "3:10: solver.seed: -1 is less than 0; allowed: 0 to 2147483647"),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "expected"), BAD)
def test_the_exact_line(complaints, tail, expected):
    assert complaints(HEAD + tail) == [f"scenario.yaml:{line}" for line in expected.split("\n")]


RUNS = [
    ("mon: esay}", f'3:10: runs.week.mon: "esay" is not a kind of run; {KINDS}; '
     'did you mean "easy"?'),
    ("tue: [easy, wrkout]}", f'3:22: runs.week.tue[1]: "wrkout" is not a kind of run; {KINDS}; '
     'did you mean "workout"?'),
    ("wed: {kind: rst}}", f'3:16: runs.week.wed.kind: "rst" is not a kind of run; {KINDS}; '
     'did you mean "rest"?'),
    ("wed: gym}", '3:10: runs.week.wed: "gym" is no run; name strength work of your own in '
     "runs.own, by weekday or date"),
    ("wed: [easy, off]}", "3:22: runs.week.wed[1]: a day with a run is no rest day"),
    ("thu: {km: 5}}",
     "3:10: runs.week.thu.kind: missing. Kind of run; a ? behind it: it may be left out."),
    ("fri: 3}", f"3:10: runs.week.fri: 3 is not a kind of run; {KINDS}"),
    ("fri: {kind: easy, km: 3, mi: 2}}", "3:35: runs.week.fri.mi: given beside km; give one of "
     "the two"),
    ("fri: {kind: easy, km: 0, min: 2000}}",
     "3:28: runs.week.fri.km: 0 is less than 0.1; allowed: 0.1 to 250 km\n"
     "3:35: runs.week.fri.min: 2000 is more than 1440; allowed: 1 to 1440 minutes"),
    ("sat: rest?}", '3:10: runs.week.sat: "rest?": rest is never optional; write rest'),
    ("sat: {kind: rest, optional: true}}", "3:28: runs.week.sat.optional: rest is never optional"),
    ("sat: {kind: rest, km: 3}}", "3:28: runs.week.sat.km: a rest day has no length"),
    ("sat: [easy, rest]}", "3:22: runs.week.sat[1]: a day with a run is no rest day"),
    ("sat: [easy, easy, easy, easy]}",
     "3:10: runs.week.sat: 4 runs on one day are more than 3"),
    ("monday: easy}", "3:10: runs.week.monday: there is no such key; allowed: mon, tue, wed, thu, "
     'fri, sat, sun; did you mean "mon"?'),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "expected"), RUNS)
def test_the_exact_line_of_a_run(complaints, tail, expected):
    lines = complaints(IN_RUNS + tail + "\n")
    assert lines == [f"scenario.yaml:{line}" for line in expected.split("\n")]


RUN_PLANS = [
    ("{}", "2:1: runs: says nothing; give week, weeks, days or file"),
    ("[easy]", "2:1: runs: a list does not fit; allowed: a mapping with any of week, weeks, days, "
     "file, format, date_order, kinds, own, own_strength"),
    ("{week: {mon: easy}, kinds: {a: easy}}", "2:27: runs.kinds: corrects titles of a run plan "
     "file, and there is no runs.file"),
    ("{week: {mon: easy}, file: x.csv}", "2:27: runs.file: given beside week; the usual week "
     "comes from one of the two"),
    ("{weeks: {17: {mon: easy}, x: {mon: easy}}}",
     "2:16: runs.weeks.17: the plan has the weeks 1 to 16\n"
     '2:33: runs.weeks.x: "x" is not the number of a week; allowed: 1 to 53'),
    ("{weeks: {99999999: {}}}",
     '2:16: runs.weeks.99999999: "99999999" is not the number of a week; allowed: 1 to 53'),
    ("{days: {2027-05-30: easy, 2027-3-3: easy}}",
     "2:15: runs.days.2027-05-30: outside the calendar, which goes from 2027-01-04 to "
     '2027-04-25\n2:33: runs.days.2027-3-3: "2027-3-3": here a date is written 2027-03-03'),
    ("{file: nix.csv, kinds: {'(': easy, '(?=a)': easy, x: esy}}",
     "2:8: runs.file: nix.csv: there is no such file\n"
     '2:31: runs.kinds.(: "(" can\'t be read as a regular expression at "(": missing )\n'
     '2:42: runs.kinds.(?=a): "(?=a)" can\'t be read as a regular expression at "(?=": '
     'invalid perl operator\n'
     '2:57: runs.kinds.x: "esy" is not a kind of run; did you mean "easy"?'),
    (f"{{file: nix.csv, kinds: {{'{'a' * 201}': easy}}}}",
     f'2:8: runs.file: nix.csv: there is no such file\n2:31: runs.kinds.{"a" * 57}...: '
     f'"{"a" * 60}..." is longer than 200 characters'),
    ("{file: nix.csv, kinds: {'(.{1,200}.{1,200}x){3}': easy}}",
     "2:8: runs.file: nix.csv: there is no such file\n"
     "2:23: runs.kinds: so many and such large patterns would take too long"),
    ("{file: my.ics}", "2:8: runs.file: my.ics: there is no such file"),
    ("{week: {mon: easy}, format: ics}", "2:27: runs.format: says what a run plan file is, and "
     "there is no runs.file"),
    ("{week: {mon: easy}, date_order: dmy}", "2:27: runs.date_order: says how a file writes dates, "
     "and there is no runs.file"),
    ("{file: my.ics, date_order: american}", "2:8: runs.file: my.ics: there is no such file\n"
     '2:22: runs.date_order: "american" is not an order of '
     "day, month and year; allowed: dmy, mdy, ymd"),
]  # fmt: skip


@pytest.mark.parametrize(("runs", "expected"), RUN_PLANS)
def test_the_exact_line_of_a_run_plan(complaints, runs, expected):
    lines = complaints(f"race_date: 2027-04-25\nruns: {runs}\n")
    assert lines == [f"scenario.yaml:{line}" for line in expected.split("\n")]


def test_what_must_be_there(complaints):
    assert complaints("weeks: 9\n") == [
        "scenario.yaml:1:1: race_date: missing. The day of the race; weeks are counted back from"
        " it.",
        "scenario.yaml:1:1: runs: missing. The run plan: a usual week, single weeks and dates, or"
        " a file.",
    ]


@pytest.mark.parametrize(
    ("date", "what"),
    [
        ("2027-02-30", "2027-02-30 is not in the calendar; such a date does not exist"),
        ("next spring",
         '"next spring" is not a date; write year-month-day, such as 2027-04-25'),
        ("20270425", "20270425 is not a date; write year-month-day, such as 2027-04-25"),
        ("2027-04-25T10:00:00", '"2027-04-25T10:00:00" is not a date; write year-month-day, such'
         " as 2027-04-25"),
        ("0001-01-01", "0001-01-01 is out of reach; allowed: years 1970 to 2199"),
        ("9999-12-31", "9999-12-31 is out of reach; allowed: years 1970 to 2199"),
    ],
)  # fmt: skip
def test_a_race_date_that_is_none(complaints, date, what):
    text = f"race_date: {date}\nruns: {{week: {{mon: easy}}}}\n"
    assert complaints(text) == [f"scenario.yaml:1:1: race_date: {what}"]


@pytest.mark.parametrize(("tail", "expected"), BAD)
def test_line_and_column_are_those_of_the_key(tail, expected):
    """The table above counts right: at each place stands the last key of the path."""
    lines = (HEAD + tail).split("\n")
    for one in expected.split("\n"):
        line, column, path = one.split(":")[:3]
        key = path.strip().rpartition(".")[2]
        there = lines[int(line) - 1][int(column) - 1 :]
        missing = ": missing." in one
        assert missing or "[" in key or there.startswith(key) or there.startswith(f'"{key}')
