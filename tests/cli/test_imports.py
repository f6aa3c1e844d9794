"""What each command imports: nothing that takes its time and isn't needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.solve import shipped

TABLES = ("pandas", "numpy")
SOLVER = ("ortools", *TABLES)
NETWORK = ("httpx", "http.server", "segno", "runtall.delivery")
OURS = ("runtall.app", "runtall.domain.problem", "runtall.rules")
HEAVY = (*SOLVER, *NETWORK, *OURS, "rich", "ruamel", "icalendar")
SCENARIO = shipped.path_of("sample-week")
IMPORTED = """
import os, sys
sys.argv = ["runtall", *{arguments!r}]
from runtall.cli import main
sys.stdout = open(os.devnull, "w")
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write(" ".join(name for name in {heavy!r} if name in sys.modules))
"""


def imported(heavy: tuple[str, ...], *arguments: object) -> str:
    """Which of these modules a command has imported at its end."""
    code = IMPORTED.format(arguments=[str(argument) for argument in arguments], heavy=heavy)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return ran.stderr


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--help"], (*HEAVY, "pydantic", "zoneinfo")),
        (["--version"], (*HEAVY, "pydantic", "zoneinfo")),
        ([], (*SOLVER, "rich", "ruamel", "icalendar", "runtall.scenario")),
        # Typer itself asks for pydantic here.
        (["solve", "--help"], HEAVY),
        (["send", "--help"], HEAVY),
        (["schema"], (*SOLVER, "rich", "icalendar")),
        (["rules"], (*SOLVER, "icalendar")),
        (["rules", SCENARIO], (*SOLVER, "icalendar", "runtall.importers")),
        (["runs", shipped.path_of("eighteen-weeks").with_suffix(".csv")], (*SOLVER, "icalendar")),
    ],
)
def test_a_command_imports_what_it_needs(arguments: list[object], heavy: tuple[str, ...]) -> None:
    assert imported(heavy, *arguments) == ""


def test_a_new_scenario_needs_no_solver(tmp_path: Path) -> None:
    week = "easy workout easy easy rest long recovery"
    given = ("--race-date", "2027-04-25", "--runs", week, "--quiet")
    assert imported((*SOLVER, "rich", "icalendar"), "new", tmp_path / "new.yaml", *given) == ""


@pytest.mark.parametrize(
    ("name", "heavy"),
    [
        ("plan.csv", (*SOLVER, "rich", "icalendar", "runtall.importers", "runtall.solve.planner")),
        ("plan.json", (*SOLVER, "rich", "icalendar", "runtall.importers")),
        ("plan.ics", (*SOLVER, "rich", "runtall.importers")),
    ],
)
def test_a_check_needs_no_solver(
    name: str, heavy: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = shipped.solved("sample-week", tmp_path_factory).paths[0].parent
    assert imported(heavy, "check", folder / name, SCENARIO, "--quiet") == ""


def test_a_solve_needs_no_tables(tmp_path: Path) -> None:
    heavy = (*TABLES, "ortools.sat.python.cp_model", "runtall.importers", "runtall.batch")
    heavy += ("htpy", "rich")
    assert imported(heavy, "solve", SCENARIO, "-o", tmp_path) == ""


def test_handing_a_plan_over_needs_no_solver() -> None:
    heavy = (*SOLVER, "pydantic", "ruamel", "runtall.scenario", "runtall.solve")
    code = f"""
import sys
import runtall.app.delivering, runtall.delivery.push
print(*[name for name in {heavy!r} if name in sys.modules])
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "\n"
