"""Notes beside a run: what they cancel is rest, and what they move is told."""

from __future__ import annotations

import pytest

from runtall.importers import load_runs
from runtall.importers.plan.remarks import without_conditions


@pytest.fixture
def read(tmp_path):
    def reading(title: str, note: str):
        path = tmp_path / "plan.csv"
        rows = ["2027-03-01,Easy 8 km,", f"2027-03-02,{title},{note}", "2027-03-03,Easy 5 km,",
                "2027-04-25,Marathon,"]  # fmt: skip
        path.write_text("\n".join(["date,title,notes", *rows, ""]), encoding="utf-8")
        return load_runs(path)

    return reading


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Intervals 6x800", "cancelled"),
        ("Long run 20 km", "Cancelled (ill)"),
        ("Intervalle 6x800", "entf\u00e4llt"),
        ("Seuil 3x10'", "annul\u00e9"),
        ("Easy 8 km", "called off"),
    ],
)
def test_a_cancelled_run_is_rest_and_told(read, title, note):
    file = read(title, note)
    assert file.runs[1].run.kind == "rest"
    assert any("cancelled" in one and title in one for one in file.warnings)


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Easy 8 km", "moved to Thu"),
        ("Intervalle 6x800", "verschoben auf Do"),
        ("Seuil 3x10'", "d\u00e9plac\u00e9 \u00e0 jeudi"),
    ],
)
def test_a_moved_run_is_told(read, title, note):
    assert any("their notes move" in one and title in one for one in read(title, note).warnings)


@pytest.mark.parametrize(
    "note", ["last week's was cancelled, so take it easy today", "keep moving"]
)
def test_other_notes_say_nothing_of_it(read, note):
    file = read("Easy 8 km", note)
    assert file.runs[1].run.kind == "easy"
    assert not [one for one in file.warnings if "notes" in one]


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("out for 90 min", "if the knee aches take the bike"),
        ("out for 90 min", "No heroics. Should it hurt, swim"),
        ("raus, 90 min", "falls das Knie zwickt, lieber Rad"),
        ("sortie 90 min", "en cas de douleur, vélo"),
        ("bieg 90 min", "jak boli kolano to basen"),
        ("90 min naar buiten", "mocht het pijn doen, dan fietsen"),
        ("90 min na rua", "caso doa o joelho, bicicleta"),
        ("\u8dd1 90 \u5206\u949f",
         "\u5982\u679c\u819d\u76d6\u75db\uff0c\u6e38\u6cf3"),
    ],
)  # fmt: skip
def test_what_is_done_in_some_case_makes_nothing_else_of_a_run(tmp_path, title, note):
    path = tmp_path / "plan.txt"
    lines = [f"1.3.2027: {title}", note, "2.3.2027: 40 min", "25.4.2027: Marathon"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert load_runs(path).runs[0].run.kind in {"easy", "long", "medium_long"}


def test_as_usual_is_no_case():
    told = "tak jak zwykle 6 x 800", "jak zwykle 6 x 800"
    assert all(without_conditions(one, ("pl", "en")) == one for one in told)
