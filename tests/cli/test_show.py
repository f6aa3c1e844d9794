"""``runtall show``: a week of a plan as text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runtall.app import showing
from tests.cli.run import runtall
from tests.solve import shipped


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped.solved("sample-week", tmp_path_factory).paths[0].parent


def test_a_week_of_a_folder_or_a_file(folder: Path) -> None:
    ran = runtall("show", folder, "--week", 6)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("WEEK 6 of 16, base: Mon 8 Feb to Sun 14 Feb\n\nMon 8 Feb: Pull day")
    assert runtall("show", folder / "plan.json", "--week", 6).out == ran.out
    assert runtall("show", folder, "--week", 6, "--quiet").out == ""


def test_this_week_or_the_nearest(folder: Path) -> None:
    for today, week in (
        (date(2026, 1, 1), 1),
        (date(2027, 1, 10), 1),
        (date(2027, 1, 11), 2),
        (date(2028, 1, 1), 16),
    ):
        assert showing.show(folder, today=today).startswith(f"WEEK {week} of 16")


def test_weeks_and_plans_that_are_not_there(folder: Path, tmp_path: Path) -> None:
    ran = runtall("show", folder, "--week", 17)
    assert (ran.code, ran.out, ran.err) == (2, "", "--week: 17; allowed: 1 to 16\n")
    ran = runtall("show", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{tmp_path / 'plan.json'}: there is no such file\n"
