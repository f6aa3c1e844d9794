"""Run plan files that can't be read at all."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtall.errors import Fault, FileFaults
from runtall.importers import RunPlanFaults, load_runs
from runtall.importers.base import Context, Entry, Notes
from runtall.importers.grid import Grid, Row
from runtall.importers.kinds.unexplained import meant_words
from runtall.importers.load import READERS, WANTED
from runtall.importers.looks_like import sniff
from runtall.importers.tables.planned import planned_only
from runtall.importers.texts.pasted import without_stamps
from tests.importers.complaints import faults, faults_of

read_csv = READERS["csv"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ics", b"x", WANTED),
        ("a.yaml", b"x: 1\n", WANTED),
        ("a.xlsx", b"PK\x03\x04" + b"x" * 100, "a broken ZIP archive or workbook: File is not a "
         "zip file"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"x" * 100, "this is an old .xls workbook or a locked one; "
         "save it as .xlsx or .csv"),
        ("a.ics", b"\x1f\x8b\x08", "this is compressed; unpack it first"),
        ("a.pdf", b"%PDF-1.7", "this is a PDF; runtall reads .csv, .xlsx, .ods, .ics, .yaml and "
         ".json"),
        ("a.csv", b"", "the file is empty"),
        ("a.csv", b"\n \n", "the file is empty"),
        ("a.csv", b"date,kind\n", "there are no runs below the header"),
        ("a.csv", b"\xff\xfed\x00\x00", "this is broken UTF-16 text; save it as UTF-8"),
        ("a.csv", b"date\0kind\n", "this is no text file"),
        ("a.csv", b"x" * 20_000_001, "larger than 20 MB, the most that is read here"),
        ("a.csv", b'date,"' + b"x" * 200_000 + b'"\n',
         "line 1 is longer than 100000 characters"),
    ],
)  # fmt: skip
def test_one_fault_for_the_whole_file(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    found = faults(tmp_path / name)
    assert [(one.line, one.message) for one in found] == [(0, message)]
    assert found[0].file == str(tmp_path / name)


def test_no_file(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    for name, message in {
        "nix.csv": "there is no such file",
        "folder.csv": "this is a folder; name a file in it",
        "nul\0.csv": "can't be read: embedded null byte",
    }.items():
        assert [one.message for one in faults(tmp_path / name)] == [message]


def test_a_file_of_another_time_is_read_all_the_same(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("date,kind,title\n2027-03-01,easy,Läufchen\n".encode("cp1252"))
    loaded = load_runs(path)
    assert [one.run.title for one in loaded.runs] == ["Läufchen"]
    assert loaded.warnings == ("line 2 is not UTF-8; the file is read as Windows-1252 (Latin-1)",)


@pytest.mark.parametrize(
    ("encoding", "called", "titles"),
    [
        ("cp1250", "Windows-1250 (Latin-2)", ("siłownia", "długie wybieganie", "bieg ciągły")),
        ("cp1252", "Windows-1252 (Latin-1)", ("rörlighet", "långpass", "tröskel")),
        ("gb18030", "GB 18030", ("力量训练", "长距离", "节奏跑")),
        ("big5", "Big5", ("重訓", "長距離", "節奏跑")),
    ],
)
def test_text_of_old_spreadsheets(tmp_path, encoding, called, titles):
    path = tmp_path / "a.csv"
    rows = "".join(f"2027-03-0{day},{title}\n" for day, title in enumerate(titles, start=1))
    path.write_bytes(f"date,title\n{rows}".encode(encoding))
    loaded = load_runs(path)
    assert loaded.warnings == (f"line 2 is not UTF-8; the file is read as {called}",)
    assert [one.title for one in loaded.occupied] == [titles[0]]
    assert [str(one.run.kind) for one in loaded.runs] == ["long", "workout"]


def test_a_huge_file_is_not_read(tmp_path):
    path = tmp_path / "huge.ics"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    start = time.process_time()
    assert [one.message for one in faults(path)] == [
        "larger than 20 MB, the most that is read here"
    ]
    assert time.process_time() - start < 1


def test_a_huge_table_ends_soon():
    start = time.process_time()
    found = faults_of(lambda: read_csv("date,kind\n" + "2027-03-01,esy\n" * 300_000, Context()))
    assert [one.message for one in found] == ["more than 20000 rows; this is no run plan"]
    found = faults_of(lambda: read_csv("date,kind\n" + "2027-03-01,esy\n" * 20_000, Context()))
    assert [one.message.partition("(and")[2] for one in found] == [
        " 19999 more like it: line 3, 4, 5, ...)"
    ]
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "row", ["2027-03-01,easy,8\n", "2027-03-01: easy 8 km\n", 'Mon,"easy, 8 km"\n']
)
def test_what_is_too_long_is_refused_before_any_reader_is_asked(tmp_path, row):
    path = tmp_path / "plan.txt"
    path.write_text(row * 150_000)
    start = time.process_time()
    assert [one.message for one in faults(path)] == ["more than 20000 rows; this is no run plan"]
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n".join(["Mon 1 Mar easy " * 50] * 5_002), "more than 5000 lines; this is no run plan"),
        ("Tue/Wed/Thu/Fri/Sat/Sun/Mon " * 200 + "\n", "more than 400000 characters; this is no"),
    ],
)
def test_a_text_that_is_too_long_is_refused_before_any_reader_is_asked(tmp_path, text, message):
    path = tmp_path / "plan.txt"
    path.write_text(text * (80 if len(text) < 10_000 else 1))
    start = time.process_time()
    assert [one.message[: len(message)] for one in faults(path)] == [message]
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    "line", ["Tue/Wed/Thu/Fri/Sat/Sun/Mon ", "Mon 1 Mar easy ", "M (T) W T F "]
)
def test_reading_takes_as_long_as_the_lines_are(line):
    def seconds(repeats):
        lines = [line * repeats] * 20
        start = time.process_time()
        without_stamps(lines)
        return time.process_time() - start

    seconds(20)
    assert seconds(800) < 8 * seconds(200) + 0.2


def test_line_breaks_in_cells_begin_no_rows(tmp_path):
    path = tmp_path / "plan.csv"
    cell = '"easy 8 km' + "\nand smile" * 300 + '"'
    path.write_text("date,title\n" + f"2027-03-01,{cell}\n" * 100)
    assert len(load_runs(path).runs) == 100


def fastest(seconds, number):
    """The least of three: whatever else a process does, as collecting garbage, only adds to it."""
    return min(seconds(number) for _ in range(3))


def test_reading_takes_as_long_as_the_table_is():
    def seconds(rows):
        table = "date,kind,title\n" + "".join(
            f"2027-03-{1 + row % 28:02},,Easy {row}\n" for row in range(rows)
        )
        best = []
        for _ in range(3):
            start = time.process_time()
            assert len(read_csv(table, Context()).entries) == rows
            best.append(time.process_time() - start)
        return min(best)

    assert fastest(seconds, 16_000) < 8 * fastest(seconds, 4_000)


def test_what_was_run_takes_as_long_as_the_table_is():
    def seconds(rows):
        labels = ("Plan", "Actual")
        cells = [(labels[row % 2], f"Easy {row // 2} km") for row in range(rows)]
        grid = Grid(tuple(Row(line, both) for line, both in enumerate(cells, 1)))
        start = time.process_time()
        assert len(planned_only(grid, Notes())[0].rows) == rows // 2
        return time.process_time() - start

    seconds(100)
    # Eight times as many rows; to search all of them for each would take 64 times as long.
    assert fastest(seconds, 16_000) < 32 * fastest(seconds, 2_000)


def test_words_that_nobody_knows_are_compared_once():
    def seconds(word):
        start = time.process_time()
        for number in range(500):
            assert not meant_words(f"{word} {number}", ("en",))
        return time.process_time() - start

    seconds("Easy")
    assert seconds("Qwertzuiop") < 20 * seconds("Easy") + 0.5


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='daetkinm,;\t|"\n\r 2027-031:?x\u2028', max_size=150))
def test_any_table(text):
    for table in (text, "date,kind,km,at\n2027-03-01," + text):
        found: tuple[Fault, ...] = ()
        entries: tuple[Entry, ...] = ()
        try:
            entries = read_csv(table, Context()).entries
        except FileFaults as error:
            found = error.faults
        assert bool(entries) != bool(found)
        assert all(one.line >= 0 and one.column >= 1 for one in found)


PIECES = (
    "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "DTSTART:20270301",
    "DTSTART;VALUE=DATE:20270302", "DTSTART:20270303T063000Z", "DTEND:20270304",
    "SUMMARY:Run: 5 km",
    "DTSTART;TZID=Nowhere/Land:20270303T063000", "DURATION:-PT5M", "RRULE:FREQ=WEEKLY", "UID:1",
    "RRULE:FREQ=DAILY;UNTIL=x", "RECURRENCE-ID:20270308", "EXDATE:x", " folded", "rubbish", "",
    "DTSTART:99999999", "DTEND;VALUE=DATE:20270301", "STATUS:CANCELLED", "DESCRIPTION:Rest\\nx",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["ics", "auto"]))
def test_any_calendar(tmp_path_factory, pieces, form):
    path = tmp_path_factory.getbasetemp() / "any.ics"
    text = "\r\n".join(["BEGIN:VCALENDAR", *pieces])
    path.write_text(text, encoding="utf-8")
    for race_date in (None, date(2027, 4, 25)):
        found: tuple[object, ...] = ()
        try:
            found = load_runs(path, race_date=race_date, form=form).runs
        except RunPlanFaults as error:
            found = error.faults
        assert found


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="{}[]:,-\"' \n\tschedulworkt15*&!|", max_size=120))
def test_any_plan_file(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    for content in (text, "units: mi\nschedule:\n" + text):
        path.write_text(content, encoding="utf-8")
        assert faults(path, race_date=date(2027, 4, 25), form="calendar_hack")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "ics"),
        ("  \r\nbegin:vcalendar\r\n", "ics"),
        ("date,kind\n", "csv"),
        ("Title;WorkoutType;WorkoutDay\n", "csv"),
        ("km,kind\n", "csv"),
        ("Week,Distance,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday\n", "wide_csv"),
        ("id: x\nschedule:\n", "calendar_hack"),
        ('{"schedule": []}', "calendar_hack"),
        ('date,title\n2027-03-01,"x\nBEGIN:VEVENT\nschedule:"\n', "csv"),
        ("id: x\nname: Fast, far\nschedule:\n", "calendar_hack"),
        ("name: Fast, far\nschedule:\n", "calendar_hack"),
        ("Dear coach\nI will run\n", ""),
        ("", ""),
    ],
)
def test_what_a_file_is_taken_for(text, name):
    assert sniff(text) == name


def test_a_named_format_is_not_guessed(tmp_path):
    path = tmp_path / "a.ics"
    path.write_text("date,kind\n2027-03-01,easy\n")
    assert load_runs(path).format == "a table, one row a run"
    assert faults(path, form="ics")


@pytest.mark.parametrize("runs", ["{week: {mon: easy}}", "\n  # from a file\n  file: mine.csv"])
def test_a_scenario_is_told_apart(tmp_path: Path, runs: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"# Mine\nrace_date: 2027-04-25\nruns: {runs}\n", "utf-8")
    with pytest.raises(RunPlanFaults, match=r"this is a scenario, no run plan.*runtall solve"):
        load_runs(path)


@pytest.mark.parametrize(
    "page",
    [
        "<script>Mon 1 Mar: 6x800</script><table><tr><td>Date<td>Run<tr><td>2027-04-24<td>Easy<tr>"
        "<td>2027-04-25<td>Marathon</table>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><table><tr><th>Date<th>Run<tr><td>2027-04-24<td>Easy\n<tr>"
        "<td>2027-04-25<td>Marathon</table>",
        "<html><table>\n<tr><td>Date</td><td>Run</td></tr>\n<tr><td>2027-04-24<td>Easy</td>\n"
        "<tr><td><b>2027-04-25</b><td><p>Marathon</table></html>",
    ],
)
def test_cells_of_a_page_that_nothing_ends(tmp_path, page):
    path = tmp_path / "plan.html"
    path.write_text(page)
    assert [str(one.run.kind) for one in load_runs(path).runs] == ["easy", "race"]
