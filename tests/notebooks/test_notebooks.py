"""Every notebook runs from top to bottom, and what lies in the repository has its outputs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from jupyter_client import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def each(function):
    return pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)(function)


def pictures(notebook: nbformat.NotebookNode) -> int:
    return sum(
        "image/png" in output.get("data", {})
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    )


def faults(notebook: nbformat.NotebookNode) -> list[str]:
    """Errors and whatever was written to standard error."""
    return [
        output.get("evalue") or output.get("text")
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "error" or output.get("name") == "stderr"
    ]


@pytest.fixture(scope="module")
def kernel() -> Iterator[AsyncKernelManager]:
    """One process for all notebooks, which imports what is not ours once."""
    manager = AsyncKernelManager(kernel_name="python3")
    yield manager
    run_sync(manager.shutdown_kernel)(now=True)


AS_NEW = """
import os, sys
for name in [name for name in sys.modules if name.partition(".")[0] == "runtall"]:
    del sys.modules[name]
os.chdir({folder!r})
%reset_selective -f .
"""
"""Nothing is left of the notebook before, and of ours nothing is imported."""


@each
@pytest.mark.filterwarnings("default")  # of the libraries that run notebooks
def test_it_runs(path: Path, tmp_path: Path, kernel: AsyncKernelManager) -> None:
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    folder = tmp_path / "notebooks"
    folder.mkdir()
    notebook = nbformat.read(path, as_version=4)
    before = pictures(notebook)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(AS_NEW.format(folder=str(folder))))
    client = NotebookClient(notebook, km=kernel, timeout=120)
    try:
        client.execute()
    finally:
        client.kc.stop_channels()
    assert faults(notebook) == []
    assert pictures(notebook) == before


@each
def test_it_can_be_read_without_being_run(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert pictures(notebook)
    assert faults(notebook) == []
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
