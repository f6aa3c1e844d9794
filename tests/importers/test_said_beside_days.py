"""What plans say beside their days: what words mean, which week it is, when the race is."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.days.dates import dates_within, written
from runtall.importers.days.week_names import names_week, start_of_week
from runtall.importers.days.week_numbers import week_number
from tests.importers.test_as_runners_keep_them import DAYS, read
from tests.importers.workbooks import Cell, xlsx

MONDAY = date(2027, 3, 29)


def kinds(path: Path, text: str, name: str = "plan.txt") -> dict[str, str]:
    """Return what is run on each day of a text, without rest."""
    file = path / name
    file.write_text(text, encoding="utf-8")
    runs = {f"{one.date:%m-%d}": f"{one.run.kind}" for one in load_runs(file).runs}
    return {day: kind for day, kind in runs.items() if kind != "rest"}


@pytest.mark.parametrize(
    ("legend", "easy"),
    [
        ("Z = heart rate zone, from your test.", "45 min Z2"),
        ("Z = zone by last month's lab test", "45 min Z2"),
        ("HR = heart rate (see the threshold test)", "45 min easy HR 140"),
        ("FC = frecuencia cardiaca, del test de umbral", "45 min suave FC 140"),
    ],
)
def test_what_a_measure_comes_from_is_no_kind(tmp_path: Path, legend: str, easy: str) -> None:
    days = [(1, easy), (3, "6 x 800 m hard"), (6, "22 km easy")]
    lines = [f"{MONDAY + timedelta(7 * week + day)}: {run}" for week in range(3)
             for day, run in days]  # fmt: skip
    found = kinds(tmp_path, "\n".join([legend, "", *lines, "2027-04-25: marathon"]))
    assert [found["03-30"], found["04-01"], found["04-04"]] == ["easy", "workout", "long"]


@pytest.mark.parametrize(
    ("label", "number", "first"),
    [
        ("1. tydzień od 5 lipca", 1, "5 lipca"),
        ("2nd week from 12 July", 2, "12 July"),
        ("1ère semaine à partir du 5 juillet", 1, "5 juillet"),
        ("3. Woche ab 19. Juli", 3, "19. Juli"),
        ("第1周 7月26日—8月1日", 1, "7月26日"),
        ("第2周8月2日-8日", 2, "8月2日"),
        ("第10周\uff1a9月27日至10月3日", 10, "9月27日"),
        ("第十周 9月27日", 10, "9月27日"),
    ],
)
def test_weeks_with_their_place_in_front(label: str, number: int, first: str) -> None:
    assert names_week(label)
    assert (week_number(label), start_of_week(label)) == (number, first)


def test_seconds_on_and_off_are_no_date() -> None:
    assert [written(title) for title in ("30/30 x 20", "12/12 x 10", "10/20 x 8")] == [None] * 3


def test_a_date_right_behind_ideographs() -> None:
    assert dates_within("比赛日2027年10月31日\uff08周日\uff09") == ["2027年10月31日"]


@pytest.mark.parametrize("label", ["Wo", "Ma"])
def test_a_short_name_beside_weekdays_is_none_of_another_language(
    tmp_path: Path, label: str
) -> None:
    runs = "frei;8x400m;GA1 8km;frei;frei;GA1 6km;langer Lauf 24km"
    rows = [f"{week + 1};{MONDAY + timedelta(7 * week):%d.%m.};{runs}" for week in range(4)]
    text = "\n".join(
        ["Ziel: Essen 25.4.2027 sub 3:40", "", f"{label};ab;Mo;Di;Mi;Do;Fr;Sa;So", *rows]
    )
    found = kinds(tmp_path, text)
    assert [found.get(f"03-{day}", "rest") for day in (29, 30, 31)] == ["rest", "workout", "easy"]


@pytest.mark.parametrize(
    ("label", "days"),
    [
        ("UKE {}, {:%d.%m}.", ("man: fri, tir: 6x800 m, ons: rolig 40 min", "søn: langtur 2 t")),
        ("Week {}, {:%d %B}", ("Mon: off, Tue: 6 x 800 m, Wed: easy 40 min", "Sun: long 2 h")),
        ("Woche {}, {:%d.%m}.", ("Mo: frei, Di: 6x800 m, Mi: locker 40 min", "So: lang 2 h")),
    ],
)
def test_lines_of_several_days_are_no_table(
    tmp_path: Path, label: str, days: tuple[str, str]
) -> None:
    weeks = [[label.format(at + 1, MONDAY + timedelta(7 * at)), *days, ""] for at in range(6)]
    lines = ["Plan 2027: nothing but time counts, don't look at the kilometres.", "",
             *(line for week in weeks for line in week), "Good luck!"]  # fmt: skip
    found = kinds(tmp_path, "\n".join(lines))
    assert [found.get(f"03-{day}", "rest") for day in (29, 30, 31)] == ["rest", "workout", "easy"]
    assert found["04-04"] == "long"


@pytest.mark.parametrize(
    ("head", "label", "runs", "race", "note"),
    [
        ("Sem. | lun | mar | mer | jeu | ven | sam | dim", "S-{}",
         "- | footing 8 km | 30/30 x 20 | - | seuil 2x12' | - | SL 20 km", "Marathon",
         "- EF : 6'10 à 6'30\n- S-7 : la rentrée, footing 6 km"),
        ("Week | Mon | Tue | Wed | Thu | Fri | Sat | Sun", "W-{}",
         "- | 8 km easy | 45/15 x 12 | - | 5 km tempo | - | long 20 km", "Marathon",
         "- easy run: 6:10 to 6:30 a km\n- W-7: back to school, easy 6 km"),
        ("Sem. | lun | mar | mié | jue | vie | sáb | dom", "S-{}",
         "- | rodaje 8 km | 15/15 x 10 | - | 5 km tempo | - | tirada larga 20 km", "Maratón",
         "- rodaje: 6:10 a 6:30\n- S-7: vuelta al cole, rodaje 6 km"),
    ],
)  # fmt: skip
def test_weeks_before_the_race_with_a_minus(
    tmp_path: Path, head: str, label: str, runs: str, race: str, note: str
) -> None:
    rows = [f"| {label.format(left)} | {runs} |" for left in range(8, 1, -1)]
    last = f"| {label.format(1)} | {' | '.join([*runs.split(' | ')[:-1], race])} |"
    table = [f"| {head} |", "|---" * 8 + "|", *rows, last]
    text = "\n".join(["# Marathon, 24/10/2027", "", *table, "", note])
    found = kinds(tmp_path, text, "plan.md")
    assert (min(found), max(found), found["10-24"]) == ("08-31", "10-24", "race")
    assert found["09-05"] == found["10-17"] == "long"
    assert found["09-01"] == found["10-20"] == "workout"


@pytest.mark.parametrize(
    "halves", [("Rano", "Po południu"), ("Vormittags", "Nachmittags"), ("Mattino", "Sera"),
               ("De manhã", "À tarde")]
)  # fmt: skip
def test_columns_for_the_halves_of_a_day(tmp_path: Path, halves: tuple[str, str]) -> None:
    head = "\t".join(["Date", *halves])
    runs = ["", "6x800 m"], ["10 km", ""], ["8 km", "6x400 m"], ["20 km", ""]
    rows = [f"{MONDAY + timedelta(7 * week + day)}\t" + "\t".join(both)
            for week in range(3) for day, both in enumerate(runs)]  # fmt: skip
    found = kinds(tmp_path, "\n".join([head, *rows, "2027-04-25\tmarathon\t"]))
    assert [found[f"03-{day}"] for day in (29, 30, 31)] == ["workout", "easy", "workout"]


@pytest.mark.parametrize(
    ("head", "ends"),
    [
        ("week ending Sun,Key 1 (Tue, track),Key 2 (Thu),Long (Sun),XT (Mon),XT (Wed)", "Sun"),
        ("Woche bis,Q1 (Di, Bahn),Q2 (Do; Straße),Lang (So),Rad (Mo),Rad (Mi)", "Sun"),
        ("w/e,Speed (Tues: club),Tempo (Thurs),Long (Sun),Cross (Mon),Cross (Wed)", "Sun"),
        ("week ending,K1 (Tue, track),K2 (Thu, road),Long (Sat),X (Mon),X (Wed)", "Sat"),
    ],
)
def test_headers_with_a_weekday_and_a_place_in_brackets(
    tmp_path: Path, head: str, ends: str
) -> None:
    last = MONDAY + timedelta(6 if ends == "Sun" else 5)
    runs = ["8 x 400,10k tempo,24k,bike 40,pool 30"] * 3 + ["6 x 400,5k tempo,MARATHON,,"]
    rows = [f"{last + timedelta(7 * at):%d.%m.%Y},{run}" for at, run in enumerate(runs)]
    sign = ";" if ";" not in head else "\t"
    lines = [head.replace(", ", "# ").replace(",", sign).replace("# ", ", ")]
    lines += [row.replace(",", sign) for row in rows]
    found = kinds(tmp_path, "\n".join(lines), "plan.csv")
    kept = {"03-29": "cross", "03-30": "workout", "03-31": "cross", "04-01": "workout"}
    assert {day: kind for day, kind in found.items() if day <= "04-01"} == kept
    assert found[f"{last:%m-%d}"] == "long"


USUAL = """# {race} 2027

**{who}** 2 Feb, 20:14

> {start}
>
> * Mondays and Fridays: off
> * Tuesdays: 30 min easy
> * Wednesdays: swim 40 min
> * Thursdays: 5 miles easy. {change}
> * Sundays: the long one, slow

**Jo** 20:31

> how long are the long ones

**{who}** 20:40

> Sundays, in miles:
>
{dates}

**Jo** 21:02

> {question}

**{who}** 21:03

> {answer}
>
> {end}
"""
SUNDAYS = ["14 Mar - 10", "21 Mar - 8 (turn at the bridge)", "28 Mar - 12", "4 Apr - 14",
           "11 Apr - 8", "18 Apr - 6", "25 Apr - BRIGHTON 26.2"]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "question", "answer", "end"),
    [
        ("From Thursday 25 Mar on it is HILLS instead, 6 of them", "in Leeds Thursday 8 Apr",
         "then that Thursday is off", "In race week Tuesday 20 min, Thursday 15 min, both easy"),
        ("From 25 March onwards: 6 x 800 m", "no time on Thursday 8 April",
         "ok, that Thursday off", "The days of race week: Tuesday 20 min, Thursday 15 min easy"),
        ("From 25 Mar 5 km tempo", "Thursday 8 Apr I work late",
         "no problem, have that Thursday off", "In race week Thursday 15 min easy"),
    ],
)  # fmt: skip
def test_usual_weekdays_above_the_dates_of_one(
    tmp_path: Path, change: str, question: str, answer: str, end: str
) -> None:
    dates = "\n".join(f"> * {one}" for one in SUNDAYS)
    said = {"change": change, "question": question, "answer": answer, "end": end, "dates": dates}
    text = USUAL.format(race="Brighton Sunday 25 April", who="Pam",
                        start="We start Monday 8 March", **said)  # fmt: skip
    found = kinds(tmp_path, text, "chat.md")
    assert (min(found), max(found), found["04-25"]) == ("03-09", "04-25", "race")
    thursdays = [found.get(day, "rest") for day in ("03-18", "03-25", "04-08", "04-15", "04-22")]
    assert thursdays == ["easy", "workout", "rest", "workout", "easy"]
    assert [found[day] for day in ("03-14", "03-21", "04-04", "03-30")] == ["long"] * 3 + ["easy"]


@pytest.mark.parametrize(
    ("label", "lines", "race"),
    [
        ("{} to go (wk of {:%B %d})", ["Tu 6 x 800; W rec 5; Th 7 easy;", "Sa 4 easy; Su 15 long"],
         "M rec 4; Tu 4 easy; Sa MARATHON"),
        ("Woche {} ({:%d.%m.})", ["Di 6x800; M reko 5; Do 7 locker", "Sa 4 locker; So 22 lang"],
         "M reko 4; Di 4 locker; Sa MARATHON"),
        ("Semaine {} ({:%d/%m})", ["Mar 6x800; M récup 5; Jeu 7 footing", "S 4 footing; Dim SL 22"],
         "L récup 4; Mar 4 footing; Sam MARATHON"),
    ],
)  # fmt: skip
def test_letters_between_longer_names_of_days(
    tmp_path: Path, label: str, lines: list[str], race: str
) -> None:
    text = [] if "go" in label else ["2027", ""]
    for week in range(4):
        number = 3 - week if "go" in label else week + 1
        text += [
            label.format(number, MONDAY + timedelta(7 * week)),
            *(lines if week < 3 else [race]),
        ]
    found = kinds(tmp_path, "\n".join(["Marathon 24 April 2027", "", *text]))
    assert [found[f"03-{day}"] for day in (30, 31)] == ["workout", "recovery"]
    assert [found[f"04-0{day}"] for day in (1, 3, 4)] == ["easy", "easy", "long"]
    assert [found[f"04-{day}"] for day in (19, 20, 24)] == ["recovery", "easy", "race"]


@pytest.mark.parametrize("names", [("Q1", "Q2"), ("S1", "S2"), ("K1", "K2")])
def test_the_length_of_a_run_with_a_name_stands_in_brackets(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    week = f"E 6,E 8 + 6 ST,{names[1]} (9),E 6,0,E 6,{names[0]} (14)"
    rows = [f"{MONDAY + timedelta(7 * at)},{week}" for at in range(3)]
    last = f"{MONDAY + timedelta(21)},E 5,E 4,E 4,E 3,0,E 2,MARATHON"
    head = "Miles; the names are on another sheet. 0 = no run. ST = strides."
    text = "\n".join([f'"{head}"', "w/c,Mon,Tue,Wed,Thu,Fri,Sat,Sun", *rows, last])
    found = kinds(tmp_path, text, "plan.csv")
    assert [found.get(f"04-{day:02}", "rest") for day in range(5, 12)] == [
        "easy", "easy", "workout", "easy", "rest", "easy", "long",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["marathon pace", "threshold pace", "race pace"])
def test_a_run_called_as_a_column_is_none(tmp_path: Path, name: str) -> None:
    cards: list[list[Cell]] = []
    for at in range(0, 4, 2):
        firsts = [MONDAY + timedelta(7 * week) for week in (at, at + 1)]
        cards.append([cell for one in firsts for cell in (f"Week of {one:%d.%m.%Y}", "", "", "")])
        cards.append(["", "plan", "km", "done km"] * 2)
        for day, run in zip(
            DAYS, ("rest", "easy", name, "rest", "easy", "rest", "long"), strict=True
        ):
            cards.append([day, run, "8" if run != "rest" else "", ""] * 2)
    found = read(tmp_path, xlsx({"1-4": cards}))
    assert [found[day] for day in ("03-31", "04-07", "04-14", "04-21")] == ["workout"] * 4


@pytest.mark.parametrize(
    ("label", "days", "runs"),
    [
        ("WEEK {}", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
         ["am,10 easy,14 w/ 6 x 1k,10 easy,off,8 easy,12 easy,26 long", "pm,,,,,6 easy,,"]),
        ("WOCHE {}", ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
         ["früh,10 locker,6 x 1 km,10 locker,frei,8,12,26 lang", "abends,,,,,6 locker,,"]),
        ("SEMANA {}", ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
         ["mañana,10 suave,6 x 1 km,10 suave,descanso,8,12,26 largo", "tarde,,,,,6 suave,,"]),
    ],
)  # fmt: skip
def test_blocks_of_weeks_with_their_dates_in_the_header(
    tmp_path: Path, label: str, days: list[str], runs: list[str]
) -> None:
    lines = ["Marathon 25/4/2027 - km,,,,,,,", ""]
    for week in range(4):
        first = MONDAY + timedelta(7 * week)
        dates = (f"{day} {first + timedelta(at):%d/%m}" for at, day in enumerate(days))
        lines += [",".join([label.format(week + 1), *dates]), *runs, ",,,,,,,"]
    found = kinds(tmp_path, "\n".join(lines), "plan.csv")
    assert [found.get(f"03-{day}", "rest") for day in (29, 30, 31)] == ["easy", "workout", "easy"]
    assert (found["04-04"], found["04-13"]) == ("long", "workout")
