"""Weeks of two rows, whose first column has the date beside one and the number beside the other."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs

FIRST = date(2027, 7, 5)
RACE = date(2027, 8, 1)


def load(tmp_path: Path, text: str) -> RunFile:
    path = tmp_path / "plan.csv"
    path.write_text(text, "utf-8")
    return load_runs(path, race_date=RACE)


@pytest.mark.parametrize(
    ("header", "week", "kinds", "race"),
    [
        ("Fase;Semana;2ª feira;3ª feira;4ª feira;5ª feira;6ª feira;Sábado;Domingo",
         ("{phase};{day:%d/%m/%Y}", ";semana {n}"), "Descanso;Séries;Rodagem;Ritmo;Descanso;"
         "Recuperação;Longo", "Maratona"),
        ("Woche;Mo;Di;Mi;Do;Fr;Sa;So", ("KW {kw}", "{day:%d.%m.%Y}"),
         "Ruhetag;Intervalle;locker;Tempolauf;frei;Regenerationslauf;langer Lauf", "Marathon"),
        ("Week;Mon;Tue;Wed;Thu;Fri;Sat;Sun", ("{day:%d %b}", "{n}"),
         "Rest;Intervals;Easy;Tempo;Rest;Recovery;Long run", "Marathon"),
        ("Settimana;Lun;Mar;Mer;Gio;Ven;Sab;Dom", ("{n}", "{day:%d/%m}"),
         "Riposo;Ripetute;Lento;Ritmo;Riposo;Rigenerante;Lungo", "Maratona"),
    ],
)  # fmt: skip
def test_the_row_of_the_kinds_and_that_of_the_lengths_are_one(
    tmp_path: Path, header: str, week: tuple[str, str], kinds: str, race: str
) -> None:
    rows = [header]
    for n in range(4):
        day = FIRST + timedelta(7 * n)
        above, below = (one.format(phase="Base" if n == 0 else "", day=day, n=n + 1, kw=27 + n)
                        for one in week)  # fmt: skip
        rows.append(f"{above};{kinds if n < 3 else kinds.rpartition(';')[0] + ';' + race}")
        rows.append(f"{below};;10 km;{n + 5} km;9 km;;6 km;{20 if n < 3 else 42.2} km")
    found = load(tmp_path, "\n".join(rows))

    usual = ["rest", "workout", "easy", "workout", "rest", "recovery", "long"]
    expected = [usual[at % 7] for at in range(27)] + ["race"]
    assert [one.date for one in found.runs] == [FIRST + timedelta(at) for at in range(28)]
    assert [one.run.kind.value for one in found.runs] == expected
    assert [one.run.distance_m for one in found.runs[2::7]] == [5_000, 6_000, 7_000, 8_000]
