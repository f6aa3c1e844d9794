"""Weeks that are named by when they are told: ``This week: Tue 6x800, Thu easy``; made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runtall.importers import RunFile, RunPlanFaults, load_runs

RACE = date(2027, 4, 25)


def read(tmp_path: Path, text: str) -> RunFile:
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return load_runs(path, race_date=RACE)


def kinds(found: RunFile) -> list[str]:
    return [f"{one.date:%d.%m.} {one.run.kind}" for one in found.runs]


WEEK = ["02.03. workout", "04.03. easy", "06.03. workout", "07.03. long"]


@pytest.mark.parametrize(
    "said",
    [
        "this week tue 6x800, thu easy 40, sat tempo 5 km, sun 90 mins",
        "This week: Tue 6x800, Thu easy 40 min, Sat tempo 5 km, Sun 90 mins",
        "Diese Woche: Di 6x800, Do 40 min locker, Sa Tempo 5 km, So 90 min",
        "Cette semaine : mar 6x800, jeu footing 40 min, sam tempo 5 km, dim 90 min",
    ],
)
@pytest.mark.parametrize("thanks", ["Me: ok thanks", "Ana: thanks"])
def test_a_message_tells_the_week(tmp_path: Path, said: str, thanks: str) -> None:
    chat = f"[01/03/2027, 08:10] Coach: {said}\n[01/03/2027, 08:12] {thanks}\n"
    assert kinds(read(tmp_path, chat)) == WEEK


def test_no_day_vanishes_where_nobody_knows_the_week(tmp_path: Path) -> None:
    text = (
        "This week: Tue 6x800, Thu easy 40 min, Sat tempo 5 km, Sun 90 mins\n"
        "Next week: Tue tempo 20 min, Thu easy 40 min, Sat easy 5 km, Sun 100 mins\n"
    )
    with pytest.raises(RunPlanFaults, match="which week"):
        read(tmp_path, text)


@pytest.mark.parametrize(
    "heading", ["Plan for next week (1-7 March):", "Your training week (1.3. - 7.3.)"]
)
def test_a_week_with_its_days_in_brackets(tmp_path: Path, heading: str) -> None:
    text = f"{heading}\nM rest\nT 5x1k\nW easy 5k\nT easy 8k\nF rest\nS easy 5k\nS long 20k\n"
    assert [day for day in kinds(read(tmp_path, text)) if "rest" not in day] == [
        "02.03. workout", "03.03. easy", "04.03. easy", "06.03. easy", "07.03. long",
    ]  # fmt: skip


def test_numbers_of_days_in_the_month(tmp_path: Path) -> None:
    text = (
        "Mon 1st: rest\nTue 2nd: 6x800\nWed 3rd: easy 8k\nThu 4th: rest\nFri 5th: easy 5k\n"
        "Sat 6th: rest\nSun 7th: long 20k\n"
    )
    assert [day for day in kinds(read(tmp_path, text)) if "rest" not in day] == [
        "02.03. workout", "03.03. easy", "05.03. easy", "07.03. long",
    ]  # fmt: skip


@pytest.mark.parametrize("last", ["90 mins", "16 km", "20 km long"])
def test_a_parkrun_is_no_race_with_a_longer_run_behind_it(tmp_path: Path, last: str) -> None:
    found = read(tmp_path, f"tue 6x800, thu easy 40, sat parkrun, sun {last}\n")
    assert kinds(found)[:3] == ["20.04. workout", "22.04. easy", "24.04. tuneup"]
    assert [one.run.title for one in found.runs][3] == last
