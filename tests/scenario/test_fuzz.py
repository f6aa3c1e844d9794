"""Whatever the bytes: a scenario, or faults with a place. Nothing else."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from runtall.domain.scenario import Scenario
from runtall.scenario import ScenarioFaults, read_scenario
from tests.scenario.texts import FULL, SMALLEST

SOME = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def attempt(raw: bytes) -> Scenario | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scenario.yaml"
        path.write_bytes(raw)
        try:
            return read_scenario(path)
        except ScenarioFaults as caught:
            faults = caught.faults
    assert faults
    for fault in faults:
        assert fault.line >= 0
        assert fault.column >= 1
        assert fault.message
        assert "\n" not in str(fault)
    return None


@SOME
@given(st.binary(max_size=300))
def test_bytes(raw):
    attempt(raw)


@example("0\r0:")
@example(":\x850")
@SOME
@given(st.text(max_size=300))
def test_text(text):
    attempt(text.encode("utf-8", "surrogatepass"))


@SOME
@given(st.text(alphabet="ab19-:,[]{}&*!|>'\"#%@?~<\n\r\x85\u2028\t ", max_size=120))
def test_yaml_like(text):
    attempt((SMALLEST + text).encode())


KEYS = st.sampled_from(
    sorted({word.strip("{[, ").rstrip(":") for word in FULL.split() if word.endswith(":")})
)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 50), st.floats(0, 50), st.text(max_size=6),
    st.sampled_from(["off", "easy", "race", "mon", "D1", "2027-03-07", "18:30", "push_up",
                     "next-day"]),
)  # fmt: skip
TREES = st.recursive(
    SCALARS,
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(KEYS, parts, max_size=3),
    max_leaves=12,
)


@SOME
@given(st.dictionaries(KEYS, TREES, max_size=6))
def test_trees_of_known_words(tree):
    import json

    attempt(
        json.dumps({"race_date": "2027-04-25", "runs": {"week": {"mon": "easy"}}} | tree).encode()
    )


@SOME
@given(st.data())
def test_a_good_scenario_with_a_piece_changed(data):
    """Whatever still reads also makes a problem, unless it is the problem's own limits."""
    start = data.draw(st.integers(0, len(FULL) - 1))
    length = data.draw(st.integers(0, 12))
    piece = data.draw(st.text(alphabet='ab0129-:,[]{} \n"?', max_size=6))
    attempt((FULL[:start] + piece + FULL[start + length :]).encode())
