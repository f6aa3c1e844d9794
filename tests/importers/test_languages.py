"""Words of twelve languages: every example, however it is typed, and which language it is."""

from __future__ import annotations

import tomllib
from itertools import combinations

import pytest

from runtall.domain.library import data_text
from runtall.domain.run_plan import STRENGTH, RunKind
from runtall.importers.kinds.classify import classify
from runtall.importers.words.languages import CODES, language, spoken
from runtall.importers.words.titles import spelling
from tests.importers.made_up.plans import authors, plan

EXAMPLES = [
    (code, one)
    for code in CODES
    for one in tomllib.loads(data_text(f"languages/{code}.toml"))["example"]
]
RUNNING = ("rest", "recovery", "easy", "long", "workout", "race")
OTHER = ("strength", "cross")


def order(code):
    return (code, *(other for other in CODES if other != code))


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
@pytest.mark.parametrize("typed", [str, str.upper, str.lower, spelling])
def test_every_example(code, example, typed):
    meaning = classify(typed(example["title"]), order(code))
    assert (meaning.kind, meaning.weak) == (example["kind"], example.get("weak", False))


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_words_and_examples_of_every_kind(code):
    words, kinds = language(code), {one["kind"] for other, one in EXAMPLES if other == code}
    assert {*RUNNING, *OTHER} <= kinds <= {*RunKind, STRENGTH}
    assert all(words.words[name] for name in (*RUNNING, *OTHER, "medium_long", "no_run", "tell"))


@pytest.mark.parametrize("code", CODES)
def test_no_word_says_two_things_that_exclude_each_other(code):
    words = {name: set(map(spelling, language(code).words[name])) for name in (*RUNNING, *OTHER)}
    for one, other in combinations(words, 2):
        both = words[one] & words[other]
        assert not both, f"{both}: {one} and {other}"


@pytest.mark.parametrize("author", list(authors()), ids=lambda author: author.name)
def test_the_language_is_told_by_the_words(author):
    titles = [f"{day.title} {day.text}" for day in plan(author)]
    assert spoken(titles)[0] == author.code
