"""Input that nobody means well with, made from a seed: files, and the command that reads them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

PLAIN = """\
race_date: 2027-04-25
weeks: 4
runs:
  week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}
  weeks: {4: {sat: rest}}
"""
OF_FILE = "race_date: 2027-04-25\nweeks: 4\ntimezone: Europe/London\nruns: {file: r}\n"
ODD = ["", "\0", "\x1b[31m", "=1+1", "\N{FULLWIDTH EQUALS SIGN}1", "A" * 5_000, "9" * 5_000, "-1",
       "1e999", "NaN", "../../etc/passwd", "{{}}", "%s%n", "\N{RIGHT-TO-LEFT OVERRIDE}x", "\ufeff",
       "'\"", "\u2028", "\\ud83d", "[" * 500, "&a [*a]", "!!python/object:os.system x",
       "0000-00-00", "2027-02-30", "25:61", "\N{WOMAN}\u200d\N{ROCKET}" * 200]  # fmt: skip
FREQUENCIES = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "NEVER"]
PARTS = ["INTERVAL=0", "INTERVAL=-3", "INTERVAL=7", "COUNT=999999999", "UNTIL=99991231T235959Z",
         "BYDAY=MO", "BYDAY=53MO", "BYMONTH=2;BYMONTHDAY=30", "BYHOUR=1,2,3", "BYSECOND=0",
         "BYSETPOS=366", "BYYEARDAY=366", "WKST=XX", "BYMONTHDAY=31"]  # fmt: skip
YEARS = [1, 1601, 1900, 1970, 2027, 9999]
PATTERNS = ["(a+)+$", "(a|aa)+$", "a?" * 40 + "a" * 40 + "!", "(.*)*x", "(?=a)", "(\\1)", "a{1000}",
            "((a{100}){100}){100}", "[a", "\\", "(?P<x>a)(?P=x)", "(.{1,200}.{1,200}x){3}",
            "\\pL" * 60, "^(\\w+\\s?)*$"]  # fmt: skip

Case = tuple[str, ...]


def rule(luck: random.Random) -> str:
    """Return a rule of an event or a zone."""
    return ";".join([f"FREQ={luck.choice(FREQUENCIES)}", *luck.sample(PARTS, luck.randrange(3))])


def calendar(luck: random.Random, folder: Path, name: str) -> None:
    """Write a calendar with a zone of its own and events that repeat."""
    zone = "".join(
        f"BEGIN:{kind}\nDTSTART:{luck.choice(YEARS):04}0101T{hour:02}0000\nRRULE:{rule(luck)}\n"
        f"TZOFFSETFROM:{before}\nTZOFFSETTO:{after}\nEND:{kind}\n"
        for kind, hour, before, after in (
            ("STANDARD", 0, "+0100", luck.choice(["+0000", "+2400", "x"])),
            ("DAYLIGHT", 12, "+0000", "+0100"),
        )
    )
    number = luck.choice([1, 60, 3_000, 12_000])
    # With the first of them it is no text, and nothing else is looked at.
    odd = ODD if luck.random() < 0.1 else [text for text in ODD if "\0" not in text]
    events = []
    for index in range(number):
        year = luck.choice([*YEARS, 2027, 2027, 2027])
        day = f"{year:04}03{1 + index % 31:02}"
        lines = [
            f"UID:{index if luck.random() < 0.9 else 1}",
            f"SUMMARY:{luck.choice(odd)} {index}",
            f"DTSTART;TZID=Evil:{day}T{index % 24:02}0000",
        ]
        lines += [f"RRULE:{rule(luck)}"] * (luck.random() < 0.3)
        lines += [f"DTEND:{luck.choice(YEARS):04}0101T000000"] * (luck.random() < 0.1)
        lines += ["EXDATE:" + ",".join(["20270301T000000"] * 5_000)] * (luck.random() < 0.001)
        lines += [luck.choice(odd)] * (luck.random() < 0.02)
        events.append("\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT\n"]))
    text = (
        f"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:Evil\n{zone}END:VTIMEZONE\n"
        f"{''.join(events)}BEGIN:VEVENT\nUID:race\nSUMMARY:Marathon\nDTSTART:20270425\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    )
    (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))


def run_calendar(luck: random.Random, folder: Path) -> Case:
    """Read runs of a calendar."""
    calendar(luck, folder, "r")
    return ("runs", "r", "--race-date", "2027-04-25")


def busy_calendar(luck: random.Random, folder: Path) -> Case:
    """Read what a calendar leaves of the days."""
    calendar(luck, folder, "b")
    (folder / "s.yaml").write_text(
        f"{PLAIN}timezone: Europe/London\navailability: {{busy: b}}\n", "utf-8"
    )
    return ("rules", "s.yaml")


def table(luck: random.Random, folder: Path) -> Case:
    """Read runs of a table."""
    header = ["date", "kind", "title", "km", "min", *luck.sample(ODD, 2)]
    luck.shuffle(header)
    between = luck.choice(",;\t|")
    rows = [between.join(header)]
    for index in range(luck.choice([3, 500, 6_000])):
        cells = [f"2027-0{1 + index % 9}-{1 + index % 31:02}", luck.choice(ODD), f"easy {index}"]
        rows.append(between.join([*cells, *luck.sample(ODD[:8], 3)]))
    (folder / "r").write_bytes("\n".join(rows).encode("utf-8", "surrogatepass"))
    return ("runs", "r", "--race-date", "2027-04-25", "--csv", "out.csv")


def noise(luck: random.Random, folder: Path) -> Case:
    """Read bytes that are nothing at all, perhaps behind a beginning that is something."""
    begin = luck.choice(
        [b"", b"PK\x03\x04", b"\xff\xfe", b"BEGIN:VCALENDAR\n", b"{", b"[", b"date,"]
    )
    (folder / "r").write_bytes(begin + luck.randbytes(luck.choice([10, 1_000, 1_000_000])))
    return luck.choice([("runs", "r"), ("rules", "r"), ("check", "r", "r"), ("compare", "r", "r")])


def pattern(luck: random.Random, folder: Path) -> Case:
    """Correct titles by patterns."""
    kinds = dict.fromkeys(luck.sample(PATTERNS, 3), "easy")
    text = OF_FILE.replace("file: r", f"file: r, kinds: {json.dumps(kinds)}")
    (folder / "s.yaml").write_text(text, "utf-8")
    rows = [f"2027-04-{1 + day:02},,{'a' * luck.randrange(199)} {day}" for day in range(25)]
    (folder / "r").write_text("\n".join(["date,kind,title", *rows]), "utf-8")
    return ("rules", "s.yaml")


def scenario(luck: random.Random, folder: Path) -> Case:
    """Read a scenario with odd values, or one that grows beyond all measure."""
    grown = luck.choice([
        f"name: {json.dumps(luck.choice(ODD))}\n",
        f"name: {luck.choice(ODD)}\n",
        "".join(f"a{n}: &a{n} [{9 * (f'*a{n - 1},' if n else 'x,')}]\n" for n in range(12)),
        f"availability: {{off: [{', '.join(['2027-03-01'] * 20_000)}]}}\n",
        "equipment: {dumbbells_kg: {from: 0.1, to: 300, step: 0.0001}}\n",
        f"runs: {luck.choice(ODD)}\n",
        "x: " + "[" * 20_000 + "\n",
        f"{luck.choice(ODD)}: 1\n",
        f"rules: {{{', '.join(f'r{n}: off' for n in range(9_000))}}}\n",
    ])  # fmt: skip
    (folder / "s.yaml").write_bytes((PLAIN + grown).encode("utf-8", "surrogatepass"))
    return luck.choice([("rules", "s.yaml"), ("sweep", "s.yaml", "--set", f"weeks={ODD[3]}")])


def document(luck: random.Random, folder: Path) -> Case:
    """Check a plan's document with parts that are too many, too deep or of no kind."""
    odd: list[Callable[[], object]] = [
        lambda: [{}] * 300_000, lambda: [[]] * 1_000_000, lambda: {"a": luck.choice(ODD)},
        lambda: luck.choice(ODD), lambda: 10**400, lambda: None, lambda: [luck.choice(ODD)] * 3,
    ]  # fmt: skip
    keys = ["sessions", "mobility", "relaxed", "stages", "costs", "days", "scenario", "run"]
    plan = {"format": "runtall-plan", "format_version": 2, "status": "OPTIMAL"}
    plan |= {key: luck.choice(odd)() if luck.random() < 0.5 else [] for key in keys}
    (folder / "plan.json").write_text(json.dumps(plan), "utf-8")
    (folder / "s.yaml").write_text(PLAIN, "utf-8")
    return luck.choice([("check", "plan.json", "s.yaml"), ("compare", "plan.json", "s.yaml")])


def plan_table(luck: random.Random, folder: Path) -> Case:
    """Check a plan's table with rows of anything."""
    names = "session_id,date,weekday,week,phase,session,option,run,start,minutes,position,exercise"
    rows = [
        ",".join(["w01-D1", "2027-04-01", *luck.sample(ODD[3:12], 4)])
        for _ in range(luck.choice([5, 1_500]))
    ]
    text = "\n".join([f"{names},name,pattern,sets,reps", *rows])
    (folder / "plan.csv").write_text(text, "utf-8")
    (folder / "s.yaml").write_text(PLAIN, "utf-8")
    return ("check", "plan.csv", "s.yaml")


def plan_calendar(luck: random.Random, folder: Path) -> Case:
    """Check a calendar that is no plan."""
    calendar(luck, folder, "plan.ics")
    (folder / "s.yaml").write_text(PLAIN, "utf-8")
    return ("check", "plan.ics", "s.yaml")


def weeks_of_json(luck: random.Random, folder: Path) -> Case:
    """Read runs of JSON: a plan file, or a list of events."""
    day = {"title": luck.choice(ODD), "distance": luck.choice([1e308, -1, "x", [1] * 9])}
    event = {"start_date_local": "2027-03-01", "name": luck.choice(ODD), "moving_time": 1e308}
    odd = [{"units": "mi", "schedule": [{"workouts": [day] * 7}] * luck.choice([3, 400])},
           [event] * luck.choice([2, 15_000]), {"schedule": luck.choice(ODD)}]  # fmt: skip
    (folder / "r").write_text(json.dumps(luck.choice(odd)), "utf-8")
    return ("runs", "r", "--race-date", "2027-04-25", "--json")


def one_sign(luck: random.Random, folder: Path) -> Case:
    """Read a line of one sign, thousands of times: a search may not begin anew at each."""
    (folder / "r").write_text(
        luck.choice("[[{(-_.,:'#@<1/") * luck.choice([8_000, 20_000]), "utf-8"
    )
    return ("runs", "r")


MAKERS = (run_calendar, busy_calendar, table, noise, pattern, scenario, document, plan_table,
          plan_calendar, weeks_of_json, one_sign)  # fmt: skip


def make(seed: int, folder: Path) -> Case:
    """Write the files of a case into a folder, and return the command that reads them there."""
    return MAKERS[seed % len(MAKERS)](random.Random(seed), folder)
