"""Weeks that count down, mails that say from when, and what stands in front of a weekday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.days.own_race import race_named

RACE, COUNT = date(2027, 9, 19), 12
START = RACE - timedelta(7 * COUNT - 1)
RUNS = ("6 easy", "off", "8x400", "5 easy", "off", "4 easy", "12 long")
KINDS = ("easy", "rest", "workout", "easy", "rest", "easy", "long")
SHORT = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def kinds(path: Path, lines: Sequence[str]) -> dict[date, str]:
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return {one.date: one.run.kind.value for one in load_runs(path).runs}


def expected(count: int = COUNT) -> dict[date, str]:
    start = RACE - timedelta(7 * count - 1)
    days = {start + timedelta(at): KINDS[at % 7] for at in range(7 * count)}
    return days | {RACE: "race"}


@pytest.mark.parametrize(("head", "day"), [
    ("### T-{}", "- {}"), ("**T\u2013{}**", "{}"), ("T minus {}:", "  {}"),
    ("## R-{} (km)", "* {}"),
])  # fmt: skip
@pytest.mark.parametrize("names", [SHORT, NAMES])
def test_weeks_count_down_as_days_do(
    tmp_path: Path, names: Sequence[str], head: str, day: str
) -> None:
    lines = ["Race: Sunday 19 September 2027", "- T-5 = five weeks before that of the race", ""]
    for left in reversed(range(COUNT)):
        runs = [*RUNS[:6], RUNS[6] if left else "MARATHON"]
        days = map(" ".join, zip(names, runs, strict=True))
        lines += [head.format(left), *map(day.format, days), ""]
    assert kinds(tmp_path / "plan.md", lines) == expected()


@pytest.mark.parametrize(
    "head", ["Week {} ({} to go)", "Wk {} - {} weeks to go", "Week {}, {} weeks to go"]
)
def test_what_is_left_beside_the_number_of_a_week_turns_no_plan_around(
    tmp_path: Path, head: str
) -> None:
    lines = ["Race: Sunday 19 September 2027"]
    for week in range(1, COUNT + 1):
        runs = [*RUNS[:6], f"{week + 8} easy" if week < COUNT else "MARATHON"]
        lines += [head.format(week, COUNT - week), *map(" ".join, zip(NAMES, runs, strict=True))]
    path = tmp_path / "plan.txt"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    titles = {one.date: one.run.title for one in load_runs(path).runs}
    assert titles[START + timedelta(6)] == "9 easy"
    assert titles[RACE - timedelta(7)] == f"{COUNT + 7} easy"


@pytest.mark.parametrize(
    "head",
    [
        "Week {} begins Mon {}",
        "*Week {}* starts {}",
        "__Week {}__ from Mon, {}",
        "Week {} of Mon. {}",
    ],
)
def test_the_first_day_of_a_week_in_the_words_behind_it(tmp_path: Path, head: str) -> None:
    lines = ["All of it, the lot! Our race is on Sunday 19 September 2027. Be there!"]
    for week in range(COUNT):
        day = START + timedelta(7 * week)
        runs = [*RUNS[:6], RUNS[6] if week < COUNT - 1 else "MARATHON"]
        named = head.format(week + 1, f"{day.day} {day:%B}")
        lines += ["", named, *map(": ".join, zip(NAMES, runs, strict=True))]
    assert kinds(tmp_path / "plan.txt", lines) == expected()


def test_the_sentence_of_a_date_tells_what_it_is_of() -> None:
    assert race_named(["All of it, the lot! Our race is on Sunday 19 September 2027. Hi!"]) == RACE
    assert race_named(["Our marathon! Bib pickup is on Sunday 19 September 2027."]) is None


WEEKS = 6
HEADS = {
    "told": ("From: Ed", "Sent: {sent:%A} {sent.day} {sent:%B} {sent.year}", "Subject: week {week}",
             "", "Hello runners. The schedule from {day:%A} {day.day} {day:%B}:"),
    "colon": ("Here we go, from {day:%B} {day.day}, {day.year}:", ""),
    "sent": ("From: Ed <ed@example.org>", "Sent: {sent:%A} {sent.day} {sent:%B} {sent.year}",
             "Subject: week {week}", "", "Training for the coming week"),
    "de": ("Von: Ed", "Gesendet: {sent:%d.%m.%Y}", "", "Der Plan ab Montag, {day:%d.%m.}:"),
    "es": ("De: Ed", "Enviado: {sent:%d/%m/%Y}", "", "El plan desde el lunes {day:%d/%m}:", ""),
}  # fmt: skip


@pytest.mark.parametrize("form", HEADS)
def test_mails_say_from_when_or_when_they_were_sent(tmp_path: Path, form: str) -> None:
    lines: list[str] = []
    for week in range(WEEKS):
        day = RACE - timedelta(7 * (WEEKS - week) - 1)
        heads = (one.format(sent=day - timedelta(2), day=day, week=week + 1) for one in HEADS[form])
        runs = [*RUNS[:6], RUNS[6] if week < WEEKS - 1 else "MARATHON"]
        lines += [*heads, *map(": ".join, zip(NAMES, runs, strict=True)), "", "Bye, Ed", ""]
    assert kinds(tmp_path / "plan.txt", lines) == expected(WEEKS)


# What days are for in front of one with a sign behind it, of several, or of nothing but days.
LABELS = {
    "notebook": ("Q1 Wed: 8x400", "Q2 Sun: 12 long", "E days: Mon 6, Thu 5, Sat 4. Tue, Fri off"),
    "list": ("Hard - Wed: 8x400", "Long run (Sun): 12", "Easy: Mon 6, Thu 5, Sat 4",
             "Rest: Tue, Fri"),
    "words": ("Tempo Wed: 20 min", "LR Sun: 12", "Easy: Mon 6, Thu 5, Sat 4", "Off: Tue, Fri"),
    "de": ("QTE 1 Mi: 8x400 m", "Lang: So 12", "Locker: Mo 6, Do 5, Sa 4", "Ruhe: Di, Fr"),
    "chat": ("Wed 8x400. Sun 12 long. Easy Mon 6, Thu 5, Sat 4. Tue off, Fri off",),
}  # fmt: skip


@pytest.mark.parametrize("form", LABELS)
def test_what_days_are_for_may_stand_before_them(tmp_path: Path, form: str) -> None:
    lines = ["Marathon 2027", ""]
    for week in range(WEEKS):
        day = RACE - timedelta(7 * (WEEKS - week) - 1)
        head, first, *more = f"Week {week + 1} ({day.day}.{day.month}.)", *LABELS[form]
        lines += [f"{head}: {first}"] if form == "chat" else [head, first, *more]
        lines += [""]
    assert kinds(tmp_path / "plan.txt", lines) == expected(WEEKS) | {RACE: "long"}


@pytest.mark.parametrize("sign", ["\u00ec", "i'", "i`", "i\u2019"])
def test_accents_of_weekdays_may_be_typed_behind_their_letters(tmp_path: Path, sign: str) -> None:
    lines = ["Settimana dal 13/9/2027", "Luned\u00ec: riposo", "Marted\u00ec: 6x1000",
             "Gioved\u00ec: CL 8 km", "Sabato: CL 5 km", "Domenica: Lungo 16 km"]  # fmt: skip
    found = kinds(tmp_path / "plan.txt", [line.replace("\u00ec", sign) for line in lines])
    assert [*found.values()] == ["rest", "workout", "easy", "easy", "long"]
    assert [day.weekday() for day in found] == [0, 1, 3, 5, 6]
