"""What was written and nobody touched follows from itself, whatever the calendar leaves out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import chain, combinations
from pathlib import Path

import pytest

from runtall import app
from runtall.check.violations import violations
from runtall.exporters.export import Export
from runtall.exporters.reading_back import compared
from runtall.exporters.records import RECORDS
from tests.exporters.samples import NOW

CALLED_OFF = """\
race_date: 2027-06-20
weeks: 9
runs:
  week: {mon: rest, tue: easy, wed: workout, thu: easy, fri: easy, sat: rest, sun: long}
  own: {fri: "Gym: upper body", 2027-05-14: []}
"""
"""The runner's own session isn't there in week 4: its one session of ours is both in one."""
EVENTS = ("strength", "mobility", "runs")
SUBSETS = [*chain.from_iterable(combinations(EVENTS, count) for count in (1, 2, 3))]


@cache
def called_off(folder: Path) -> app.Solved:
    """The solved plan."""
    path = folder / "called-off.yaml"
    path.write_text(CALLED_OFF, encoding="utf-8")
    answer = app.solve(path, folder / "called-off")
    assert isinstance(answer, app.Solved), answer
    return answer


@pytest.mark.parametrize("include", SUBSETS)
def test_every_file_says_what_follows_from_it(
    include: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    view = called_off(tmp_path_factory.getbasetemp())
    publication = replace(view.scenario.publication, include=frozenset(include))
    scenario = replace(view.scenario, publication=publication)
    export = Export(scenario, view.plan, view.report, NOW)
    for record in RECORDS.values():
        labels = compared(record, record.encode(record.draft(export)), scenario)
        assert labels.wrong == ()
        if labels.plan.sessions:
            assert (labels.edited, violations(scenario.problem, labels.plan)) == ((), ())


def test_a_calendar_that_lost_our_properties_gives_up_no_more(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    view = called_off(tmp_path_factory.getbasetemp())
    record = RECORDS[".ics"]
    data = record.encode(record.draft(Export(view.scenario, view.plan, view.report, NOW)))
    lines = data.replace(b"\r\n ", b"").split(b"\r\n")
    kept = b"\r\n".join(line for line in lines if not line.startswith(b"X-"))
    assert compared(record, kept, view.scenario).wrong == ()
