"""The number of a week, as tables write it: ``Week 3``, ``3``, ``W3``, ``KW 12``, ``S-3``."""

from __future__ import annotations

import re
from functools import lru_cache

from runtall.importers.days.dates import written
from runtall.importers.days.names import meaning, number_words
from runtall.importers.words.languages import joining, worded
from runtall.importers.words.titles import KEPT, spelling

MOST_ALIKE = 12
DIGITS = "零一二三四五六七八九"
OF_IDEOGRAPHS = re.compile(r"([一二三四五六七八九]?十?[一二三四五六七八九]?)(?=[周週])(?<=[一-十])")
# Brackets and colons of a full width, as beside ideographs.
BRACKETS = str.maketrans("\uff08\uff09\uff1a", "():")
# Signs of Markdown around the name of a week.
MARKS = "#*_> "
# Characters of the name of a week.
LONGEST_LABEL = 80
# How many weeks a phase has, in brackets behind its name.
COUNTED = re.compile(r"\D{3,}\((?P<count>\d{1,2}) (?P<word>[^\W\d_]+)(?:[:,;] [^()]*)?\)\W*")
# A number in front of the word for the week, with a sign that it is a place: "1. Woche", "第1周".
PLACE_FIRST = re.compile(
    r"(?i)(?:第 ?(?P<number>\d{1,2}) ?|"
    r"(?P<place>\d{1,2})(?:[.ªºa]|st|nd|rd|th|er|[eè]re?|[eè]me|e) ?)"
    r"(?P<word>[周週]|[^\W\d_]+(?<![周週]))(?=\W|\d|$|(?<=[周週]))"
)
# Words and letters that mean week though no column is called so.
SHORT = {"w", "wk", "s", "sem", "v", "kw", "u", "t", "r", "tyg", "sett", "第"}
# How weeks are counted down aloud: "T minus 12".
MINUS = re.compile(r"(?i)^([a-z]) minus (?=\d)|(?<=^[a-z])[\u2212\u2013](?=\d)")
# Several weeks at once: ``Weeks 1-4``.
SEVERAL = (
    r"(?P<word>[^\W\d_]+)\.? (?P<first>\d{1,2}) ?"
    r"(?:-|&|«and|to») ?(?P<last>\d{1,2})(?![\w./-]| ?[./]| ?-? ?\d)(?P<next> [^\W\d_]+)?"
)
# How many weeks are left: ``Faltan 6``, ``Noch 6 Wochen``.
LEFT = r"«left» (?P<number>\d{1,2})(?!\d|[.,:/x]\d)(?: ?(?P<word>[^\W\d_]+))?"
# How many of something a week has: ``3 runs a week``.
RATE = r"\d{1,2}(?:-\d{1,2})? (?:[^\W_]+ ){1,3}«per» (?P<word>[^\W\d_]+)"
# The number of a week: ``Week 3 of 16``.
NUMBERED = (
    r"(?P<word>[^\W\d_.]*)[\s.:#-]*(?P<number>-?\d{1,3})"
    r"(?:st|nd|rd|th|e|er|a)?[\s.:)/]*(?:(?:«of»|/) ?\d{1,3})?"
    r"(?:(?P<close>[^\W\d_]+)|(?P<tail>(?![.,:/-]\d)\W.*))?"
)


def weeks_left(words: str) -> int | None:
    """Return how many weeks a name says that are left; None where it says none."""
    found = worded(LEFT).match(spelling(words[:LONGEST_LABEL].strip(MARKS)))
    of_weeks = found and (not found["word"] or is_week(found["word"]))
    return int(found["number"]) if found and of_weeks else None


def counts_down(name: str) -> bool:
    """Return whether the number of a week is that of weeks to go: not in ``Week 1 (13 to go)``."""
    behind = re.search(r"\d\D+(?P<rest>\d.*)", name)
    both = behind is not None and meaning(behind["rest"])[0] == "to_go"
    return meaning(name)[0] == "to_go" and not both


@lru_cache(maxsize=KEPT)
def week_number(cell: str) -> int | None:
    """Return the number of a week; None where a cell is no label of a week."""
    if (left := weeks_left(cell)) is not None:
        return -left
    words = with_number_behind(cell.strip(MARKS).translate(BRACKETS))
    plain = spelling(words[:60]).replace("第", "")
    text = _in_digits(_of_ideographs(plain).strip())
    found = worded(NUMBERED).fullmatch(text)
    # "60/30 = run 60 s, walk 30" explains something, "two tempo runs per week" counts them.
    if "=" in text or _is_rate(text):
        return None
    if several := _weeks_named(text):
        return several[0]
    if not found:
        return _behind(text)
    word, tail = found["word"], (found["tail"] or "").strip(" :-,.()")
    if word and word not in SHORT and not is_week(word):
        return None
    unit = meaning(tail.split(" ")[0])[0] if tail else ""
    close = found["close"] or ""
    if not word and (unit in {"distance", "duration"} or (close and not is_week(close))):
        return None
    return int(found["number"])


def _is_rate(text: str) -> bool:
    """Return whether words say how many of something a week has: ``3 runs a week``."""
    found = worded(RATE).match(text)
    return found is not None and is_week(found["word"])


def _of_ideographs(text: str) -> str:
    """Return the number of a week in digits where it is one of ideographs, alone: ``十二周``."""
    if "周" in text or "週" in text:
        text = text.partition("(")[0]
    found = OF_IDEOGRAPHS.match(text)
    if not found:
        return text
    tens, ten, ones = found[1].rpartition("十")
    number = (DIGITS.index(tens or "一") if ten else 0) * 10 + DIGITS.index(ones or "零")
    return f"{number}{text[found.end(1) :]}"


def _in_digits(text: str) -> str:
    """Return the name of a week with its number in digits: ``week one``, ``second week``."""
    words = text.split(" ")
    if not any(map(is_week, words)):
        return text
    return " ".join(number_words().get(word.strip(".,:()"), word) for word in words)


def with_number_behind(text: str) -> str:
    """Return the name of a week with its place behind the word: of ``1st week from 5 July``."""
    text = f"第{_of_ideographs(text[1:])}" if text.startswith("第") else MINUS.sub(r"\1-", text)
    found = PLACE_FIRST.match(text)
    if found is None or not is_week(found["word"]):
        return text
    rest = text[found.end() :].lstrip()
    return f"{found['word']} {found['number'] or found['place']} {rest}".strip()


def is_week(word: str) -> bool:
    """Return whether a word means week, its end, or what is left of them."""
    return meaning(word)[0] in {"week", "week_end", "to_go"}


def weeks_alike(cell: str) -> int:
    """Return how many weeks ``Weeks 1-4`` names, or ``BASE (4 weeks)``; 1 for anything else."""
    plain = spelling(cell[:LONGEST_LABEL])
    several = _weeks_named(plain)
    count = COUNTED.fullmatch(plain)
    if count and is_week(count["word"]) and 1 < int(count["count"]) <= MOST_ALIKE:
        return int(count["count"])
    return several[1] - several[0] + 1 if several else 1


def weeks_within(words: str) -> tuple[str, int, int] | None:
    """Return words without the weeks that they end with, and the first and last of those."""
    found = re.search(
        rf"(?i)\s*(?:\b(?:in|{joining('on', 'from')}) )?"
        r"\b(?P<word>[^\W\d_]+)\.? ?(?P<first>\d{1,2})"
        rf"(?: ?(?:[-\u2013&/]|{joining('and', 'to')}) ?(?P<last>\d{{1,2}}))?\W*$",
        words,
    )
    if not found or not is_week(found["word"]):
        return None
    return words[: found.start()], int(found["first"]), int(found["last"] or found["first"])


def _weeks_named(text: str) -> tuple[int, int] | None:
    """Return the first and the last of several weeks: ``weeks 1-4``, ``aerobic (wks 1-4)``."""
    found = ((one, int(one["first"]), int(one["last"])) for one in worded(SEVERAL).finditer(text))
    return next(
        (
            (first, last)
            for one, first, last in found
            if is_week(one["word"]) and 0 < last - first < MOST_ALIKE
            if not (one["next"] and written(f"{last}{one['next']}"))
        ),
        None,
    )


def _behind(text: str) -> int | None:
    """Read a number behind more words: ``Base - week 3``."""
    found = re.search(r"(?P<word>[^\W\d_]+)\.? ?(?P<number>\d{1,3})\)?$", text)
    return int(found["number"]) if found and meaning(found["word"])[0] == "week" else None
