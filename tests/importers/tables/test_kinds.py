"""Tables as people keep them, each kind in three ways of its own; the plans are made up."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest

from runtall.domain.run_plan import RunKind
from runtall.importers import load_runs
from tests.importers.complaints import faults

RACE = date(2027, 10, 10)
HEAD = ["Week", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
GERMAN = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
STARTS = ["", "27 Sep", "4 Oct"]
FIRST = ["", "7 km easy", "5 x 1 km", "5 km easy", "", "4 km easy", "21 km long"]
LAST = ["", "5 km easy", "3 x 1 km", "", "4 km easy", "", "Marathon"]
# What is read of these two weeks before the race date.
TWO_WEEKS = {
    "2027-09-28": "easy", "2027-09-29": "workout", "2027-09-30": "easy", "2027-10-02": "easy",
    "2027-10-03": "long", "2027-10-05": "easy", "2027-10-06": "workout", "2027-10-08": "easy",
    "2027-10-10": "race",
}  # fmt: skip


def table(*rows, delimiter=","):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


@pytest.fixture
def load(tmp_path):
    def loading(content, race=RACE, **how):
        path = tmp_path / "plan.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load_runs(path, race_date=race, **how)

    return loading


def days(loaded):
    return {
        str(one.date): one.run.kind.value for one in loaded.runs if one.run.kind is not RunKind.REST
    }


FOUR = {"2027-09-28": "easy", "2027-09-30": "workout", "2027-10-03": "long", "2027-10-10": "race"}


@pytest.mark.parametrize(
    "text",
    [
        "Date,Day,Day of week,Run\n28/09/2027,Tue,Tuesday,Easy 7 km\n30/09/2027,Thu,Thursday,"
        "Tempo 6 km\n03/10/2027,Sun,Sunday,Long run 21 km\n10/10/2027,Sun,Sunday,Marathon\n",
        "Datum;Tag;Einheit;Umfang (km)\nDi 28.09.27;Di;Easy;7,5\nDo 30.09.27;Do;Tempo;6\n"
        "So 03.10.27;So;Long run;21\nSo 10.10.27;So;Marathon;42,2\n",
        'Session,Notes,Session Date\nEasy 7 km,nice and slow,"Sep 28, 2027"\nTempo 6 km,,'
        '"Sep 30, 2027"\nLong run 21 km,,"Oct 3, 2027"\nMarathon,,"Oct 10, 2027"\n',
        "日期,训练,公里\n2027年9月28日,Easy,7\n2027年9月30日,Tempo,6\n2027年10月3日,Long run,21\n"
        "2027年10月10日,Marathon,42.2\n",
        "Fecha;Entrenamiento;Distancia\n28/9;Easy;7 km\n30/9;Tempo;6 km\n3/10;Long run;21 km\n"
        "10/10;Marathon;42,2 km\n",
        "date\ttitle\n2027-09-28T00:00:00\tEasy\n2027-09-30T00:00:00\tTempo\n"
        "2027-10-03T00:00:00\tLong run\n2027-10-10T00:00:00\tMarathon\n",
        "When,What\nTue 9/28,Easy 7 km\nThu 9/30,Tempo 6 km\nSun 10/3,Long run\n"
        "Sun 10/10,Marathon\n",
        "28.09.2027,Easy 7 km\n30.09.2027,Tempo 6 km\n03.10.2027,Long run 21 km\n"
        "10.10.2027,Marathon\n",
    ],
)
def test_dates_and_headers_of_any_style(load, text):
    assert days(load(text)) == FOUR
    assert days(load(b"\xff\xfe" + text.encode("utf-16-le"))) == FOUR
    assert days(load(text.encode("utf-16-be"))) == FOUR or not text.isascii()


@pytest.mark.parametrize(
    "above",
    [
        "My autumn,,\nGoal,3:45,\n,,\n",
        "Coach: me;;;\n\n\n",
        "| Pace | min/km |\n|---|---|\n| Easy | 6:00 |\n\n",
    ],
)
def test_lines_above_the_header(load, above):
    delimiter = ";" if ";" in above else "|" if "|" in above else ","
    text = above + table(HEAD, ["1", *FIRST], ["2", *LAST], delimiter=delimiter)
    assert days(load(text)) == TWO_WEEKS


@pytest.mark.parametrize(
    "names",
    [
        "Mon Tues Weds Thur Fri Sat Sun", "Mo Di Mi Do Fr Sa So", "M T W T F S S",
        "L M X J V S D", "lun. mar. mer. jeu. ven. sam. dim.", "M Tu W Th F Sa Su",
        "一 二 三 四 五 六 日", "周一 周二 周三 周四 周五 周六 周日",
        "pon. wt. śr. czw. pt. sob. niedz.",
        "Mandag Tirsdag Onsdag Torsdag Fredag Lørdag Søndag", "seg ter qua qui sex sáb dom",
        "Måndag Tisdag Onsdag Torsdag Fredag Lördag Söndag", "ma di wo do vr za zo",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica", "2ª 3ª 4ª 5ª 6ª sáb dom",
        "2.ª 3.ª 4.ª 5.ª 6.ª Sáb Dom", "2ª-feira 3ª-feira 4ª-feira 5ª-feira 6ª-feira Sáb. Dom.",
        "2.a 3.a 4.a 5.a 6.a sáb dom", "2a 3a 4a 5a 6a sáb dom",
    ],
)  # fmt: skip
def test_weekdays_of_any_language(load, names):
    text = table(["", *names.split()], ["1", *FIRST], ["2", *LAST])
    assert days(load(text)) == TWO_WEEKS


def test_weekdays_in_any_order(load):
    shown = [6, 0, 1, 2, 3, 4, 5]
    text = table(
        ["Wk", *(HEAD[1 + day] for day in shown)],
        [1, "", *FIRST[:6]], [2, FIRST[6], *LAST[:6]], [3, LAST[6], "", "", "", "", "", ""],
    )  # fmt: skip
    assert days(load(text)) == TWO_WEEKS
    some = [1, 2, 3, 4, 5, 6]
    text = table([HEAD[1 + day] for day in some], [FIRST[day] for day in some],
                 [LAST[day] for day in some])  # fmt: skip
    assert days(load(text)) == TWO_WEEKS


@pytest.mark.parametrize(
    "label",
    [
        ("1", "2"), ("Week 1", "Week 2"), ("W1", "W2"), ("Woche 1", "Woche 2"), ("S1", "S2"),
        ("KW 39", "KW 40"), ("1 (Base)", "2 (Race)"), ("第1周", "第2周"), ("1.", "2."),
        ("Base week 3", "Race week 4"), ("Tydzień 1", "Tydzień 2"), ("Uke 1", "Uke 2"),
        ("Week 1 of 2", "Week 2 of 2"),
    ],
)  # fmt: skip
def test_numbers_of_weeks(load, label):
    legend = ["Easy:", "slow", "", "", "", "", "", ""]
    text = table(HEAD, [label[0], *FIRST], [label[1], *LAST], legend)
    loaded = load(text)
    assert days(loaded) == TWO_WEEKS
    assert loaded.warnings == (
        'rows that are no week left out (1, such as "Easy: slow" in line 4)',
    )


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Week of", ("27 Sep", "4 Oct")), ("Week starting", ("2027-09-27", "2027-10-04")),
        ("Woche", ("27.9. - 3.10.", "4.10. - 10.10.")), ("Semaine", ("du 27 sept.", "du 4 oct.")),
        ("Wk", ("Week 1 (27 Sep)", "Week 2 (4 Oct)")), ("Week ending", ("3 Oct", "10 Oct")),
        ("", ("Sep 27-Oct 3", "Oct 4-10")), ("Week", ("28/09/2027", "05/10/2027")),
    ],
)  # fmt: skip
def test_weeks_with_their_dates(load, name, label):
    text = table([name, *HEAD[1:]], [label[0], *FIRST], [label[1], *LAST])
    assert days(load(text)) == TWO_WEEKS
    # The dates are right, even if the race is said to be on another day.
    moved = days(load(text, date(2027, 10, 16)))
    assert moved["2027-10-03"] == "long"


@pytest.mark.parametrize(
    "rows",
    [
        [["1", *FIRST], ["Total", "", "", "", "", "", "", "49 km"], ["2", *LAST],
         ["", "", "", "", "", "", "", ""], ["", "E = easy", "T = tempo", "", "", "", "", ""]],
        [["1", *FIRST], ["", "", "", "", "", "", "", ""], ["2", *LAST],
         ["Easy", "6:00/km", "", "", "", "", "", ""], ["Tempo", "4:50/km", "", "", "", "", "", ""]],
        [["1", *FIRST], HEAD, ["2", *LAST], ["Notes", "sleep", "eat", "drink", "run", "", "", ""]],
    ],
)  # fmt: skip
def test_totals_and_legends_are_no_weeks(load, rows):
    assert days(load(table(HEAD, *rows))) == TWO_WEEKS


def test_legends_below_weeks_without_numbers(load):
    text = table(HEAD[1:], FIRST, LAST, [], ["Pace", "easy", "tempo", "race", "", "", ""])
    assert days(load(text)) == TWO_WEEKS


@pytest.mark.parametrize(
    "rows",
    [
        [["Week 1", "", "7 km", "Warm-up", "5 km easy", "", "4 km easy", "21 km"],
         ["", "", "easy", "5 x 1 km", "", "", "", "long"],
         ["", "", "", "Cool-down", "", "", "", ""], ["Week 2", *LAST]],
        [["1", "", "7 km", "5 x 1 km", "5 km", "", "4 km", "21 km"],
         ["", "", "easy", "", "easy", "", "easy", "long"], ["", "", "", "", "", "", "", ""],
         ["2", *LAST]],
        [["27.9.", *FIRST], ["", "", "with strides", "", "", "", "", ""], ["4.10.", *LAST]],
    ],
)  # fmt: skip
def test_a_week_in_several_rows(load, rows):
    assert days(load(table(HEAD, *rows))) == TWO_WEEKS


def test_rows_of_one_week_for_different_things(load):
    text = table(
        ["Week", "What", *HEAD[1:]],
        [1, "Run", "", "easy", "5 x 1 km", "easy", "", "easy", "long"],
        ["", "km", "", 7, "", 5, "", 4, 21],
        ["", "Strength", "Gym", "", "", "", "", "", ""],
        [2, "Run", *LAST],
        ["", "Strength", "Gym", "", "", "", "", "", ""],
    )
    loaded = load(text)
    assert days(loaded) == TWO_WEEKS
    assert [str(one.date) for one in loaded.occupied] == ["2027-09-27", "2027-10-04"]
    assert [one.run.distance_m for one in loaded.runs if one.run.kind == "long"] == [21_000]


def test_rows_of_dates_above_the_runs(load):
    text = table(
        HEAD[1:],
        ["27 Sep", "28 Sep", "29 Sep", "30 Sep", "1 Oct", "2 Oct", "3 Oct"], FIRST,
        ["4 Oct", "5 Oct", "6 Oct", "7 Oct", "8 Oct", "9 Oct", "10 Oct"], LAST,
    )  # fmt: skip
    assert days(load(text)) == TWO_WEEKS


@pytest.mark.parametrize(
    "after",
    [
        [["3", "", "", "4 km easy", "", "5 km easy", "", "8 km easy"]],
        [["3", "", "", "", "", "", "", "5 km easy"],
         ["4", "", "6 km easy", "", "", "", "", "10 km"]],
        [["3", "", "", "", "", "", "", ""], ["4", "", "", "", "", "", "5 km easy", ""]],
    ],
)  # fmt: skip
def test_weeks_behind_the_race(load, after):
    found = days(load(table(HEAD, ["1", *FIRST], ["2", *LAST], *after)))
    assert {day: kind for day, kind in found.items() if day <= "2027-10-10"} == TWO_WEEKS


def test_a_tune_up_is_not_the_race_of_a_plan_without_one(load):
    tune = ["", "5 km easy", "", "5 km easy", "", "", "Half marathon"]
    end = ["", "5 km easy", "3 x 1 km", "", "4 km easy", "", ""]
    text = table(HEAD, [1, *FIRST[:6], "30 km long"], [2, *tune], [3, *FIRST], [4, *end])
    loaded = load(text)
    assert days(loaded)["2027-09-26"] == "tuneup"
    assert days(loaded)["2027-10-08"] == "easy"
    assert any("no race" in warning for warning in loaded.warnings)


@pytest.mark.parametrize("words", ["The day!", "See you at the finish", "42.2"])
def test_the_last_day_is_the_race_whatever_it_is_called(load, words):
    found = days(load(table(HEAD, ["1", *FIRST], ["2", *LAST[:6], words])))
    assert {day: kind for day, kind in found.items() if day < "2027-10-10"} == {
        day: kind for day, kind in TWO_WEEKS.items() if day < "2027-10-10"
    }


@pytest.mark.parametrize("shift", [-3, -2, -1, 1, 2, 3])
def test_a_race_on_another_weekday_moves_alone(load, shift):
    race = date.fromordinal(RACE.toordinal() + shift)
    loaded = load(table(HEAD, ["1", *FIRST], ["2", *LAST]), race)
    found = days(loaded)
    assert found.pop(str(race)) == "race"
    assert set(found) == set(TWO_WEEKS) - {str(race), "2027-10-10"}
    assert any("only the race moves" in warning for warning in loaded.warnings)


def test_weeks_before_the_first_are_handed_on(load):
    text = table(HEAD, ["", *FIRST[:6], "18 km long"], ["1", *FIRST], ["2", *LAST])
    assert days(load(text))["2027-09-26"] == "long"
    text = table(HEAD, ["0", *FIRST[:6], "18 km long"], ["1", *FIRST], ["2", *LAST])
    assert days(load(text))["2027-09-26"] == "long"


def test_a_week_that_is_missing_is_one_without_runs(load):
    text = table(HEAD, ["1", *FIRST], ["3", *LAST])
    assert days(load(text))["2027-09-26"] == "long"


@pytest.mark.parametrize("numbers", [("2", "1"), ("1", "0")])
def test_weeks_to_the_goal(load, numbers):
    text = table(["Weeks to goal", *HEAD[1:]], [numbers[0], *FIRST], [numbers[1], *LAST])
    assert days(load(text)) == TWO_WEEKS


@pytest.mark.parametrize(
    ("head", "labels"),
    [
        (["Week", "Day", "Workout"], lambda week, day: [week if day == 0 else "", HEAD[1 + day]]),
        (["Wk", "Weekday", "Run"], lambda week, day: [f"Week {week}", HEAD[1 + day] + "."]),
        (["Week", "Day", "Run"], lambda week, day: [week, "MTWTFSS"[day]]),
        (["Woche", "Tag", "Einheit"], lambda week, day: [week, GERMAN[day]]),
        (["Weeks to go", "Day", "Run"], lambda week, day: [2 - week, HEAD[1 + day]]),
        (["Week of", "Day", "Run"], lambda week, day: [STARTS[week], HEAD[1 + day]]),
        (["Week", "Day", "Run"], lambda week, day: [week, day + 1]),
    ],
)  # fmt: skip
def test_week_and_weekday(load, head, labels):
    rows = [
        [*labels(week, day), words]
        for week, of_week in ((1, FIRST), (2, LAST))
        for day, words in enumerate(of_week)
    ]
    assert days(load(table(head, *rows))) == TWO_WEEKS


def test_weekdays_alone_and_days_in_a_row(load):
    words = [*FIRST, *LAST]
    rows = [[HEAD[1 + at % 7], title] for at, title in enumerate(words)]
    assert days(load(table(["Day", "Run"], *rows))) == TWO_WEEKS
    numbered = [[at + 1, title] for at, title in enumerate(words)]
    assert days(load(table(["Day", "Run"], *numbered))) == TWO_WEEKS


def test_weeks_side_by_side(load):
    rows = [[HEAD[1 + day], FIRST[day], LAST[day]] for day in range(7)]
    assert days(load(table(["Day", "Week 1", "Week 2"], *rows))) == TWO_WEEKS


@pytest.mark.parametrize("nothing", ["-", "—", "x", "n/a", "N/A", "/", "...", "\u2013", "#REF!"])
def test_cells_that_say_nothing(load, nothing):
    first = [cell or nothing for cell in FIRST]
    last = [cell or nothing for cell in LAST]
    loaded = load(table(HEAD, ["1", *first], ["2", *last]))
    assert len(loaded.runs) == len(TWO_WEEKS)


CALENDARS = [
    "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description\n"
    "Easy 7 km,09/28/2027,06:00 AM,09/28/2027,06:45 AM,False,slow\n"
    "Holiday,09/29/2027,,10/02/2027,,True,\nTempo 6 km,09/30/2027,,09/30/2027,,True,\n"
    "Long run 21 km,10/03/2027,,,,True,\nMarathon,10/10/2027,,,,True,\n",
    '"Betreff","Beginnt am","Beginnt um","Endet am","Endet um","Ganztägiges Ereignis","Datum"\n'
    '"Easy 7 km","","6:00","","6:45","Aus","28.9.2027"\n'
    '"Tempo 6 km","","","","","Ein","30.9.2027"\n'
    '"Long run 21 km","","","","","Ein","3.10.2027"\n"Marathon","","","","","Ein","10.10.2027"\n',
    "Subject,Start Date,Start Time,End Time\nEasy 7 km,2027-09-28,6:00,6:45\n"
    "Tempo 6 km,2027-09-30,,\nLong run 21 km,2027-10-03,,\nMarathon,2027-10-10,,\n",
]


@pytest.mark.parametrize("text", CALENDARS)
def test_calendars_as_tables(load, text):
    loaded = load(text, None)
    assert days(loaded) == FOUR
    first = loaded.runs[0].run
    assert (str(first.at), first.minutes) == ("06:00:00", 45)
    assert loaded.feed or "Subject,Start Date,Start Time,End Time\n" in text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('date,title\n2027-09-28,"Easy\n2027-09-30,Tempo\n2027-10-03,Long\n', 2),
        ('date,title\n2027-09-28,Easy\n2027-09-30,"Tempo\n2027-10-03,"Long, slow"\n', 3),
        ('"date","title"\n"2027-09-28","Easy"\n"2027-09-30","Tempo\n"2027-10-03","Long"\n', 3),
        (
            "date,title,notes\n" + "2027-09-28,Easy 8 km,flat, dry\n" * 9 + '2027-09-30,Easy,"a\n',
            11,
        ),
        ('Week,Mon,Tue,Wed\n1,Easy,Tempo,"Rest\n2,Easy,Tempo,Rest\n', 2),
        ('date;title\n28.9.2027;"Easy\n30.9.2027;Tempo"\n3.10.2027;Long\n', 2),
    ],
)
def test_a_quote_that_is_not_closed(tmp_path, text, line):
    path = tmp_path / "plan.csv"
    path.write_text(text)
    (fault,) = faults(path, race_date=RACE)
    assert (fault.line, fault.message) == (line, 'a quote (") is opened here and not closed')


def test_quotes_within_words(load):
    text = 'date,title\n2027-09-28,Easy "slow" 7 km\n2027-09-30,"Tempo" 6 km\n'
    assert [one.run.title for one in load(text).runs] == ['Easy "slow" 7 km', "Tempo 6 km"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Day,Run,km\nfirst,Easy,7\nsecond,Tempo,6\n",
         ["found: Day, Run, km", "which is the date?"]),
        ("Datum;Lauf\n03.04.2027;Easy\n31.02.2027;Tempo\n32.02.2027;Tempo\n",
         ["31.02.2027", "and 1 more like it: line 4", "Datum = date, Lauf = title"]),
        ("date,title\n03/04/2027,Easy\n05/06/2027,Tempo\n", ["runs.date_order: dmy or mdy"]),
        ("Date,Run\nTue 28 Sep,Easy\n", ["no year", "--race-date"]),
    ],
)  # fmt: skip
def test_one_message_for_one_kind_of_fault(tmp_path, text, parts):
    path = tmp_path / "plan.csv"
    path.write_text(text)
    (fault,) = faults(path)
    assert all(part in fault.message for part in parts), fault.message


def test_the_order_of_dates_can_be_told(load):
    text = "date,title\n03/04/2027,Easy\n05/06/2027,Tempo\n"
    assert list(days(load(text, None, date_order="dmy"))) == ["2027-04-03", "2027-06-05"]
    assert list(days(load(text, None, date_order="mdy"))) == ["2027-03-04", "2027-05-06"]


def test_more_columns(load):
    text = (
        "Date,AM,PM,Miles,Time\n2027-09-28,Easy 4 mi,Easy 3 mi,7,\n2027-09-30,Tempo,,6-7,50:00\n"
        "2027-10-03,Long run,,13.1,2:05:00\n,Total,,26,\n2027-10-04,,,4,\n"
    )
    loaded = load(text, None)
    assert [(one.date.day, one.run.distance_m, one.run.minutes) for one in loaded.runs] == [
        (28, 6_437, None), (28, 4_828, None), (30, 11_265, 50), (3, 21_082, 125), (4, 6_437, None),
    ]  # fmt: skip
    assert loaded.warnings == ('rows without a date left out (1, such as "Total 26" in line 5)',)


def test_a_distance_without_a_unit_is_said(load):
    loaded = load("Date,Run,Distance\n2027-09-28,Easy,7\n2027-09-30,Tempo,6\n", None)
    assert loaded.warnings == ("the numbers of Distance have no unit; call it km or mi",)
    known = load("Date,Run,Distance\n2027-09-28,Easy,7\n2027-10-10,Race,42.2\n", None)
    assert known.runs[0].run.distance_m == 7_000


@pytest.mark.parametrize(
    "words", ["Easy " + "and slow " * 200 + "7 km", "7 km easy " + "x" * 5_000]
)
def test_long_cells(load, words):
    loaded = load(table(["date", "title"], ["2027-09-28", words]), None)
    (run,) = [one.run for one in loaded.runs]
    assert run.kind is RunKind.EASY
    assert len(run.title) == 200


@pytest.mark.parametrize(
    "lone", ["2026-08-30", "2027-03-30", "2028-11-30"]
)  # fmt: skip
def test_a_date_that_stands_alone_is_named(load, lone):
    rows = [f"2027-09-{day},Easy 7 km\n" for day in (14, 16, 18, 21, 23, 25, 28)]
    loaded = load("date,title\n" + "".join(rows) + f"{lone},Easy 5 km\n2027-10-10,Marathon\n", None)
    assert [warning for warning in loaded.warnings if lone in warning and "stands alone" in warning]
    fine = load("date,title\n" + "".join(rows) + "2027-10-10,Marathon\n", None)
    assert not [warning for warning in fine.warnings if "stands alone" in warning]


def test_dates_with_times_in_utc_are_days_of_the_runner(load):
    text = "Date,Run\n2027-09-28T22:30:00Z,Easy\n2027-09-30T05:00:00Z,Tempo\n"
    assert list(days(load(text, None))) == ["2027-09-28", "2027-09-30"]
    assert load(text, None).warnings == (
        "times are in UTC; give the time zone, or runs may be a day off",
    )
    loaded = load(text, None, timezone="Europe/Oslo")
    assert (list(days(loaded)), loaded.warnings) == (["2027-09-29", "2027-09-30"], ())


def test_rows_whose_dates_nobody_can_read_are_mistakes(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("Date,Run\nsoon,Easy\nlater,Tempo\nmuch later,Long\n2027-09-28,Easy\n")
    (fault,) = faults(path)
    assert (fault.line, fault.key) == (2, "Date")
    assert '"soon" is not a date' in fault.message
    assert "and 2 more like it: line 3, 4" in fault.message


def test_weekdays_without_a_header(tmp_path):
    """Blocks of a week below each other, each under its number."""
    titles = ("Rest", "10x400", "Easy 5", "Tempo", "Rest", "Easy 4", "Long 16")
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    rows = [
        line
        for week in (1, 2, 3)
        for line in (f"WEEK {week},", *map(",".join, zip(names, titles, strict=True)), ",")
    ]
    path = tmp_path / "blocks.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    loaded = load_runs(path, race_date=date(2027, 10, 11))
    workouts = [one.date for one in loaded.runs if one.run.title == "10x400"]
    assert [f"{day:%a}" for day in workouts] == ["Tue"] * 3
    assert workouts[2] - workouts[1] == workouts[1] - workouts[0] == timedelta(days=7)


def test_weekdays_in_brackets(tmp_path):
    path = tmp_path / "keys.csv"
    path.write_text(
        "Weeks out,Key 1 (Tue),Key 2 (Thu),Long (Sun)\n2,6 x 1 km,8 km tempo,30 km\n"
        "1,5 x 1 km,6 km tempo,20 km\n0,3 x 1 km,4 km easy,Race!\n",
        "utf-8",
    )
    loaded = load_runs(path, race_date=date(2027, 10, 10))
    assert [f"{one.date:%a}" for one in loaded.runs] == ["Tue", "Thu", "Sun"] * 3
    assert str(loaded.runs[-1].date) == "2027-10-10"


def test_a_table_whose_rows_begin_like_pasted_lines(tmp_path):
    """Its header has three names: the duration is a column of its own."""
    path = tmp_path / "nl.txt"
    rows = ("ma 4 okt\trust\t", "di 5 okt\tinterval 8x400\t60", "zo 10 okt\tmarathon\t240")
    path.write_text("\n".join(("dag\ttraining\tduur", *rows)) + "\n", "utf-8")
    loaded = load_runs(path, race_date=date(2027, 10, 10))
    assert loaded.format == "a table, one row a run"
    assert (loaded.runs[1].run.title, loaded.runs[1].run.minutes) == ("interval 8x400", 60)


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        # Nobody knows what the column is called, but most of its cells name kinds.
        ("Datum;Blub;km", ("Ruhe;", "Intervalle;10", "Dauerlauf locker;8", "Langer Lauf;22")),
        ("date;what;notes", ("rest;", "intervals;6 x 800 m", "easy;with Ann", "long run;")),
        ("日期;課;內容", ("休跑;", "間歇跑;800m*6", "輕鬆跑;", "長跑;河濱")),
    ],
)
def test_kinds_in_a_column_that_nobody_knows(load, header, rows):
    days = "".join(f"2027-09-{day};{row}\n" for day, row in enumerate(rows, start=13))
    kinds = [str(one.run.kind) for one in load(f"{header}\n{days}").runs]
    assert kinds == ["rest", "workout", "easy", "long"]


def test_units_ahead_of_a_header_make_it_a_length(load):
    for header in ("Dato;Type;Km (plan)", "Data;Treino;Volume (km)"):
        file = load(f"{header}\n13.09.2027;8 x 400;7\n14.09.2027;easy;18\n")
        assert [one.run.distance_m for one in file.runs] == [7_000, 18_000]


def test_the_sums_of_weeks_are_no_lengths(load):
    days = "".join(f"{day}.09.2027;easy;{70 if day == 19 else ''}\n" for day in range(13, 20))
    runs = load(f"Data;Treino;Volume (km)\n{days}").runs
    assert not any(one.run.distance_m for one in runs)


def test_names_of_columns_explain_no_words(load):
    file = load("Date,Workout\n2027-09-13,Date night\n2027-09-14,8 km easy\n")
    assert [str(one.run.kind) for one in file.runs] == ["easy"]


@pytest.mark.parametrize(
    "labels",
    [
        ("27.9.-3.10.", "4.-10.10."),
        ("27-3.10", "4-10.10"),
        ("del 27 sept al 3 ottobre", "dal 4 al 10 ottobre"),
        ("Week 1 (27 Sep - 3 Oct)", "Week 2 (4-10 Oct)"),
        ("27/9-3/10", "4-10 oktober"),
        ("39 (27/9-3/10)", "40 (4/10-10/10)"),
    ],
)
def test_weeks_named_by_their_first_and_last_day(load, labels):
    file = load(table(HEAD, [labels[0], *FIRST], [labels[1], *LAST]))
    assert {str(one.date): str(one.run.kind) for one in file.runs} == TWO_WEEKS


@pytest.mark.parametrize("label", ["Date", "Dates", ""])
def test_rows_of_dates_below_the_runs(load, label):
    first, last = ([f"{RACE - timedelta(day):%d/%m}" for day in range(end, end - 7, -1)]
                   for end in (13, 6))  # fmt: skip
    text = table(HEAD, ["W1", *FIRST], [label, *first], ["W2", *LAST], [label, *last])
    assert {str(one.date): str(one.run.kind) for one in load(text).runs} == TWO_WEEKS


def test_rows_of_lengths_below_weeks_with_names(load):
    head = ["", *HEAD[1:]]
    first = ["Uke 39", "", "Rolig", "Terskel", "", "", "Langtur", ""]
    last = ["Uke 40", "", "Rolig", "Intervall", "", "", "", "Maraton"]
    lengths = ["km", "", "7", "9", "", "", "21", ""]
    runs = load(table(head, first, lengths, last, lengths)).runs
    assert [(str(one.run.kind), one.run.distance_m) for one in runs if one.date.month == 9] == [
        ("easy", 7_000), ("workout", 9_000),
    ]  # fmt: skip


def test_dates_with_their_weekday_in_brackets(load):
    rows = "9/27(一),休跑\n9/28(二),間歇跑\n9/29(三),輕鬆跑\n10/3(日),長跑\n10/10(日),馬拉松\n"
    kinds = [str(one.run.kind) for one in load(f"日期,課表\n{rows}").runs]
    assert kinds == ["rest", "workout", "easy", "long", "race"]


@pytest.mark.parametrize(
    "head",
    [
        ["Week", "Mon", "Tue (the fast one)", "Wed", "Thu", "Fri", "Sat", "Sun (far, 1 gel)"],
        ["Week", "Mon", "Tue", "Wed - quality", "Thu", "Fri", "Sat", "Sun: long/slow"],
        ["Woche", "Mo", "Di (mit dem Verein)", "Mi", "Do", "Fr", "Sa", "So (lang)"],
    ],
)
def test_words_beside_some_weekdays_of_a_header_drop_no_column(load, head):
    assert days(load(table(head, STARTS[1:2] + FIRST, STARTS[2:] + LAST))) == TWO_WEEKS


def test_notes_beside_a_weekday_are_no_second_one(load):
    head = ["Week", *(name for day in HEAD[1:] for name in (day, f"{day} notes"))]
    rows = [
        [start, *(cell for one in cells for cell in (one, "windy" if one else ""))]
        for start, cells in zip(STARTS[1:], (FIRST, LAST), strict=True)
    ]
    assert days(load(table(head, *rows))) == TWO_WEEKS


@pytest.mark.parametrize("name", ["Race", "Marathon", "RACE DAY"])
def test_a_race_in_a_row_of_its_own_lies_in_the_week_behind(load, name):
    weeks = [[str(number), *FIRST] for number in (1, 2, 3)]
    race = [name, "My marathon", *[""] * 6]
    found = days(load(table(HEAD, *weeks, race), race=date(2027, 10, 11)))
    assert found["2027-10-11"] == "race"
    assert found["2027-10-05"] == found["2027-09-28"] == "easy"


def test_a_race_below_its_week_on_a_free_day_lies_in_that_week(load):
    last = ["2", *LAST[:6], ""]
    found = days(load(table(HEAD, ["1", *FIRST], last, ["Race", *[""] * 6, "My marathon"])))
    assert found == TWO_WEEKS
