"""The benchmarks run and print what they should; no time is judged here."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from functools import cache
from unittest.mock import patch

import pytest
from rich.console import Console

pytest.importorskip("resource", reason="peak memory is measured on POSIX only")

from tests.benchmarks import batches, settings, speed
from tests.benchmarks.log import log_of, log_tables
from tests.benchmarks.speed import SAMPLE, Failed, Measured, Target


@pytest.fixture(scope="module")
def found() -> Measured:
    """One round; here the same command is the same measurement."""
    with patch.object(speed, "run", cache(speed.run)):
        return speed.measure(1, (SAMPLE, "signs"), calendars=(7, 8), rows=50)


def test_every_measure_is_there(found: Measured) -> None:
    assert [(row.what, row.yardstick, row.target) for row in found.ratios] == [
        ("sample-week: the guide's week", "import", "<= 0.45"),
        ("sample-week", "import", "<= 3"),
        ("signs", "import", "<= 3"),
        ("8 weeks, first solve", "7 weeks, first", "<= 5"),
        ("8 weeks, second solve", "7 weeks, second", "<= 5"),
        ("runtall solve sample-week", "python -c 'import ...'", "<= 1.6"),
        ("runtall check plan.csv", "python -c 'import ...'", "<= 1"),
        ("runtall check plan.json", "python -c 'import ...'", "<= 1"),
        ("runtall check plan.ics", "python -c 'import ...'", "<= 1"),
        ("runtall --help", "python -c 'import ...'", "<= 0.2"),
        ("run plan, 50 rows of .csv", "import pandas", "<= 4"),
        ("run plan, 50 rows of .xlsx", "import pandas", "<= 4"),
    ]
    whats = [row.what.removesuffix(", the largest") for row in found.memory]
    assert whats[0] == "runtall solve sample-week"
    assert found.memory[-1].what.endswith(", the largest")
    assert {row.target for row in found.memory} == {"< 300 MB"}
    for row in found.ratios:
        assert min(*asdict(row.times).values(), *asdict(row.yardstick_times).values()) > 0
        assert row.cpu_ratio == pytest.approx(row.times.cpu / row.yardstick_times.cpu)
        assert row.wall_ratio == pytest.approx(row.times.wall / row.yardstick_times.wall)
    assert all(row.peak_mb > 1 for row in found.memory)


def test_tables_and_json_hold_every_row(found: Measured) -> None:
    ratios, memory = speed.tables(found)
    assert (ratios.row_count, memory.row_count) == (len(found.ratios), len(found.memory))
    assert [str(table.columns[-1].header) for table in (ratios, memory)] == ["met", "met"]
    again = json.loads(json.dumps(asdict(found)))
    assert set(again) == {"rounds", "machine", "ratios", "memory"}
    assert len(again["ratios"]) == ratios.row_count


def test_a_target_may_be_reached_unless_it_is_strict() -> None:
    assert Target("<= 3", 3.0).met(3.0)
    assert not Target("< 3", 3.0, strict=True).met(3.0)
    assert not Target("<= 3", 3.0).met(3.01)


def test_what_goes_wrong_is_no_measurement() -> None:
    with pytest.raises(Failed, match="exit code 2"):
        speed.run(sys.executable, "-S", "-c", "raise SystemExit(2)")


def test_log_has_every_call_of_the_solver() -> None:
    log = log_of(SAMPLE)
    assert {step.module for step in log.steps} == {"days", "stages"}
    assert all(step.variables and step.constraints and step.built_s > 0 for step in log.steps)
    console = Console(width=140)
    with console.capture() as printed:
        console.print(*log_tables(SAMPLE, log))
    assert "another" in printed.get()


def test_settings_are_compared_on_the_same_models() -> None:
    variants = {name: settings.VARIANTS[name] for name in ("tuned", "symmetry off")}
    totals = settings.compare((SAMPLE,), 1, 30.0, variants)
    assert list(totals) == list(variants)
    assert all(total.cpu > 0 and not total.unproven for total in totals.values())
    assert settings.table(totals, 1).row_count == 2


def test_many_plans_are_measured_by_the_plan() -> None:
    costs = [batches.measure(way, 1) for way in ("alone", "1")]
    assert all(min(cost.cpu, cost.wall, cost.own_mb) > 0 for cost in costs)
    assert [cost.worker_mb > 1 for cost in costs] == [False, True]
    assert batches.table(costs).row_count == 2
