"""Events of intervals.icu."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.errors import FileFaults
from runtall.importers import load_runs
from runtall.importers.base import Context
from runtall.importers.looks_like import sniff
from runtall.importers.records.intervals_icu import read_intervals_icu

RUN = {
    "id": 1, "category": "WORKOUT", "type": "Run", "name": "6 x 800 m",
    "start_date_local": "2027-03-02T00:00:00", "description": "- 6x\n- 800m 95% pace",
    "moving_time": 3900, "distance": 12000.0,
}  # fmt: skip


def entries(*events: Any) -> Any:
    return read_intervals_icu(json.dumps(events), Context()).entries


def changed(**values: Any) -> dict[str, Any]:
    return RUN | values


def test_a_run_with_its_length_and_start() -> None:
    (entry,) = entries(RUN)
    assert (entry.date, entry.at, entry.title) == (date(2027, 3, 2), None, "6 x 800 m")
    assert (entry.minutes, entry.distance_m, entry.kind) == (65, 12000, "")
    assert "800m" in entry.text
    (early,) = entries(changed(start_date_local="2027-03-02T06:30:00"))
    assert early.at == time(6, 30)
    (target,) = entries(changed(moving_time=None, distance=None, time_target=600,
                                distance_target=2000))  # fmt: skip
    assert (target.minutes, target.distance_m) == (10, 2000)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"type": "TrailRun"}, ""),
        ({"type": "Ride"}, "cross"),
        ({"type": "Swim"}, "cross"),
        ({"type": "WeightTraining"}, "strength"),
        ({"category": "RACE_A"}, "race"),
        ({"category": "RACE_B", "type": "Ride"}, "cross"),
    ],
)
def test_what_an_event_is(values: dict[str, Any], kind: str) -> None:
    (entry,) = entries(changed(**values))
    assert entry.kind == kind


@pytest.mark.parametrize(
    "category", ["NOTE", "HOLIDAY", "SICK", "INJURED", "TARGET", "SEASON_START", "SET_EFTP"]
)
def test_what_is_no_training(category: str) -> None:
    assert len(entries(RUN, changed(category=category))) == 1


@pytest.mark.parametrize(
    "text", ["[", "{}", "3", "[]", '[{"category": "NOTE"}]', "[1, 2]", "[" * 99999]
)
def test_what_is_no_list_of_events(text: str) -> None:
    with pytest.raises(FileFaults):
        read_intervals_icu(text, Context())


def test_events_without_a_date_are_told() -> None:
    found = read_intervals_icu(json.dumps([RUN, changed(start_date_local="soon")]), Context())
    assert len(found.entries) == 1
    assert "events left out without a date" in found.warnings[0]


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(sorted(RUN)), VALUES))
def test_any_values_are_read_or_left_out(values: dict[str, Any]) -> None:
    assert len(entries(RUN, changed(**values))) in {1, 2}


def test_a_file_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    long, lift = (
        changed(name="Long run", start_date_local="2027-03-06T00:00:00"),
        changed(name="Gym", type="WeightTraining", start_date_local="2027-03-03T00:00:00"),
    )
    race = changed(name="City Marathon", category="RACE_A", start_date_local="2027-04-25T09:00:00")
    path.write_text(json.dumps([RUN, long, lift, race]), "utf-8")
    assert sniff(path.read_text("utf-8")) == "intervals_icu"
    found = load_runs(path, race_date=date(2027, 4, 25))
    assert [dated.run.kind for dated in found.runs] == ["workout", "long", "race"]
    assert [day.title for day in found.occupied] == ["Gym"]
    assert found.format == "events of intervals.icu"


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda events: {"events": events},
        lambda events: {"data": {"workouts": events, "count": len(events)}},
        lambda events: {"units": "metric", "result": events},
        lambda events: {"athlete": "i1", "days": [], "items": events},
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_events_below_a_key_are_read_as_the_bare_list(
    tmp_path: Path, wrapped: Any, indent: int | None
) -> None:
    events = [RUN, changed(name="Easy 8k", start_date_local="2027-03-03T06:30:00"),
              changed(category="RACE_A", start_date_local="2027-03-07T00:00:00")]  # fmt: skip
    path = tmp_path / "events.json"
    read = []
    for document in (events, wrapped(events)):
        path.write_text(json.dumps(document, indent=indent))
        read.append([(one.date, one.run) for one in load_runs(path).runs])
    assert read[0] == read[1]
    assert len(read[0]) == 3


def test_other_lists_below_a_key_are_no_events(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    days = [{"date": f"2027-03-0{day}", "category": "easy", "title": "8 km"} for day in (1, 2, 3)]
    path.write_text(json.dumps({"plan": days}))
    assert [one.run.distance_m for one in load_runs(path).runs] == [8000] * 3
