"""The READMEs: their commands run, their snippets are read, their links lead somewhere.

``python -m tests.test_readme`` from the top of the repository draws the pictures in ``.readme`` and
writes the session cards of all READMEs anew.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import textwrap
import tomllib
from collections import defaultdict
from contextlib import chdir
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree

import pytest
from rich.console import Console
from rich.text import Text
from typer.testing import CliRunner

from runtall import app
from runtall.app import new as new_case
from runtall.batch.executors import here
from runtall.cli import commands, new_command, solved_screen
from runtall.cli.terminal import Terminal
from runtall.domain.relaxation import WORDS
from runtall.domain.session_ids import identified_sessions
from runtall.domain.tier import Tier
from runtall.exporters.card_fitting import card_texts
from runtall.exporters.columns import NAMES
from runtall.exporters.session_card import session_cards
from runtall.scenario import read_scenario
from tests.cli.run import Ran, runtall
from tests.delivery.rehearsal import rehearsed
from tests.readmes import BLOCKS, COMMANDS, INSTALLING, PAGES, ROOT, Page, page
from tests.solve import shipped
from tests.solve.once import solve_once

README = page("README.md")
PICTURE = ROOT / ".readme" / "sample-week.svg"
DIALOGUE = ROOT / ".readme" / "new.svg"
SAMPLE = ROOT / "scenarios" / "sample-week.yaml"
COLUMNS = 80
MOST_LINES = 250
"""Of the first page that somebody reads."""
LEAST = {
    "race_date": "race_date: 2027-04-25",
    "runs": "runs: {week: {mon: easy, tue: workout, wed: easy, thu: easy, sat: long}}",
    "timezone": "timezone: Europe/London",
}
"""What a snippet that leaves it out needs to be a scenario."""


# --- the pictures ----------------------------------------------------------------------------

TYPED = (
    "25 April 2027",
    "Mon easy, Tue intervals, Wed easy, Thu easy, Sat long",
    *("all", "30 min", "home", "some", "62 kg", "shoulders creep up 2", "no", "yes"),
)
"""What somebody types whom ``runtall new`` asks."""


class Then(date):
    """A day on which the questions are asked, always the same."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 12, 1)


def asked() -> Console:
    """What ``runtall new my-race.yaml`` asks and is answered, recorded."""
    with (
        TemporaryDirectory() as folder,
        chdir(folder),
        patch.object(new_command, "date", Then),
        patch.object(new_case, "date", Then),
        patch.object(new_command, "on_terminal", lambda: True),
    ):
        typed = "".join(f"{line}\n" for line in TYPED)
        ran = CliRunner().invoke(commands.app, ["new", "my-race.yaml"], input=typed)
    assert ran.exit_code == 0, ran.output
    console = recorder()
    console.print(ran.output.rstrip())
    return console


def shown(answer: app.Solved) -> Console:
    """What ``runtall solve scenarios/sample-week.yaml`` prints, recorded."""
    usual = [Path("plans", SAMPLE.stem, path.name) for path in answer.paths]
    printed = io.StringIO()
    screen = Terminal(printed, COLUMNS, colour=True)
    with patch.object(solved_screen, "terminal", lambda: screen):
        solved_screen.print_solved(replace(answer, paths=tuple(usual)))
    # But for the number of rules: a new one needs no new picture.
    text = re.sub(r"of \d+ rules", "of all rules", printed.getvalue())
    console = recorder()
    console.print(Text.from_ansi(text.rstrip()))
    return console


def recorder() -> Console:
    return Console(
        record=True,
        width=COLUMNS,
        file=io.StringIO(),
        force_terminal=True,
        highlight=False,
        markup=False,
        emoji=False,
    )


def drawn(console: Console, title: str) -> str:
    """The recording as an SVG that asks nothing of any other host."""
    svg = console.export_svg(title=title, unique_id="runtall")
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


def test_the_picture_shows_what_is_solved(tmp_path_factory: pytest.TempPathFactory) -> None:
    picture = PICTURE.read_text("utf-8")
    answer = shipped.solved(SAMPLE.stem, tmp_path_factory)
    now = shown(answer).export_text().splitlines()
    assert sum(line.split()[1:2] == ["taper"] for line in now) == 3
    assert lasting(lines_of(picture)) == lasting(now), "run: python -m tests.test_readme"


def test_the_dialogue_is_what_is_asked() -> None:
    now = asked().export_text().splitlines()
    picture = lines_of(DIALOGUE.read_text("utf-8"))
    assert lasting(picture) == lasting(now), "run: python -m tests.test_readme"


@pytest.mark.parametrize("path", [PICTURE, DIALOGUE], ids=lambda path: path.stem)
def test_the_pictures_stand_alone(path: Path) -> None:
    picture = path.read_text("utf-8")
    assert set(re.findall(r"\w+://[^\s\"')]+", picture)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"@font-face|@import|<script|<image|href", picture)
    assert f"]({path.relative_to(ROOT).as_posix()})" in README.text


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
    made = session_cards(answer.problem, answer.plan, "metric")
    for (key, _), card in zip(identified_sessions(answer.plan), made, strict=True):
        text, _ = card_texts(card)
        lines = (
            textwrap.fill(line, CARD_COLUMNS, subsequent_indent="   ") for line in text.split("\n")
        )
        found[key] = "\n".join(lines) + "\n"
    return found


def test_the_cards_are_those_of_the_sample_week(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    shown_cards = {block.name: block.text for block in BLOCKS if block.language == "card"}
    assert [*shown_cards] == ["w01-D1", "w06-D1", "w11-D1", "w15-light"]
    now = cards(shipped.solved(SAMPLE.stem, tmp_path_factory))
    for key, text in shown_cards.items():
        assert text == now[key], "run: python -m tests.test_readme"


# --- commands and snippets -------------------------------------------------------------------


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what somebody has who follows the READMEs, page after page."""
    folder = tmp_path_factory.mktemp("newcomer")
    shutil.copytree(ROOT / "scenarios", folder / "scenarios")
    named = [block for block in BLOCKS if block.name and block.language != "card"]
    assert len({block.name for block in named}) == len(named)
    for block in named:
        (folder / block.name).write_text(block.text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def ran(newcomer: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    """Every command, run one after the other, all in this process; each problem is solved once."""
    with (
        chdir(newcomer),
        patch("runtall.app.executor.executor", lambda *_: here),
        patch("runtall.solve.planner.solve", solve_once),
        rehearsed(tmp_path_factory.mktemp("server")),
    ):
        answers = {}
        for command in COMMANDS:
            program, *arguments = shlex.split(command, comments=True)
            assert program == "runtall"
            answers[command] = runtall(*arguments)
    return answers


@pytest.mark.parametrize("line", INSTALLING)
def test_the_two_commands_stand_alone_on_their_lines(line: str) -> None:
    assert README.text.splitlines().count(line) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_do_what_they_should(command: str, ran: dict[str, Ran]) -> None:
    expected = re.search(r"# exit code (\d)", command)
    assert ran[command].code == (int(expected[1]) if expected else 0), ran[command].err


def test_what_is_shown_is_what_is_printed(ran: dict[str, Ran]) -> None:
    texts = [block.text for block in BLOCKS if block.language == "text" and not block.name]
    assert texts
    for text in texts:
        assert any(text in (answer.out, answer.err) for answer in ran.values()), text


@pytest.mark.usefixtures("ran")
@pytest.mark.parametrize("text", [block.text for block in BLOCKS if block.language == "python"])
def test_programs_run(text: str, newcomer: Path) -> None:
    with chdir(newcomer):
        exec(compile(text, "README.md", "exec"), {})


@pytest.mark.parametrize("text", [block.text for block in BLOCKS if block.language == "yaml"])
def test_snippets_are_parts_of_scenarios(text: str, newcomer: Path) -> None:
    lacking = (line for key, line in LEAST.items() if not re.search(rf"^{key}:", text, re.M))
    path = newcomer / "snippet.yaml"
    path.write_text("\n".join([*lacking, text]), "utf-8")
    assert read_scenario(path).problem


def test_every_command_of_the_tool_is_named() -> None:
    usage = runtall("--help").out.partition("Commands:")[2]
    names = re.findall(r"^  (\w+)", usage, re.MULTILINE)
    assert names
    for name in names:
        assert any(f"runtall {name}" in page.text for page in PAGES), name


# --- what a page says and what it points to --------------------------------------------------


def each_page(function: Any) -> Any:
    return pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)(function)


def test_the_first_page_is_short() -> None:
    assert len(README.text.splitlines()) <= MOST_LINES


@each_page
def test_links_lead_to_files_and_headings(page: Page) -> None:
    assert len(set(page.anchors)) == len(page.anchors)
    for file, anchor in page.links:
        assert file.exists(), file
        assert not anchor or anchor in Page(file).anchors, (file, anchor)


def test_every_page_is_reached_from_the_first() -> None:
    assert {page.path for page in PAGES} - {file for file, _ in README.links} == {README.path}


@each_page
def test_modules_and_extras_exist(page: Page) -> None:
    for module in re.findall(r"python -m ([\w.]+)", page.text):
        assert find_spec(module), module
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = re.findall(r'pip install (?:-e )?"\.\[(\w+)\]"', page.text)
    assert set(extras) <= project["optional-dependencies"].keys()


def test_tables_of_the_model_and_the_house_are_complete() -> None:
    house = page("src/runtall/README.md")
    assert [*house.table("The model on one page")] == [tier.words for tier in Tier]
    assert house.table("What a week may give up") == WORDS
    packages = {path.parent.name for path in (ROOT / "src" / "runtall").glob("*/__init__.py")}
    assert {*house.table("The house")} == packages | {"data"}


def test_the_table_of_columns_is_complete() -> None:
    cells = page("src/runtall/exporters/README.md").table("plan.csv")
    assert tuple(name for cell in cells for name in cell.split(", ")) == NAMES


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    solved = solved_sample()
    PICTURE.write_text(drawn(shown(solved), f"runtall solve scenarios/{SAMPLE.name}"), "utf-8")
    DIALOGUE.write_text(drawn(asked(), "runtall new my-race.yaml"), "utf-8")
    fresh = cards(solved)
    for each in PAGES:
        text = CARD.sub(lambda found: f"```card {found[1]}\n{fresh[found[1]]}```", each.text)
        if text != each.text:
            each.path.write_text(text, "utf-8")
