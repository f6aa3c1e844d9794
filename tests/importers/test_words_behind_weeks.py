"""What is said of a week behind its name is none of its days, and shifts no week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs
from runtall.importers.weeks.prose import days_told

FIRST = date(2027, 7, 12)  # the Monday of week 28
RACE = date(2027, 8, 8)  # the Sunday of week 31
Load = Callable[..., RunFile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loading(text: str) -> RunFile:
        path = tmp_path / "plan.txt"
        path.write_text(text, "utf-8")
        return load_runs(path, race_date=RACE)

    return loading


def kms(found: RunFile) -> dict[date, int]:
    return {one.date: (one.run.distance_m or 0) // 1000 for one in found.runs if one.run.distance_m}


def told(names: list[str], weekdays: str, sign: str, race: str) -> str:
    """Four weeks of 28 days, each with its own kilometres; the last is the race."""
    lines = []
    for week, name in enumerate(names):
        lines += ["", name]
        lines += [f"{day}{sign} {7 * week + at + 2} km" for at, day in enumerate(weekdays.split())]
    return "\n".join([*lines[:-1], f"{weekdays.split()[-1]}{sign} {race}"])


@pytest.mark.parametrize(
    ("names", "weekdays", "sign"),
    [
        ("KW 28|KW 29 - Die Woche der Wahrheit|KW 30|KW 31", "Mo Di Mi Do Fr Sa So", ":"),
        ("KW 28|KW 29|KW 30|KW 31 - Die letzte! Beine hoch", "Mo Di Mi Do Fr Sa So", ""),
        ("KW 28|KW 29 - So wird das nichts mit uns!|KW 30|KW 31", "Mo Di Mi Do Fr Sa So", ""),
        ("Week 1|Week 2 - Sun cream, it is hot|Week 3|Week 4", "Mon Tue Wed Thu Fri Sat Sun", ":"),
        ("Semana 1|Semana 2|Semana 3 - Mar de fondo|Semana 4", "Lun Mar Mie Jue Vie Sab Dom", ":"),
        ("Semaine 1|Semaine 2 - Mer et soleil|Semaine 3|Semaine 4",
         "Lun Mar Mer Jeu Ven Sam Dim", ":"),
        ("v.28  12/7-18/7|v.29  19/7-25/7  lugn vecka, Öland|v.30  26/7-1/8|v.31  2/8-8/8  ladda",
         "må ti on to fr lö sö", ""),
        ("KW 28  12.7.-18.7.|KW 29  19.7.-25.7.  ruhig|KW 30  26.7.-1.8.|KW 31  2.8.-8.8.",
         "Mo Di Mi Do Fr Sa So", ":"),
        ("Week 1: 12-18 Jul|Week 2: 19-25 Jul easy week|Week 3: 26 Jul - 1 Aug peak, courage"
         "|Week 4: 2-8 Aug", "Mon Tue Wed Thu Fri Sat Sun", ":"),
        ("Semana 1: 12/7 al 18/7|Semana 2: 19/7 al 25/7 descarga|Semana 3: 26/7 al 1/8 duro"
         "|Semana 4: 2/8 al 8/8", "Lun Mar Mie Jue Vie Sab Dom", ":"),
        ("12/7-18/7|19/7-25/7 settimana di scarico|26/7-1/8 la più dura|2/8-8/8",
         "Lun Mar Mer Gio Ven Sab Dom", ":"),
    ],
)  # fmt: skip
def test_each_day_stays_in_its_week(load: Load, names: str, weekdays: str, sign: str) -> None:
    found = load(told(names.split("|"), weekdays, sign, "Marathon 42 km"))

    days = {FIRST + timedelta(at): at + 2 for at in range(27)}
    assert kms(found) == {**days, RACE: 42}


def test_a_day_behind_the_name_of_its_week_stays_one(load: Load) -> None:
    weeks = [f"Week {week}: Tue {week + 3} km, easy\nTue gym\nThu 8 km\nSun {19 + week} km"
             for week in (1, 2, 3)]  # fmt: skip
    found = load("\n".join([*weeks, "Week 4: Tue 4 km\nThu 5 km\nSun Marathon 42 km"]))

    assert [kms(found).get(FIRST + timedelta(7 * week + 1)) for week in range(4)] == [4, 5, 6, 4]


def test_a_week_without_a_name_takes_no_numbers_of_the_calendar_away(load: Load) -> None:
    weeks = [f"KW {week}\nMo: frei\nDi: {week} km\nSo: {week - 8} km" for week in (28, 29, 30)]
    last = "KW 31\nDi: 5 km\nMi: 4 km\nDi: abends Stabi\nSo: Marathon 42 km"  # a Tuesday again
    found = load("\n".join([*weeks, last]))

    assert [kms(found).get(FIRST + timedelta(7 * week + 1)) for week in range(4)] == [28, 29, 30, 5]


WEEKS = {
    "en": ("Monday rest; Tuesday club night, 8 x 400; Wednesday 4\nmiles easy; Thursday 3 miles at"
           " tempo; Friday rest; Saturday 3 miles easy; Sunday long run, 14 miles.",
           "Week {}, beginning Monday {:%-d %B}.", "the Marathon"),
    "de": ("Montag Ruhe; Dienstag Intervalle, 8 x 400; Mittwoch 6\nkm locker; Donnerstag Tempolauf"
           " 5 km; Freitag Ruhe; Samstag 5 km locker; Sonntag langer Lauf, 14 km.",
           "Woche {}, ab Montag {:%-d.%-m.}", "der Marathon"),
    "fr": ("lundi repos; mardi piste, 8 x 400; mercredi footing\n6 km; jeudi 5 km au seuil;"
           " vendredi repos; samedi footing 5 km; dimanche sortie longue, 14 km.",
           "Semaine {}, du {:%-d/%-m}.", "le marathon"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "An easier week, and there is a social on the Friday."),
        ("en", "Tough one. The AGM is on Thursday, and the easy pub quiz on the Friday."),
        ("en", "Recover well after Sunday."),
        ("de", "Eine ruhigere Woche, und Vereinsfest ist am Freitag."),
        ("fr", "Semaine plus facile, et repas facile du club le vendredi."),
    ],
)
def test_a_remark_on_a_day_takes_none_from_the_week(load: Load, code: str, said: str) -> None:
    days, name, race = WEEKS[code]
    heads = [name.format(at + 1, FIRST + timedelta(7 * at)) for at in range(4)]
    last = days.rpartition("; ")[0] + f"; {days.rpartition('; ')[2].split()[0]} {race}."
    lines = [heads[0], days, "", f"{heads[1]} {said}", days, "", heads[2], days, "", heads[3], last]
    found = {one.date: f"{one.run.kind}" for one in load("\n".join(lines)).runs}
    kinds = ["rest", "workout", "easy", "workout", "rest", "easy", "long"]
    for at in range(27):
        assert found.get(FIRST + timedelta(at), "rest") == kinds[at % 7], at
    assert found[RACE] == "race"


def test_what_is_said_of_a_week_is_no_run_of_the_day_behind_it() -> None:
    told = days_told("Semaine plus facile, et repas du club le vendredi")
    assert "facile" not in " ".join(told)
