"""Slips of who writes YAML by hand: a colon left out, a line indented otherwise."""

from __future__ import annotations

import re

from ruamel.yaml.error import MarkedYAMLError

from runtall.errors.words import shown

# A key with its colon, perhaps an item of a list, and one that lacks the colon or its blank.
KEYED = re.compile(r"\s*(?:- +)*(?:[^\s:#'\"\[{][^:#\[{]*|'[^']*'|\"[^\"]*\")\s*:(?:\s|$)")
UNKEYED = re.compile(r"\s*(?P<items>(?:- +)*)(?P<key>[A-Za-z]\w*)(?P<colon>:?)\s*(?P<value>.*)")
# What ends a line of YAML.
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
NO_COLON, MAPPED, BLOCK = "could not find expected ':'", "mapping values are not", "<block end>"


def slip(error: MarkedYAMLError, text: str) -> tuple[int, int, str] | None:
    """Return line, column and plain words of a usual slip that a parser tripped over, if it is one.

    The parser mostly stops some lines below a colon that isn't there.
    """
    problem, lines = str(error.problem), BREAK.split(text)
    mark = error.problem_mark
    if mark is None or mark.line >= len(lines):
        return None
    if problem.startswith(NO_COLON) and error.context_mark:
        return _no_colon(lines, error.context_mark.line)
    above = next((at for at in reversed(range(mark.line)) if _says(lines[at])), None)
    if problem.startswith(MAPPED):
        if KEYED.match(lines[mark.line][: mark.column]):
            why = "a second colon in one line; put the value into quotes, or its keys below it"
            return mark.line + 1, mark.column + 1, why
        if above is not None and not KEYED.match(lines[above]):
            # Lines without a colon are one value together: the first of them lacks it.
            while above and _says(lines[above - 1]) and not KEYED.match(lines[above - 1]):
                above -= 1
            return _no_colon(lines, above)
    elif BLOCK not in problem and "<document start>" not in problem:
        return None
    return None if above is None else _indented(lines, mark.line, above)


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _no_colon(lines: list[str], at: int) -> tuple[int, int, str]:
    found = UNKEYED.fullmatch(lines[at].rstrip())
    why = "no blank behind the colon" if found and found["colon"] else "no colon in this line"
    if found:
        meant = f"{found['items']}{found['key']}: {found['value']}".rstrip()
        why += f"; did you mean {shown(meant)}?"
    return at + 1, _indent(lines[at]) + 1, why


def _indented(lines: list[str], at: int, above: int) -> tuple[int, int, str]:
    blanks, before = _indent(lines[at]), _indent(lines[above])
    if blanks == before:
        why = "an item of a list and a key stand below each other; indent what belongs to the other"
    else:
        why = f"indented by {blanks}, the line above by {before}; "
        why += "what belongs together begins in one column"
    return at + 1, blanks + 1, why
