"""Every field of every record: a lie that stands alone is found, whatever field is added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pytest

from runtall.check.violations import violations
from runtall.domain.scenario import Scenario
from runtall.exporters.columns import COLUMNS
from runtall.exporters.reading_back import compared
from runtall.exporters.records import RECORDS
from runtall.exporters.unreadable import UnreadablePlan
from tests.check.lawful import EDITS
from tests.check.lies import LIES, Lie, spread
from tests.check.plans import solved
from tests.readmes import ROOT

# With times and a zone, with what weeks give up, with travel, in pounds, ...
SCENARIOS = (
    "doubles",
    "only-tuesday-friday",
    "sample-week",
    "shoulder-irritation",
    "travel-weeks",
    "trained-lifter-gym",
)
# A long search is cut into so many tests, by field, that each ends in time on a busy machine.
PARTS = 4
# A length that fits other sets is what changed sets leave: it is told, as the edit that it may be.
MAY_BE_AN_EDIT = {"minutes", "sessions.minutes", "SUMMARY", "DESCRIPTION line 1"}


def verdict(suffix: str, data: bytes, scenario: Scenario) -> str:
    """Whether a file is refused, or what is told of it."""
    try:
        labels = compared(RECORDS[suffix], data, scenario)
    except UnreadablePlan:
        return "found"
    if labels.wrong or violations(scenario.problem, labels.plan):
        return "found"
    return "told" if labels.edited else "missed"


def sampled(lies: Iterable[Lie], most: int) -> Sequence[Lie]:
    """One lie of a field, another one of the next, as many in equal steps."""
    by_field: dict[str, list[Lie]] = {}
    for lie in lies:
        by_field.setdefault(lie[0], []).append(lie)
    each = [found[number % len(found)] for number, found in enumerate(by_field.values())]
    return spread(each, most)


def of_part(lies: Iterable[Lie], part: int) -> Iterator[Lie]:
    """The lies or edits of every so-manieth field."""
    numbers: dict[str, int] = {}
    for field, lie in lies:
        if numbers.setdefault(field, len(numbers)) % PARTS == part:
            yield field, lie


def judged(name: str, suffix: str, lies: Iterable[Lie], scenario: Scenario) -> list[str]:
    """What is missed; the numbers by field are printed."""
    seen: dict[str, Counter[str]] = {}
    for field, lie in lies:
        seen.setdefault(field, Counter())[verdict(suffix, lie(), scenario)] += 1
    total = sum(seen.values(), Counter[str]())
    print(f"{name} {suffix}: {dict(total)} in {len(seen)} fields")
    for field, found in seen.items():
        print(f"  {field}: {dict(found)}")
    missed = [field for field, found in seen.items() if found["missed"]]
    return missed + [field for field in seen if seen[field]["told"] and field not in MAY_BE_AN_EDIT]


@pytest.mark.parametrize("suffix", RECORDS)
def test_a_lone_lie_is_found(suffix: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    answer = solved("sample-week", tmp_path_factory)
    data = next(path for path in answer.paths if path.suffix == suffix).read_bytes()
    assert verdict(suffix, data, answer.scenario) == "missed"
    lies = sampled(LIES[suffix](data, 1), 24)
    assert judged("sample-week", suffix, lies, answer.scenario) == []


@pytest.mark.sweep
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("suffix", RECORDS)
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_lone_lie_is_found(
    name: str, suffix: str, part: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    answer = solved(name, tmp_path_factory)
    data = next(path for path in answer.paths if path.suffix == suffix).read_bytes()
    lies = of_part(LIES[suffix](data, 3), part)
    assert judged(name, suffix, lies, answer.scenario) == []


def refused(name: str, suffix: str, edits: Iterable[Lie], scenario: Scenario) -> list[str]:
    """What labels say of edits that are free; rules may say what they like."""
    seen = Counter[str]()
    faults = []
    for field, edit in edits:
        seen[field] += 1
        wrong = compared(RECORDS[suffix], edit(), scenario).wrong
        faults += [f"{field}: {line}" for line in wrong]
    print(f"{name} {suffix}: {seen.total()} lawful edits, {dict(seen)}")
    return faults


@pytest.mark.parametrize("suffix", RECORDS)
def test_a_free_edit_is_not_refused(suffix: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    answer = solved("sample-week", tmp_path_factory)
    data = next(path for path in answer.paths if path.suffix == suffix).read_bytes()
    assert refused("sample-week", suffix, EDITS[suffix](data, 1), answer.scenario) == []


@pytest.mark.sweep
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("suffix", RECORDS)
@pytest.mark.parametrize("name", SCENARIOS)
def test_no_free_edit_is_refused(
    name: str, suffix: str, part: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    answer = solved(name, tmp_path_factory)
    data = next(path for path in answer.paths if path.suffix == suffix).read_bytes()
    edits = of_part(EDITS[suffix](data, 5), part)
    assert refused(name, suffix, edits, answer.scenario) == []


def test_the_readme_says_what_is_free() -> None:
    text = (ROOT / "src/runtall/exporters/README.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[a-z_`, 0-9]+`) \|.*\| (.*?) \|$", text, re.MULTILINE)
    told = {
        name: "free" in by_hand for names, by_hand in rows for name in re.findall(r"[a-z_]+", names)
    }
    assert {column.name: bool(column.by_hand) for column in COLUMNS} == told
