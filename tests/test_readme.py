"""The README: its commands run, its snippets are read, its picture shows what is solved.

``python -m tests.test_readme`` from the top of the repository draws ``.readme/sample-week.svg``
and writes the session cards of the README anew.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import textwrap
from collections import defaultdict
from contextlib import chdir
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree

import pytest
from rich.console import Console

from runtall import app
from runtall.cli import screen
from runtall.domain.session_ids import identified_sessions
from runtall.exporters.card_text import card_text
from runtall.exporters.session_card import session_card
from runtall.scenario import read_scenario
from tests.cli.run import Ran, runtall
from tests.solve import shipped

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURE = ROOT / ".readme" / "sample-week.svg"
SAMPLE = ROOT / "scenarios" / "sample-week.yaml"
COLUMNS = 80

INSTALLING = (
    "pip install . && runtall solve scenarios/sample-week.yaml",
    'pip install -e ".[dev]" && pytest',
)
"""Commands that ``.ci/run`` takes from the README and runs in an environment of their own."""
LEAST = {
    "race_date": "race_date: 2027-04-25",
    "runs": "runs: {week: {mon: easy, tue: workout, wed: easy, thu: easy, sat: long}}",
    "timezone": "timezone: Europe/London",
}
"""What a snippet that leaves it out needs to be a scenario."""


# --- the picture -----------------------------------------------------------------------------


class Recorder(Console):
    """Records what is printed, but for the number of rules: a new one needs no new picture."""

    def print(self, *objects: Any, **options: Any) -> None:
        super().print(*map(uncounted, objects), **options)


def uncounted(printed: Any) -> Any:
    return re.sub(r"of \d+ rules", "of all rules", printed) if isinstance(printed, str) else printed


def shown() -> Console:
    """What ``runtall solve scenarios/sample-week.yaml`` prints, recorded."""
    console = Recorder(
        record=True,
        width=COLUMNS,
        file=io.StringIO(),
        force_terminal=True,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with (
        TemporaryDirectory() as folder,
        chdir(folder),
        patch.object(screen, "out", lambda: console),
    ):
        answer = app.solve(SAMPLE)
        assert isinstance(answer, app.Solved), answer
        screen.print_solved(answer)
    return console


def drawn(console: Console) -> str:
    """The recording as an SVG that asks nothing of any other host."""
    svg = console.export_svg(title=f"runtall solve scenarios/{SAMPLE.name}", unique_id="runtall")
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = svg.replace("arial", "arial, sans-serif")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def lines_of(svg: str) -> list[str]:
    """What one reads in the picture, line by line, without its title."""
    lines: defaultdict[float, list[tuple[float, str]]] = defaultdict(list)
    for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        if "clip-path" in element.attrib:
            place = float(element.attrib["x"])
            lines[float(element.attrib["y"])].append((place, element.text or ""))
    return ["".join(text for _, text in sorted(lines[height])) for height in sorted(lines)]


def lasting(lines: list[str]) -> list[str]:
    """The lines without gaps, which the picture leaves out, and without the stages' seconds."""
    kept = (re.sub(r"\d+\.\d\d$", "", line.rstrip()) for line in lines)
    return [words for line in kept if (words := "".join(line.split()).replace("\\", "/"))]


def test_the_picture_shows_what_is_solved() -> None:
    picture = PICTURE.read_text("utf-8")
    now = shown().export_text().splitlines()
    assert sum("taper" in line for line in now) == 3
    assert lasting(lines_of(picture)) == lasting(now), "run: python -m tests.test_readme"


def test_the_picture_stands_alone() -> None:
    picture = PICTURE.read_text("utf-8")
    assert set(re.findall(r"\w+://[^\s\"')]+", picture)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"@font-face|@import|<script|<image|href", picture)
    assert f"]({PICTURE.relative_to(ROOT).as_posix()})" in README.read_text("utf-8")


# --- the session cards -----------------------------------------------------------------------

CARD = re.compile(r"^```card (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CARD_COLUMNS = 100


def solved_sample() -> app.Solved:
    with TemporaryDirectory() as folder:
        answer = app.solve(SAMPLE, Path(folder))
    assert isinstance(answer, app.Solved), answer
    return answer


def cards(answer: app.Solved) -> dict[str, str]:
    """Every session card of the sample week as the calendar has it, wrapped for reading."""
    found = {}
    for key, session in identified_sessions(answer.plan):
        text = card_text(session_card(answer.problem, session, "metric"))
        lines = (
            textwrap.fill(line, CARD_COLUMNS, subsequent_indent="   ") for line in text.split("\n")
        )
        found[key] = "\n".join(lines) + "\n"
    return found


def test_the_cards_are_those_of_the_sample_week(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    shown_cards = dict(CARD.findall(README.read_text("utf-8")))
    assert [*shown_cards] == ["w01-D1", "w06-D1", "w11-D1", "w15-light"]
    now = cards(shipped.solved(SAMPLE.stem, tmp_path_factory))
    for key, text in shown_cards.items():
        assert text == now[key], "run: python -m tests.test_readme"


# --- commands and snippets -------------------------------------------------------------------


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file that it is (or nothing), its text."""

    language: str
    name: str
    text: str


BLOCKS = [
    Block(*match)
    for match in re.findall(
        r"^```(\w+) ?(\S*)\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
]
COMMANDS = [
    line
    for block in BLOCKS
    if block.language == "sh"
    for line in block.text.splitlines()
    if line.strip() and line not in INSTALLING
]
SNIPPETS = [block.text for block in BLOCKS if block.language == "yaml"]


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what somebody has who follows the README."""
    folder = tmp_path_factory.mktemp("newcomer")
    shutil.copytree(ROOT / "scenarios", folder / "scenarios")
    for block in BLOCKS:
        if block.name and block.language != "card":
            (folder / block.name).write_text(block.text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def ran(newcomer: Path) -> dict[str, Ran]:
    """Every command, run one after the other."""
    with chdir(newcomer):
        runtall("solve", f"scenarios/{SAMPLE.name}", "--quiet")  # the first line, without pip
        answers = {}
        for command in COMMANDS:
            program, *arguments = shlex.split(command, comments=True)
            assert program == "runtall"
            answers[command] = runtall(*arguments)
    return answers


@pytest.mark.parametrize("line", INSTALLING)
def test_the_two_commands_stand_alone_on_their_lines(line: str) -> None:
    assert README.read_text("utf-8").splitlines().count(line) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_do_what_they_should(command: str, ran: dict[str, Ran]) -> None:
    expected = re.search(r"# exit code (\d)", command)
    assert ran[command].code == (int(expected[1]) if expected else 0), ran[command].err


def test_what_is_shown_is_what_is_said(ran: dict[str, Ran]) -> None:
    said = [block.text for block in BLOCKS if block.language == "text" and not block.name]
    assert said
    for text in said:
        assert any(text in (answer.out, answer.err) for answer in ran.values()), text


@pytest.mark.usefixtures("ran")
def test_programs_run(newcomer: Path) -> None:
    programs = [block.text for block in BLOCKS if block.language == "python"]
    assert programs
    with chdir(newcomer):
        for text in programs:
            exec(compile(text, "README.md", "exec"), {})


@pytest.mark.parametrize("text", SNIPPETS)
def test_snippets_are_parts_of_scenarios(text: str, newcomer: Path) -> None:
    lacking = (line for key, line in LEAST.items() if not re.search(rf"^{key}:", text, re.M))
    path = newcomer / "snippet.yaml"
    path.write_text("\n".join([*lacking, text]), "utf-8")
    assert read_scenario(path).request.runs


def test_every_command_of_the_tool_is_named() -> None:
    usage = runtall("--help").out.partition("Commands:")[2]
    for name in re.findall(r"^  (\w+)", usage, re.MULTILINE):
        assert f"runtall {name}" in README.read_text("utf-8")


def test_links_and_modules_exist() -> None:
    text = README.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / target).exists(), target
    for module in re.findall(r"python -m ([\w.]+)", text):
        assert find_spec(module), module


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(drawn(shown()), "utf-8")
    fresh = cards(solved_sample())
    text = CARD.sub(
        lambda found: f"```card {found[1]}\n{fresh[found[1]]}```", README.read_text("utf-8")
    )
    README.write_text(text, "utf-8")
