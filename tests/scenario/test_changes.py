"""Values set in place of a scenario's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtall.scenario import ScenarioFaults, read_scenario
from runtall.scenario.changes import BadChange, change, parse_values, unknown

TEXT = """\
race_date: 2027-04-25
runs: {week: {mon: easy, tue: workout, wed: easy, thu: easy, sat: long}}
availability: {wed: off}
strength: {minutes: 35}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "scenario.yaml"
    path.write_text(TEXT, "utf-8")
    return path


def changed(path: Path, *sets: tuple[str, object]):
    changes = [change(key, value) for key, value in sets]
    return read_scenario(path, changes)


@pytest.mark.parametrize(
    ("text", "key", "values"),
    [
        ("strength.minutes=20,30,40", "strength.minutes", (20, 30, 40)),
        ("availability.wed=off,on", "availability.wed", ("off", "on")),
        ("strength.sessions.peak=1,[1, 2]", "strength.sessions.peak", (1, [1, 2])),
        ("availability.tue={minutes: 20, from: 18:30}", "availability.tue",
         ({"minutes": 20, "from": "18:30"},)),
        ("race_date=2027-04-25,2027-05-02", "race_date", ("2027-04-25", "2027-05-02")),
        ("athlete.body_mass_kg=~", "athlete.body_mass_kg", (None,)),
    ],
)  # fmt: skip
def test_values_are_yaml(text: str, key: str, values: tuple[object, ...]) -> None:
    assert parse_values(text) == (key, values)


@pytest.mark.parametrize(
    "text",
    ["strength.minutes", "=3", "a..b=3", "minutes=", "minutes=[3", "a=1], b: [2", "a={b: 1, b: 2}"],
)
def test_what_sets_nothing_is_told(text: str) -> None:
    with pytest.raises(BadChange, match=r"^--set "):
        parse_values(text)


def test_a_changed_scenario_is_the_one_that_says_so(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "scenario.yaml"
    other.parent.mkdir()
    other.write_text(
        TEXT.replace("wed: off", "wed: {minutes: 20}").replace("35", "30")
        + "athlete: {signs: {torso_twists: 2}}\n",
        "utf-8",
    )
    sets = (
        ("availability.wed.minutes", 20),
        ("strength.minutes", 30),
        ("athlete.signs.torso_twists", 2),
    )
    assert changed(path, *sets) == read_scenario(other)


def test_on_is_what_a_weekday_is_without_a_word(path: Path) -> None:
    opened = changed(path, ("availability.wed", "on"))
    assert opened.sha256 == changed(path, ("availability.wed", {})).sha256
    assert opened.sha256 == changed(path, ("availability.wed", None)).sha256
    assert opened.sha256 != changed(path).sha256
    assert changed(path, ("availability.mon", "on")).sha256 == changed(path).sha256


def test_a_whole_number_may_have_a_point(path: Path) -> None:
    assert changed(path, ("strength.minutes", 30.0)) == changed(path, ("strength.minutes", 30))


def test_a_bad_value_is_told_with_its_key(path: Path) -> None:
    with pytest.raises(ScenarioFaults) as caught:
        changed(path, ("strength.minutes", 400), ("athlete.experience", "nwe"))
    faults = [str(fault).partition("scenario.yaml")[2] for fault in caught.value.faults]
    assert [fault.split(" ")[0:2] for fault in faults] == [
        [":1:1:", "athlete.experience:"],
        [":4:12:", "strength.minutes:"],
    ]


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("strength.fix.0.day", "strength.fix"),
        ("athlete.painful.0", "athlete.painful"),
        ("strength.sessions.peak.0", "strength.sessions.peak"),
    ],
)
def test_what_is_in_a_list_has_no_dotted_key(path: Path, key: str, place: str) -> None:
    assert unknown(path, [change(key, "mon")]) == [
        f"--set {key}=mon: {place} has no keys, and what is in a list can't be set by itself;"
        f" set all of it, as in --set '{place}=[...]'"
    ]


def test_a_list_is_set_as_a_whole(path: Path) -> None:
    key, (value,) = parse_values("strength.fix=[{session: D1, day: mon}]")
    assert unknown(path, [change(key, value)]) == []
    changed(path, (key, value))
    # What is wrong with a value is told when it is read.
    assert unknown(path, [change(key, {"a": 1})]) == []


def test_unknown_keys_are_told_before_anything_is_read(path: Path) -> None:
    assert (
        unknown(path, [change("strength.minutes", 400), change("rules.next-day.weight", 3)]) == []
    )
    first, second = unknown(path, [change("strength.minuts", 20), change("strengh.minutes", 20)])
    assert first.startswith("--set strength.minuts=20: there is no such key")
    assert "minutes" in first.partition("no such key")[2]
    assert "strengh" in second
    assert "there is no such key" in second
