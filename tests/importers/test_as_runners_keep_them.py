"""Plans as runners keep them: notes, mails and chats, weeks in blocks, codes with a legend."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.days.own_race import race_named
from runtall.importers.days.week_names import start_of_week
from runtall.importers.tables.side_by_side import stacked
from runtall.importers.words.languages import in_the_end
from tests.importers.workbooks import Cell, xlsx

RACE = date(2027, 4, 25)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
KEPT = ("rest", "easy", "workout", "easy", "rest", "easy", "long")
WEEK = ("rest", "5 easy", "6 x 400", "6 easy", "rest", "3 easy", "12 long")
LAST = ("rest", "4 easy", "5 x 200", "3 easy", "rest", "2 easy", "marathon")


def read(tmp_path: Path, text: str | bytes, race: date | None = RACE) -> dict[str, str]:
    """Read the hardest kind of each day, by its month and day; strength is its own kind."""
    path = tmp_path / "plan"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = load_runs(path, race_date=race)
    kinds = {f"{one.date:%m-%d}": "strength" for one in found.occupied}
    for dated in sorted(found.runs, key=lambda one: one.run.kind.hardness):
        kinds[f"{dated.date:%m-%d}"] = str(dated.run.kind)
    return kinds


def block(title: str, week: Sequence[str], between: str = ": ", bullet: str = "") -> str:
    lines = (f"{bullet}{day}{between}{run}" for day, run in zip(DAYS, week, strict=True))
    return "\n".join([title, *lines, ""])


def weeks(first: int, kinds: Sequence[str], month: int = 4) -> dict[str, str]:
    return {f"{month:02}-{first + step:02}": kind for step, kind in enumerate(kinds)}


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Week 3 · 19 Jul — settling in", "19 Jul"),
        ("WK1 4 Jan", "4 Jan"),
        ("wk 7 (starts Mon 8 Feb)", "Mon 8 Feb"),
        ("Week 12 April", "Week 12 April"),
    ],
)
def test_date_behind_the_number_of_a_week(name: str, first: str) -> None:
    assert start_of_week(name) in {first, first.removeprefix("Week ")}


@pytest.mark.parametrize("name", ["wk of 12 Apr", "week of 12 April", "wk 12 Apr"])
def test_weeks_that_are_named_by_their_date_alone(tmp_path: Path, name: str) -> None:
    second = name.replace("12", "19")
    text = block(name, WEEK, between=" ", bullet="  - ") + "\n"
    text += block(second, LAST, between=" ", bullet="  - ")
    assert read(tmp_path, text) == weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


@pytest.mark.parametrize("bullet", ["- [ ] ", "☐ ", "• "])
def test_weeks_in_blocks(tmp_path: Path, bullet: str) -> None:
    text = block("## Week 1 · 12 Apr", WEEK, bullet=bullet) + "\n"
    text += block("## Week 2 · 19 Apr — race!", LAST, bullet=bullet)
    found = read(tmp_path, text)
    assert found == weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


@pytest.mark.parametrize(
    "text",
    [
        "Wk 1 (12/4): rest 5 6x400 6 rest 3 12\nWk 2 (19/4): rest 4 5x200 3 rest 2 marathon\n",
        "week 1 - 12 Apr\n- rest\n- 5\n- 6x400\n- 6\n- rest\n- 3\n- 12\n\n"
        "week 2 - 19 Apr\n- rest\n- 4\n- 5x200\n- 3\n- rest\n- 2\n- marathon\n",
        "M T W T F S S\n12 Apr: rest | 5 | 6x400 | 6 | rest | 3 | 12\n"
        "19 Apr: rest | 4 | 5x200 | 3 | rest | 2 | marathon\n",
    ],
)
def test_days_without_names(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert found == weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


@pytest.mark.parametrize(
    "text",
    [
        "😴 rest  🐢 easy  🔥 speed  🦥 long slow\n\nWK1 12 Apr\n"
        + "\n".join(f"• {day} {run}" for day, run in zip(
            "MTWTFSS", ("😴", "🐢 5", "🔥 6", "🐢 6", "😴", "🐢 3", "🦥 12"), strict=True)),
        "R=rest E=easy S=speed L=long\n\nwk 1 (12/4): R E5 S6 E6 R E3 L12\n"
        "wk 2 (19/4): R E4 S4 E3 R E2 marathon\n",
        "week,mon,tue,wed,thu,fri,sat,sun\n2027-04-12,Q,A5,B6,A6,Q,A3,C12\n"
        "2027-04-19,Q,A4,B4,A3,Q,A2,marathon\n\nQ = rest\nA = easy\nB = hill session\nC = long\n",
    ],
)  # fmt: skip
def test_codes_with_a_legend(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert [found.get(day, "rest") for day in weeks(12, KEPT)] == list(KEPT)


def test_legend_on_another_sheet(tmp_path: Path) -> None:
    plan: list[list[Cell]] = [
        ["w/c", *DAYS],
        [date(2027, 4, 12), "R", "E5", "S6", "E6", "R", "E3", "L12"],
        [date(2027, 4, 19), "R", "E4", "S4", "E3", "R", "E2", "RACE"],
    ]
    key: list[list[Cell]] = [
        ["R", "Rest"],
        ["E", "Easy"],
        ["S", "Speed at the track"],
        ["L", "Long"],
    ]
    found = read(tmp_path, xlsx({"Plan": plan, "Key": key}))
    assert found == weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


@pytest.mark.parametrize(
    ("heading", "race"),
    [
        (["Chester Marathon, 4th October 2026"], "2026-10-04"),
        (["VLM 2027", "the marathon is on 25th April"], "2027-04-25"),
        (["Canberra Marathon 11/04/27 - by time"], "2027-04-11"),
        (["Marathon plan, half on 7 March 2027, full on 25 April 2027"], "2027-04-25"),
        (["My marathon"], "None"),
        (["Written on 25 April 2027"], "None"),
        (["Mot Stockholm Marathon lör 29 maj 2027"], "2027-05-29"),
        (["Marathon Rotterdam op zondag 11 april 2027"], "2027-04-11"),
        (["Meia maratona do Porto, 4 jul 2027"], "2027-07-04"),
        (["MOT for the car, Sat 29 May 2027"], "None"),
    ],
)
def test_race_by_the_words_above(heading: list[str], race: str) -> None:
    assert f"{race_named(heading)}" == race


def test_race_by_the_words_above_needs_no_year_beside_dates() -> None:
    days = [date(2027, 1, 4), date(2027, 4, 25)]
    assert race_named(["VLM — 25th April!!!"], days) == RACE
    assert race_named(["begun on 4 January"], days) is None


@pytest.mark.parametrize(
    "rows",
    [
        ["Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", "1,,0:40,0:50 fartlek,0:45,,0:30,1:30",
         "2,,0:30,0:30 tempo,0:25,,0:20,marathon"],
        ["Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", "1,,00:40,0:50 hills,00:45,,00:30,01:30",
         "2,,00:30,0:30 reps,00:25,,00:20,race"],
        ["Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", "1,,40m,50m fartlek,45m,,30m,1h30",
         "2,,30m,30m tempo,25m,,20m,race"],
    ],
)  # fmt: skip
def test_nothing_but_times(tmp_path: Path, rows: list[str]) -> None:
    found = read(tmp_path, "\n".join(["London marathon 25 April 2027", *rows]), None)
    wanted = weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))
    assert found == {day: kind for day, kind in wanted.items() if kind != "rest"}


CROWDED = (
    ("Week Mon Tue Wed Thu Fri Sat Sun", "1 {}", "2 {}", "3 {}"),
    ("Wk Starts Mon Tue Wed Thu Fri Sat Sun Total", "1 5 Apr {} 31", "2 12 Apr {} 33",
     "Harriers, page 1 of 2", "Wk Starts Mon Tue Wed Thu Fri Sat Sun Total", "3 19 Apr {} 12"),
    ("W/C M T W T F S S", "05/04/2027 {}", "12/04/2027 {}", "19/04/2027 {}"),
)  # fmt: skip


@pytest.mark.parametrize("rows", CROWDED)
@pytest.mark.parametrize("wrapped", [" ", "\n"])
@pytest.mark.parametrize(
    "week",
    ["Rest 5M easy 6 x 400m hard 6M easy Rest 3M easy 12M long",
     "Off 5 miles Easy Tempo 20 mins 6 miles Easy Off 3 miles Easy 12 miles Long Run",
     "off 40 mins easy 8 x 2 mins hard, 1 min jog 40 mins easy off 30 mins easy 1h50 long"],
)  # fmt: skip
def test_a_table_without_its_columns(
    tmp_path: Path, rows: Sequence[str], wrapped: str, week: str
) -> None:
    start, _, end = week.partition("easy")
    week = f"{start}easy{wrapped}{end.strip()}" if end else week
    weekly = iter([week, week, "Rest 4M easy 4 x 1M 3M easy Rest 2M easy Marathon"])
    text = "\n".join(row.format(next(weekly)) if "{}" in row else row for row in rows)
    found = read(tmp_path, f"Lakes Harriers\n{text}\nGood luck!")
    assert found == weeks(5, KEPT) | weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


@pytest.mark.parametrize("blank", [0, 1, 2])
def test_blocks_side_by_side(tmp_path: Path, blank: int) -> None:
    gap = [""] * blank
    rows: list[list[Cell]] = [
        ["London"],
        ["Date", "Session", "Done", *gap, "Date", "Session", "Done"],
    ]
    for step in range(7):
        rows.append([f"{DAYS[step]} {12 + step}/4", WEEK[step], "", *gap,
                     f"{DAYS[step]} {19 + step}/4", LAST[step], ""])  # fmt: skip
    found = read(tmp_path, xlsx({"Plan": rows}))
    assert found == weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


def test_columns_below_each_day_are_no_blocks(tmp_path: Path) -> None:
    from runtall.importers.tables.delimited import read_delimited

    grid = read_delimited("Week,Mon,,Tue,\n,run,km,run,km\n1,easy,5,easy,6\n")
    assert stacked(grid) == grid


@pytest.mark.parametrize("names", [("Base", "Taper"), ("Phase 1", "Phase 2"), ("Wks 1", "Wks 2")])
def test_phases_on_several_sheets(tmp_path: Path, names: tuple[str, str]) -> None:
    more = {"Read me": [["London marathon Sunday 25 April 2027"], ["Miles unless stated"]]}
    wide: dict[str, list[list[Cell]]] = {
        name: [["w/c", *DAYS], [date(2027, 4, first), *week]]
        for name, first, week in zip(names, (12, 19), (WEEK, LAST), strict=True)
    }
    found = read(tmp_path, xlsx({**wide, **more}), None)
    assert found == weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


PLAN = block("Week 1 (12 April)", WEEK) + "\n" + block("Week 2", LAST)


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("Week 1: swap Wed and Thu", {"04-14": "easy", "04-15": "workout"}),
        ("Move the 6 x 400 in week 1 to the Friday.", {"04-14": "rest", "04-16": "workout"}),
        ("Off on Thursday 15 April, physio.", {"04-15": "rest"}),
        ("wk 1: long run moves to Saturday and Sunday off", {"04-17": "long", "04-18": "rest"}),
        ("UPDATE 10/4: no 6 x 400 on Wed 14 April, do 4 easy instead", {"04-14": "easy"}),
        ("In week 1 do Thursday's easy on Wednesday and Wednesday's session on Thursday",
         {"04-14": "easy", "04-15": "workout"}),
        ("Tuesday 13 April -> 4 x 1 mile", {"04-13": "workout"}),
        ("12 Apr: easy 3", {"04-12": "easy"}),
        ("One change for wk 1: do the 6 x 400 on Tues and the 5 easy on Wednesday, the track is"
         " shut on the 14th", {"04-13": "workout", "04-14": "easy"}),
        ("The tempo on Wed 14 April turns into 5 easy", {"04-14": "easy"}),
        # What changes nothing: questions, conditions, reports, errands.
        ("Could I swap Wed and Thu in week 1?", {}),
        ("If you are tired on Thursday 15 April, rest.", {}),
        ("Felt great on Wed 14 April, ran 10 easy!", {}),
        ("Number pickup on 24 April, hotel from Friday.", {}),
        ("Week 1 as planned, rest on no day but Monday as is", {}),
    ],
)  # fmt: skip
def test_what_is_said_below_a_plan(tmp_path: Path, said: str, changed: dict[str, str]) -> None:
    found = read(tmp_path, f"{PLAN}\nNotes\n\n{said}\n")
    kept = weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))
    assert {day: found.get(day, "rest") for day in kept} == kept | changed


CHAT = "[10/04/2027, 18:03:22] Coach Ali: Two weeks to go\n" + PLAN


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("[13/04/2027, 08:00:10] Coach Ali: Make Wednesday 6 easy and Thursday off",
         {"04-14": "easy", "04-15": "rest"}),
        ("[13/04/2027, 08:00:10] Coach Ali: Tomorrow's reps -> 5 easy", {"04-14": "easy"}),
        ("[13/04/2027, 08:00:10] Coach Ali: take Thu, Fri and Sat completely off",
         {"04-15": "rest", "04-16": "rest", "04-17": "rest"}),
        ("[11/04/2027, 08:00:10] Coach Ali: so wed 14 and thu 15 both off. Do the 6 x 400"
         " on Tues 13 then, and nothing else moves",
         {"04-13": "workout", "04-14": "rest", "04-15": "rest"}),
        ("[12/04/2027, 20:00:10] Coach Ali: No running till Friday then: swim on Wed. Rest as per"
         " plan", {"04-13": "rest", "04-14": "cross", "04-15": "rest"}),
        ("[13/04/2027, 08:00:10] Mia: Thursday off for me", {}),
    ],
)  # fmt: skip
def test_chat_about_a_plan(tmp_path: Path, said: str, changed: dict[str, str]) -> None:
    found = read(tmp_path, f"{CHAT}\n{said}\n")
    kept = weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))
    assert {day: found.get(day, "rest") for day in kept} == kept | changed


def test_mail_that_quotes_the_plan_below(tmp_path: Path) -> None:
    mail = (
        "From: Tom <tom@example.com>\nSent: 11 April 2027 09:10\nSubject: Re: plan\n\n"
        "No problem. Swap weeks 1 and 2 but for the race.. no, just have the Friday off and do"
        " the 6 x 400 on Thursday 15 April instead.\n\n"
        "From: Jo\nSent: 10 April 2027 20:00\n\nCan't do Wednesday 14 April, take it off?\n\n"
        "From: Tom <tom@example.com>\nSent: 8 April 2027 12:00\nSubject: plan\n\n"
        + PLAN.replace("Week 2", "Week 2 (19 April)")
        + "\nWeek 3\nMon: rest\n"
    )
    found = read(
        tmp_path, mail.replace("Swap weeks 1 and 2 but for the race.. no, just have", "Have")
    )
    assert found["04-15"] == "workout"
    assert found.get("04-14", "rest") == "rest"


@pytest.mark.parametrize(
    "text",
    [
        "every tue: track\nmon/fri: off\nsat = 3 easy\n\nlong runs\n4/4 - 12 long\n11/4 - 14 long\n"
        "18/4 - 8 long\n25/4 - marathon\n",
        "Tuesdays: 6x400, 6x400, 8x400, 4x400\nSundays: 12, 14, 8, marathon\nMon off\nSat 3 easy\n",
        "Every week\nMon off\nTue track\nFri off\nSat 3 easy\n\nSundays: 12, 14, 16, 8\n"
        "Thursdays: 4, 5, 5, 4\n\nRace week: Mon off, Tue 3 hard, Sat 2 easy, Sun marathon\n",
    ],
)
def test_usual_week_beside_a_list_of_runs(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert {found.get(f"04-{day:02}") for day in (6, 13, 20)} == {"workout"}
    assert {found[f"04-{day:02}"] for day in (11, 18)} <= {"long"}
    assert (found["04-25"], found["04-24"]) == ("race", "easy")


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("6 x 800... no, make that 5 easy", "5 easy"),
        ("8 x 400 - scratch that: 4 easy", "4 easy"),
        ("6 easy, make it 8 if you feel good", "6 easy, make it 8 if you feel good"),
    ],
)
def test_titles_that_correct_themselves(title: str, kept: str) -> None:
    assert in_the_end(title, ("en",)) == kept


def test_what_is_struck_out(tmp_path: Path) -> None:
    text = PLAN.replace("6 x 400", "~~6 x 400~~ 5 easy").replace(
        "3 easy\n", "~3 easy, ~30 min\n", 1
    )
    found = read(tmp_path, text)
    assert (found["04-14"], found["04-17"]) == ("easy", "easy")


@pytest.mark.parametrize("own_numbers", [False, True])
def test_months_side_by_side(tmp_path: Path, own_numbers: bool) -> None:
    codes = dict(zip(range(12, 19), "REHERSL", strict=True)) | {25: "D"}
    rows: list[list[Cell]] = [["2027"], ["", "April", "", "", "May", "", ""]]
    for day in range(1, 32):
        april = date(2027, 4, min(day, 30))
        first: list[Cell] = [day, f"{april:%a}"] if own_numbers else [f"{april:%a}", ""]
        last: list[Cell] = [day, f"{date(2027, 5, day):%a}"]
        code = codes.get(day, "")
        rows.append(
            [f"{day}" if not own_numbers else "", *first[: 1 + own_numbers], code, "",
             *(last if own_numbers else last[1:]), "E" if day == 1 else ""]
        )  # fmt: skip
    key: list[list[Cell]] = [
        ["R", "Rest"], ["E", "Easy"], ["H", "Hill reps"], ["S", "Swim"], ["L", "Long run"],
        ["D", "Done! Lakes Marathon"],
    ]  # fmt: skip
    if own_numbers:
        rows[1] = ["", "April", "", "", "", "May", "", ""]
    found = read(tmp_path, xlsx({"Planner": rows, "Key": key}), None)
    assert [found[f"04-{day}"] for day in range(12, 19)] == [
        "rest", "easy", "workout", "easy", "rest", "cross", "long",
    ]  # fmt: skip
    assert (found["04-25"], found["05-01"]) == ("race", "easy")


def test_codes_with_a_legend_beside_the_table(tmp_path: Path) -> None:
    codes = "RESERETRESERELREREREG"
    rows: list[list[Cell]] = [["Date", "Type", "Km", "", "Key"]]
    words = ("rest", "easy", "speed", "race", "long", "goal race")
    key = [*zip("RESTLG", words, strict=True)]
    for at, code in enumerate(codes):
        day = date(2027, 4, 5) + timedelta(at)
        rows.append([day, code, "" if code == "R" else 8, "", *(key[at] if at < len(key) else ())])
    found = read(tmp_path, xlsx({"Log": rows}), None)
    assert found["04-07"] == "workout"
    assert (found["04-11"], found["04-25"]) == ("tuneup", "race")


@pytest.mark.parametrize("above", [["Z1", "<130", "very easy"], ["by", "1 May 2027", "Jo"]])
def test_what_stands_above_weeks_side_by_side(tmp_path: Path, above: list[Cell]) -> None:
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    band = (["-", "45 Z2", "5x3 Z4", "45 Z2", "-", "40 Z2", "90 long"],) * 2
    last = (*band[:1], ["-", "30 Z2", "-", "-", "-", "-", "Marathon"])
    rows: list[list[Cell]] = [["Lakes Marathon", "Sun 2 May 2027"], above, []]
    for first, weeks in ((5, band), (19, last)):
        rows += [["", *(f"Week {(first + 7 * n - 5) // 7 + 1}" for n in range(2))]]
        starts = (date(2027, 4, first) + timedelta(7 * n) for n in range(2))
        rows += [["from", *(f"{day:%-d %b}" for day in starts)]]
        rows += [[name, *(week[at] for week in weeks)] for at, name in enumerate(days)]
        rows.append([])
    found = read(tmp_path, xlsx({"Plan": rows}), None)
    assert [found.get(f"04-{day:02}", "rest") for day in range(5, 12)] == [
        "rest", "easy", "workout", "easy", "rest", "easy", "long",
    ]  # fmt: skip
    assert found["05-02"] == "race"


LETTERS = ("m", "t", "w", "th", "f", "s", "su"), ("M", "T", "W", "Th", "F", "S", "S")


@pytest.mark.parametrize("letters", LETTERS)
@pytest.mark.parametrize("bullet", ["", "\u2022 ", "- "])
def test_letters_for_weekdays_between_other_lines(
    tmp_path: Path, letters: Sequence[str], bullet: str
) -> None:
    lines = [f"{bullet}{day} {run}" for day, run in zip(letters, WEEK, strict=True)]
    told = "\n".join(["w/c 12/4", *lines, "", "Have fun", "See you at the track", ""])
    full = "".join(block(f"w/c {day}", WEEK) for day in ("22/3", "29/3", "5/4"))
    found = read(tmp_path, f"{full}{told}{block('w/c 19/4', LAST)}")
    assert {day: found[day] for day in weeks(12, KEPT)} == weeks(12, KEPT)


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@pytest.mark.parametrize(
    "opening",
    ["The week of April 12 is calm. ", "In the week of April 12 I do little: ",
     "Spring! The week of 12 April is ", "Another week, April 12. "],
)  # fmt: skip
def test_a_week_named_within_its_first_sentence(tmp_path: Path, opening: str) -> None:
    told, last = (
        ", ".join(map(" ".join, zip(WEEKDAYS, week, strict=True))) for week in (WEEK, LAST)
    )
    text = f"{opening}{told}.\n\nThe week of April 19 is short. {last}.\n"
    assert read(tmp_path, text) == weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


@pytest.mark.parametrize(
    "title",
    ["## 2 weeks to go (Apr 12 \u2013 Apr 18) \u2013 the big one", "Apr 12 - Apr 18 - peak",
     "Hard week!! (Apr 12 - Apr 18)"],
)  # fmt: skip
def test_words_behind_the_dates_of_a_week(tmp_path: Path, title: str) -> None:
    week = (*WEEK[:5], "3 easy, Sun cream on", "12 long (Fri was hard, Sun is easy)")
    text = block(title, week, ": ", "- [ ] ") + "\n" + block("Race week (Apr 19 - Apr 25)", LAST)
    assert read(tmp_path, text) == weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


def test_a_remark_on_a_day_before_the_days(tmp_path: Path) -> None:
    told = ". ".join(map(" ".join, zip(WEEKDAYS, WEEK, strict=True)))
    text = f"Week 1\n\nTuesday is a holiday, sleep in. {told}.\n\n" + block("Week 2", LAST)
    assert read(tmp_path, text) == weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


def test_counted_days_with_their_dates(tmp_path: Path) -> None:
    runs = [*WEEK[:4], "off (massage 5:30 pm)", *WEEK[5:], *LAST]
    lines = [f"D-{13 - at}  {DAYS[at % 7]} Apr {12 + at}   {run}" for at, run in enumerate(runs)]
    found = read(tmp_path, "\n".join(lines).replace("D-0", "D-DAY"))
    assert found == weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


def test_a_legend_in_one_row(tmp_path: Path) -> None:
    rows = ["Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", "1,R,E5,S6,E5,R,E4,L10", "2,R,E5,S6,E5,R,,RACE"]
    key = "Key,R = rest,E = easy,L = long,S = speed"
    assert read(tmp_path, "\n".join([*rows, "", key]))["04-14"] == "workout"


@pytest.mark.parametrize("numbers", [(1, 2, 3, 4), (4, 3, 2, 1), (3, 2, 1, 0)])
def test_weeks_with_nothing_but_a_number(tmp_path: Path, numbers: Sequence[int]) -> None:
    lines = [" / ".join(WEEK)] * 3 + [" / ".join(LAST)]
    text = "\n".join(f"{number}: {line}" for number, line in zip(numbers, lines, strict=True))
    head = "As last year. It starts on Mon 29 March; days are Mon/Tue/Wed/Thu/Fri/Sat/Sun.\n\n"
    found = read(tmp_path, head + text.replace("3: ", "3 (not much): ") + "\n")
    assert {day: found[day] for day in weeks(5, KEPT)} == weeks(5, KEPT)
    assert found["04-25"] == "race"


def test_weeks_side_by_side_with_dates_before_their_days(tmp_path: Path) -> None:
    first = date(2027, 3, 29)
    rows: list[list[Cell]] = []
    for week in range(2):
        rows.append([f"WEEK {week + 1}", "", "", "km", "", f"WEEK {week + 3}", "", "", "km"])
        for step, letter in enumerate("MTWTFSS"):
            days = [first + timedelta(7 * (week + more) + step) for more in (0, 2)]
            runs = [WEEK[step], (LAST if week else WEEK)[step]]
            left, right = ([day, letter, run, ""] for day, run in zip(days, runs, strict=True))
            rows.append([*left, "", *right])
    found = read(tmp_path, xlsx({"Plan": rows}))
    for start in (5, 12):
        assert {day: found[day] for day in weeks(start, KEPT)} == weeks(start, KEPT)
    assert found["03-31"] == "workout"
    assert found["04-25"] == "race"


@pytest.mark.parametrize("left", [" to go", " weeks to go", " togo (build)"])
def test_weeks_in_a_line_that_count_what_is_left(tmp_path: Path, left: str) -> None:
    lines = [" / ".join(WEEK)] * 4
    told = [f"{4 - at}{left}: {line}" for at, line in enumerate(lines)]
    head = "Marathon = Sun 25/4/27. miles\n\n      M / T / W / T / F / S / S\n\n"
    last = f"race wk: {' / '.join(LAST)}"
    found = read(tmp_path, "\n".join([head, *told[:2], "", *told[2:], last]), None)
    assert {day: found[day] for day in weeks(12, KEPT)} == weeks(12, KEPT)
    assert found["04-25"] == "race"


@pytest.mark.parametrize("zone", ["40' Z1-2", "Z1-2", "Z2-3 30'"])
def test_zones_below_a_weekday_are_no_dates(tmp_path: Path, zone: str) -> None:
    rows: list[list[Cell]] = [["Week", "Starts", "", *DAYS]]
    for at in range(3):
        day = date(2027, 4, 5) + timedelta(7 * at)
        runs = (LAST if at == 2 else WEEK)[:5]
        rows.append([at + 1, day, "AM", *runs, zone, "marathon" if at == 2 else "2:00 long Z2"])
        rows.append(["", "", "PM", "", "core 20'" if at else "", "", "", "", "", ""])
    found = read(tmp_path, xlsx({"Plan": rows}), None)
    assert (found["04-10"], found["04-11"], found["04-25"]) == ("easy", "long", "race")


@pytest.mark.parametrize("sign", [";", "\t", ","])
def test_rows_of_a_table_whose_rest_days_are_blank(tmp_path: Path, sign: str) -> None:
    rows = [["Group plan 2027"], ["Blank means rest"], [""], ["Day", "Session", "Info"]]
    for at in range(21):
        day = date(2027, 4, 5) + timedelta(at)
        run = (LAST if at > 13 else WEEK)[at % 7]
        rows += [[f"WEEK {at // 7 + 1}"]] if at % 7 == 0 else []
        rows.append([f"{day:%a} {day.day} {day:%b}", "" if run == "rest" else run])
    text = "\n".join(sign.join([*row, "", ""][:3]) for row in rows)
    found = read(tmp_path, text, None)
    assert {day: found.get(day, "rest") for day in weeks(5, KEPT)} == weeks(5, KEPT)
    assert found["04-25"] == "race"


@pytest.mark.parametrize("day", ["Sun 21/3/27", "21.3.27", "3/21/27"])
def test_a_race_whose_year_has_two_digits(day: str) -> None:
    assert race_named([f"Marathon = {day}"]) == date(2027, 3, 21)
