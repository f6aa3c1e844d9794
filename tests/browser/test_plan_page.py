"""The page of a plan in a real browser: valid, accessible, on a phone, by keyboard and on paper."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import HERE, PHONE
from tests.solve import shipped

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# In pixels: what a finger hits, and the least that WCAG 2.2 asks for.
FINGER, LEAST = 40, 24
# More than a line of small letters takes.
LINE = 20
# Millimetres between the margins of a page, Letter being lower than A4.
PAPER, WIDE = 257, 188
PIXELS = 96 / 25.4


def at(browser: Any, url: str, moment: str = "2027-02-09T08:00:00", **options: Any) -> Any:
    """The page on a phone at some time of some day."""
    context = browser.new_context(**{"viewport": PHONE, **options})
    context.clock.set_fixed_time(moment)
    page = context.new_page()
    page.goto(url)
    return page


def test_every_page_is_valid(pages: dict[str, Path], node: Path) -> None:
    tool = [node / ".bin" / "html-validate", "--config", HERE / ".htmlvalidate.json"]
    ran = subprocess.run([*tool, *pages.values()], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stdout + ran.stderr


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_fault_of_accessibility(browser: Any, sample: str, node: Path, scheme: str) -> None:
    page = at(browser, sample, color_scheme=scheme, bypass_csp=True)
    assert page.locator("#next").is_visible()
    # Weeks 1, 6, 11 and 16 have every kind of card; all of them take a minute.
    page.evaluate(
        "document.querySelectorAll('.week').forEach((week, at) => at % 5 && week.remove())"
    )
    assert page.locator(".cards .card").count() == 7
    page.evaluate((node / "axe-core" / "axe.min.js").read_text("utf-8"))
    asked = {"runOnly": {"type": "tag", "values": STANDARDS}}
    found = page.evaluate("(asked) => axe.run(asked)", asked)
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []
    assert {"color-contrast", "target-size", "svg-img-alt"} <= {it["id"] for it in found["passes"]}


def test_a_phone_shows_every_page_without_scrolling_sideways(
    browser: Any, pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    shots = tmp_path_factory.mktemp("screenshots")
    page = browser.new_context(viewport=PHONE).new_page()
    for name, path in pages.items():
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
        # Nothing stands beside the sets, and no date of a week is broken in two.
        assert page.evaluate(
            "[...document.querySelectorAll('.dose')].every((dose) =>"
            " dose.previousElementSibling.getBoundingClientRect().bottom"
            " <= dose.getBoundingClientRect().top + 1)"
        ), name
        tallest = "Math.max(...[...document.querySelectorAll('.weeks th small')].map(HEIGHT))"
        assert page.evaluate(tallest.replace("HEIGHT", "(e) => e.offsetHeight")) < LINE, name
        page.screenshot(path=shots / f"{name}.png")
        assert (shots / f"{name}.png").stat().st_size > 20_000, name


def test_a_finger_hits_every_link(browser: Any, sample: str) -> None:
    page = at(browser, sample)
    boxes = page.evaluate(
        "[...document.querySelectorAll('nav a, .weeks a, .card a')]"
        ".map((a) => [a.textContent, a.getBoundingClientRect().toJSON()])"
    )
    assert len(boxes) > 100
    for words, box in boxes:
        least = LEAST if "mobility" in words else FINGER
        assert box["height"] >= least, words
        assert box["width"] >= LEAST, words


def test_the_next_card_comes_to_the_top(browser: Any, sample: str) -> None:
    page = at(browser, sample)
    assert page.locator("#next h2").inner_text() == "Next session"
    assert page.locator("#next time").get_attribute("datetime") == "2027-02-11"
    assert page.locator("#next .card").inner_text() == page.locator("#w06-D2").inner_text()
    marked = page.locator(".weeks [aria-current=date]")
    assert marked.get_attribute("href") == "#w06-D2"
    assert page.evaluate(
        "new Set([...document.querySelectorAll('[id]')].map((e) => e.id)).size"
        " === document.querySelectorAll('[id]').length"
    )
    assert at(browser, sample, "2027-02-11T23:30:00").locator("#next h2").inner_text() == "Today"
    early = at(browser, sample, "2026-12-01T08:00:00")
    assert early.locator("#next time").get_attribute("datetime") == "2027-01-04"
    assert not at(browser, sample, "2027-05-01T08:00:00").locator("#next").is_visible()


def test_without_script_nothing_is_missing(browser: Any, sample: str) -> None:
    bare = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    bare.goto(sample)
    assert not bare.locator("#next").is_visible()
    with_script = at(browser, sample)
    count = len(re.findall("<article", Path(sample.removeprefix("file://")).read_text("utf-8")))
    assert bare.locator("main .cards article").count() == count
    for page in (bare, with_script):
        assert page.locator("main .cards article:visible").count() == count


def test_nothing_is_asked_of_anybody(browser: Any, sample: str) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(sample, wait_until="networkidle")
    assert (asked, said) == ([sample], [])


def test_no_script_but_ours_runs(browser: Any, sample: str, tmp_path: Path) -> None:
    text = Path(sample.removeprefix("file://")).read_text("utf-8")
    evil = tmp_path / "evil.html"
    bad = "<script>document.title = 'gone'</script><img src=x onerror=\"document.title = 'gone'\">"
    evil.write_text(text.replace("<main>", f"<main>{bad}"), "utf-8")
    page = at(browser, evil.as_uri())
    assert page.locator("#next").is_visible()
    assert page.title() == "Sample week"


def test_by_keyboard(browser: Any, sample: str) -> None:
    page = at(browser, sample, reduced_motion="reduce")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Add to calendar"
    style = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert style == "3px"
    link = page.locator(".weeks a[href='#w10-D1']")
    link.focus()
    page.keyboard.press("Enter")
    card = page.locator("#w10-D1")
    page.wait_for_url("**#w10-D1")
    assert abs(card.bounding_box()["y"]) < 100
    # From there on the keyboard goes on: the next link is the card's own.
    page.keyboard.press("Tab")
    assert card.locator("a").evaluate("(a) => a === document.activeElement")


def test_paper_has_the_overview_on_one_page_and_two_cards_on_each_other(
    browser: Any, pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    width = round(WIDE * PIXELS)
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.emulate_media(media="print")
    for name, path in pages.items():
        page.goto(path.as_uri())
        heights = page.evaluate(
            "[...document.querySelectorAll('.cards .card')].map((c) => c.offsetHeight)"
        )
        glance = page.evaluate("document.querySelector('.glance').getBoundingClientRect().bottom")
        assert glance / PIXELS < PAPER, name
        assert 2 * max(heights) / PIXELS + 6 < PAPER, name
    answer = shipped.solved("sample-week", tmp_path_factory)
    first = 1 + (len(answer.plan.sessions) + 1) // 2
    page.goto(pages["sample-week"].as_uri())
    for paper in ("A4", "Letter"):
        assert pages_of(page.pdf(format=paper)) in range(first + 2, first + 4)
    # Without the text behind them.
    page.evaluate("document.querySelectorAll('.text').forEach((text) => text.remove())")
    assert pages_of(page.pdf(format="A4")) == pages_of(page.pdf(format="Letter")) == first


def pages_of(data: bytes) -> int:
    """Number of pages of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", data))


def test_each_set_has_a_box_on_paper_only(browser: Any, sample: str) -> None:
    page = at(browser, sample)
    boxes = page.locator("#w06-D1 .boxes i")
    assert not boxes.first.is_visible()
    page.emulate_media(media="print")
    assert boxes.first.is_visible()
    assert boxes.count() == sum((3, 3, 2, 3, 2)) + 5
    assert not page.locator("#next").is_visible()
    assert not page.locator("nav").is_visible()
