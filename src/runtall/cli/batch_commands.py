"""``runtall sweep`` and ``runtall cohort``: many plans in one go."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from runtall.cli.exits import Exit
from runtall.cli.json_output import print_json
from runtall.cli.options import (
    OUTPUT,
    AsJson,
    Quiet,
    ScenarioFile,
    Text,
    argument,
    files_of,
    folder_option,
    option,
    value_option,
    whole_from,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runtall.app.batches import Batch, Task

Jobs = Annotated[
    Any,
    value_option(
        whole_from(1), "N", "Processes on this machine. Default: one a core.", "--jobs", "-j"
    ),
]
Scheduler = Annotated[
    Text, option("ADDRESS", "Of a Dask scheduler whose workers solve: tcp://host:8786.")
]
# Exit codes where there is no plan at all, by the first failure; else a limit was reached.
NOBODY = {"INVALID": Exit.BAD_INPUT, "UNWRITTEN": Exit.BAD_INPUT, "INFEASIBLE": Exit.IMPOSSIBLE}


def sweep(
    scenario: ScenarioFile,
    sets: Annotated[
        list[str],
        option("KEY=V1,V2...", "Values of a key; once for each key.", "--set"),
    ],
    output: Annotated[
        Path | None, folder_option("Folder. Default: plans/<scenario>-sweep.", *OUTPUT)
    ] = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Solve a scenario with every combination of some values."""
    from runtall.app.task_lists import sweep_tasks

    folder = output if output is not None else Path("plans") / f"{scenario.stem}-sweep"
    tasks = sweep_tasks(scenario, sets, folder)
    _run(tasks, folder / "sweep.csv", jobs, scheduler, as_json=as_json, quiet=quiet)


def cohort(
    scenarios: Annotated[
        list[Path],
        argument("SCENARIO", "A scenario for each athlete, or a folder of them."),
    ],
    output: Annotated[
        Path | None,
        folder_option("Folder for a folder of each athlete. Default: plans.", *OUTPUT),
    ] = None,
    also: Annotated[
        list[str] | None,
        option(
            "FILE", "Write club.html, too, or plan.html, plan.md or plan.txt for each.", "--also"
        ),
    ] = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Solve the scenarios of many athletes."""
    from runtall.app.club import CLUB
    from runtall.app.task_lists import cohort_tasks

    folder = output if output is not None else Path("plans")
    names = files_of(also)
    tasks = cohort_tasks(scenarios, folder, names)
    club = CLUB in names
    _run(tasks, folder / "cohort.csv", jobs, scheduler, as_json=as_json, quiet=quiet, club=club)


def _run(
    tasks: "Sequence[Task]",
    summary: Path,
    jobs: int | None,
    scheduler: str | None,
    *,
    as_json: bool,
    quiet: bool,
    club: bool = False,
) -> None:
    from runtall.app.batches import run
    from runtall.app.club import write_club
    from runtall.app.executor import executor, exposed
    from runtall.cli import batch_screen, screen
    from runtall.cli.signals import heard_as_ctrl_c

    if jobs is not None and scheduler is not None:
        raise typer.BadParameter("--jobs is for this machine; with --scheduler the workers count")
    if scheduler is not None and (warning := exposed(scheduler)):
        screen.print_error(warning, quiet=quiet)
    where = executor(jobs, scheduler, screen.print_error)
    with heard_as_ctrl_c(), batch_screen.progress(len(tasks), quiet=quiet or as_json) as step:
        batch = run(tasks, summary, where, step)
    page = write_club(summary.parent, batch.rows, tasks) if club else None
    if as_json:
        print_json([row.cells for row in batch.rows])
    else:
        batch_screen.print_failures(batch)
        if not quiet:
            batch_screen.print_batch(batch)
            if page:
                typer.echo(page)
    raise typer.Exit(_exit_code(batch))


def _exit_code(batch: "Batch") -> Exit:
    """Return 0 as soon as there is a plan; else the first failure's; a defect always counts."""
    if any(row.status in {"DEFECT", "LOST"} for row in batch.rows):
        return Exit.DEFECT
    if any(row.planned for row in batch.rows):
        return Exit.DONE
    return NOBODY.get(batch.rows[0].status, Exit.OUT_OF_TIME)
