"""Weeks as runners of other languages write them: in sentences, counted down, side by side."""

# ruff: noqa: RUF001

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.base import Context
from runtall.importers.grid import Grid, Row
from runtall.importers.legend import explained
from runtall.importers.tables.long_table import read_long
from runtall.importers.tables.side_by_side import stacked
from runtall.importers.weeks.prose import days_told


def kinds(tmp_path: Path, text: str, name: str = "plan.txt", race: str = "") -> dict[str, str]:
    """Return the kinds of the runs of a file, by date."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    day = date.fromisoformat(race) if race else None
    found = load_runs(file, race_date=day)
    return {f"{one.date}": f"{one.run.kind}" for one in found.runs}


def test_a_comma_may_stand_behind_the_weekday_and_in_brackets() -> None:
    told = days_told("Terça, 9 km leves. Sábado ginásio (core, sem pesos) e no domingo longo 21 km")
    assert told == ["Terça 9 km leves", "Sábado ginásio (core, sem pesos)", "Domingo longo 21 km"]


@pytest.mark.parametrize(
    ("weeks", "days"),
    [
        (
            ("Primeira semana, de 4 a 10 de janeiro", "Segunda semana, de 11 a 17 de janeiro"),
            "Segunda descansas. Na quarta, séries 6x800. No domingo, longo de {} km.",
        ),
        (
            ("Première semaine, du 4 au 10 janvier", "Deuxième semaine, du 11 au 17 janvier"),
            "Lundi tu te reposes. Mercredi, fractionné 6x800. Dimanche, sortie longue {} km.",
        ),
        (
            ("Eerste week, 4 tot 10 januari", "Tweede week, 11 tot 17 januari"),
            "Maandag rust je. Op woensdag, intervallen 6x800. Op zondag, lange duurloop {} km.",
        ),
    ],
)
def test_weeks_in_sentences_behind_ordinals(
    tmp_path: Path, weeks: tuple[str, str], days: str
) -> None:
    text = "Plan 2027\n\n" + "\n\n".join(
        f"{week}. {days.format(far)}" for week, far in zip(weeks, (20, 22), strict=True)
    )
    found = kinds(tmp_path, text, race="2027-01-31")
    assert (found["2027-01-06"], found["2027-01-17"]) == ("workout", "long")


def test_a_week_in_sentences_between_lines(tmp_path: Path) -> None:
    lines = "• mån: vila\n• ons: intervaller 5x1000\n• sön: långpass {} km\n"
    told = "Måndag vila. Onsdag tröskel 4x8 min och sen på söndag långpass 19 km.\n"
    text = f"v.1\n{lines.format(18)}v.2\n{told}v.3\n{lines.format(20)}"
    found = kinds(tmp_path, f"{text}", race="2027-01-24")
    assert list(found.values()) == [*["rest", "workout", "long"] * 2, "rest", "workout", "race"]


def test_weeks_to_go_in_front_of_their_days(tmp_path: Path) -> None:
    week = "pon wolne, wt 8 km spokojnie, śr interwały 6x800, nd długie wybieganie {} km"
    text = "Maraton niedziela 31.01.2027\n" + "".join(
        f"-{left}: {week.format(far)}\n" for left, far in ((4, 20), (3, 22))
    )
    text += "-2: jak -4, tylko długie wybieganie 16 km\n-1: pon wolne, wt 5 km, nd MARATON\n"
    found = kinds(tmp_path, text)
    assert (found["2027-01-06"], found["2027-01-10"], found["2027-01-31"]) == (
        "workout",
        "long",
        "race",
    )
    assert (found["2027-01-20"], found["2027-01-24"]) == ("workout", "long")


def test_weeks_left_that_a_chat_has_at_once(tmp_path: Path) -> None:
    week = "Lu nada\nMi 8k trote\nJu 6 x 800 pasadas\nDo {}\n"
    weeks = ((3, "fondo 18k"), (2, "fondo 14k"), (1, "MARATON!!"))
    text = "3/1/27, 20:00 - Profe: Va el plan\n" + "".join(
        f"3/1/27, 20:0{4 - left} - Profe: FALTAN {left}\n{week.format(sunday)}"
        for left, sunday in weeks
    )
    found = kinds(tmp_path, text, race="2027-01-31")
    assert (found["2027-01-14"], found["2027-01-17"], found["2027-01-31"]) == (
        "workout",
        "long",
        "race",
    )


def test_the_month_comes_first_among_ideographs(tmp_path: Path) -> None:
    days = ("休息", "间歇 800*6", "轻松跑 8公里", "休息", "轻松跑 6公里", "休息", "LSD 20公里")
    text = "备战\n" + "".join(
        f"9.{day} 周{'一二三四五六日'[at]} {run}\n"
        for at, (day, run) in enumerate(zip(range(7, 14), days, strict=True))
    )
    found = kinds(tmp_path, text, race="2026-09-27")
    assert (found["2026-09-08"], found["2026-09-13"]) == ("workout", "long")


def test_a_column_of_dates_that_is_called_monday(tmp_path: Path) -> None:
    rows = "".join(
        f"{n},{4 + 7 * n}-ene,descanso,8 km suave,series 6x800,descanso,gym,8 km suave,largo 18\n"
        for n in range(1, 4)
    )
    found = kinds(tmp_path, f"Sem,Lunes,L,M,X,J,V,S,D\n{rows}", "plan.csv", "2027-01-31")
    assert (found.get("2027-01-11", "rest"), found["2027-01-13"]) == ("rest", "workout")


def test_weeks_side_by_side_with_a_row_for_each_day() -> None:
    rows: list[tuple[str, ...]] = []
    for first, second in ((1, 3), (2, 4)):
        rows.append((f"Woche {first}", "", "", f"Woche {second}", ""))
        rows += [
            (day, f"{first}{day}", "", day, f"{second}{day}")
            for day in ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
        ]
    grid = stacked(Grid(tuple(Row(at, cells) for at, cells in enumerate(rows, 1)), ""))
    names = [row.cell(0) for row in grid.rows if row.cell(0).startswith("Woche")]
    assert names == ["Woche 1", "Woche 2", "Woche 3", "Woche 4"]
    assert [row.cell(1) for row in grid.rows if row.cell(0) == "Mi"] == ["1Mi", "2Mi", "3Mi", "4Mi"]
    found = read_long(grid, Context(race_date=date(2027, 1, 31)))
    assert [entry.title for entry in found.entries][::7] == ["1Mo", "2Mo", "3Mo", "4Mo"]


def test_a_legend_with_dashes() -> None:
    said = explained(["skróty: BS - bieg spokojny, P - próg, DW - długie wybieganie"])
    assert said == {"BS": "bieg spokojny", "P": "próg", "DW": "długie wybieganie"}


@pytest.mark.parametrize(
    ("weeks", "days"),
    [
        (
            ("第一周（3月29日—4月4日）", "第二周（4月5日—4月11日）"),
            "周一：休息\n周三：间歇 800米×6\n周日：LSD 20公里",
        ),
        (
            ("第1周（3月29日～4月4日）", "第2周（4月5日～4月11日）"),
            "周一：休息\n周三：间歇 800米×6\n周日：LSD 20公里",
        ),
        (
            ("S1 (du 29 mars au 4 avril)", "S2 (du 5 au 11 avril)"),
            "lundi : repos\nmercredi : VMA 6x800\ndimanche : SL 20 km",
        ),
        (
            ("S1 (del 29 al 4 abril)", "S2 (5 - 11 abril)"),
            "lunes: descanso\nmiércoles: series 6x800\ndomingo: tirada larga 20 km",
        ),
    ],
)
def test_a_week_by_its_first_and_last_day_in_brackets(
    tmp_path: Path, weeks: tuple[str, str], days: str
) -> None:
    text = "\n\n".join(f"{week}\n{days}" for week in weeks)
    assert kinds(tmp_path, text, race="2027-04-25") == {
        "2027-03-29": "rest", "2027-03-31": "workout", "2027-04-04": "long",
        "2027-04-05": "rest", "2027-04-07": "workout", "2027-04-11": "long",
    }  # fmt: skip
