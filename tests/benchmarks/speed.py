"""How fast runtall is, as ratios to importing the solver's usual interface.

``python -m tests.benchmarks.speed`` from the top of the repository; see the README beside.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.importers.workbooks import Cell, xlsx
from tests.solve.shipped import NAMES, path_of

TOP = Path(__file__).parents[2]
SAMPLE = "sample-week"
CALENDARS = (16, 52)
IMPORT = "import ortools.sat.python.cp_model"
CLOCKED_IMPORT = f"""
import time
wall, cpu = time.perf_counter(), time.process_time()
{IMPORT}
print(time.process_time() - cpu, time.perf_counter() - wall)
"""


RUN_PLAN_ROWS = 10_000
# Titles of a run plan; with a number each they are all different.
TITLES = ("Easy {} m run", "{} x 400 m", "Tempo, route {}", "Long run {} min", "Rest, day {}")
CLOCKED_PANDAS = CLOCKED_IMPORT.replace(IMPORT, "import pandas")
CLOCKED_RUNS = CLOCKED_IMPORT.replace(
    IMPORT,
    "import sys, pathlib; from runtall.importers import load_runs;"
    " load_runs(pathlib.Path(sys.argv[1]))",
)


class Failed(Exception):
    """A process that was to be measured went wrong."""


@dataclass(frozen=True)
class Times:
    """Seconds of one piece of work."""

    cpu: float
    wall: float


@dataclass(frozen=True)
class Process:
    """A process that has ended: what it printed, its time and its peak memory."""

    out: str
    times: Times
    peak_mb: float


@dataclass(frozen=True)
class Target:
    """What a measured number should be."""

    words: str
    limit: float
    strict: bool = False

    def met(self, number: float) -> bool:
        return number < self.limit or (number == self.limit and not self.strict)


@dataclass(frozen=True)
class Ratio:
    """Medians over all rounds; the ratios are medians of each round's own ratio."""

    what: str
    times: Times
    yardstick: str
    yardstick_times: Times
    cpu_ratio: float
    wall_ratio: float
    target: str
    met: bool


@dataclass(frozen=True)
class Memory:
    """Peak memory of a whole process."""

    what: str
    peak_mb: float
    target: str
    met: bool


@dataclass(frozen=True)
class Measured:
    """Everything that one run of the benchmark finds."""

    rounds: int
    machine: dict[str, Any]
    ratios: tuple[Ratio, ...]
    memory: tuple[Memory, ...]


Pair = tuple[Times, Times]
"""The work and its yardstick, one right after the other."""

WEEK_TARGET = Target("<= 0.45", 0.45)
SCENARIO_TARGET = Target("<= 3", 3.0)
CALENDAR_TARGET = Target("<= 5", 5.0)
SOLVE_TARGET = Target("<= 1.6", 1.6)
CHECK_TARGET = Target("<= 1", 1.0)
HELP_TARGET = Target("<= 0.2", 0.2)
RUNS_TARGET = Target("<= 4", 4.0)
MEMORY_TARGET = Target("< 300 MB", 300.0, strict=True)


def run(*command: object) -> Process:
    """Run a command to its end.

    Raises
    ------
    Failed
        It ended with another exit code than 0.
    """
    # As everywhere but on some build machines: what is compiled once is not compiled again.
    env = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    words = [str(word) for word in command]
    started = time.perf_counter()
    with subprocess.Popen(words, cwd=TOP, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode != 0:
        raise Failed(f"exit code {process.returncode}: {' '.join(words)}")
    unit = 1 if sys.platform == "darwin" else 1024
    peak_mb = usage.ru_maxrss * unit / 1e6
    return Process(out, Times(usage.ru_utime + usage.ru_stime, wall), peak_mb)


def runtall(*arguments: object) -> Process:
    """Run the installed command."""
    return run(Path(sysconfig.get_path("scripts")) / "runtall", *arguments)


def importing() -> Times:
    """Import the solver in a fresh process, clocked inside."""
    return _read(run(sys.executable, "-c", CLOCKED_IMPORT))[0]


def solving(name: str) -> Times:
    """Build and solve a shipped scenario to the proven optimum, clocked in a fresh process."""
    return _read(_task("scenario", name))[0]


def _task(*words: object) -> Process:
    return run(sys.executable, "-m", "tests.benchmarks.tasks", *words)


def _read(process: Process) -> list[Times]:
    lines = process.out.splitlines()
    return [Times(*map(float, line.split())) for line in lines]


def scenario_ratios(rounds: int, names: Sequence[str]) -> list[Ratio]:
    """Each scenario's build and solve to the import, the sample week first."""
    pairs: dict[str, list[Pair]] = {name: [] for name in names}
    for count in range(rounds):
        for name in names:
            _progress(f"round {count + 1} of {rounds}: {name}")
            pairs[name].append((solving(name), importing()))
    rows = [_ratio(name, "import", pairs[name], SCENARIO_TARGET) for name in names]
    if SAMPLE in pairs:
        rows.insert(0, _ratio(f"{SAMPLE}: the guide's week", "import", pairs[SAMPLE], WEEK_TARGET))
    return rows


def calendar_ratios(rounds: int, calendars: tuple[int, int] = CALENDARS) -> list[Ratio]:
    """A long calendar to a short one of the same week, both built and solved.

    The first solve of a process pays for what is done once, whatever the calendar; the second
    one doesn't, and so shows the growth alone.
    """
    short, long = calendars
    first: list[Pair] = []
    second: list[Pair] = []
    for count in range(rounds):
        _progress(f"round {count + 1} of {rounds}: calendars")
        times = [_read(_task("calendar", weeks)) for weeks in (long, short)]
        for pairs, (work, base) in zip((first, second), zip(*times, strict=True), strict=True):
            pairs.append((work, base))
    return [
        _ratio(f"{long} weeks, {which} solve", f"{short} weeks, {which}", pairs, CALENDAR_TARGET)
        for which, pairs in (("first", first), ("second", second))
    ]


def command_ratios(rounds: int) -> list[Ratio]:
    """The commands to the solver's import, as whole processes; each solve into a new folder."""
    with TemporaryDirectory() as folder:
        scenario = path_of(SAMPLE)
        commands: dict[str, tuple[Sequence[object], Target]] = {
            f"runtall solve {SAMPLE}": (("solve", scenario, "-o"), SOLVE_TARGET)
        }
        for suffix in ("csv", "json", "ics"):
            plan = Path(folder, "0", f"plan.{suffix}")
            commands[f"runtall check plan.{suffix}"] = (("check", plan, scenario), CHECK_TARGET)
        commands["runtall --help"] = (("--help",), HELP_TARGET)
        pairs: dict[str, list[Pair]] = {what: [] for what in commands}
        for count in range(rounds):
            _progress(f"round {count + 1} of {rounds}: commands")
            for what, (words, target) in commands.items():
                more = [Path(folder, str(count))] if target is SOLVE_TARGET else []
                work = runtall(*words, *more).times
                pairs[what].append((work, run(sys.executable, "-c", IMPORT).times))
    return [
        _ratio(what, "python -c 'import ...'", pairs[what], target)
        for what, (_, target) in commands.items()
    ]


def peaks(names: Sequence[str]) -> list[Memory]:
    """Peak memory of solving each scenario; the sample week, then the one that takes most."""
    peaks_mb = {}
    with TemporaryDirectory() as folder:
        for name in names:
            _progress(f"memory of {name}")
            solved = runtall("solve", path_of(name), "--output", str(Path(folder, name)), "--quiet")
            peaks_mb[name] = solved.peak_mb
    largest = max(peaks_mb, key=lambda name: peaks_mb[name])
    rows = dict.fromkeys([*(name for name in (SAMPLE,) if name in peaks_mb), largest])
    return [
        Memory(
            f"runtall solve {name}{', the largest' if name == largest else ''}",
            peaks_mb[name],
            MEMORY_TARGET.words,
            MEMORY_TARGET.met(peaks_mb[name]),
        )
        for name in rows
    ]


def _ratio(what: str, yardstick: str, pairs: Sequence[Pair], target: Target) -> Ratio:
    def median(number: Callable[[Times, Times], float]) -> float:
        return statistics.median(number(work, base) for work, base in pairs)

    cpu_ratio = median(lambda work, base: work.cpu / base.cpu)
    return Ratio(
        what,
        Times(median(lambda work, _: work.cpu), median(lambda work, _: work.wall)),
        yardstick,
        Times(median(lambda _, base: base.cpu), median(lambda _, base: base.wall)),
        cpu_ratio,
        median(lambda work, base: work.wall / base.wall),
        target.words,
        target.met(cpu_ratio),
    )


def run_plan_ratios(rounds: int, rows: int = RUN_PLAN_ROWS) -> list[Ratio]:
    """Run plans of many different titles to the import of pandas, both clocked inside."""
    first = date(2000, 1, 1)
    table: list[list[Cell]] = [["Date", "Day", "Workout"]]
    for number in range(rows):
        day = first + timedelta(number)
        table.append([day, f"{day:%a}", TITLES[number % len(TITLES)].format(number + 3)])
    lines = "".join(f'{day},{weekday},"{title}"\n' for day, weekday, title in table)
    contents = {"csv": lines.encode(), "xlsx": xlsx({"Plan": table})}
    pairs: dict[str, list[Pair]] = {suffix: [] for suffix in contents}
    with TemporaryDirectory() as folder:
        for count in range(rounds):
            _progress(f"round {count + 1} of {rounds}: run plans")
            for suffix, content in contents.items():
                path = Path(folder, f"plan.{suffix}")
                path.write_bytes(content)
                base = _read(run(sys.executable, "-c", CLOCKED_PANDAS))[0]
                work = _read(run(sys.executable, "-c", CLOCKED_RUNS, path))[0]
                pairs[suffix].append((work, base))
    return [
        _ratio(f"run plan, {rows} rows of .{suffix}", "import pandas", pairs[suffix], RUNS_TARGET)
        for suffix in contents
    ]


def warm_up() -> None:
    """Have all files in memory and compiled: what is measured is not the disk."""
    runtall("--help")
    importing()
    solving(SAMPLE)


def measure(
    rounds: int,
    names: Sequence[str] = NAMES,
    calendars: tuple[int, int] = CALENDARS,
    rows: int = RUN_PLAN_ROWS,
) -> Measured:
    """Measure everything.

    Raises
    ------
    Failed
        Something was not solved to the proven optimum.
    """
    machine = {
        "python": platform.python_version(),
        "ortools": metadata.version("ortools"),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
    }
    ratios = (
        *scenario_ratios(rounds, names),
        *calendar_ratios(rounds, calendars),
        *command_ratios(rounds),
        *run_plan_ratios(rounds, rows),
    )
    return Measured(rounds, machine, ratios, tuple(peaks(names)))


def tables(found: Measured) -> list[Table]:
    """The tables that are printed."""
    machine = ", ".join(f"{name} {value}" for name, value in found.machine.items())
    ratios = Table(
        title=f"Medians of {found.rounds} rounds", caption=f"{machine}; ratios are of CPU seconds"
    )
    for name in ("what", "cpu s", "wall s", "yardstick", "cpu s", "wall s", "ratio", "wall ratio"):
        ratios.add_column(name, justify="left" if name in {"what", "yardstick"} else "right")
    memory = Table(title="Peak memory")
    memory.add_column("what")
    memory.add_column("MB", justify="right")
    for table in (ratios, memory):
        table.add_column("target", no_wrap=True)
        table.add_column("met")
    for ratio in found.ratios:
        ratios.add_row(
            ratio.what,
            *_seconds(ratio.times),
            ratio.yardstick,
            *_seconds(ratio.yardstick_times),
            f"{ratio.cpu_ratio:.2f}",
            f"{ratio.wall_ratio:.2f}",
            ratio.target,
            _verdict(ratio.met),
        )
    for peak in found.memory:
        memory.add_row(peak.what, f"{peak.peak_mb:.0f}", peak.target, _verdict(peak.met))
    return [ratios, memory]


def _seconds(times: Times) -> tuple[str, str]:
    return f"{times.cpu:.3f}", f"{times.wall:.3f}"


def _verdict(met: bool) -> str:
    return "[green]yes[/]" if met else "[red]no[/]"


def _progress(what: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\x1b[2K{what}\r")


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.benchmarks.speed", description=__doc__)
    parser.add_argument(
        "scenarios", nargs="*", metavar="SCENARIO", help="shipped scenarios; default: all"
    )
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="default: 5")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument(
        "--log", action="store_true", help="measure nothing, print each solve of the scenarios"
    )
    return parser


def main() -> None:
    parser = arguments()
    options = parser.parse_args()
    names = options.scenarios or NAMES
    if options.rounds < 1:
        parser.error("--rounds: at least 1")
    for name in names:
        if name not in NAMES:
            parser.error(f"{name}: not a shipped scenario, which are {', '.join(NAMES)}")
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 140)
    if options.log:
        from tests.benchmarks.log import log_of, log_tables

        for name in options.scenarios or [SAMPLE]:
            console.print(*log_tables(name, log_of(name)), sep="\n")
        return
    try:
        warm_up()
        found = measure(options.rounds, names)
    except Failed as error:
        raise SystemExit(str(error)) from None
    if options.json:
        print(json.dumps(asdict(found), indent=2))
    else:
        console.print(*tables(found), sep="\n")


if __name__ == "__main__":
    main()
