"""Workbooks of a few cells, written by hand as spreadsheet programs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import escape

Cell = str | int | float | bool | date | time | None
Sheets = Mapping[str, Sequence[Sequence[Cell]]]

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MACRO_SHEET = "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# Style 1 is a date, 2 a time.
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/>'
    '<xf numFmtId="20"/></cellXfs></styleSheet>'
)


def letters(index: int) -> str:
    """The name of a column."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def _cell(value: Cell, place: str) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str) and value.startswith("="):
        return f'<c r="{place}"><f>{escape(value[1:])}</f></c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, time):
        share = (value.hour * 60 + value.minute) / 1440
        return f'<c r="{place}" s="2"><v>{share!r}</v></c>'
    if isinstance(value, date):
        days = value - (datetime if isinstance(value, datetime) else date)(1899, 12, 30)
        return f'<c r="{place}" s="1"><v>{days / timedelta(days=1):g}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def sheet_xml(rows: Sequence[Sequence[Cell]]) -> str:
    """A sheet; what begins with = is a formula without a value."""
    lines = [
        f'<row r="{line}">'
        + "".join(_cell(value, f"{letters(index)}{line}") for index, value in enumerate(row))
        + "</row>"
        for line, row in enumerate(rows, start=1)
    ]
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def xlsx(sheets: Sheets, more: Mapping[str, bytes] | None = None) -> bytes:
    """An ``.xlsx`` of some sheets, with more parts."""
    names = list(sheets)
    entries = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/worksheet"'
        f' Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(names) + 1)
    )
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1"'
        f' Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        f"<sheets>{entries}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}'
        f'<Relationship Id="rIdS" Type="{RELATIONS}/styles" Target="styles.xml"/>'
        "</Relationships>",
        "xl/styles.xml": STYLES,
    }
    for number, name in enumerate(names, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet_xml(sheets[name])
    return packed({**{name: text.encode() for name, text in parts.items()}, **(more or {})})


def with_macros(raw: bytes, number: int) -> bytes:
    """A workbook with one of its sheets as a sheet of Excel 4 macros."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet, links = f"worksheets/sheet{number}.xml", "xl/_rels/workbook.xml.rels"
    ours = f'{RELATIONS}/worksheet" Target="{sheet}"'
    parts[links] = parts[links].replace(
        ours.encode(), f'{MACRO_SHEET}" Target="macrosheets/sheet1.xml"'.encode()
    )
    parts["xl/macrosheets/sheet1.xml"] = parts.pop(f"xl/{sheet}")
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Some parts as a ZIP archive."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return raw.getvalue()


def _ods_cell(value: Cell) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return (
            '<table:table-cell office:value-type="boolean"'
            f' office:boolean-value="{str(value).lower()}"/>'
        )
    if isinstance(value, date):
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}">'
            f"<text:p>{value:%d.%m.%y}</text:p></table:table-cell>"
        )
    if isinstance(value, time):
        return (
            '<table:table-cell office:value-type="time"'
            f' office:time-value="PT{value.hour:02}H{value.minute:02}M00S">'
            f"<text:p>{value:%H:%M}</text:p></table:table-cell>"
        )
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{escape(value)}</text:p></table:table-cell>"
    )


ODS_NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def ods(sheets: Sheets, tail: str = "") -> bytes:
    """An ``.ods`` of some sheets; ``tail`` stands below the rows of each."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">'
        + "".join(
            "<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>"
            for row in rows
        )
        + tail
        + "</table:table>"
        for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{ODS_NAMES}'
        f' office:version="1.2"><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        b'<manifest:file-entry manifest:full-path="/" manifest:media-type="' + kind + b'"/>'
        b"</manifest:manifest>"
    )
    return packed({"mimetype": kind, "content.xml": content.encode(),
                   "META-INF/manifest.xml": manifest})  # fmt: skip
