"""What a text looks like: which reader is the likeliest."""

from __future__ import annotations

import re

from runtall.errors import FileFaults
from runtall.importers.base import Context, no_run_plan
from runtall.importers.days.names import weekdays_of
from runtall.importers.grid import MOST_ROWS, Grid
from runtall.importers.tables.delimited import read_delimited
from runtall.importers.tables.header import find_header, is_named
from runtall.importers.tables.month_pages import with_month_dates
from runtall.importers.tables.read import LONG, WIDE, looks_like_a_table
from runtall.importers.tables.shared_days import with_days_apart
from runtall.importers.tables.week_header import FEWEST_WEEKDAYS, has_weeks_below
from runtall.importers.texts.chats import is_chat
from runtall.importers.texts.pasted import looks_pasted, names_days, names_weeks, tells_days
from runtall.importers.texts.week_lines import tells_weeks

# Lines in which tabs are looked for; lines of text have no more than few.
LINES, FEW = 20, 2
# Characters of a line of text; a year of days in one has a third of that.
LONGEST_LINE = 100_000

# A calendar begins so, perhaps below words of the chat that it comes from.
CALENDAR = re.compile(r"(?im)^\s*BEGIN:VCALENDAR\s*$|\A\s*BEGIN:V")
# As a list of events does; a message may begin with its time in brackets.
EVENTS = re.compile(r"\[\s*(?:\{|\]\s*\Z|$)")
# As a document of anybody's own does: keys without blanks, and lists or more keys below them.
RECORDS = re.compile(
    r"(?:- )?[a-z]\w*:(?: .*)?\n(?:(?:[ \t]*(?:- )?\w+:(?: .*)?|[ \t]*#.*|[ \t]*)\n)*"
    r"[ \t]*(?:- )?\w+:[ \t]*\n(?:[ \t]+|- )[ \t]*(?:- )?\w+:|- [a-z]\w*:.*\n  [a-z]\w*:"
)


def _check_size(text: str, most: int) -> None:
    """Refuse a text that is too long for every reader of lines and tables, before any is asked.

    A line break within quotes begins no row.
    """
    rows, is_open = 0, False
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > LONGEST_LINE:
            raise no_run_plan(f"line {number} is longer than {LONGEST_LINE} characters")
        rows += bool(line) and not (is_open or line.isspace())
        is_open ^= line.count('"') % 2 == 1
        if rows > most:
            raise no_run_plan(f"more than {MOST_ROWS} rows; this is no run plan")


def _has_header(grid: Grid) -> bool:
    """Return whether one of the first rows names weekdays, and says nothing of them."""
    named = (sum(day is not None for day in weekdays_of(row.cells)) for row in grid.rows[:LINES])
    return any(count >= FEWEST_WEEKDAYS for count in named)


def sniff(text: str) -> str:
    """Name the format that a text looks like; empty if it is none."""
    return looks_like(text)[0]


def looks_like(text: str) -> tuple[str, Grid | None]:
    """Return the format as well as the table, if the text is one."""
    start = text[:2_000].lstrip()
    if CALENDAR.search(text[:2_000]):
        return "ics", None
    if EVENTS.match(start):
        return "intervals_icu", None
    if not start:
        return "", None
    if re.match(r"\{|---\s*$", start, re.M) or RECORDS.match(start):
        return "calendar_hack", None
    keyed = "calendar_hack" if "\nschedule:" in "\n" + text else ""
    _check_size(text, len(text) if keyed else MOST_ROWS + 1)
    chat = is_chat(text[:20_000])
    try:
        grid = read_delimited(text)
    except FileFaults:
        if chat or tells_weeks(text):
            return "pasted", None
        is_table = _names_columns(start.partition("\n")[0].replace('"', ""))
        pasted = not is_table and (looks_pasted(text) or names_days(text))
        return keyed or ("pasted" if pasted else LONG), None  # it says what is wrong
    form = "" if chat else looks_like_a_table(grid)
    if form == WIDE and with_days_apart(grid) is not grid:
        return form, grid  # a column of it tells days of each week in turn
    if chat or tells_weeks(text):
        return "pasted", None
    if form and with_month_dates(grid, Context()) is not grid:
        return form, grid  # its numbers below weekdays are days, and no runs of those
    lines = [line for line in start.splitlines()[:LINES] if line.strip()]
    tabs = all("\t" in line for line in lines)
    columns = 2 * sum(line.count("\t") > FEW for line in lines) > len(lines)
    named = (form == WIDE or is_named(grid)) and not names_weeks(text)
    if not (named or (form and tabs) or columns) and looks_pasted(text):
        # Rows of a table can begin with a day as pasted lines do; a header tells it from them.
        return "pasted", None
    if not form and keyed:
        return keyed, None
    whole = form == WIDE and has_weeks_below(grid) and not names_weeks(text)
    # A row with as many signs between its cells as all others is one of a table: "Fri 2 Apr;;".
    alone = sum(bool(row.only_cell) for row in grid.rows)
    even = alone > FEW and {len(row.cells) for row in grid.rows} == {grid.width}
    ragged = not whole and not even and 2 * alone > len(grid.rows)
    told = not even and not _has_header(grid) and tells_days(text)
    if (ragged or not form or told) and not columns and names_days(text):
        return "pasted", None
    # Commas of a letter make no table.
    return (form or LONG, grid) if form or not (ragged or grid.width < 2) else ("", None)


def _names_columns(line: str) -> bool:
    """Return whether a line is the header of a table."""
    try:
        return find_header(read_delimited(line)) is not None
    except FileFaults:
        return False
