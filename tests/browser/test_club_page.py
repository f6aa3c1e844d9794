"""The page of a club in a real browser."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from runtall.exporters.page.club import Member, club_page
from tests.browser.conftest import HERE, PHONE
from tests.solve import shipped


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    members = [Member("Zoe <3", "INVALID", ["she's <ill>"], [], None, "")]
    for name in ("sample-week", "travel-weeks"):
        answer = shipped.solved(name, tmp_path_factory)
        members.append(Member(name, "OPTIMAL", [], ["take care"], answer, "plan.html"))
    path = tmp_path_factory.mktemp("club") / "club.html"
    path.write_bytes(club_page(members, date(2026, 12, 1)))
    return path


def test_this_week_comes_to_the_top(browser: Any, club: Path) -> None:
    context = browser.new_context(viewport=PHONE)
    context.clock.set_fixed_time("2027-02-09T08:00:00")
    page = context.new_page()
    page.goto(club.as_uri())
    assert page.locator(".now b").all_inner_texts() == [
        "Week 6 of 16, base",
        "Week 1 of 16, base",
    ]
    assert page.locator(".now").first.locator("a").first.get_attribute("href") == (
        "sample-week/plan.html#w06-D1"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator(".club td").first.bounding_box()["width"] > PHONE["width"] - 40
    page.locator("summary").first.press("Enter")
    assert page.locator(".all").first.locator(":scope > li").count() == 16
    assert page.locator(".all").first.is_visible()


def test_valid_and_accessible(browser: Any, club: Path, node: Path) -> None:
    tool = [node / ".bin" / "html-validate", "--config", HERE / ".htmlvalidate.json"]
    ran = subprocess.run([*tool, club], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")
    page = browser.new_context(viewport=PHONE, bypass_csp=True).new_page()
    page.goto(club.as_uri())
    page.evaluate((node / "axe-core" / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run()")
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []
