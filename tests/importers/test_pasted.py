"""Lines that are pasted from a message."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from runtall.domain.library import data_text
from runtall.errors import FileFaults
from runtall.importers import load_runs
from runtall.importers.base import Context
from runtall.importers.looks_like import sniff
from runtall.importers.texts.pasted import read_pasted
from runtall.importers.words.languages import CODES

RACE = date(2027, 4, 25)
CONTEXT = Context(race_date=RACE)


def days(text: str, context: Context = CONTEXT) -> list[tuple[str, str]]:
    return [(f"{entry.date}", entry.title) for entry in read_pasted(text, context).entries]


def test_a_week_from_a_coach() -> None:
    text = (
        "Hi Jo, your week:\n\nMon 1 Mar: easy 8 km\n- Tue 2 March: 6x800\n* Wed: off\n"
        "Thu 4 Mar 2027 - tempo 30 min\n   with 10 min warm up\nSat: Long 22 km\n> Sun, 7.3.: jog\n"
    )
    found = read_pasted(text, CONTEXT)
    assert [(e.date.day, e.title, e.line) for e in found.entries] == [
        (1, "easy 8 km", 3), (2, "6x800", 4), (3, "off", 5), (4, "tempo 30 min", 6),
        (6, "Long 22 km", 8), (7, "jog", 9),
    ]  # fmt: skip
    assert found.entries[3].text == "with 10 min warm up"
    assert found.warnings == ('lines before the first day are left out (1, such as "Hi Jo, your '
                              'week:")',)  # fmt: skip


def test_a_week_in_few_words() -> None:
    text = "Mon 1 Mar easy 5k\nTue 6x800\nWed off\nThu tempo 30 min\nFri 10 km\nSat: long 20k\n"
    assert sniff(text) == "pasted"
    assert days(text) == [
        ("2027-03-01", "easy 5k"), ("2027-03-02", "6x800"), ("2027-03-03", "off"),
        ("2027-03-04", "tempo 30 min"), ("2027-03-05", "10 km"), ("2027-03-06", "long 20k"),
    ]  # fmt: skip


def _named(code: str, table: str) -> list[list[str]]:
    words = tomllib.loads(data_text(f"languages/{code}.toml"))[table]
    return [[word for word in found if len(word) > 1] for found in words.values()]


@pytest.mark.parametrize("code", [code for code in CODES if code != "zh"])
@pytest.mark.parametrize("short", [False, True])
def test_a_week_in_every_language(code: str, short: bool) -> None:
    weekdays, months = _named(code, "weekdays"), _named(code, "months")
    lines = []
    for number, words in enumerate(weekdays):
        month = months[2][-1 if short else 0]
        dated = f" {number + 1} {month}" if number in {0, 4} else ""
        lines.append(f"{words[-1 if short else 0].capitalize()}{dated}: 6x{number}00")
    text = "\n".join(lines)
    assert sniff(text) == "pasted"
    assert days(text) == [(f"2027-03-0{day + 1}", f"6x{day}00") for day in range(7)]


@pytest.mark.parametrize(
    "lines",
    [
        ("周一 3月1日\uff1a轻松跑 8公里", "周二\uff1a间歇跑", "周三 休息"),
        ("1. März - locker 8 km", "Di: Intervalle", "Mi: Ruhetag"),
        ("lundi 1er mars : footing 45 min", "mardi : VMA", "mercredi : repos"),
        ("Lunes, 1 de marzo: rodaje", "Mar: series", "Mié: descanso"),
        ("segunda-feira, 1 de março - leve", "terça: tiros", "quarta: descanso"),
    ],
)
def test_lines_as_they_are_written_elsewhere(lines: tuple[str, ...]) -> None:
    found = days("\n".join(lines))
    assert [day for day, _ in found] == ["2027-03-01", "2027-03-02", "2027-03-03"]
    assert all(title and title[0] not in ":- " for _, title in found)


def test_other_rows_can_tell_which_comes_first() -> None:
    found = days("3/4: easy\n3/18: long\n")
    assert [day for day, _ in found] == ["2027-03-04", "2027-03-18"]


HEADS = ("{wd} {d} {mon}", "{weekday}, {mon} {d}", "{d} {month} {y}", "{y}-{m:02}-{d:02}",
         "{wd} {d}.{m}.", "{month} {d}, {y}", "{d}.{m}.{y}",
         "{d}th of {month}")  # fmt: skip


@given(
    st.dates(RACE - timedelta(120), RACE),
    st.sampled_from(HEADS),
    st.sampled_from([": ", " - ", "\t", " : ", " \u2013 "]),
)
def test_a_day_in_any_usual_way(day: date, head: str, end: str) -> None:
    text = head.format(
        d=day.day, m=day.month, y=day.year, mon=f"{day:%b}", month=f"{day:%B}", wd=f"{day:%a}",
        weekday=f"{day:%A}",
    )  # fmt: skip
    assert days(f"{text}{end}6x800\n") == [(f"{day}", "6x800")]
    assert sniff(f"{text}{end}6x800\n") == "pasted"


@given(st.dates(RACE - timedelta(120), RACE))
def test_between_slashes_the_weekday_may_tell_which_comes_first(day: date) -> None:
    for text in (f"{day:%a} {day.day}/{day.month}", f"{day:%a} {day.month}/{day.day}"):
        try:
            found = days(f"{text}: 6x800")
        except FileFaults as error:
            assert "say runs.date_order" in str(error)  # noqa: PT017 - both ways are right
        else:
            assert found == [(f"{day}", "6x800")]


def test_the_year_is_the_one_up_to_the_race() -> None:
    assert days("Mon 1 Mar: easy") == [("2027-03-01", "easy")]
    assert days("Tue 1 Mar: easy", Context(date(2022, 4, 24))) == [("2022-03-01", "easy")]
    assert days("29 Feb: easy", Context(date(2028, 4, 2))) == [("2028-02-29", "easy")]


@given(st.lists(st.integers(0, 6), min_size=1, max_size=20), st.integers(0, 19))
@example([0, 3, 4, 1, 1, 6, 1, 6, 1, 6], 0)
def test_weekdays_alone_are_counted_from_the_date_nearby(steps: list[int], at: int) -> None:
    """In order, each on its weekday, less than a week apart."""
    first, dates = date(2027, 2, 1), []
    for step in steps:
        dates.append((dates[-1] if dates else first) + timedelta(step))
    known = at % len(dates)
    lines = [
        f"{day:%a} {day.day} {day:%b}: run" if i == known else f"{day:%A}: run"
        for i, day in enumerate(dates)
    ]
    assert [day for day, _ in days("\n".join(lines))] == [f"{day}" for day in dates]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mon: easy\nTue: 6x800", "no line says which week it is"),
        ("Mon 1 Mar: easy\nTue 3 Mar: 6x800", "2027-03-03 is a Wednesday, not a Tuesday"),
        ("Mon 1 Mar: easy\n30 Feb: 6x800", '"30 Feb" is not in the calendar'),
        ("3/4: easy", '"3/4" can be Sat 03 Apr 2027 (day first) or Thu 04 Mar 2027'),
        ("nothing of the kind", "no line begins with a day"),
    ],
)
def test_what_cannot_be_read(text: str, words: str) -> None:
    with pytest.raises(FileFaults) as caught:
        read_pasted(text, CONTEXT)
    assert words in str(caught.value)


def test_all_faults_with_their_lines() -> None:
    with pytest.raises(FileFaults) as caught:
        read_pasted("Mon 1 Mar: easy\nTue 3 Mar: x\nWed 5 Mar: y\n", CONTEXT)
    assert [fault.line for fault in caught.value.faults] == [2, 3]


@pytest.mark.parametrize(
    "text",
    ["date,kind\n2027-03-01,easy\n", "mon,tue,wed,thu,fri,sat,sun\na,b,c,d,e,f,g\n", "hello\n",
     "Monday\tTuesday\neasy\tlong\n", "2027-03-01,easy\n2027-03-02,long\n", "", "units: mi\n"],
)  # fmt: skip
def test_tables_are_no_lines(text: str) -> None:
    assert sniff(text) != "pasted"


@example('"')
@example("|")
@given(st.text(max_size=300))
def test_any_text_is_read_or_told(text: str) -> None:
    sniff(text)
    try:
        read_pasted(text, CONTEXT)
    except FileFaults as error:
        assert error.faults  # noqa: PT017 - both ways are right


def test_a_file_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "week.txt"
    path.write_text("Sat 20 Mar: Long 22 km, the last 5 brisk\nSun 25 Apr: Marathon\n", "utf-8")
    found = load_runs(path)
    assert [run.run.kind for run in found.runs] == ["long", "race"]


WEEK = [("2027-01-04", "easy 8 km"), ("2027-01-05", "6x800"), ("2027-01-07", "tempo 30 min")]
# Whatever stands in front of a line of a chat, and how the next message begins.
CHATS = {
    "a phone": "[03/01/2027, 18:10:33] Coach: {}\n[03/01/2027, 18:12:00] Jo: thanks!",
    "a phone with signs": "\u200e[03/01/2027, 18:10:33] \u202aCoach\u202c: {}",
    "another phone": "03/01/2027, 18:10 - Coach: {}\n03/01/2027, 18:12 - Jo: ok",
    "an American one": "[1/3/27, 6:10:33\u202fPM] Coach: {}\n[1/13/27, 6:10:33\u202fPM] Coach: hi",
    "a German one": "03.01.27, 18:10 - Trainerin: {}\n04.01.27, 07:10 - Jo: danke",
    "a Dutch one": "03-01-2027 18:10 - +31 6 12345678: {}",
    "a desktop": "Coach, [03.01.2027 18:10]\n{}\n\nJo, [03.01.2027 18:12]\nthanks!",
    "mail": "Sun, 3 Jan 2027 at 18:10\n{}\n\nSun, 3 Jan 2027 at 18:12\nthanks!",
    "a long stamp": "Coach — 3 January 2027 at 18:10\n{}",
}


@pytest.mark.parametrize("chat", CHATS)
@pytest.mark.parametrize("hello", ["", "Hi Jo, your week:\n"])
def test_a_chat(chat: str, hello: str, tmp_path: Path) -> None:
    lines = "Mon: easy 8 km\nTue 6x800\nThu - tempo 30 min"
    text = CHATS[chat].format(hello + lines)
    (tmp_path / "chat.txt").write_text(text)
    file = load_runs(tmp_path / "chat.txt", race_date=RACE)
    assert [(f"{dated.date}", dated.run.title) for dated in file.runs] == WEEK
    assert any("when their messages were sent" in warning for warning in file.warnings)


def test_a_message_a_day_of_the_week() -> None:
    text = (
        "[04/01/2027, 08:10] Coach: Tue 6x800\n[04/01/2027, 08:11] Jo: was hard last time\n"
        "[06/01/2027, 21:40] Coach: Thu: 8 km\nnice and easy\n[13/01/2027, 9:10] Coach: Wed long\n"
    )
    found = read_pasted(text, CONTEXT)
    assert [(f"{e.date}", e.title, e.text, e.line) for e in found.entries] == [
        ("2027-01-05", "6x800", "", 1), ("2027-01-07", "8 km", "nice and easy", 3),
        ("2027-01-13", "long", "", 5),
    ]  # fmt: skip
    assert found.warnings == (
        'messages without a day are left out (1, such as "was hard last time")',
        'days are counted from when their messages were sent (3, such as 2027-01-04: "6x800")',
    )


def test_the_line_that_the_readme_shows() -> None:
    assert days("[04/01/2027, 08:10] Coach: Tue 6x800") == [("2027-01-05", "6x800")]


def test_the_own_dates_of_a_chat_win() -> None:
    text = "Coach Ann  8:10 AM\nMon 11 Jan: easy 8\nTue: 6x800\nJo\n  8:15 AM\nok!\n"
    assert days(text) == [("2027-01-11", "easy 8"), ("2027-01-12", "6x800")]
    # And what can't be told of stamps that nobody needs is not asked.
    assert days("[04/01/2027, 8:10 AM] Ann: Mon 11 Jan: easy 8") == [("2027-01-11", "easy 8")]


def test_a_message_without_any_day_is_about_the_day_that_it_was_sent_on() -> None:
    text = "[04/01/2027, 08:10] Ann: 6x800 today\n[05/01/2027, 20:10] Ann: Tomorrow: 8 km easy\n"
    assert days(text) == [("2027-01-04", "6x800 today"), ("2027-01-06", "Tomorrow: 8 km easy")]


def test_stamps_whose_order_nobody_can_tell() -> None:
    with pytest.raises(FileFaults, match=r"can be .* or .*date_order: dmy or mdy"):
        days("[04/01/2027, 8:10 AM] Ann: Tue 6x800")
    us = Context(race_date=RACE, date_order="mdy")
    assert days("[04/01/2027, 8:10 AM] Ann: Sat 6x800", us) == [("2027-04-03", "6x800")]


@pytest.mark.parametrize(
    "text",
    [
        "1. Mon 4 Jan: easy 8 km\n2) Tue 6x800\n3. Thu tempo 30 min",
        "\u2022 Mon 4 Jan: easy 8 km\n\u25e6 Tue: 6x800\n\u00b7 Thu: tempo 30 min",
        "\U0001f7e2 Mon 4 Jan: easy 8 km\n\U0001f525 Tue: 6x800\n3\ufe0f\u20e3 Thu: tempo 30 min",
        "**Mon 4 Jan:** easy 8 km\n*Tue:* 6x800\n- **Thu** tempo 30 min",
        "## Monday 4 Jan\neasy 8 km\n## Tuesday\n6x800\n**Thursday**\ntempo 30 min",
        "> Mon 4 Jan: easy 8 km\n> Tue: 6x800\n>> Thu: tempo 30 min",
        "Jo,\n\nOn 3 Jan Ann <ann@club.example> wrote:\n> Hi\n> Mon 4 Jan: easy 8 km\n"
        "> Tue: 6x800\n> Thu: tempo 30 min",
        "| Day | Date | Run |\n|---|:--:|---|\n| Mon | 4 Jan | easy 8 km |\n"
        "| Tue | 5 Jan | 6x800 |\n| Thu | 7 Jan | tempo 30 min |",
        "Date\tRun\n04/01/2027\teasy 8 km\n05/01/2027\t6x800\n07/01/2027\ttempo 30 min",
        "Date\tRun\tNotes\n4 Jan\teasy 8 km\t\n5 Jan\t6x800\t\n7 Jan\ttempo 30 min\t",
        "> date,run\n> 2027-01-04,easy 8 km\n> 2027-01-05,6x800\n> 2027-01-07,tempo 30 min",
    ],
)
def test_lists_tables_and_quoted_mails(text: str, tmp_path: Path) -> None:
    (tmp_path / "pasted.txt").write_text(text)
    file = load_runs(tmp_path / "pasted.txt", race_date=RACE)
    assert [(f"{dated.date}", dated.run.title) for dated in file.runs] == WEEK


def test_weeks_of_cells_from_a_spreadsheet(tmp_path: Path) -> None:
    days_ = "Mon\tTue\tWed\tThu\tFri\tSat\tSun"
    week = "\t6x800\teasy 8 km\t\ttempo 30 min\t5 km\t"
    weeks = [f"{week}20 km", f"{week}Marathon"]
    table = [f"|{row}|".replace("\t", "|") for row in (days_, "-\t-\t-\t-\t-\t-\t-", *weeks)]
    for text in ("\n".join([days_, *weeks]), "\n".join(table)):
        (tmp_path / "pasted.txt").write_text(text)
        file = load_runs(tmp_path / "pasted.txt", race_date=RACE)
        assert [dated.date.day for dated in file.runs] == [13, 14, 16, 17, 18, 20, 21, 23, 24, 25]


@pytest.mark.parametrize(
    ("before", "line", "after", "titles"),
    [
        ("Mon 4 Jan", "Fri easy, Sun long", "Tue 12 Jan", {8: "easy", 10: "long"}),
        ("Mon 4 Jan", "Fri: easy 8 km; Sun: 20 km, hilly", "Tue 12 Jan",
         {8: "easy 8 km", 10: "20 km, hilly"}),
        ("Mo 4.1.", "Fr locker 8 km, So lang", "Di 12.1.", {8: "locker 8 km", 10: "lang"}),
        ("Mon 4 Jan", "fri easy, sun long", "Tue 12 Jan", {8: "easy", 10: "long"}),
        ("Mon 4 Jan", "Fri 6x800, 2 min rest, sun cream", "Tue 12 Jan",
         {8: "6x800, 2 min rest, sun cream"}),
    ],
)  # fmt: skip
def test_a_line_with_more_than_one_day(before, line, after, titles):
    found = read_pasted(f"{before}: 10 km\n{line}\n{after}: 5 km", CONTEXT)
    assert {e.date.day: e.title for e in found.entries[1:-1]} == titles
    assert found.warnings == ()


def test_what_is_no_stamp_stays() -> None:
    text = "Mon 4 Jan: 10 km\nLong run 2:30\nTue [hard]: 6x800\n12:30 - 13:15 pool\n"
    found = read_pasted(text, CONTEXT)
    assert next((e.title, e.text) for e in found.entries) == ("10 km", "Long run 2:30")


@pytest.mark.parametrize("separator", [", ", "; ", ","])
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("first", "further"),
    [
        ("Tue 5 Jan 2027: 6x800|Thu: easy|Sun: long", "Tue {} Jan: 6x800|Thu: easy|Sun: long"),
        ("Tue 5 Jan 2027 6x800|Thu easy|Sun long", "Tue 6x800|Thu easy|Sun long"),
        ("Di 5.1.2027 6x800|Do locker|So lang", "Di {}.1. 6x800|Do locker|So lang"),
        ("mardi 5.1.2027 6x800|jeudi footing|dimanche sortie longue", "mardi {}.1. 6x800|jeudi a|"
         "dimanche b"),
    ],
)  # fmt: skip
def test_weeks_of_runs_are_no_header(first: str, further: str, separator: str, count: int) -> None:
    lines = [first, further.format(12), further.format(19)][:count]
    text = "\n".join(lines).replace("|", separator) + "\n"
    assert sniff(text) == "pasted"
    wanted = [date(2027, 1, 5 + 7 * week + day) for week in range(count) for day in (0, 2, 5)]
    assert [when for when, _ in days(text)] == [f"{day}" for day in wanted]
    assert days(text)[0][1] == "6x800"


@pytest.mark.parametrize(
    "header", ["Mon,Wed,Sun", "Mon 4 Jan, Wed 6 Jan, Sun 10 Jan", "Mon easy,Wed hard,Sun long"]
)
def test_headers_with_weeks_below_stay_headers(header: str) -> None:
    assert sniff(f"{header}\neasy 5k,6x800,long 20k\neasy 6k,6x800,long 22k\n") == "wide_csv"


def test_weekdays_of_one_ideograph_behind_their_dates() -> None:
    """As many plans of Taiwan have them."""
    assert days("2/15(一) 休息\n2/16 (二) 間歇跑 800m x 6\n2/21(日) LSD 20K\n") == [
        ("2027-02-15", "休息"), ("2027-02-16", "間歇跑 800m x 6"), ("2027-02-21", "LSD 20K"),
    ]  # fmt: skip


def test_weeks_by_ideographs_have_the_month_first_and_words_behind() -> None:
    week = "周一:休息\n周二:400米x8\n周三:轻松跑40分钟\n周日:长距离18公里\n"
    heads = ("第一周(3.1-3.7)先适应", "第二周(3.8-3.14)", "第十二周(3.15-3.21)减量周")
    plan = "春季计划\n\n" + "\n".join(f"{head}\n{week}" for head in heads)
    wide = plan.translate(str.maketrans(":()", "\uff1a\uff08\uff09"))
    assert [day for day, _ in days(wide)] == [
        f"2027-03-{day:02}" for day in (1, 2, 3, 7, 8, 9, 10, 14, 15, 16, 17, 21)
    ]


def test_a_note_with_front_matter(tmp_path: Path) -> None:
    text = (
        "---\ntags: [running]\nrace: 2027-04-25\n---\n# Spring\n\n## Week 1\n"
        "- [x] Mon 2027-03-01 6 km easy\n- [ ] Tue 2027-03-02 6 x 800 m\n"
        "- [ ] Sun 2027-03-07 20 km long\n"
    )
    (tmp_path / "note.md").write_text(text)
    found = load_runs(tmp_path / "note.md", race_date=RACE).runs
    kinds = [(f"{one.date:%d}", str(one.run.kind)) for one in found if one.date.month == 3]
    assert kinds == [("01", "easy"), ("02", "workout"), ("07", "long")]


def test_a_week_begins_in_more_than_one_way() -> None:
    text = (
        "w/b 8 March: Mon off. Tues 9 easy. Weds 5 x 1k. Sun 26 long.\n\n"
        "w/b 15 March: Mon off. Sat 6 easy. Sun 30 long.\n"
    )
    assert [day for day, _ in days(text)][-3:] == ["2027-03-15", "2027-03-20", "2027-03-21"]


@pytest.mark.parametrize(
    "text",
    [
        "**1° Settimana LUNEDì** 8 km lento\n**DOMENICA** 15 km lungo\n"
        "**2° Settimana LUNED**ì 8 km lento\n**DOMENICA** MARATONA\n",
        "Week 1 MONDAY 8 km easy\nSUNDAY 15 km long\nWeek 2 MONDAY 8 km easy\nSUNDAY marathon\n",
        "Woche 1 MONTAG 8 km locker\nSONNTAG 15 km lang\nWoche 2 MONTAG 8 km locker\n"
        "SONNTAG Marathon\n",
    ],
)
def test_the_first_day_right_behind_the_name_of_its_week(text):
    found = read_pasted(text, Context(date(2027, 4, 25))).entries
    assert [one.date.day for one in found] == [12, 18, 19, 25]


NUMBERS = (
    "0 8 10 8 0 6 {}", "0, 8, 10, 8, 0, 6, {}", "{n} off 8 10 8 off 6 {}", "0\t8\t10\t8\t0\t6\t{}",
)  # fmt: skip


@pytest.mark.parametrize("line", NUMBERS)
def test_weeks_of_numbers_and_nothing_else(line: str, tmp_path: Path) -> None:
    file = tmp_path / "weeks.txt"
    far = [16, 18, 20, 14, 42.2]
    file.write_text("\n".join(line.format(km, n=n) for n, km in enumerate(far, 1)))
    runs = load_runs(file, race_date=date(2027, 4, 25)).runs
    assert [one.run.kind for one in runs[:7]] == [
        "rest", "easy", "easy", "easy", "rest", "easy", "long",
    ]  # fmt: skip
    assert (runs[-1].date, runs[-1].run.kind) == (date(2027, 4, 25), "race")


def test_days_of_a_week_in_the_line_below_its_dates(tmp_path: Path) -> None:
    file = tmp_path / "weeks.txt"
    week = "off | 0.45 easy | 0.50 hills | 0.45 easy | off | 1.40 long | 0.30 easy"
    weeks = ("29.03 - 04.04", "05.04 - 11.04", "12.04 - 18.04")
    last = "19.04 - 25.04\n  off | 0.30 easy | off | off | off | RACE"
    text = "".join(f"{days}\n  {week}\n" for days in weeks)
    file.write_text(f"City marathon, Saturday 24 April 2027\n\n{text}{last}\n")
    runs = load_runs(file).runs
    assert [one.run.kind for one in runs[:7]] == [
        "rest", "easy", "workout", "easy", "rest", "long", "easy",
    ]  # fmt: skip
    assert runs[5].run.minutes == 100
    assert (runs[-1].date, runs[-1].run.kind) == (date(2027, 4, 24), "race")
