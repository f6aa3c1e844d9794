"""Tables with columns for key runs, and one for all other days."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.errors import FileFaults
from runtall.importers import load_runs

RACE = date(2027, 5, 9)
WEEKS = 6
EASY = {
    "en": "M off; Tu 5, Th 6, F 5 + 6ST, Sa 4",
    "de": "Mo frei, Di 8 km, Do 10 km, Fr 6 km, Sa 5 km",
    "fr": "lun repos, mar 8 km, jeu 9 km, ven 6 km, sam 5 km",
    "br": "Mon off<br>Tue 5<br>Thu 6<br>Fri 5<br>Sat 4",
}
WHOLE = ["rest", "easy", "workout", "easy", "easy", "easy", "long"]


def kinds(path: Path, text: str) -> list[list[str]]:
    """Return the kinds of each day, week by week, up to the week of the race."""
    path.write_text(text, "utf-8")
    found = {run.date: run.run.kind.value for run in load_runs(path, race_date=RACE).runs}
    first = RACE - timedelta(7 * WEEKS - 1)
    days = [found.get(first + timedelta(at), "rest") for at in range(7 * WEEKS)]
    return [days[at : at + 7] for at in range(0, len(days), 7)]


@pytest.mark.parametrize(
    ("header", "easy"),
    [
        ("weeks until race,Q2 (Wednesday),Q1 (Sunday),E days (miles)", "en"),
        ("To go,Q1 Wed,LR Sun,Other days", "en"),
        ("Noch Wochen;QE 1 (Mi);QE 2 (So);übrige Tage", "de"),
        ("Semaines restantes;Qualité (mercredi);Sortie longue (dimanche);Autres jours", "fr"),
        ("|Weeks to go|SOS\nWed|Long\nSun|Easy days|".replace("\n", "<br>"), "br"),
    ],
)
def test_a_column_names_the_days_that_have_no_column(
    tmp_path: Path, header: str, easy: str
) -> None:
    sign = next(one for one in ";|," if one in header)
    rows = [f"{left}{sign}6 x 800{sign}{20 + left} km{sign}" for left in range(WEEKS - 1, 0, -1)]
    rows.append(f"0{sign}6 x 400{sign}Marathon{sign}")
    cell = f'"{EASY[easy]}"' if sign == "," else EASY[easy]
    edge = sign * (sign == "|")
    rule = "|---|---|---|---|\n" * (sign == "|")
    text = f"{header}\n{rule}" + "\n".join(f"{edge}{row}{cell}{edge}" for row in rows)
    found = kinds(tmp_path / "plan.csv", text)
    assert found[:-1] == [WHOLE] * (WEEKS - 1)
    assert found[-1] == [*WHOLE[:-1], "race"]


@pytest.mark.parametrize(
    "header",
    [
        ["Week", "XT 1\nMon", "KEY RUN 1\nWed (track)", "KEY RUN 2\nSun (long)"],
        ["Week", "Kraft\nMo", "Einheit 1 - Mi (Bahn)", "Einheit 2 - So (lang)"],
        ["Sem", "Muscu: lundi", "S\u00e9ance 1\nmer. (piste)", "Sortie longue\ndim."],
        ["wk", "XT Monday gym", "Key #1 Wednesday track", "Key #2 Sunday long"],
    ],
)
def test_weekdays_stand_anywhere_in_the_names_of_columns(tmp_path: Path, header: list[str]) -> None:
    rows = [[f"{at}", "bike 40 min", "6 x 800", f"{20 + at} km"] for at in range(1, WEEKS)]
    rows.append([f"{WEEKS}", "off", "6 x 400", "Marathon"])
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in (header, *rows))
    found = kinds(tmp_path / "plan.csv", text)
    assert {tuple(week) for week in found[:-1]} == {
        ("cross", "rest", "workout", "rest", "rest", "rest", "long")
    }
    assert found[-1][-1] == "race"


def test_numbers_of_weeks_are_no_days(tmp_path: Path) -> None:
    rows = [f"{left},6 x 800,{20 + left} km,6 6 5 4" for left in range(WEEKS, 0, -1)]
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(["weeks until race,Q2,Q1,E days (miles)", *rows]), "utf-8")
    with pytest.raises(FileFaults, match=r"on which weekday each is run is missing"):
        load_runs(path, race_date=RACE)


@pytest.mark.parametrize(
    ("name", "week", "race"),
    [
        ("- **{} to go**", "Mon xt / Tue 5 / Wed 8 / Fri off / Sat 6 @ MP / Sun long 13",
         "Mon off / Tue 3 / Wed 3 / Fri off / Sat GRANDMAS 26.2 / Sun lie in the pool"),
        ("{} weeks left", "Mon gym, Tue 8 km, Wed 10 km, Sat 6 x 800, Sun long 20 km",
         "Mon rest, Tue 6 km, Wed 5 km, Sat the big day, Sun swim"),
        ("noch {} Wochen", "Mo Rad / Di 8 km / Mi 10 km / Sa 6 x 800 m / So lang 20 km",
         "Mo frei / Di 6 km / Mi 5 km / Sa Der Lauf / So schwimmen"),
    ],
)  # fmt: skip
def test_the_week_with_none_to_go_is_that_of_the_race(
    tmp_path: Path, name: str, week: str, race: str
) -> None:
    lines = [f"{name.format(left)}: {week if left else race}" for left in range(WEEKS, -1, -1)]
    path = tmp_path / "plan.md"
    path.write_text("\n".join(lines), "utf-8")
    day = RACE - timedelta(1)
    found = {run.date: run.run.kind.value for run in load_runs(path, race_date=day).runs}
    assert [found[day - timedelta(back)] for back in (0, 6, 7)] == [
        "race", "long", "workout",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Every **Monday** is a 30 minute walk. **Wed, Fri and Sat are off**, always.",
        "Each Monday is a walk of 30 min; Wednesday is rest",
        "Jeden Montag ist Schwimmen",
        "Chaque lundi est v\u00e9lo, 40 min",
    ],
)
def test_a_sentence_above_tells_what_each_week_has(tmp_path: Path, said: str) -> None:
    rows = [f"| {at} | 30 min | 35 min | {4 + at} mi |" for at in range(1, WEEKS)]
    rows.append(f"| {WEEKS} | 30 min | 20 min | Marathon |")
    head = "| # | Tuesday | Thursday | Sunday long |\n|--:|:--|:--|:--|"
    found = kinds(tmp_path / "plan.md", "\n".join([said, "", head, *rows]))
    assert [week[0] for week in found] == ["cross"] * WEEKS
    assert [week[6] for week in found] == [*["long"] * (WEEKS - 1), "race"]
