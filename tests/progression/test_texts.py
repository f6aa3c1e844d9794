"""Texts, further reading and the mobility add-on."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.library import records
from runtall.domain.mobility import mobility_items, mobility_minutes
from runtall.domain.phase import Phase
from runtall.domain.run_plan import Run, RunKind
from runtall.progression.exposures import Hold
from runtall.progression.mobility import has_mobility_block
from runtall.progression.texts import race_words, say, texts
from tests.problems import problem


def test_every_text_has_its_source() -> None:
    rows = records("texts.csv")
    assert [row["id"] for row in rows] == list(texts())
    assert all(row["source"] for row in rows)
    for text in texts().values():
        assert text == text.strip()
        assert "\n" not in text


def test_texts_do_not_look_like_lines_of_a_card() -> None:
    for text in texts().values():
        assert not re.match(r"\s*[0-9]+\. ", text)


def test_unknown_text() -> None:
    with pytest.raises(KeyError):
        say("nothing")


def test_further_reading_has_six_topics() -> None:
    rows = records("further_reading.csv")
    assert len({row["topic"] for row in rows}) == 6
    assert all(row["url"].startswith("https://") for row in rows)


def test_mobility_add_on() -> None:
    items = mobility_items()
    assert [item.position for item in items] == [1, 2, 3, 4]
    assert [(item.low, item.high, item.sets, item.per_side) for item in items] == [
        (30, 45, 1, True),
        (6, 8, 1, True),
        (30, 30, 1, True),
        (15, 15, 2, False),
    ]
    assert mobility_minutes() == 5


def test_mobility_without_a_band() -> None:
    names = [item.name for item in mobility_items(items=frozenset())]
    assert names[:3] == [item.name for item in mobility_items()][:3]
    assert names[3] == "Arm circles and wall slides"


@pytest.mark.parametrize(
    ("title", "metres", "words"),
    [
        ("", None, "long race"),
        ("City Marathon", None, "marathon"),
        ("Half marathon", None, "long race"),
        ("City Marathon", 21_100, "long race"),
        ("", 42_195, "marathon"),
        ("City 10k", 10_000, "race"),
    ],
)
def test_a_marathon_is_named_only_where_the_race_is_one(
    title: str, metres: int | None, words: str
) -> None:
    race = Run(RunKind.RACE, title, metres)
    some = problem("easy workout easy easy easy long recovery")
    days = (*some.days[:-1], replace(some.days[-1], runs=(race,)))
    assert race_words(replace(some, days=days)) == words


def test_taper_sessions_hold_the_block() -> None:
    assert has_mobility_block(Phase.TAPER, SessionKind.LIGHT)
    assert has_mobility_block(Phase.TAPER, SessionKind.VERY_LIGHT)
    assert not has_mobility_block(Phase.TAPER, SessionKind.D1)
    assert not has_mobility_block(Phase.BASE, SessionKind.LIGHT)


@pytest.mark.parametrize("hold", Hold)
def test_every_hold_has_words_for_now_and_for_next_time(hold: Hold) -> None:
    assert {f"held_{hold}", f"ahead_{hold}"} <= set(texts())
