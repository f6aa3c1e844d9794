"""The content of a run plan file: text, or a workbook."""

from __future__ import annotations

import codecs
import re
from html import unescape
from pathlib import Path

from runtall.documents.files import read_bytes
from runtall.errors.words import shown
from runtall.importers.base import no_run_plan
from runtall.importers.words.languages import share_known
from runtall.importers.words.mojibake import repaired

# Bytes of a run plan file; nothing beyond them is read.
LARGEST = 20_000_000
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# First bytes of what is no plain text.
OTHERS = {
    **dict.fromkeys((b"\x1f\x8b", b"BZh", b"\xfd7zXZ"), "compressed; unpack it first"),
    b"%PDF": "a PDF; runtall reads .csv, .xlsx, .ods, .ics, .yaml and .json",
    b"\xd0\xcf\x11\xe0": "an old .xls workbook or a locked one; save it as .xlsx or .csv",
}
# What spreadsheets save text in where it isn't UTF-8, and what it is called: where few letters have
# accents, and where most are ideographs.
LATIN = {"cp1252": "Windows-1252 (Latin-1)", "cp1250": "Windows-1250 (Latin-2)"}
CHINESE = {"gb18030": "GB 18030", "big5": "Big5"}
# Characters that tell which it is.
SAMPLE = 4_000
# A page of the web, and what in it nobody sees; the ends of cells, and what begins a line.
PAGE = re.compile(r"(?i)\A\s*(?:<!doctype html|<html)|<td[\s>]")
UNSEEN = re.compile(
    r"(?is)<(script|style|head)\b.*?</\1>|<!--.*?-->|<!doctype\b[^>\[]*(?:\[.*?\]\s*)?>"
)
# A cell that nothing ends but the next one.
OPEN_CELL = re.compile(r"(?i)(<t[dh]\b[^>]*>(?:[^<]|<(?!/?(?:t[dhr]|table)\b))*)(?=<t[dh]\b)")
# What begins a cell begins no line.
IN_CELL = re.compile(r"(?i)(<t[dh]\b[^>]*>)\s*<(?:p|div)\b[^>]*>")
CELLS = re.compile(r"(?i)</t[dh]>\s*(?!\s*</tr)")
LINES = re.compile(r"(?i)<(?:tr|p|div|li|br|h\d|table|pre)\b[^>]*>|</(?:table|p|div|ul|h\d)>")
# What parts words, so that no letter of a wrong encoding does.
BETWEEN = re.compile(r"[ \t\n,;\"]+")
# First bytes of texts that say so; those of one begin with those of another.
MARKS = {
    **dict.fromkeys((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE), "UTF-32"),
    **dict.fromkeys((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE), "UTF-16"),
}


def file_bytes(path: Path) -> bytes:
    """Read a file, at most `LARGEST` bytes of it.

    Raises
    ------
    FileFaults
        If it is missing, unreadable, too large or neither text nor a workbook.
    """
    raw = read_bytes(path, LARGEST)
    for start, what in OTHERS.items():
        if raw.startswith(start):
            raise no_run_plan(f"this is {what}")
    return raw


def is_archive(raw: bytes) -> bool:
    """Return whether a file is packed as workbooks are."""
    return raw.startswith(ZIP)


def decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, and warnings about it."""
    text, warnings = _in_letters(raw)
    meant = repaired(text)
    if meant == text:
        return text, warnings
    both = zip(BETWEEN.split(text), BETWEEN.split(meant), strict=False)
    was, now = next(pair for pair in both if pair[0] != pair[1])
    told = f"letters saved in a wrong encoding are put right: {shown(was)} is {shown(now)}"
    return meant, (*warnings, told)


def _in_letters(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file as it was saved; in some, only some lines are UTF-8."""
    name = next((name for mark, name in MARKS.items() if raw.startswith(mark)), "")
    if name:
        try:
            return raw.decode(name), ()
        except UnicodeDecodeError:
            raise no_run_plan(f"this is broken {name} text; save it as UTF-8") from None
    if b"\0" in raw:
        return _without_mark(raw), ()
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        plain = sum(byte < 128 and chr(byte).isalpha() for byte in raw[:SAMPLE])
        old = LATIN if sum(byte >= 128 for byte in raw[:SAMPLE]) < plain else CHINESE
        lines = raw.split(b"\n") if old is LATIN else [raw]  # two ideographs may look like one
        right = {at: text for at, text in enumerate(map(_as_utf_8, lines)) if text is not None}
        texts = {
            name: "\n".join(
                right[at] if at in right else line.decode(name, errors="replace")
                for at, line in enumerate(lines)
            )
            for name in old
        }
        name = max(texts, key=lambda name: share_known(texts[name][:SAMPLE]))
        which = "the file is" if all(map(str.isascii, right.values())) else "such lines are"
        return texts[name], (f"line {line} is not UTF-8; {which} read as {old[name]}",)


def _as_utf_8(line: bytes) -> str | None:
    """Return a line of UTF-8; None of any other."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def without_tags(text: str) -> str:
    """Return the words of a page as a browser saves it, with a tab behind each cell of a table."""
    if not PAGE.search(text[:SAMPLE]):
        return text
    seen = IN_CELL.sub(r"\1", UNSEEN.sub(" ", text.replace("\n", " ")))
    plain = OPEN_CELL.sub(r"\1</td>", seen)
    for end, tags in (("\t", CELLS), ("\n", LINES), ("", re.compile("<[^>]*>"))):
        plain = tags.sub(end, plain)
    return "\n".join(" ".join(line.split(" ")).strip(" ") for line in unescape(plain).split("\n"))


def _without_mark(raw: bytes) -> str:
    """Return the text of UTF-16 that doesn't say so: most of every other byte is zero."""
    for name, zeros in (("utf-16-le", raw[1:400:2]), ("utf-16-be", raw[:400:2])):
        if zeros.count(0) * 2 > len(zeros) and len(raw) % 2 == 0:
            text = raw.decode(name, errors="replace")
            if "\0" not in text:
                return text
    raise no_run_plan("this is no text file")
