"""Tables of several kinds in one text of Markdown: each kind alone, its lines where they were."""

from __future__ import annotations

from collections.abc import Sequence

from runtall.importers.days.dates import YEAR
from runtall.importers.tables.delimited import MARKDOWN_RULE

# Lines above a table that may name its week.
ABOVE = 2
# Where a table is, and its header.
Table = tuple[range, tuple[str, ...]]


def tables_apart(text: str) -> list[tuple[str, str]]:
    """Return the header of each kind of table in a text, and the text with no other tables.

    Tables are of one kind if their headers agree in most columns, as those of the weeks or
    phases of one plan do; paces, strength and shoes have others. The kind with most rows comes
    first. Of what stands above it only years are left, and the last lines, which may name its
    week. Nothing where there is one kind.
    """
    lines = text.splitlines()
    kinds: list[list[Table]] = []
    for table in _tables(lines):
        alike = (one for one in kinds if _agree(one[0][1], table[1]))
        if kind := next(alike, None):
            kind.append(table)
        else:
            kinds.append([table])
    every = {at for kind in kinds for where, _ in kind for at in where}
    found = []
    kinds.sort(key=lambda kind: -sum(len(where) for where, _ in kind))
    for kind in kinds if len(kinds) > 1 else ():
        own = {at for where, _ in kind for at in where}
        above = [at for at in range(min(own)) if lines[at].strip() and at not in every]
        left = (every - own) | {at for at in above[:-ABOVE] if not YEAR.search(lines[at])}
        kept = ("" if at in left else line for at, line in enumerate(lines))
        found.append((", ".join(filter(None, kind[0][1])), "\n".join(kept)))
    return found


def _tables(lines: Sequence[str]) -> list[Table]:
    """Return the lines of each table, and its header."""
    found = []
    for at in range(1, len(lines)):
        if MARKDOWN_RULE.fullmatch(lines[at]) and "|" in lines[at - 1]:
            end = next((end for end in range(at, len(lines)) if "|" not in lines[end]), len(lines))
            header = tuple(
                cell.strip(" *").lower() for cell in lines[at - 1].strip(" |").split("|")
            )
            found.append((range(at - 1, end), header))
    return found


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    same = sum(map(str.__eq__, one, other))
    return len(one) == len(other) and 2 * same > len(one)
