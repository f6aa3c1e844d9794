"""Words of a title say the same in a scenario."""

from __future__ import annotations

import tomllib

import pytest

from runtall.documents.values import BadValue
from runtall.domain.library import data_text
from runtall.domain.run_plan import Run, RunKind
from runtall.scenario.run_words import RUN_WORDS, read_run_word


@pytest.mark.parametrize("word", RUN_WORDS)
def test_kinds_are_themselves_in_any_spelling(word: str) -> None:
    for text in (word, word.title(), f" {word} ", word.replace("_", " ")):
        assert read_run_word(text) == RUN_WORDS[word]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("off", "rest"), ("Day off", "rest"), ("rest_day", "rest"), ("none", "rest"),
        ("intervals", "workout"), ("Tempo", "workout"), ("6x800", "workout"), ("hills", "workout"),
        ("Easy", "easy"), ("jog", "easy"), ("Long run", "long"), ("MLR", "medium_long"),
        ("shakeout", "recovery"), ("bike", "cross"), ("rest or 5 km easy", "easy?"),
        ("easy 5k (optional)", "easy?"), ("Easy ?", "easy?"), ("parkrun", "tuneup"),
        ("Half marathon", "tuneup"), ("London Marathon", "race"), ("10k race", "tuneup"),
    ],
)  # fmt: skip
def test_what_titles_say(text: str, kind: str) -> None:
    assert read_run_word(text) == RUN_WORDS[kind]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (one["title"], one["kind"])
        for one in tomllib.loads(data_text("languages/en.toml"))["example"]
        if one["kind"] in {*RunKind}
    ],
)
def test_every_example_of_a_title_is_a_word_here(title: str, kind: str) -> None:
    word = read_run_word(title)
    assert word.kind == kind or {word.kind, kind} == {RunKind.RACE, RunKind.TUNEUP}


@pytest.mark.parametrize("text", ["gym", "yoga", "Kenyan", "", "rest?", 3, None])
def test_what_says_no_run(text: object) -> None:
    with pytest.raises(BadValue):
        read_run_word(text)


def test_a_title_keeps_its_words_and_its_length(read) -> None:
    week = '{mon: off, tue: "6x800", wed: easy 8 km, sat: Long 90 min, sun: [easy, "4 km jog"]}'
    runs = read(f"race_date: 2027-04-25\nruns: {{week: {week}}}\n").request.runs
    assert runs[0] == (Run(RunKind.REST),) or runs[0] == ()
    assert runs[1] == (Run(RunKind.WORKOUT, "6x800"),)
    assert runs[2] == (Run(RunKind.EASY, "easy 8 km", 8000),)
    assert runs[5] == (Run(RunKind.LONG, "Long 90 min", minutes=90),)
    assert runs[6] == (Run(RunKind.EASY), Run(RunKind.EASY, "4 km jog", 4000))


@pytest.mark.parametrize(
    ("text", "kind"),
    [("18 mi", "long"), ("easy 18 mi", "long"), ("easy 8 km", "easy"), ("12 miles", "easy")],
)
def test_an_easy_run_that_is_far_is_a_long_one(text: str, kind: str) -> None:
    assert read_run_word(text).kind == kind
