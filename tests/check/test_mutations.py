"""Every rule notices when a good plan is changed against it."""

from __future__ import annotations

import pytest

from runtall.check.violations import sentence, violations
from runtall.rules.all import RULES
from tests.check.edits import Mutation
from tests.check.plans import solved
from tests.check.wrong_days import WRONG_DAYS
from tests.check.wrong_doses import WRONG_DOSES
from tests.check.wrong_exercises import WRONG_EXERCISES
from tests.check.wrong_sets import WRONG_SETS
from tests.check.wrong_words import WRONG_WORDS

ROWS = (*WRONG_DAYS, *WRONG_SETS, *WRONG_EXERCISES, *WRONG_WORDS, *WRONG_DOSES)
MUTATIONS = [Mutation(*row) for row in ROWS]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.title)
def test_the_rule_meant_for_it_notices(
    mutation: Mutation, tmp_path_factory: pytest.TempPathFactory
) -> None:
    good = solved(mutation.scenario, tmp_path_factory)
    assert violations(good.problem, good.plan) == ()
    broken = violations(good.problem, mutation.change(good.problem, good.plan))
    said = [violation for violation in broken if violation.rule == mutation.rule]
    assert said, broken
    assert any(mutation.found in violation.found for violation in said), said
    assert all(sentence(good.problem, violation) for violation in broken)
    places = [violation.where.key for violation in broken]
    assert places == sorted(places)


def test_no_rule_is_left_out() -> None:
    assert {mutation.rule for mutation in MUTATIONS} == {rule.id for rule in RULES}
