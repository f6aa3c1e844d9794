"""Tables with a column for each kind of run, and with a tag beside the title."""

from __future__ import annotations

from datetime import date

import pytest

from runtall.importers import load_runs


@pytest.fixture
def runs(tmp_path):
    """Kind, metres and minutes of each day of some weeks with the same rows."""

    def reading(header: str, *rows: str):
        path = tmp_path / "plan.csv"
        lines = [f"2027-03-{7 * week + at:02},{row}" for week in range(3)
                 for at, row in enumerate(rows, start=1)]  # fmt: skip
        last = f"2027-04-25,{',' * header.count(',')}Marathon".replace(",,", ",", 1)
        path.write_text("\n".join([header, *lines, last, ""]), encoding="utf-8")
        found = load_runs(path).runs
        return [(str(one.run.kind), one.run.distance_m, one.run.minutes)
                for one in found[: len(rows)]]  # fmt: skip

    return reading


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        ("Date,Easy,Speed,Long", ("8 km,,", ",6x800,", "6 km,,", ",,20"),
         [("easy", 8000, None), ("workout", None, None), ("easy", 6000, None),
          ("long", 20000, None)]),
        ("Date,Easy,Intervals,Long (mi)", ("5 mi,,", ",6x800,", ",,x", ",,15"),
         [("easy", 8047, None), ("workout", None, None), ("long", None, None),
          ("long", 24140, None)]),
        ("Dag,Lugn,Intervaller,L\u00e5ngpass", ("8 km,,", ",6x800,", "6 km,,", ",,20"),
         [("easy", 8000, None), ("workout", None, None), ("easy", 6000, None),
          ("long", 20000, None)]),
        ("Fecha,Suave,Series,Largo", ("8 km,,", ",6x800,", "6 km,,", ",,25"),
         [("easy", 8000, None), ("workout", None, None), ("easy", 6000, None),
          ("long", 25000, None)]),
        *((header, ("8 km,,", ",6x800,", "6 km,,", ",,20"),
           [("easy", 8000, None), ("workout", None, None), ("easy", 6000, None),
            ("long", 20000, None)])
          for header in ("Datum,Locker,Tempo,Lang", "Date,Easy,Tempo,Long (km)",
                         "Dato,Rolig,Tempo,Lang", "Tag,Ruhig,Tempo,Lang (km)")),
    ],
)  # fmt: skip
def test_a_column_for_each_kind(runs, header, rows, expected):
    assert runs(header, *rows) == expected


def test_a_tag_that_all_tasks_have_says_less_than_their_titles(runs):
    titles = ("Rest", "Easy 8 km", "Intervals 6x800", "Bike 60 min", "Recovery 5 km", "8 km")
    found = runs("date,title,tags", *(f"{title},easy" for title in titles))
    assert [kind for kind, *_ in found] == ["rest", "easy", "workout", "cross", "recovery", "easy"]


@pytest.mark.parametrize(
    "header",
    ["Week,Easy (Tue),Tempo (Thu),Long (Sun)",
     "Woche,Locker (Di),Tempo (Do),Lang (So)", "Semana,Suave (mar),Tempo (jue),Largo (dom)"],
)  # fmt: skip
def test_kinds_with_their_days_and_numbers_below(tmp_path, header):
    path = tmp_path / "plan.csv"
    path.write_text(f"{header}\n1,8,6,16\n2,9,,18\n3,,7,20\n4,6,,42.2\n", encoding="utf-8")
    found = load_runs(path, race_date=date(2027, 10, 10))
    kinds = [(run.date.weekday(), run.run.kind.value) for run in found.runs]
    week = [(1, "easy"), (3, "workout"), (6, "long")]
    assert kinds == [*week, week[0], week[2], *week[1:], week[0], (6, "race")]


def test_a_tempo_run_beside_others_keeps_its_words(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("week,Tue,Thu,Sun\nWeek 14,5 easy,9 tempo,long 18\n"
                    "Week 15,4 easy,tempo,long\nWeek 16,,,Marathon 2027-04-25\n")  # fmt: skip
    assert [one.run.title for one in load_runs(path).runs if "tempo" in one.run.title] == [
        "9 tempo",
        "tempo",
    ]
