"""The use case of a club's page: what a cohort came to, for whoever coaches it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from runtall.app.opening import read_plan_json
from runtall.batch.tasks import Row, Task
from runtall.exporters.files import CannotWrite, previous, write_all

CLUB = "club.html"


def expect_club(folder: Path) -> None:
    """Check that a club's page would take the place of nobody else's file.

    Raises
    ------
    CannotWrite
        Saying what is there.
    """
    from runtall.exporters.page.club import OURS

    data = previous(folder / CLUB)
    if data and OURS.encode() not in data[:120]:
        raise CannotWrite.loses(folder / CLUB)


def write_club(folder: Path, rows: Sequence[Row], tasks: Sequence[Task]) -> Path:
    """Write the page of a club beside the folders of its athletes.

    Raises
    ------
    CannotWrite
        It can't be written.
    """
    from runtall.exporters.page.club import Member, club_page

    members = []
    for row in rows:
        task = tasks[row.number]
        view = read_plan_json(task.folder / "plan.json") if row.planned else None
        page = next((name for name in task.also if view and name.endswith(".html")), "")
        name = task.folder.name
        members.append(Member(name, row.status, row.reasons, row.warnings, view, page))
    return write_all(folder, {CLUB: club_page(members, tasks[0].now.date())})[0]
