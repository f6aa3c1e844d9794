"""What a workbook holds before it is opened: that it is one, and not too large."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from runtall.importers.base import no_run_plan

# Bytes of all parts of a workbook, unpacked.
LARGEST = 200_000_000
CHUNK = 1_000_000
# Cells from the first to the last that is filled; a plan has some hundred thousand at most.
MOST_CELLS = 4_000_000
# How the library says that an archive is broken, locked or packed in an unknown way.
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, RuntimeError)
TOO_LARGE = f"this workbook has more than {LARGEST / 1e6:g} MB when it is unpacked"
TOO_WIDE = "this workbook has cells too far apart to be a run plan"
KINDS = (
    ("xl/workbook.bin", "an .xlsb workbook; save it as .xlsx or .csv"),
    ("word/document.xml", "a Word document; copy its table into a spreadsheet, or save it as .csv"),
    ("Index/Document.iwa", "a Numbers document; export it as .xlsx or .csv"),
    ("ppt/presentation.xml", "a presentation; runtall reads .csv, .xlsx, .ods and .ics"),
)
MACROS = (
    "this workbook has a sheet of Excel 4 macros, with which no sheet can be read; copy the sheet"
    " with the plan into a new workbook, or save it as .csv"
)
# The flag of a part of an archive that only a password opens.
ENCRYPTED = 1
NO_WORKBOOK = "a ZIP archive without a spreadsheet in it; unpack it first"
# A cell that isn't empty, by its name; rows, and cells that may have none.
LAST_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
ROW = re.compile(rb'<(?:\w+:)?row\s(?:[^>]*?\s)?r="(\d{1,7})"')
A_ROW = re.compile(rb"<(?:\w+:)?row[\s>]")
A_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
REPEATED_ROW = re.compile(rb"<table:table-row[^>]*?number-rows-repeated=\"(\d+)\"")
REPEATED_CELL = re.compile(
    rb"<table:table-cell(?=[^>]*?office:value-type)[^>]*?number-columns-repeated=\"(\d+)\""
)
EMPTY_FORMULA = re.compile(rb"<f(?:>[^<]*</f>| [^>]*/>| [^>]*>[^<]*</f>)(?:<v></v>|<v ?/>)?</c>")
# Bytes kept of one piece of a part, so that what lies across two is seen.
OVERLAP = 600


def check_workbook(raw: bytes) -> int:
    """Return the number of formulas without a value.

    The parts are unpacked once, piece by piece, whatever their sizes claim to be.

    Raises
    ------
    FileFaults
        If this is no workbook, or one that would fill the memory.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _check(archive)
    except BROKEN as error:
        raise no_run_plan(f"a broken ZIP archive or workbook: {error}") from None


def has_macro_sheets(raw: bytes) -> bool:
    """Return whether a workbook has sheets of macros, which its library refuses to open."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return any(name.startswith("xl/macrosheets/") for name in archive.namelist())


def _check(archive: zipfile.ZipFile) -> int:
    names = set(archive.namelist())
    if any(member.flag_bits & ENCRYPTED for member in archive.infolist()):
        raise no_run_plan("this workbook is locked with a password; save it without one")
    for name, words in KINDS:
        if name in names:
            raise no_run_plan(f"this is {words}")
    ods = "content.xml" in names
    if "xl/workbook.xml" not in names and not ods:
        raise no_run_plan(f"this is {NO_WORKBOOK}")
    total = formulas = 0
    for member in archive.infolist():
        last, area, name = b"", [0, 0], member.filename
        is_sheet = name.startswith("xl/worksheets/") or name == "content.xml"
        member.file_size = LARGEST + 1  # read what there is, whatever it claims to be
        with archive.open(member) as part:
            while piece := part.read(CHUNK):
                total += len(piece)
                if total > LARGEST:
                    raise no_run_plan(TOO_LARGE)
                if is_sheet:
                    text = last + piece
                    formulas += len(EMPTY_FORMULA.findall(text)) - len(EMPTY_FORMULA.findall(last))
                    _grow(area, text, ods=ods)
                    last = text[-OVERLAP:]
    return formulas


def _grow(area: list[int], text: bytes, *, ods: bool) -> None:
    """Take in how far the cells of a piece reach."""
    if ods:
        times = max((int(found) for found in REPEATED_ROW.findall(text)), default=1)
        filled = sum(int(found) for found in REPEATED_CELL.findall(text))
        if filled > MOST_CELLS or (filled > 1 and times * filled > MOST_CELLS * 256):
            raise no_run_plan(TOO_WIDE)
        return
    cells = LAST_CELL.findall(text)
    rows = [int(row) for _, row in cells] + [int(row) for row in ROW.findall(text)]
    widest = max({letters for letters, _ in cells}, key=lambda one: (len(one), one), default=b"")
    column = 0
    for letter in widest:
        column = 26 * column + letter - 64
    if not cells:  # then cells have no names, and follow each other
        column = max(len(A_CELL.findall(row)) for row in A_ROW.split(text))
    area[0], area[1] = max(area[0], *rows, 0), max(area[1], column)
    if area[0] * area[1] > MOST_CELLS:
        raise no_run_plan(TOO_WIDE)
