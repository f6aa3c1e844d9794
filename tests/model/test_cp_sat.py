"""The thin way to the solver answers as `cp_model` does, and never with numbers that are none."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ortools
import pytest
from ortools.sat.python import cp_model

from runtall.domain.problem import Problem
from runtall.domain.tier import Tier
from runtall.model import cp_sat, posting
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.solve.goals import goal_of
from runtall.solve.run import TUNED
from tests.benchmarks.tasks import open_problem
from tests.problems import problem

HEAVY = ("pandas", "numpy", "ortools.sat.python.cp_model")
FAST = not issubclass(cp_sat.CpModel, cp_model.CpModel)
KINDS = pytest.mark.parametrize("kind", [cp_sat, cp_model], ids=["cp_sat", "cp_model"])


def run(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def real(kind: Any, monkeypatch: pytest.MonkeyPatch, some: Problem, **options: Any) -> Any:
    """Variables of a real problem, their model made by the one or the other module."""
    monkeypatch.setattr(posting, "cp_sat", kind)
    return build(some, Scope.RELAXED, **options)


def answer_of(kind: Any, model: Any, callback: Any = None, **parameters: Any) -> Any:
    """Response of the one or the other module's solver."""
    parameters = {"num_workers": 1, "random_seed": 7, **parameters}
    if kind is cp_sat:
        return cp_sat.solve(model, parameters, callback)
    solver = cp_model.CpSolver()
    for name, value in parameters.items():
        setattr(solver.parameters, name, value)
    solver.solve(model, callback)
    return solver.response_proto


def every_method(kind: Any) -> Any:
    """A model in which everything that the module knows is used."""
    model = kind.CpModel()
    a, b, c = (model.new_bool_var(name) for name in "abc")
    x, y = model.new_int_var(-3, 9, "x"), model.new_int_var(0, 5, "y")
    model.add(x + 2 * y <= 11).only_enforce_if([a, ~b])
    model.add(kind.LinearExpr.sum([x, y, 1]) >= 2)
    model.add(kind.LinearExpr.weighted_sum([x, y], [2, -1]) <= 8)
    model.add(False).only_enforce_if([~c])
    model.add_bool_or([a, ~b])
    model.add_bool_or([])
    model.add_implication(a, ~b)
    model.add_at_most_one([a, b, c])
    model.add_exactly_one([a, b])
    model.add_max_equality(x, [y, 2 * y - 1, 0, -y, x + y, a, ~b + 1])
    model.add_max_equality(2 * x + 1, [y, 4])
    model.add(1 - x != y + 3)
    model.add(~a + 2 * b - 7 >= y - 9)
    model.add(x + y - x - y <= 4)
    model.add(x == 3)
    model.add(x + x + 2 * y + 5 < 2**40)
    model.add_assumptions([a, ~b])
    return model, x, y, a


@pytest.mark.skipif(not FAST, reason="this ortools is one that cp_sat doesn't know")
def test_this_ortools_is_known() -> None:
    assert ortools.__version__.startswith(cp_sat.VERIFIED)


@pytest.mark.parametrize(
    "aim",
    [
        lambda model, x, y, a: model.minimize(3 * x - y + 7),
        lambda model, x, y, a: model.maximize(x - 2 * y - 7),
        lambda model, x, y, a: model.maximize(a),
        lambda model, x, y, a: model.minimize(~a),
        lambda model, x, y, a: (model.minimize(x), model.maximize(y), model.minimize(x + y)),
        lambda model, x, y, a: model.clear_assumptions(),
    ],
)
def test_each_method_writes_what_cp_model_writes(aim: Callable[..., Any]) -> None:
    texts = []
    for kind in (cp_sat, cp_model):
        model, *variables = every_method(kind)
        aim(model, *variables)
        texts.append(str(model.proto))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("guarded", [False, True])
def test_a_real_model_is_the_same(guarded: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    some = open_problem("sample-week")[0]
    texts = []
    for kind in (cp_sat, cp_model):
        variables = real(kind, monkeypatch, some, guarded=guarded)
        variables.model.minimize(goal_of(variables, Tier.PLACEMENT).expression)
        assert isinstance(variables.model, kind.CpModel)
        texts.append(str(variables.model.proto))
    assert texts[0] == texts[1]


def test_a_real_model_has_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    some = open_problem("sample-week")[0]
    answers = []
    for kind in (cp_sat, cp_model):
        variables = real(kind, monkeypatch, some)
        cost = goal_of(variables, Tier.PLACEMENT).expression
        variables.model.minimize(cost)
        response = answer_of(kind, variables.model, **TUNED)
        answers.append(
            (
                response.status,
                variables.value(cost, response.solution),
                response.best_objective_bound,
                response.objective_value,
                round(response.deterministic_time, 9),  # a sum of floats
                list(response.solution),
            )
        )
        assert response.status == cp_sat.OPTIMAL
        assert response.wall_time > 0
    assert answers[0] == answers[1]


def test_a_core_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    cores = []
    for kind in (cp_sat, cp_model):
        variables = real(kind, monkeypatch, problem("long " * 7, weeks=4), guarded=True)
        model = variables.model
        model.add_assumptions(variables.guards.values())
        response = answer_of(kind, model, cp_model_presolve=False)
        assert response.status == cp_sat.INFEASIBLE
        core = list(response.sufficient_assumptions_for_infeasibility)
        assert set(core) < {guard.index for guard in variables.guards.values()}
        model.clear_assumptions()
        model.add_assumptions([])
        assert answer_of(kind, model).status == cp_sat.OPTIMAL
        cores.append(core)
    assert cores[0] == cores[1]
    assert cores[0]


@pytest.mark.parametrize("name", ["model.txt", "model.pb"])
def test_an_exported_model_is_the_same(name: str, tmp_path: Path) -> None:
    files = []
    for kind in (cp_sat, cp_model):
        path = tmp_path / f"{kind.__name__}.{name}"
        assert every_method(kind)[0].export_to_file(str(path))
        files.append(path.read_bytes())
    assert files[0] == files[1]


@KINDS
def test_a_callback_hears_each_solution(kind: Any) -> None:
    """One written for this module, with both modules' solvers."""
    heard = []

    class Listener(cp_sat.SolutionCallback):
        def OnSolutionCallback(self) -> None:
            heard.append((self.Value(x), self.ObjectiveValue()))

    model = kind.CpModel()
    x = model.new_int_var(0, 9, "x")
    model.maximize(x)
    assert answer_of(kind, model, Listener()).status == cp_sat.OPTIMAL
    assert heard[-1] == (9, 9.0)


def slow_model() -> cp_sat.CpModel:
    """Pigeons in too few holes, which no clause learning proves in a second."""
    model = cp_sat.CpModel()
    places = [[model.new_bool_var(f"{p}/{h}") for h in range(11)] for p in range(12)]
    for pigeon in places:
        model.add_bool_or(pigeon)
    for hole in zip(*places, strict=True):
        for first in range(len(hole)):
            for second in range(first):
                model.add_bool_or([~hole[first], ~hole[second]])
    return model


def longest_pause(kind: Any) -> float:
    """Longest pause of another thread during a solve, as a share of the solve."""
    limits = {
        "max_time_in_seconds": 1.0,
        "cp_model_presolve": False,
        "symmetry_level": 0,
        "linearization_level": 0,
    }
    answers: list[Any] = []
    work = threading.Thread(target=lambda: answers.append(answer_of(kind, slow_model(), **limits)))
    work.start()
    longest, last = 0.0, time.perf_counter()
    while work.is_alive():
        time.sleep(0.01)
        longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
    assert [answer.status for answer in answers] == [cp_sat.UNKNOWN]
    share: float = longest / answers[0].wall_time
    return share


@KINDS
def test_other_threads_go_on_meanwhile(kind: Any) -> None:
    # A solve that held on to the interpreter would be one pause as long as itself, every time; a
    # busy machine makes one now and then.
    assert any(longest_pause(kind) < 1 / 2 for _ in range(3))


def test_a_refused_model_is_no_answer() -> None:
    model = cp_sat.CpModel()
    model.new_int_var(3, 1, "empty")
    with pytest.raises(cp_sat.InvalidModel, match="empty"):
        cp_sat.solve(model, {})


def test_a_refused_parameter_is_no_answer() -> None:
    with pytest.raises(cp_sat.InvalidModel, match="max_time_in_seconds"):
        cp_sat.solve(cp_sat.CpModel(), {"max_time_in_seconds": -1.0})


@pytest.mark.skipif(not FAST, reason="this ortools is one that cp_sat doesn't know")
def test_no_tables_are_imported() -> None:
    """Neither by the module nor by making and solving a model."""
    code = f"""
import sys
from runtall.model import cp_sat
model = cp_sat.CpModel()
a, x = model.new_bool_var("a"), model.new_int_var(0, 9, "x")
model.add(x <= 4).only_enforce_if([a])
model.add(cp_sat.LinearExpr.weighted_sum([a, x], [1, 2]) >= 3)
model.add_exactly_one([a])
model.add_max_equality(x, [2 * a, 3])
model.add_assumptions([a])
model.maximize(cp_sat.LinearExpr.sum([a, x]))
response = cp_sat.solve(model, {{}})
assert response.status == cp_sat.OPTIMAL and list(response.solution) == [1, 3]
print(*[name for name in {HEAVY!r} if name in sys.modules])
"""
    assert run(code) == ""


def test_a_claim_that_holds_anyway_changes_nothing() -> None:
    model = cp_sat.CpModel()
    model.add(True)
    x = model.new_bool_var("x")
    model.add(True).only_enforce_if([x])
    model.maximize(x)
    response = cp_sat.solve(model, {})
    assert response.status == cp_sat.OPTIMAL
    assert list(response.solution) == [1]


ANOTHER_VERSION = "import ortools; ortools.__version__ = '9.99.1'"
ANOTHER_HELPER = """
from ortools.sat.python import cp_model_helper as helper
import runtall.model
class Lacking:
    def __getattr__(self, name):
        if name == "CpSatHelper" and "ortools.sat.python.cp_model" not in __import__("sys").modules:
            raise AttributeError(name)
        return getattr(helper, name)
import ortools.sat.python
ortools.sat.python.cp_model_helper = Lacking()
"""


@pytest.mark.parametrize("other", [ANOTHER_VERSION, ANOTHER_HELPER], ids=["version", "helper"])
def test_another_ortools_is_used_through_cp_model(other: str) -> None:
    code = f"""
{other}
from runtall.model import cp_sat
from ortools.sat.python import cp_model
assert cp_sat.CpModel is cp_model.CpModel
assert cp_sat.LP_SEARCH == cp_model.LP_SEARCH and cp_sat.IntVar is cp_model.IntVar
heard = []
class Listener(cp_sat.SolutionCallback):
    def OnSolutionCallback(self):
        heard.append(self.Value(x))
model = cp_sat.CpModel()
x = model.new_int_var(0, 9, "x")
model.maximize(x)
response = cp_sat.solve(model, {{"search_branching": cp_sat.LP_SEARCH}}, Listener())
assert response.status == cp_sat.OPTIMAL and list(response.solution) == [9]
assert heard[-1] == 9
assert response.best_objective_bound == 9 and response.wall_time > 0
model.add(x >= 10)
assert cp_sat.solve(model, {{}}).status == cp_sat.INFEASIBLE
model.new_int_var(3, 1, "empty")
try:
    cp_sat.solve(model, {{}})
except cp_sat.InvalidModel as error:
    print(error)
"""
    assert "empty" in run(code)


def test_a_copy_is_apart() -> None:
    """Variables of the model stand for those of the copy."""
    model = cp_sat.CpModel()
    x, y = model.new_int_var(0, 9, "x"), model.new_int_var(0, 9, "y")
    model.add(x + y >= 5)
    model.minimize(3 * x + 2 * y + 100)
    copy = model.clone()
    copy.add(x == 3)
    assert cp_sat.solve(copy, {}).objective_value == 113
    assert cp_sat.solve(model, {}).objective_value == 110
