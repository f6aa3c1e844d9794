"""Weeks whose numbers are those of the calendar lie there, wherever the race is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs

RACE = date(2027, 4, 25)  # in week 16
NAMES = {
    "de": ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    "fr": ("Lun", "Mar", "Mer", "Jeu", "Ven", "Sam", "Dim"),
    "da": ("Man", "Tir", "Ons", "Tor", "Fre", "Lør", "Søn"),
    "sv": ("Mån", "Tis", "Ons", "Tor", "Fre", "Lör", "Sön"),
}
KMS = (0, 8, 9, 7, 0, 6, 20)
Load = Callable[..., RunFile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loading(text: str, race: date = RACE) -> RunFile:
        path = tmp_path / "plan.txt"
        path.write_text(text, "utf-8")
        return load_runs(path, race_date=race)

    return loading


def wide(head: str, label: str, language: str, numbers: Sequence[int], last: str = "20 km") -> str:
    rows = [[label.format(number), *(f"{far} km" if far else "-" for far in KMS)]
            for number in numbers]  # fmt: skip
    rows[-1][-1] = last
    return "\n".join(";".join(row) for row in ([head, *NAMES[language]], *rows))


def days(found: RunFile) -> list[date]:
    return sorted({one.date for one in found.runs if one.run.distance_m})


def expected(numbers: Sequence[int], year: int) -> list[date]:
    first = date.fromisocalendar(year, numbers[0], 1)
    return [first + timedelta(7 * week + at) for week in range(len(numbers))
            for at, far in enumerate(KMS) if far]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "label", "language"),
    [
        ("KW", "{}", "de"),
        ("Woche", "KW {}", "de"),
        ("Kalenderwoche", "{}", "de"),
        ("Semaine", "semaine {} de l'année", "fr"),
        ("Uge", "{}", "da"),
        ("Vecka", "v. {}", "sv"),
        ("", "v{}", "sv"),
    ],
)
@pytest.mark.parametrize("numbers", [range(9, 12), range(5, 13), range(12, 16)])
def test_the_first_part_of_a_plan(
    load: Load, head: str, label: str, language: str, numbers: range
) -> None:
    assert days(load(wide(head, label, language, numbers))) == expected(numbers, 2027)


@pytest.mark.parametrize(("head", "language"), [("KW", "de"), ("Uge", "da")])
def test_weeks_over_new_year_and_behind_the_race(load: Load, head: str, language: str) -> None:
    race, numbers = date(2027, 1, 10), [49, 50, 51, 52, 53, 1, 2]
    text = wide(head, "{}", language, numbers, "5 km")
    assert days(load(text, race)) == expected(numbers, 2026)


def test_a_row_for_each_day_and_lines_of_a_text(load: Load) -> None:
    days_of = [(number, name, far) for number in range(9, 12)
               for name, far in zip(NAMES["de"], KMS, strict=True)]  # fmt: skip
    rows = "\n".join(f"{number};{name};{far} km" for number, name, far in days_of if far)
    assert days(load(f"KW;Tag;Lauf\n{rows}")) == expected(range(9, 12), 2027)
    lines = [f"{name}: {far} km locker" if far else f"KW {number}" for number, name, far in days_of
             if far or name == "Mo"]  # fmt: skip
    assert days(load("\n".join(lines))) == expected(range(9, 12), 2027)


@pytest.mark.parametrize(
    ("head", "language", "numbers", "last"),
    [("Uge", "da", range(1, 9), "20 km"), ("Week", "de", range(9, 13), "20 km"),
     ("Vecka", "sv", range(3, 11), "Maraton"), ("Uge", "da", range(1, 5), "Marathon")],
)  # fmt: skip
def test_weeks_of_the_plan_end_with_the_race(
    load: Load, head: str, language: str, numbers: range, last: str
) -> None:
    assert days(load(wide(head, "{}", language, numbers, last)))[-1] == RACE


MESSAGES = {
    "de": ("KW {}: {}Mo frei, Di 8 km locker, Mi frei, Do 6x400 m, Fr frei, Sa 5 km locker,"
           " So 14 km lang"),
    "da": ("uge {}: {}man fri. tirs 8 km stille. ons fri. tors 6x400 m. fre fri. lør 5 km stille."
           " søn 14 km langtur"),
    "no": ("uke {} {}man fri, tir 8 km rolig, ons fri, tor 6x400 m, fre fri, lør 5 km rolig,"
           " søn 14 km langtur"),
}  # fmt: skip


@pytest.mark.parametrize(("language", "said"), [
    ("de", ("", "ruhiger. ", "")),
    ("da", ("så går vi i gang!! ", "sidste uge 🎉 ", "den hårde.. ")),
    ("da", ("", "nå, nu gælder det! ", "")), ("no", ("", "", "")),
])  # fmt: skip
@pytest.mark.parametrize(("sent", "numbers", "first"), [
    ("30.05.2027", (23, 24, 25), date(2027, 6, 7)), ("29.12.2026", (53, 1, 2), date(2026, 12, 28)),
    ("28.12.2026", (2, 3, 4), date(2027, 1, 11)),
])  # fmt: skip
@pytest.mark.parametrize("stamp", ["[{}, 20:0{}] Jo: ", ""])
def test_messages_about_weeks_of_the_calendar_tell_the_year(
    tmp_path: Path, language: str, said: tuple[str, ...], sent: str, numbers: tuple[int, ...],
    first: date, stamp: str,
) -> None:  # fmt: skip
    weeks = [(stamp or "{}{}").format(sent, at) * bool(stamp) + MESSAGES[language].format(*week)
             for at, week in enumerate(zip(numbers, said, strict=True), 1)]  # fmt: skip
    path = tmp_path / "chat.txt"
    path.write_text("\n".join([f"[{sent}, 19:55] Jo: hi", *weeks]), "utf-8")
    runs = load_runs(path).runs
    assert [one.date for one in runs] == [first + timedelta(at) for at in range(21)]
    assert [str(one.run.kind) for one in runs if one.date.weekday() in {3, 6}] == [
        "workout", "long"] * 3  # fmt: skip


@pytest.mark.parametrize("year", ["2027", "2026/27"])
def test_weeks_of_the_calendar_without_a_race_end_in_the_year_above(
    tmp_path: Path, year: str
) -> None:
    path = tmp_path / "plan.csv"
    numbers = [52, 53, 1, 2, 3]
    path.write_text(f"Winter {year}\n{wide('Vecka', 'v.{}', 'sv', numbers)}", "utf-8")
    assert days(load_runs(path)) == expected(numbers, 2026)


ASKED = {
    "nl": ("[{}, 20:01] Jo: een schema voor de marathon van {}/{}?",
           "[{}, 20:1{}] Wim: week {}: {}",
           ("rustig aan ", "", "laatste week! "),
           "ma rust, di rustig 8 km, do 6x400 m, za rustig 5 km, zo {}", "lange duurloop 16 km",
           "Marathon"),
    "zh": ("[{}, 20:01] 小李: {}月{}日跑马拉松", "[{}, 20:1{}] 王教练: 第{}周\uff1a{}",
           ("开始吧\uff01", "", "最后一周\uff01"),
           "周一休息\uff0c周二轻松跑8公里\uff0c周四间歇6x400米\uff0c周六轻松跑5公里\uff0c周日{}",
           "长距离16公里", "马拉松比赛"),
    "it": ("[{}, 20:01] Jo: la tabella per la maratona del {}/{}?",
           "[{}, 20:1{}] Anna: settimana {}: {}",
           ("si parte 💪 ", "", "ci siamo!!! "),
           "lun riposo, mar lento 8 km, gio 6x400 m, sab lento 5 km, dom {}", "lungo 16 km",
           "Maratona"),
}  # fmt: skip


@pytest.mark.parametrize("language", ASKED)
@pytest.mark.parametrize(("sent", "race"), [
    ("28.03.2027", date(2027, 5, 16)), ("05.12.2026", date(2027, 1, 10)),
])  # fmt: skip
def test_the_race_that_a_message_asks_for_is_the_next_of_that_date(
    tmp_path: Path, language: str, sent: str, race: date
) -> None:
    asked, week, said, plan, long, last = ASKED[language]
    at = (race.month, race.day) if language == "zh" else (race.day, race.month)
    days_of = (plan.format(run) for run in (long, long, last))
    weeks = [week.format(sent, number, number, said[number - 1]) + of_week
             for number, of_week in enumerate(days_of, 1)]  # fmt: skip
    path = tmp_path / "chat.txt"
    path.write_text("\n".join([asked.format(sent, *at), *weeks]), "utf-8")
    found = load_runs(path).runs
    first = race - timedelta(20)
    offsets = [7 * number + day for number in range(3) for day in (0, 1, 3, 5, 6)]
    assert [one.date for one in found] == [first + timedelta(offset) for offset in offsets]
    assert str(found[-1].run.kind) == "race"


def test_a_title_with_the_day_of_the_race_is_none_of_its_days(tmp_path: Path) -> None:
    lists = [
        ("Terça", 2, "rodagem 8 km"),
        ("Quinta", 4, "tiros 6x400 m"),
        ("Domingo", 7, "longo 16 km"),
    ]
    lines = ["Treino para a Maratona, domingo 28/03/2027", ""]
    for name, day, run in lists:
        dates = [date(2027, 3, day + 7 * week) for week in range(4)]
        runs = [run, run, run, "Maratona" if name == "Domingo" else "rodagem 5 km"]
        told = (f"{one:%d/%m} {said}" for one, said in zip(dates, runs, strict=True))
        lines.append(f"{name}: {'; '.join(told)}")
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(lines), "utf-8")
    found = load_runs(path).runs
    assert (found[-1].date, str(found[-1].run.kind)) == (date(2027, 3, 28), "race")
    assert len(found) == 12
