"""Habits of some countries and plans: Roman months, days joined, goals in a title, run codes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.domain.run_plan import RunKind
from runtall.importers import load_runs
from runtall.importers.days.dates import dates_within, written
from runtall.importers.kinds.classify import classify
from tests.importers.test_said_beside_days import kinds

MONDAY = date(2027, 6, 21)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("12 IX 2027", (2027, 9, 12)),
        ("21 VI pon.", (None, 6, 21)),
        ("21 VI", (None, 6, 21)),
        ("3.VII.2027", (2027, 7, 3)),
        ("3 V 2027", (2027, 5, 3)),
        ("10 X 2027", (2027, 10, 10)),
    ],
)
def test_months_in_roman_numbers(text: str, order: tuple[int | None, int, int]) -> None:
    found = written(text)
    assert found is not None
    assert found.orders == {"dmy": order}


@pytest.mark.parametrize("text", ["6 X 800", "3 V", "V 5", "8 km II", "4 x 1000", "WB2 8 km"])
def test_what_is_no_roman_month(text: str) -> None:
    assert written(text) is None
    assert dates_within(text) == []


def test_a_diary_with_roman_months(tmp_path: Path) -> None:
    lines = [f"{MONDAY + timedelta(7 * week + day):%d} {month} {name} - {run}"
             for week, month in enumerate(("VI", "VI"))
             for day, name, run in ((0, "pon.", "wolne"), (1, "wt.", "8 km BS"),
                                    (6, "nd.", "20 km BS"))
             if week == 0]  # fmt: skip
    text = "\n".join(["Maraton 12 IX 2027", *lines])
    found = {one.date: one.run.kind for one in load_runs(_file(tmp_path, text)).runs}
    assert found[date(2027, 6, 22)] is RunKind.EASY
    assert found[date(2027, 6, 27)] is RunKind.LONG


@pytest.mark.parametrize(
    "title",
    [
        "Hamburg So 25.04.2027 / Ziel sub 3:20",
        "Bologna, domenica 25/04/2027, obiettivo 3:45",
        "Chester Sun 25 April 2027 - target 3:59:59",
        "Rouen dim. 25 avril 2027, moins de 3:30",
    ],
)
def test_a_goal_beside_the_day_of_the_race(tmp_path: Path, title: str) -> None:
    weeks = [f"{week};rest;8 km;6 x 800;8 km;rest;6 km;{20 + week} km" for week in (13, 14, 15)]
    text = "\n".join([title, "Week;Mon;Tue;Wed;Thu;Fri;Sat;Sun", *weeks, "16;rest;6;rest;4;;;Race"])
    assert load_runs(_file(tmp_path, text, "plan.csv")).runs[-1].date == date(2027, 4, 25)


@pytest.mark.parametrize(
    ("both", "days"),
    [
        ("周二、周六", (1, 5)),
        ("周二和周六", (1, 5)),
        ("星期二、六", (1, 5)),
        ("周二四六", (1, 3, 5)),
        ("礼拜二与礼拜四", (1, 3)),
    ],
)
def test_chinese_weekdays_with_one_run(tmp_path: Path, both: str, days: tuple[int, ...]) -> None:
    week = f"周一\uff1a休息\n{both}\uff1a轻松8公里\n周日\uff1a长距离20公里\n"
    text = f"马拉松 2027年10月31日\n第1周 6月21日-6月27日\n{week}第2周 6月28日-7月4日\n{week}"
    found = kinds(tmp_path, text)
    easy = [day for day, kind in found.items() if kind == "easy"]
    assert easy == [f"{MONDAY + timedelta(7 * week + day):%m-%d}" for week in (0, 1)
                    for day in days]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("1 mi easy, 5 mi @ PMP, 1 mi easy", "workout"),
        ("17 mi @ PMP+45", "easy"),
        ("pt: 10 km em RM (ritmo de maratona)", "workout"),
        ("fr: 10 km AM (allure marathon)", "workout"),
        ("de: 10 km im MRT (Marathonrenntempo)", "workout"),
        ("de: lgDL 27", "long"),
        ("pl: BS 4 km + przeb. 3x100m", "easy"),
        ("Flying Pig Marathon!", "race"),
        ("Flying to Chester", ""),
        ("Parkrun flat out (jog there)", "race"),
        ("es: Medio fondo 16K", "medium_long"),
        ("pt: Rodagem média Z2, 16 km", "medium_long"),
        ("no: LØPET!", "race"),
        ("no: padling", "cross"),
        ("pl: żagle Mazury", "cross"),
    ],
)
def test_codes_and_names(title: str, kind: str) -> None:
    code, colon, run = title.partition(": ")
    languages = (code, "en") if colon else ("en",)
    assert classify(run or title, languages).kind == kind


def test_the_length_of_a_run_that_its_type_alone_tells(tmp_path: Path) -> None:
    rows = [f"{MONDAY + timedelta(7 * week + day):%Y-%m-%d},{run}" for week in range(3)
            for day, run in ((1, "Easy 8 km"), (3, "Tempo 10 km"), (6, "Long 24 km"))]  # fmt: skip
    found = load_runs(_file(tmp_path, "\n".join(["Date,Type", *rows]), "plan.csv"))
    assert [one.run.distance_m for one in found.runs[:3]] == [8_000, 10_000, 24_000]


PLACES = {
    "it": (",1ª sett.,2ª sett.,3ª sett.,4ª sett.",
           "Mar,lento 8 km,lento 8 km,lento 9 km,lento 5 km",
           "Gio,ripetute 6x400,medio 6 km,fartlek 40',lento 4 km",
           "Dom,lungo 14,lungo 16,lungo 18,Maratona di Roma"),
    "es": ("Semana,1a,2a,3a,4a", "Martes,rodaje 8 km,rodaje 8 km,rodaje 9 km,rodaje 5 km",
           "Jueves,series 6x400,tempo 6 km,fartlek 40',rodaje 4 km",
           "Domingo,tirada larga 14,tirada larga 16,tirada larga 18,Maratón"),
    "pt": ("Semana,3ª,5ª,Dom", "1,rodagem 8 km,tiros 6x400,longo 14",
           "2,rodagem 8 km,tiros 8x400,longo 16", "3,rodagem 9 km,fartlek 40',longo 18",
           "4,rodagem 5 km,rodagem 4 km,Maratona"),
}  # fmt: skip


@pytest.mark.parametrize("code", PLACES)
def test_places_of_weeks_are_no_weekdays(tmp_path: Path, code: str) -> None:
    path = _file(tmp_path, "\n".join(PLACES[code]), "plan.csv")
    found = load_runs(path, race_date=date(2027, 3, 21)).runs
    first = date(2027, 2, 23)
    assert [one.date for one in found] == [first + timedelta(7 * week + day) for week in range(4)
                                           for day in (0, 2, 5)]  # fmt: skip
    assert [str(one.run.kind) for one in found] == 3 * ["easy", "workout", "long"] + [
        "easy", "easy", "race"]  # fmt: skip


def test_lengths_in_a_row_below_the_runs_of_a_week_are_whole(tmp_path: Path) -> None:
    days = "Segunda,Terça,Quarta,Quinta,Sexta,Sábado,Domingo"
    runs = "folga,rodagem,folga,tiros 6x800,folga,rodagem,longo com 8 km finais RM"
    lines = ["", f",{days}", f"Treino,{runs}", "Km,,10,,11,,8,{}", "Pace,,6:10,,4:50,,6:10,6:20"]
    text = "\n".join(f"SEMANA {at}" + "\n".join(lines).format(24 + at) for at in (1, 2, 3))
    found = load_runs(_file(tmp_path, text, "plan.csv"), race_date=date(2027, 3, 21)).runs
    assert [one.run.distance_m for one in found if one.date.weekday() == 6] == [25_000, 26_000,
                                                                                27_000]  # fmt: skip


def test_a_word_explained_by_itself_stays_within_another(tmp_path: Path) -> None:
    days = ["CCL 8", "CCL médio-longo 16", "CCL 9", "longo 22"]
    rows = [f"{MONDAY + timedelta(at):%Y-%m-%d};{run}" for at, run in enumerate(days, 3)]
    legend = ["CCL = corrida contínua lenta;", "longo = treino longo, km;"]
    found = load_runs(_file(tmp_path, "\n".join(["Data;Treino", *rows, "", *legend]), "plan.csv"))
    assert [str(one.run.kind) for one in found.runs] == ["easy", "medium_long", "easy", "long"]


def _file(folder: Path, text: str, name: str = "plan.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path
