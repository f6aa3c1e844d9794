"""Files of several encodings, and letters that a wrong one broke; all are made up."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from runtall.errors import FileFaults
from runtall.importers import load_runs
from runtall.importers.words.mojibake import repaired
from tests.importers.workbooks import xlsx

TITLES = ("8 km locker", "Långpass 20 km", "siłownia", "Läufchen 5 km", "Münster Marathon")
KINDS = ["easy", "long", "easy", "race"]
DAYS = [f"2027-03-{day:02}" for day in (2, 7, 9, 10, 14)]
MEANT = [title for title in TITLES if title != "siłownia"]


def broken(text: str, encoding: str) -> str:
    """Read as another encoding what was saved as UTF-8; what it doesn't have stays a byte."""
    parts = (bytes([byte]) for byte in text.encode())
    return "".join(
        part.decode(encoding, errors="ignore") or part.decode("latin-1") for part in parts
    )


@pytest.mark.parametrize(
    "saved",
    [
        ["cp1252"] * 5,
        ["latin-1"] * 5,
        ["cp1250"] * 5,
        ["", "", "", "", "cp1252"],
        ["twice"] * 5,
        ["", "cp1252", "", "raw", "raw"],
        ["raw", "", "", "raw", ""],
    ],
)
def test_broken_letters_and_lines_in_other_encodings(tmp_path: Path, saved: list[str]) -> None:
    lines = [b"date,title"]
    for day, title, how in zip(DAYS, TITLES, saved, strict=True):
        line = f"{day},{title}"
        twice = broken(broken(line, "cp1252"), "cp1252") if how == "twice" else broken(line, how) \
            if how not in {"", "raw"} else line  # fmt: skip
        lines.append(line.encode("latin-1") if how == "raw" else twice.encode())
    path = tmp_path / "plan.csv"
    path.write_bytes(b"\n".join(lines))
    found = load_runs(path)
    assert [one.run.title for one in found.runs] == MEANT
    assert [one.run.kind for one in found.runs] == KINDS
    assert [one.title for one in found.occupied] == ["siłownia"]
    told = " ".join(found.warnings)
    assert ("such lines are read as Windows-1252" in told) == ("raw" in saved)
    assert ("are put right" in told) == any(how not in {"", "raw"} for how in saved)


def test_broken_letters_of_a_workbook(tmp_path: Path) -> None:
    rows = [["date", "title"], *zip(DAYS, (broken(one, "cp1252") for one in TITLES), strict=True)]
    path = tmp_path / "plan.xlsx"
    path.write_bytes(xlsx({"plan": [list(row) for row in rows]}))
    assert [one.run.title for one in load_runs(path).runs] == MEANT


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1250"])
@pytest.mark.parametrize(
    "text",
    [
        "5 \u00d7 1 km \u2013 3\u2019",
        "½ marathon, 20 °C",
        "🏃 8 km",
        "距离 18 公里",
        "Łódź, Ávila, Ž",
    ],
)
def test_signs_and_any_letters_are_put_right(encoding: str, text: str) -> None:
    assert repaired(broken(text, encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "SPAß…",
        "CAFÉ”",
        "JÅ… 5 km",
        "« Oublié… »",
        "AMANHÃ…",
        "»GRÖßE«",
        "ÆØÅ ŁÓDŹ ŻÓŁĆ",
        "naïve \u2013 é",
    ],
)
def test_letters_that_are_right_stay(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize("name", ["utf-32", "utf-16"])
def test_texts_that_say_how_wide_their_letters_are(tmp_path: Path, name: str) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_bytes("date,title\n2027-03-02,Easy\n2027-03-04,Tempo\n".encode(name))
    assert [one.run.title for one in load_runs(plan).runs] == ["Easy", "Tempo"]


def test_a_workbook_that_only_a_password_opens(tmp_path: Path) -> None:
    plan = tmp_path / "plan.xlsx"
    with zipfile.ZipFile(plan, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    raw = bytearray(plan.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    plan.write_bytes(raw)
    with pytest.raises(FileFaults, match="locked with a password"):
        load_runs(plan)
