"""A browser, where there is one, and the pages of the shipped scenarios."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runtall.exporters.export import Export
from runtall.exporters.renderings import write_renderings
from tests.exporters.samples import NOW
from tests.solve import shipped

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
CHROMIUM = shutil.which("chromium")
PHONE = {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    api = pytest.importorskip(
        "playwright.sync_api", reason='no playwright: pip install -e ".[browser]"'
    )
    if CHROMIUM is None:
        pytest.skip("no chromium: apt-get install chromium")
    with api.sync_playwright() as driver:
        # A sandbox is not to be had for root, and in no container.
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def node() -> Path:
    """Where the tools of ``package.json`` are."""
    if not (MODULES / "axe-core").is_dir():
        pytest.skip(f"no axe-core: npm install --no-package-lock in {HERE.name}")
    return MODULES


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each shipped scenario, by name."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for name in shipped.NAMES:
        answer = shipped.solved(name, tmp_path_factory)
        export = Export(answer.scenario, answer.plan, answer.report, NOW)
        (data,) = write_renderings(export, ["plan.html"]).values()
        found[name] = folder / f"{name}.html"
        found[name].write_bytes(data)
    return found


@pytest.fixture
def sample(pages: dict[str, Path]) -> str:
    return pages["sample-week"].as_uri()
