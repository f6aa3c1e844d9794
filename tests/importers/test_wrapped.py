"""Prose with semicolons whose lines break anywhere; made up."""

from __future__ import annotations

from datetime import date
from textwrap import wrap

import pytest

from tests.importers.conftest import Load

RACE = date(2027, 5, 2)
DATED = (
    "Tue 6 April 6x800; Wed 7 April 8 km easy; Sat 10 April long 24 km; Tue 13 April tempo 8 km;"
    " Wed 14 April 8 km easy; Sat 17 April long 28 km; Tue 20 April 6x800;"
    " Sat 24 April long 14 km; Sun 2 May marathon"
)
GERMAN = (
    "Dienstag 20.4.2027 6x800 m; Mittwoch 21.4. 8 km locker; Samstag 24.4. langer Lauf 24 km;"
    " Dienstag 27.4. 6 km Tempo; Mittwoch 28.4. 5 km locker; Sonntag 2.5. Marathon"
)
WEEKS = (
    "Week 1: Mon rest; Tue 6x800; Wed 8 km easy; Fri 5 km easy; Sat off; Sun 20 km long",
    "Week 2: Mon rest; Tue 5x1000; Wed 8 km easy; Fri 5 km easy; Sat off; Sun 14 km long",
    "Week 3: Mon rest; Tue 6x400; Wed 8 km easy; Fri 5 km easy; Sat off; Sun marathon",
)


@pytest.mark.parametrize("width", [44, 52, 61, 70])
@pytest.mark.parametrize(
    ("paragraphs", "kinds"),
    [
        ((DATED,), "workout easy long workout easy long workout long race"),
        (("My last weeks:", DATED), "workout easy long workout easy long workout long race"),
        ((GERMAN,), "workout easy long workout easy race"),
        (WEEKS, " ".join(["workout easy easy long"] * 2 + ["workout easy easy race"])),
    ],
    ids=["dates", "words above", "German", "weeks"],
)
def test_wrapped_prose_is_read_clause_by_clause(
    load: Load, paragraphs: tuple[str, ...], kinds: str, width: int
) -> None:
    text = "\n".join("\n".join(wrap(one, width)) for one in paragraphs)
    found = load(text, race_date=RACE)
    assert found.format == "pasted lines"
    assert [str(one.run.kind) for one in found.runs if one.run.kind != "rest"] == kinds.split()
    assert found.runs[-1].date == RACE


def test_a_table_with_semicolons_stays_one(load: Load) -> None:
    rows = "1;Ruhe;8 km locker; 6x800 m;frei;8 km;frei;langer Lauf 20 km"
    found = load(
        f"Woche;Mo;Di;Mi;Do;Fr;Sa;So;Hinweis\n{rows}\n{rows[2:]}; langsam\n", race_date=RACE
    )
    assert "a table" in found.format
