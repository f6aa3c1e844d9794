"""``runtall cohort --also``: pages of athletes, and one of the whole club."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from runtall.batch.executors import here
from tests.batch.athletes import impossible
from tests.cli.conftest import Write
from tests.cli.run import runtall
from tests.exporters.test_plan_page import Parsed


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done here, whoever is asked for."""
    monkeypatch.setattr("runtall.app.executor.executor", lambda *_: here)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1804000000")  # 2 March 2027


def test_a_row_an_athlete(write: Write) -> None:
    for name in ("<Anna>.yaml", "Ben.yaml"):
        write(name=name)
    Path("never.yaml").write_text(impossible(), "utf-8")
    paths = ("<Anna>.yaml", "Ben.yaml", "never.yaml")
    ran = runtall("cohort", *paths, "-o", "out", "--also", "club.html", "--also", "plan.html")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "out/club.html"
    data = Path("out/club.html").read_bytes()
    page = Parsed(data)
    said = page.said()
    assert "3 athletes, 2 with a plan." in said
    assert "never INFEASIBLE No plan." in said
    assert "You fixed" in said
    for link in page.links:
        path, _, card = link.partition("#")
        target = Path("out", path.replace("%3C", "<").replace("%3E", ">"))
        assert target.is_file()
        assert not card or card in Parsed(target.read_bytes()).words
    assert len([link for link in page.links if link.startswith("Ben/plan.html#")]) > 10
    # Without script: the week in which it was written, and all others.
    (now, *_) = re.findall(rb'<ul class="now"><li data-from="([^"]*)"><b>([^<]*)', data)
    assert now == (b"2027-03-01", b"Week 1 of 8, base")


def test_plans_that_are_there_get_their_pages(write: Write) -> None:
    path = write()
    assert runtall("cohort", path, "-o", "out").code == 0
    assert not Path("out/scenario/plan.html").exists()
    ran = runtall("cohort", path, "-o", "out", "--also", "plan.html", "--also", "club.html")
    assert "1 of the plans were there already" in ran.out
    assert "Proven" in Path("out/scenario/plan.html").read_text("utf-8")
    plain = runtall("cohort", path, "-o", "other", "--also", "club.html", "--quiet")
    assert (plain.code, plain.out) == (0, "")
    assert Parsed(Path("other/club.html").read_bytes()).links == ["cohort.csv"]


def test_somebody_elses_page_stays_and_names_are_known(write: Write) -> None:
    path = write()
    Path("out").mkdir()
    Path("out/club.html").write_text("<p>Ours since 1972", "utf-8")
    ran = runtall("cohort", path, "-o", "out", "--also", "club.html")
    assert ran.code == 2
    assert ran.err.startswith("out/club.html: was not written by runtall and would be lost")
    ran = runtall("cohort", path, "-o", "out", "--also", "club.pdf")
    assert (ran.code, ran.err) == (
        2,
        "--also: club.pdf: can't be written; allowed: <name>.md, <name>.html, <name>.txt\n",
    )
