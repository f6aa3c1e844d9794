"""The same plan in every format is the same run plan; written as a table, it stays so."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall import app
from runtall.domain.run_plan import RunKind
from runtall.importers import RunFile, load_runs
from runtall.importers.base import Provenance
from tests.importers import one_plan
from tests.importers.complaints import faults_of

TAKEN_FOR = {
    "ours.csv": "a table, one row a run",
    "workouts.csv": "a TrainingPeaks table",
    "weeks.csv": "a table, one row a week",
    "undated.csv": "a table, one row a week",
    "hack.ics": "a calendar of calendar-hack",
    "peaks.ics": "a calendar of TrainingPeaks",
    "runna.ics": "a calendar of Runna",
    "surge.ics": "a calendar of Final Surge",
    "garmin.ics": "a calendar of Garmin Connect",
    "cells.ics": "a calendar",
    "plan.yaml": "a plan file of calendar-hack",
    "plan.json": "a plan file of calendar-hack",
}


def load(folder: Path, name: str, race: date | None = one_plan.RACE) -> RunFile:
    path = folder / name
    path.write_text(one_plan.FILES[name](), encoding="utf-8", newline="")
    return load_runs(path, race_date=race)


def by_day(loaded: RunFile) -> dict[date, list[tuple[str, bool, int | None]]]:
    days: dict[date, list[tuple[str, bool, int | None]]] = {}
    for one in loaded.runs:
        if one.run.kind is not RunKind.REST:
            run = (one.run.kind.value, one.run.optional, one.run.distance_m)
            days.setdefault(one.date, []).append(run)
    return days


@pytest.mark.parametrize("name", one_plan.FILES)
def test_every_format_gives_the_same_plan(tmp_path, name):
    loaded = load(tmp_path, name)
    assert by_day(loaded) == one_plan.expected()
    assert [one.date for one in loaded.occupied] == one_plan.OCCUPIED
    assert loaded.format == TAKEN_FOR[name]
    assert [warning.split(":")[0] for warning in loaded.warnings] == [
        "races before 2027-04-25, the race, are read as tune-ups"
    ]


@pytest.mark.parametrize("name", one_plan.FILES)
def test_minutes_that_are_planned_are_known(tmp_path, name):
    known = {one.date: one.run.minutes for one in load(tmp_path, name).runs if one.run.minutes}
    assert known == {
        day: one.minutes for day, one in one_plan.PLAN if one.minutes and one.service != "Strength"
    }


@pytest.mark.parametrize("name", [name for name in one_plan.FILES if name[-3:] in {"csv", "ics"}])
def test_a_dated_file_knows_its_race_itself(tmp_path, name):
    if name == "undated.csv":
        return
    assert by_day(load(tmp_path, name, race=None)) == one_plan.expected()


@pytest.mark.parametrize("name", ["undated.csv", "plan.yaml", "plan.json"])
def test_plans_without_dates_move_with_the_race(tmp_path, name):
    (fault,) = faults_of(lambda: load(tmp_path, name, race=None))
    assert fault.message.startswith("the plan has no dates")
    for days in (-1, 3, 364) if name != "undated.csv" else (-364, 7, 364):
        moved = load(tmp_path, name, one_plan.RACE + timedelta(days=days))
        assert by_day(moved) == {
            day + timedelta(days=days): runs for day, runs in one_plan.expected().items()
        }


@pytest.mark.parametrize("name", ["hack.ics", "weeks.csv"])
@pytest.mark.parametrize("days", [-1, 1, 3])
def test_a_race_on_any_weekday(tmp_path, monkeypatch, name, days):
    """Dated files of a plan whose weeks begin on another weekday."""
    moved = tuple((day + timedelta(days=days), one) for day, one in one_plan.PLAN)
    expected = {day + timedelta(days=days): runs for day, runs in one_plan.expected().items()}
    monkeypatch.setattr(one_plan, "PLAN", moved)
    loaded = load(tmp_path, name, one_plan.RACE + timedelta(days=days))
    assert by_day(loaded) == expected


@pytest.mark.parametrize("name", one_plan.FILES)
def test_the_table_for_correcting_by_hand_reads_as_the_same(tmp_path, name):
    first = load(tmp_path, name)
    read = app.runs(tmp_path / name, race_date=one_plan.RACE, csv=tmp_path / "out.csv")
    assert read.file == first
    again = load_runs(tmp_path / "out.csv", race_date=one_plan.RACE)
    assert [(one.date, one.run) for one in again.runs] == [
        (one.date, one.run) for one in first.runs
    ]
    assert again.occupied == first.occupied
    assert {one.provenance for one in again.runs} == {Provenance.STATED}


def test_kinds_say_where_they_come_from(tmp_path):
    runs = {one.date: one for one in load(tmp_path, "peaks.ics").runs}
    assert runs[one_plan.FIRST].provenance is Provenance.STATED
    assert runs[one_plan.FIRST].words == "Day Off"
    speed = runs[one_plan.FIRST + timedelta(days=8)]
    assert (speed.provenance, speed.words) == (Provenance.INFERRED, "tempo")
    assert not speed.by_position
    sunday = runs[one_plan.FIRST + timedelta(days=6)]
    assert (sunday.provenance, sunday.by_position) == (Provenance.INFERRED, True)
    assert sunday.words == "the longest run of the week"


def test_the_runner_is_right(tmp_path):
    path = tmp_path / "hack.ics"
    path.write_text(one_plan.calendar_hack_ics(), encoding="utf-8", newline="")

    def correct(title: str) -> tuple[RunKind, bool] | None:
        return (RunKind.RECOVERY, False) if title == "16 km" else None

    first = {one.date: one for one in load_runs(path, correct).runs}
    sunday = first[one_plan.FIRST + timedelta(days=6)]
    assert (sunday.run.kind, sunday.provenance) == (RunKind.RECOVERY, Provenance.STATED)
    assert sunday.words == "runs.kinds"
