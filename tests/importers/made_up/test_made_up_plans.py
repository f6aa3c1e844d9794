"""Plans in twelve languages and in ten manners of English, each in three layouts."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.importers.made_up.plans import Author, authors
from tests.importers.made_up.reading import Score, scores

LANGUAGES: defaultdict[str, list[Author]] = defaultdict(list)
for one in authors():
    LANGUAGES[one.code].append(one)
# Shares of days whose kind is right, and that are rightly hard or easy.
KIND, HARD = 0.95, 0.97
KIND_IN_ENGLISH, HARD_IN_ENGLISH = 0.97, 0.99


def together(chosen: list[Author]) -> Score:
    score = Score()
    for _, one in scores(chosen):
        score.add(one)
    return score


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_plan_of_each_language(code):
    score = together(LANGUAGES[code])
    kind, hard = (KIND, HARD) if code != "en" else (KIND_IN_ENGLISH, HARD_IN_ENGLISH)
    assert score.days == len(LANGUAGES[code]) * 3 * 112
    assert score.kind >= kind * score.days, score.wrong
    assert score.hard >= hard * score.days, score.wrong
    assert score.rest_as_hard == []
    assert score.missed == []


def test_each_author_alone_is_read_well():
    for author, score in scores([author for of in LANGUAGES.values() for author in of]):
        assert score.kind >= 0.9 * score.days, (author.name, score.wrong)
