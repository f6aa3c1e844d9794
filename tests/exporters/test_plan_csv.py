"""plan.csv: its shape, what it carries, and what is said about a broken one."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, time

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.scenario import Publication
from runtall.domain.units import distance_metres
from runtall.exporters.parts import differences
from runtall.exporters.plan_csv import cells_digest, guarded, unguarded
from runtall.exporters.plan_csv_parts import csv_parts
from runtall.exporters.records import RECORDS
from runtall.exporters.session_card import session_cards
from runtall.exporters.unreadable import UnreadablePlan
from tests.exporters.formats import decided, from_csv, to_csv
from tests.exporters.samples import decide, moved

HEADER = (
    "session_id,date,weekday,week,phase,session,option,run,start,minutes,position,exercise,name,"
    "pattern,sets,reps,distance_m,hold_s,per_side,load_kg,load,rir,rest_s,method,note,relaxed,pair,"
    "why,area,reps_low,reps_high,distance_low_m,distance_high_m,hold_low_s,hold_high_s,"
    "done_sets,done_reps,done_load,done_rir,done_note,plan_b,distance,on_card"
)
DANGEROUS = (
    "=1+1",
    "\uff1dcmd",
    "\uff0b1",
    "\uff0d1",
    "\uff20A",
    "\ufe631",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "'=1",
    "''-1",
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_header_and_line_ends(problem: Problem, plan: Plan, publication: Publication) -> None:
    text = to_csv(problem, plan, publication)
    assert text.splitlines()[0] == HEADER
    assert "\r" not in text
    assert text.endswith("\n")


def test_first_session_row_by_row(problem: Problem, plan: Plan, publication: Publication) -> None:
    first = rows(to_csv(problem, plan, publication))[0]
    assert first == dict(zip(HEADER.split(","), [
        "w01-D1", "2027-01-04", "mon", "1", "base", "D1", "A", "easy", "18:30", "25", "1",
        "one_arm_db_row", "One-arm dumbbell row", "pull", "3", "8", "", "", "true", "",
        "choose: light enough for 3 more", "3",
        "90", "start",
        "Find the weight that fits, and write it down.", "", "",
        "After the easy run. Tomorrow: the speed workout - other free days are no better.",
        "upper back", "8", "12", "", "", "", "", "", "", "", "", "", "band row", "", "1",
    ], strict=True))  # fmt: skip


def test_rows_are_sorted_by_date_and_position(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    keys = [
        (row["date"], row["session_id"], int(row["position"]))
        for row in rows(to_csv(problem, plan, publication))
    ]
    assert keys == sorted(keys)


def test_mobility_is_in_the_table_item_by_item(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    items = [row for row in rows(to_csv(problem, plan, publication)) if row["week"] == "7"]
    first = [row for row in items if row["session_id"] == "w07-mobility-1"]
    assert [row["exercise"] for row in first] == [
        "doorway_pec_stretch",
        "open_book",
        "child_pose_reach",
        "band_pull_apart",
    ]
    assert {row["session"] for row in first} == {"mobility"}


def test_what_holds_for_a_session_stands_in_its_first_row(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    text = to_csv(problem, plan, publication)
    found = [row for row in rows(text) if row["session_id"] == "w01-D1"]
    assert [bool(row["minutes"]) for row in found] == [True, *[False] * 4]
    assert [bool(row["why"]) for row in found] == [True, *[False] * 4]
    # However a spreadsheet sorts the rows.
    head, *lines = text.splitlines(keepends=True)
    assert from_csv("".join([head, *reversed(lines)]), problem).sessions[0].minutes == 25


def test_a_light_session_has_rows_for_its_mobility(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    text = to_csv(problem, plan, publication)
    found = [row for row in rows(text) if row["session_id"] == "w14-light"]
    assert [row["session"] for row in found] == ["light"] * 3 + ["mobility"] * 4
    assert [(row["position"], row["exercise"], row["sets"]) for row in found[3:]] == [
        ("4", "doorway_pec_stretch", "2"),
        ("5", "open_book", "2"),
        ("6", "child_pose_reach", "2"),
        ("7", "band_pull_apart", "4"),
    ]
    assert from_csv(text, problem).mobility == plan.mobility


def test_what_was_done_can_be_filled_in(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    text = to_csv(problem, plan, publication)
    lines = list(csv.reader(io.StringIO(text)))
    for line in lines[1:]:
        line[HEADER.split(",").index("done_note")] = "missed; knee, 3/10"
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    assert from_csv(out.getvalue(), problem) == decided(plan)
    assert cells_digest(out.getvalue().encode()) != cells_digest(text.encode())


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_are_the_same_however_a_table_is_saved(
    problem: Problem, plan: Plan, publication: Publication, delimiter: str
) -> None:
    text = to_csv(problem, plan, publication)
    saved = saved_as(text, delimiter, ".", "%Y-%m-%d", "FALSE TRUE")
    if delimiter == ",":
        assert cells_digest(b"\xef\xbb\xbf" + saved.encode()) == cells_digest(text.encode())
    moved = text.replace("2027-01-04", "2027-01-06", 1)
    assert cells_digest(moved.encode()) != cells_digest(text.encode())


def test_heights_as_printed_are_inches(problem: Problem, publication: Publication) -> None:
    entry = Entry(1, "push_up", 2, reps=6, load="hands on 45 cm")
    one = Plan((Session(3, SessionKind.D2, (entry,)),))
    text = to_csv(problem, one, replace(publication, units="imperial"))
    assert rows(text)[0]["load"] == "hands on 18 in"
    assert from_csv(text, problem) == decided(one)


def test_load_as_printed_follows_units_and_load_kg_does_not(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    entry = Entry(1, "farmer_carry", 2, distance_m=30, load_g=13_608)
    loaded = Plan((Session(0, SessionKind.D2, (entry,)),))
    for units, words in (("metric", "13.608 kg"), ("imperial", "30 lb")):
        text = to_csv(problem, loaded, replace(publication, units=units))
        row = rows(text)[0]
        assert (row["load_kg"], row["load"], row["distance_m"]) == ("13.608", words, "30")
        assert from_csv(text, problem) == decided(loaded)


def test_relaxations_stand_in_their_week_though_it_has_nothing_else(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    sessions = tuple(item for item in plan.sessions if item.day // 7 + 1 != 4)
    mobility = tuple(day for day in plan.mobility if day // 7 + 1 != 4)
    relaxed = (Relaxed(4, Relaxation.SKIP), Relaxed(12, Relaxation.SINGLE))
    changed = Plan(sessions, mobility, relaxed)
    text = to_csv(problem, changed, publication)
    table = rows(text)
    told = {(row["week"], row["relaxed"]) for row in table if row["relaxed"]}
    assert told == {("4", "skip@w04"), ("12", "single@w12")}
    assert [row["week"] for row in table] == sorted((row["week"] for row in table), key=int)
    (alone,) = [row for row in table if row["week"] == "4"]
    assert {name for name, cell in alone.items() if cell} == {"week", "relaxed"}
    assert from_csv(text, problem).relaxed == relaxed


def test_relaxations_survive_without_any_row(problem: Problem, publication: Publication) -> None:
    nothing = Plan((), (), tuple(Relaxed(week, Relaxation.SKIP) for week in range(1, 17)))
    assert from_csv(to_csv(problem, nothing, publication), problem) == decided(nothing)


def test_second_session_of_a_kind_in_a_week_has_its_own_id(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    twice = replace(plan, sessions=(plan.sessions[0], *plan.sessions))
    text = to_csv(problem, twice, publication)
    assert {"w01-D1", "w01-D1-2"} <= {row["session_id"] for row in rows(text)}
    assert from_csv(text, problem) == decided(twice)


def test_the_whole_plan_comes_back(problem: Problem, plan: Plan, publication: Publication) -> None:
    assert from_csv(to_csv(problem, plan, publication), problem) == decided(plan)


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_is_a_formula(
    problem: Problem, plan: Plan, publication: Publication, text: str
) -> None:
    entry = replace(plan.sessions[0].entries[0], note=text, load=text, load_g=None)
    odd = Plan((replace(plan.sessions[0], run=text, note=text, entries=(entry, entry)),))
    for row in rows(to_csv(problem, odd, publication)):
        for cell in row.values():
            assert not cell.startswith(
                ("=", "+", "-", "@", "\t", "\r", *"\uff1d\uff0b\uff0d\uff20\ufe63")
            )


@pytest.mark.parametrize("text", [*DANGEROUS, "plain", "'quoted'", "", "'"])
def test_the_guard_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text.strip()


def test_control_characters_and_line_ends_leave_one_line(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    nasty = 'a\nBEGIN:VEVENT\r\n"b",\x00c\u2028d\ud800'
    first = plan.sessions[0]
    entries = (replace(first.entries[0], note=nasty), *first.entries[1:])
    odd = Plan((replace(first, note=nasty, run=nasty, entries=entries),))
    text = to_csv(problem, odd, publication)
    assert len(text.encode().splitlines()) == 1 + len(odd.sessions[0].entries)
    assert from_csv(text, problem).sessions[0].entries[0].note == 'a BEGIN:VEVENT  "b", c d'


def test_an_edited_file_may_break_every_rule(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    text = to_csv(problem, plan, publication)
    lines = text.splitlines(keepends=True)
    text = "".join(line.replace("2027-01-07", "2027-01-04") for line in lines)
    text = text.replace("one_arm_db_row,One-arm dumbbell row,pull,3", "push_up,Push-up,push,99", 1)
    read = from_csv(text, problem)
    assert len(read.on(0)) == 2
    assert read.sessions[0].entries[0].exercise == "push_up"
    assert read.sessions[0].entries[0].sets == 99


def test_columns_may_be_left_out_swapped_and_added(problem: Problem) -> None:
    text = "mood,sets,exercise,session,date\ngood,3,push_up,D2,2027-01-07\n"
    assert from_csv(text, problem) == Plan((Session(3, SessionKind.D2, (Entry(0, "push_up", 3),)),))


def test_a_spreadsheet_may_save_it_again(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    text = to_csv(problem, plan, publication)
    saved = "\ufeff" + text.replace("true", "TRUE").replace("\n", "\r\n")
    assert from_csv(saved, problem) == decided(plan)


def saved_as(text: str, delimiter: str, point: str, date_format: str, truths: str) -> str:
    """A table as a spreadsheet of some country, or a data frame, writes it."""
    rows = list(csv.reader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(rows[0])
    for row in rows[1:]:
        cells = dict(zip(rows[0], row, strict=True))
        cells["date"] = f"{date.fromisoformat(cells['date']):{date_format}}"
        for column in ("minutes", "sets", "reps", "rir", "rest_s", "load_kg"):
            if cells[column] and "." not in cells[column]:
                cells[column] += ".0"
            cells[column] = cells[column].replace(".", point)
        cells["per_side"] = truths.split()[cells["per_side"] == "true"]
        writer.writerow(cells.values())
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("point", "date_format", "truths"),
    [
        (".", "%Y-%m-%d", "False True"),
        (",", "%d.%m.%Y", "FALSCH WAHR"),
        (",", "%d/%m/%Y", "FAUX VRAI"),
        (".", "%m/%d/%y", "FALSE TRUE"),
        (",", "%d-%m-%Y", "ONWAAR WAAR"),
    ],
)
def test_other_separators_decimals_dates_and_words(
    problem: Problem,
    plan: Plan,
    publication: Publication,
    delimiter: str,
    point: str,
    date_format: str,
    truths: str,
) -> None:
    text = to_csv(problem, plan, publication)
    saved = saved_as(text, delimiter, point, date_format, truths)
    assert from_csv(saved, problem) == decided(plan)
    tables = [RECORDS[".csv"].decode(each.encode(), problem) for each in (saved, text)]
    assert next(differences(*(csv_parts(table, problem) for table in tables)), None) is None


def test_a_day_outside_the_plan_settles_what_is_the_month(problem: Problem) -> None:
    # 5 January lies in the plan, 1 May doesn't.
    rows = "date,session,exercise,sets\n{},D2,push_up,3\n"
    assert [s.day for s in from_csv(rows.format("5/1/2027"), problem).sessions] == [1]
    assert [s.day for s in from_csv(rows.format("1/5/2027"), problem).sessions] == [1]


BASE = "date,session,exercise,sets,reps,start,load_kg,per_side,minutes,relaxed\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "line 1: there is no column 'date'"),
        ("date,session,exercise\n", "line 1: there is no column 'sets'"),
        ("date,date,session,exercise,sets\n", "line 1: the column 'date' is there twice"),
        (BASE + "2027-01-04,D1\n", "line 2: has 2 cells, the header 10"),
        (BASE + "4 Jan 2027,D1,push_up,3,,,,,,\n", 'line 2, date: "4 Jan 2027" is not a date'),
        (BASE + "31.2.2027,D1,push_up,3,,,,,,\n", 'line 2, date: "31.2.2027" is not a date'),
        (BASE + "4.1.1927,D1,push_up,3,,,,,,\n", "line 2, date: 1927-01-04 is out of reach"),
        (
            BASE + "2/3/2027,D1,push_up,3,,,,,,\n",
            "date: '2/3/2027' can be read as day/month and as month/day",
        ),
        (
            BASE + "13/1/2027,D1,push_up,3,,,,,,\n1/13/2027,D2,push_up,3,,,,,,\n",
            'line 3, date: "1/13/2027" is not a date',
        ),
        (
            "session_id,"
            + BASE
            + "a,2027-01-04,D1,push_up,3,,,,,,\na,2027-01-05,D1,face_pull,3,,,,,,\n",
            "line 3, date: '2027-01-05', but '2027-01-04' in line 2 of the same session",
        ),
        (
            BASE + "2027-02-30,D1,push_up,3,,,,,,\n",
            "line 2, date: 2027-02-30 is not in the calendar",
        ),
        (BASE + "2026-01-04,D1,push_up,3,,,,,,\n", "line 2, date: 2026-01-04 is outside the plan"),
        (BASE + "2027-01-04,D3,push_up,3,,,,,,\n", "line 2, session: 'D3' is no kind of session"),
        (BASE + "2027-01-04,,push_up,3,,,,,,\n", "line 2, session: is empty"),
        (BASE + "2027-01-04,D1,pushup,3,,,,,,\n", "did you mean 'push_up'?"),
        (BASE + "2027-01-04,D1,push_up,,,,,,,\n", "line 2, sets: is empty"),
        (BASE + "2027-01-04,D1,push_up,-3,,,,,,\n", "line 2, sets: '-3' is no whole number"),
        (BASE + "2027-01-04,D1,push_up,\u0663,,,,,,\n", "is no whole number"),
        (BASE + "2027-01-04,D1,push_up,3,8.5,,,,,\n", "line 2, reps: '8.5' is no whole number"),
        (BASE + "2027-01-04,D1,push_up,3,,25:00,,,,\n", 'line 2, start: "25:00" is not a time'),
        (BASE + "2027-01-04,D1,push_up,3,,,x,,,\n", "line 2, load_kg: 'x' is no weight"),
        (BASE + "2027-01-04,D1,push_up,3,,,,,,single\n", "line 2, relaxed: 'single' is no"),
        (BASE + "2027-01-04,D1,push_up,3,,,,,,skip@w17\n", "the plan has weeks 1 to 16"),
        (BASE + "2027-01-04,mobility,push_up,1,,,,,,\n", "'push_up' is no mobility item"),
        (BASE + '2027-01-04,D1,"push_up,3,,,,,,\n', ": the separator between cells was changed"),
    ],
)
def test_what_is_said_about_a_broken_file(problem: Problem, text: str, fault: str) -> None:
    with pytest.raises(UnreadablePlan) as caught:
        from_csv(text, problem)
    assert any(fault in line for line in caught.value.faults), caught.value.faults


@pytest.mark.parametrize(
    ("line", "count", "fault"),
    [
        ("a,2027-01-04,D1,push_up,3\n", 31, "has 31 exercises in a session"),
        ("{},2027-01-04,D1,push_up,3\n", 372, "has 372 sessions"),
        ("{},2027-01-04,mobility,child_pose_reach,3\n", 372, "has 372 mobility add-ons"),
        ("a,2027-01-04,D1,push_up,3\n", 10_001, "has 10001 rows"),
    ],
)
def test_far_more_than_a_plan_has_is_not_looked_at(
    problem: Problem, line: str, count: int, fault: str
) -> None:
    lines = "".join(line.format(number) for number in range(count))
    with pytest.raises(UnreadablePlan, match=f"{fault}; a plan has .* at most"):
        from_csv(f"session_id,date,session,exercise,sets\n{lines}", problem)


def test_all_faults_are_named_at_once(problem: Problem) -> None:
    text = BASE + "x,D1,push_up,3,,,,,,\n2027-01-04,D9,push_up,z,,,,,,\n2027-01-04,D1,q,1,,,,,,\n"
    with pytest.raises(UnreadablePlan) as caught:
        from_csv(text, problem)
    assert [fault.split(":")[0] for fault in caught.value.faults] == [
        "line 2, date",
        "line 3, session",
        "line 4, exercise",
    ]


def test_ids_do_not_hold_the_date(problem: Problem, plan: Plan, publication: Publication) -> None:
    before = {row["session_id"] for row in rows(to_csv(problem, plan, publication))}
    later = moved(plan, week=3, kind=SessionKind.D2, days=-1)
    assert {row["session_id"] for row in rows(to_csv(problem, later, publication))} == before


def test_twice_the_same_bytes(problem: Problem, publication: Publication) -> None:
    one, other = (to_csv(problem, decide(problem), publication) for _ in range(2))
    assert one == other


def test_start_is_a_time_of_day(problem: Problem, plan: Plan, publication: Publication) -> None:
    early = Plan((replace(plan.sessions[0], start=time(6, 5)),))
    assert rows(to_csv(problem, early, publication))[0]["start"] == "06:05"
    assert problem.days[0].date == date(2027, 1, 4)


def test_distances_stand_as_cards_print_them(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    """Yards come in fives; what is read is metric all the same."""
    for units, unit in (("metric", "m"), ("imperial", "yd")):
        table = rows(to_csv(problem, plan, replace(publication, units=units)))
        carries = [row for row in table if row["distance_m"]]
        assert carries
        for row in carries:
            amount, printed = row["distance"].split()
            assert (printed, int(amount) % 5) == (unit, 0)
            assert distance_metres(amount, printed) == int(row["distance_m"])


def test_each_exercise_has_its_number_on_the_card(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    """The place in the template leaves out what a session doesn't have; the card does not."""
    cards = session_cards(problem, plan, publication.units)
    told = [item.label for card in cards for item in card.items]
    found = rows(to_csv(problem, plan, publication))
    assert [row["on_card"] for row in found if row["on_card"]] == told
    assert {row["session"] for row in found if not row["on_card"]} <= {"mobility", ""}
