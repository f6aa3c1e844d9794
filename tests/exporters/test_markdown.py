"""plan.md: the plan as a runner reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Scenario
from runtall.exporters.export import Export
from runtall.exporters.files import CannotWrite
from runtall.exporters.folder import expect_own
from runtall.exporters.renderings import NoRendering, expect_renderings, write_renderings
from tests.exporters.samples import NOW, titled


@pytest.fixture(scope="module")
def export(problem: Problem, plan: Plan, scenario: Scenario, report: Report) -> Export:
    return Export(scenario, plan, report, NOW)


def lines(export: Export) -> list[str]:
    (data,) = write_renderings(export, ["plan.md"]).values()
    return data.decode().splitlines()


def test_the_whole_plan_week_by_week(export: Export) -> None:
    text = lines(export)
    assert text[:2] == ["<!-- runtall: strength plan -->", "# Upper body \u2014 London"]
    assert text[3] == "16 weeks, from Mon 4 Jan 2027 to race day, Sun 25 Apr 2027."
    assert any(line.startswith("- Weeks 11-13: one session, ") for line in text)
    assert sum(line.startswith("## Week ") for line in text) == 16
    week = text.index("## Week 1, Mon 4 Jan to Sun 10 Jan: base")
    assert text[week + 4 : week + 8] == [
        "| Day | Running | Strength |",
        "| --- | --- | --- |",
        "| Mon 4 Jan | Easy run | 18:30 Strength: pull day, 25 min |",
        "| Tue 5 Jan | Speed workout |  |",
    ]
    card = text.index("### Mon 4 Jan: 18:30 Pull day - 5 exercises, 25 min, after the easy run")
    assert text[card + 2] == (
        "- **1. One-arm dumbbell row**: 3 x 8 (8-12) per side, choose: light enough for 3 more; "
        "taken or sore? band row"
    )
    assert text[card + 8].startswith("Warm-up, 5 min")
    assert (
        "Sets: with 3 in reserve, carries with breath and posture to spare; rest" in text[card + 10]
    )
    assert sum(line.startswith("### Mon") for line in text) == len(export.plan.sessions) // 2 + 3
    # What is the same every time is told once.
    for words in ("A set is over when the form goes", "sleep and food", "dark urine"):
        assert "\n".join(text).count(words) == 1, words


def test_nothing_in_a_name_means_anything(export: Export) -> None:
    nasty = "x | y\n# z *a* [b](c) <script>"
    names = replace(export.scenario.publication, name=nasty)
    odd = replace(
        export,
        scenario=replace(export.scenario, problem=titled(export.problem, nasty), publication=names),
    )
    plain = r"x \| y \# z \*a\* \[b\](c) \<script\>"
    assert lines(odd)[1] == f"# {plain}"
    assert f"| Tue 5 Jan | {plain} |  |" in lines(odd)
    assert len(lines(odd)) == len(lines(export))


def test_an_empty_plan(export: Export) -> None:
    assert "Nothing." in lines(replace(export, plan=Plan(())))


def test_names_that_no_rendering_has() -> None:
    expect_renderings(["plan.md", "THE PLAN.MD"])
    with pytest.raises(NoRendering) as caught:
        expect_renderings(["plan.pdf", "plan.md", "plan.csv", "docs/plan.md", ".."])
    assert caught.value.faults == (
        "--also: plan.pdf: can't be written; allowed: <name>.md, <name>.html, <name>.txt",
        "--also: plan.csv: can't be written; allowed: <name>.md, <name>.html, <name>.txt",
        "--also: docs/plan.md: name a file; it is written beside the plan",
        "--also: ..: can't be written; allowed: <name>.md, <name>.html, <name>.txt",
    )


def test_somebody_elses_file_stays(export: Export, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_bytes(write_renderings(export, ["plan.md"])["plan.md"])
    expect_own(tmp_path, ["plan.md"])
    path.write_text("# My plan\n")
    with pytest.raises(CannotWrite, match=r"plan\.md: was not written by runtall"):
        expect_own(tmp_path, ["plan.md"])
