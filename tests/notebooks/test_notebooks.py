"""Every notebook runs from top to bottom, and what lies in the repository has its outputs."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
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


@each
@pytest.mark.filterwarnings("default")  # of the libraries that run notebooks
def test_it_runs(path: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    (tmp_path / "notebooks").mkdir()
    notebook = nbformat.read(path, as_version=4)
    before = pictures(notebook)
    where = {"metadata": {"path": str(tmp_path / "notebooks")}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=where).execute()
    assert faults(notebook) == []
    assert pictures(notebook) == before


@each
def test_it_can_be_read_without_being_run(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert pictures(notebook)
    assert faults(notebook) == []
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
