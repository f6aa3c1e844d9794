"""Columns of distances and times: of which run they are, and in what they count."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs

SHARED = "lengths of days with two runs are shared evenly between those"


def load(path: Path, header: str, *rows: str) -> RunFile:
    file = path / "plan.csv"
    dated = (f"2027-03-{number:02};{row}" for number, row in enumerate(rows, 1))
    file.write_text("\n".join([header, *dated]))
    return load_runs(file)


def lengths(found: RunFile) -> list[tuple[int | None, int | None]]:
    return [(one.run.distance_m, one.run.minutes) for one in found.runs]


@pytest.mark.parametrize(
    "header",
    ["Date;Séance;Distance", "Datum;Einheit;Distanz", "Fecha;Sesión;Distancia",
     "Data;Allenamento;Distanza"],
)  # fmt: skip
def test_nobody_but_in_english_counts_miles(tmp_path: Path, header: str) -> None:
    found = load(tmp_path, header, "jogging;8", "fartlek;9,5")
    assert lengths(found) == [(8_000, None), (9_500, None)]
    column = header.split(";")[2]
    (said,) = found.warnings
    assert said == f"the numbers of {column} have no unit; read as km, by the language"


@pytest.mark.parametrize("cells", [("45 min", "1h10"), ("45", "1:10"), ("0:45", "1 h 10")])
@pytest.mark.parametrize("header", ["Date;Séance;Durée", "Datum;Einheit;Dauer"])
def test_a_column_that_was_read_is_not_left_out(
    tmp_path: Path, header: str, cells: tuple[str, str]
) -> None:
    found = load(tmp_path, header, *(f"jogging;{cell}" for cell in cells * 3))
    assert lengths(found) == [(None, 45), (None, 70)] * 3
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("row", "expected", "shared"),
    [
        ("easy;intervals;14;80", [(7_000, 40), (7_000, 40)], True),
        ("easy;;14;80", [(14_000, 80)], False),
        ("easy 8 km;intervals;14;", [(8_000, None), (6_000, None)], False),
        ("easy 8 km;easy 6 km;14;", [(8_000, None), (6_000, None)], False),
        ("easy;gym;8;40", [(8_000, 40)], False),
        ("bike;easy;8;40", [(None, None), (8_000, 40)], False),
        ("easy;intervals;;", [(None, None), (None, None)], False),
    ],
)
def test_the_length_of_a_day_with_two_columns(
    tmp_path: Path, row: str, expected: list[tuple[int | None, int | None]], shared: bool
) -> None:
    found = load(tmp_path, "Date;AM;PM;km;min", row, "easy;;5;")
    assert lengths(found)[:-1] == expected
    assert [*found.warnings] == [f"{SHARED} (1, such as line 2)"] * shared
