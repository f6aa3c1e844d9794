"""Every combination, and a folder for each."""

from __future__ import annotations

from runtall.batch.combinations import combinations, folder_name
from runtall.scenario.changes import in_yaml, parse_values


def test_every_combination_the_last_key_fastest() -> None:
    found = list(combinations({"a.b": (1, 2), "c": ("off", "on")}))
    assert [labels for labels, _ in found] == [
        {"a.b": "1", "c": "off"},
        {"a.b": "1", "c": "on"},
        {"a.b": "2", "c": "off"},
        {"a.b": "2", "c": "on"},
    ]
    assert found[1][1] == ((("a", "b"), 1), (("c",), "on"))


def test_a_value_that_is_given_twice_is_one_of_another_type_is_not() -> None:
    found = [changes[0][1] for _, changes in combinations({"a": (1, 1, 1.0, "1", True, "true")})]
    assert [(type(value), value) for value in found] == [
        (int, 1), (float, 1.0), (str, "1"), (bool, True), (str, "true"),
    ]  # fmt: skip


def test_values_are_shown_as_one_writes_them() -> None:
    values = ["off", 20, 2.5, True, None, [1, 2], {"from": "18:30"}]
    assert [in_yaml(value) for value in values] == [
        "off", "20", "2.5", "true", "null", "[1, 2]", '{"from": "18:30"}',
    ]  # fmt: skip


def test_what_is_shown_is_read_as_the_same_value() -> None:
    values = ("20", 20, 20.0, "true", "null", "", "a, b", "[1", "2027-01-01", "a: b", "x\ny", ["1"])
    for value in values:
        _, (read,) = parse_values(f"a={in_yaml(value)}")
        assert (type(read), read) == (type(value), value)


def test_folders_have_names_that_every_system_takes() -> None:
    assert folder_name({"strength.minutes": "20", "availability.wed": "off"}) == (
        "strength.minutes=20,availability.wed=off"
    )
    names = [
        folder_name({"name": value})
        for value in ("a/b", "a:b", "a?b", "../..", "x" * 300, "Z\u00fcrich", "a.")
    ]
    assert len(set(names)) == len(names)
    for name in names:
        assert len(name) <= 100
        assert not set(name) & set('/\\:?*"<>|')
        assert name.isascii()
        assert name not in {".", ".."}
