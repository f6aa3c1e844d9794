"""What spreadsheets and data frames make of the cells of a table, undone.

Excel in many countries saves with ``;`` and decimal commas, and dates as people write them
there; pandas writes whole numbers as ``8.0`` where a column has gaps.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from datetime import date

from runtall.domain.calendar import Calendar
from runtall.exporters.unreadable import UnreadablePlan

SEPARATORS = ",;\t"
NUMBER = re.compile(r"[0-9]{1,6}([.,][0-9]+)?")
MIDNIGHT = re.compile(r"(?<=[0-9])[ T]00:00(?::00)?$")
LOCAL_DATE = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
CENTURY = 2000
# How spreadsheets write true and false where their owner doesn't speak English.
TRUE = re.compile("(?i)true|wahr|vrai|verdadero|vero|verdadeiro|waar|prawda|sant|sand|sann|tosi")
FALSE = re.compile("(?i)false|falsch|faux|falso|onwaar|fałsz|falskt|falsk|usann|epätosi")


def separator(text: str) -> str:
    """Return what separates the cells of a table: the commonest such sign in its first line."""
    header = text.partition("\n")[0]
    return max(SEPARATORS, key=header.count)


def plain_number(text: str) -> str:
    """Return a number with a decimal point, and without one where it is whole: ``8,0`` is ``8``."""
    if not NUMBER.fullmatch(text):
        return text
    whole, _, decimals = text.replace(",", ".").partition(".")
    return f"{whole}.{decimals}" if decimals.strip("0") else whole


def plain_truth(text: str) -> str:
    """Return ``true`` or ``false``, in whatever language and capitals it was; all else as it is."""
    names = {"true": TRUE, "false": FALSE}
    return next((name for name, words in names.items() if words.fullmatch(text)), text)


def month_first(dates: Iterable[str], calendar: Calendar) -> bool:
    """Return whether dates with slashes are month/day/year rather than day/month/year.

    Raises
    ------
    ValueError
        If both are possible for each of them and lead into the plan.
    """
    matches = [match for text in dates if "/" in text and (match := LOCAL_DATE.fullmatch(text))]
    orders = {order: [_date(match, order) for match in matches] for order in (True, False)}
    possible = [order for order, days in orders.items() if None not in days]
    inside = [
        order
        for order in possible
        if None not in [day and calendar.index(day) for day in orders[order]]
    ]
    possible = inside or possible
    if len(possible) > 1 and orders[True] != orders[False]:
        raise ValueError(
            f"{matches[0][0]!r} can be read as day/month and as month/day, like all others here;"
            " write dates as YYYY-MM-DD"
        )
    return True in possible


def table_text(data: bytes) -> str:
    """Return the text of a table: UTF-8, or what spreadsheets write under the name of CSV.

    Raises
    ------
    UnreadablePlan
        If it is no text.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise UnreadablePlan("is no text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def iso_date(text: str, *, month_first: bool) -> str:
    """Return a date as YYYY-MM-DD where it was ``4.1.2027`` or ``1/4/2027``; all else as it is.

    A midnight behind it goes: so data frames save days.
    """
    text = MIDNIGHT.sub("", text)
    match = LOCAL_DATE.fullmatch(text)
    found = match and _date(match, month_first and match[2] == "/")
    return found.isoformat() if found else text


def _date(match: re.Match[str], month_first: bool) -> date | None:
    month, day = (match[1], match[3]) if month_first else (match[3], match[1])
    year = int(match[4]) + CENTURY * (len(match[4]) == 2)
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
