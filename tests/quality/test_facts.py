"""Everything that the guide says reaches the runner."""

from __future__ import annotations

import re

import pytest
from icalendar import Calendar

from tests.cli.run import runtall
from tests.quality.facts import FACTS
from tests.readmes import page
from tests.solve import shipped

SAMPLE = "sample-week"


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a runner of the sample week reads, by place."""
    answer = shipped.solved(SAMPLE, tmp_path_factory)
    folder = tmp_path_factory.mktemp("facts")
    events = Calendar.from_ical(answer.paths[0].read_bytes()).walk("VEVENT")

    def texts(category: str) -> str:
        chosen = (event for event in events if category in event.categories)
        return "\n".join(f"{event['SUMMARY']}\n{event['DESCRIPTION']}" for event in chosen)

    return {
        "screen": runtall("solve", shipped.path_of(SAMPLE), "-o", folder).out,
        "card": texts("Strength"),
        "how": texts("Guide"),
        "mobility": texts("Mobility"),
        "table": " ".join(answer.paths[1].read_text("utf-8").splitlines()),
        "readme": page("README.md").text,
    }


def test_there_are_fifty_two() -> None:
    assert len(FACTS) == len({fact for fact, _ in FACTS}) == 52


@pytest.mark.parametrize(("fact", "found"), FACTS, ids=[fact for fact, _ in FACTS])
def test_a_fact_is_read(fact: str, found: dict[str, str], places: dict[str, str]) -> None:
    for place, words in found.items():
        assert re.search(words, places[place]), f"{fact}: not on the {place}"
