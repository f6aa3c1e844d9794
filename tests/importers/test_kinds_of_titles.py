"""What a run is and what it isn't: each kind of plan in several ways of its own."""

from __future__ import annotations

from datetime import date

import pytest

from runtall.importers import load_runs
from runtall.importers.kinds.classify import classify
from runtall.importers.plan.halves import two_runs
from runtall.importers.plan.summary import summarise
from runtall.importers.words.languages import CODES
from runtall.importers.words.units import units_in

RACE = date(2027, 4, 25)


@pytest.fixture
def load(tmp_path):
    def loading(text):
        path = tmp_path / "plan.csv"
        path.write_text(text, encoding="utf-8")
        return load_runs(path, race_date=RACE)

    return loading


@pytest.fixture
def read(load):
    """Kinds of the first week's days, with lengths, of titles for Monday to Sunday."""

    def reading(*titles, header="date,title"):
        rows = [f"2027-03-{day:02},{title}" for day, title in enumerate(titles, start=1) if title]
        file = load("\n".join([header, *rows, "2027-04-25,Marathon,,"]) + "\n")
        return [
            (str(one.run.kind), one.run.distance_m, one.run.minutes)
            for one in file.runs
            if one.date.month == 3
        ]

    return reading


def kinds(runs):
    return [kind for kind, _, _ in runs]


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        ("date,activity,km", ("Threshold,9", "Easy run,8", "Recovery jog,5"),
         ["workout", "easy", "recovery"]),
        ("date,type,title", ("Speed,8 with Jo", "Long Run,Around the lake", "Run,Easy 5"),
         ["workout", "long", "easy"]),
        ("date,type,title", ("Easy,6 x 800 m", "Run,Tempo 30 min", "Quality,12 km"),
         ["workout", "workout", "workout"]),
        ("date,title,notes", ("Run,5 x 1 km", "Run,keep it easy", "8 km,last 3 km hard"),
         ["workout", "easy", "workout"]),
    ],
)  # fmt: skip
def test_all_columns_count(read, header, rows, expected):
    assert kinds(read(*rows, header=header)) == expected


@pytest.mark.parametrize(
    ("titles", "minutes"),
    [
        (("35m easy", "", "50m easy", "8 km"), [35, 50, None]),
        (("20m easy", "", "25m recovery", "6 mi"), [20, 25, None]),
        (("40m run", "", "75m long", "90m long"), [40, 75, 90]),
    ],
)
def test_m_is_minutes_where_miles_cannot_be(read, titles, minutes):
    assert [length for _, _, length in read(*titles)] == minutes


@pytest.mark.parametrize("titles", [("5m", "", "8m run", "16m"), ("3 m run", "", "5 m easy")])
def test_m_is_miles_where_nothing_speaks_against_it(read, titles):
    assert all(metres and metres > 4_000 for _, metres, _ in read(*titles))


@pytest.mark.parametrize("race", ["42.2", "26.2", "42,195"])
def test_bare_numbers_are_a_plan(load, race):
    week = "{},5,Rest,7,Rest,5,{},Rest\n"
    rows = "".join(week.format(number, far) for number, far in ((1, 14), (2, 16), (3, 19)))
    file = load(f'Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n{rows}4,4,Rest,4,Rest,3,Rest,"{race}"\n')
    assert kinds_on(file, 5) == ["long", "long", "long"]
    assert str(file.runs[-1].run.kind) == "race"


def kinds_on(file, weekday):
    return [str(one.run.kind) for one in file.runs if one.date.weekday() == weekday][:3]


@pytest.mark.parametrize(
    "title",
    ['"Squats 3x8, bench press 3x8"', '"Pull-ups 4x5; dips 3x10"', '"Push A: 4x8, 3x10, 3x12"',
     "\N{WEIGHT LIFTER} 45 min", "\N{FLEXED BICEPS} 30 min", "Kettlebells"],
)  # fmt: skip
def test_strength_by_sets_signs_and_words(load, title):
    file = load(f"date,title\n2027-03-01,{title}\n2027-03-02,Easy 8 km\n")
    assert [str(one.run.kind) for one in file.runs] == ["easy"]
    assert [str(one.date) for one in file.occupied] == ["2027-03-01"]


@pytest.mark.parametrize(
    "title", ["\N{BICYCLIST} 2 h", "Tennis match", "Ride 60 km", "Swim 2 km", "Football 7 pm"]
)
def test_rides_swims_and_matches_are_no_runs(read, title):
    assert kinds(read(title)) == ["cross"]


@pytest.mark.parametrize("title", ["-", "x", "n/a", "\N{EM DASH}", ".", "none", "0"])
def test_a_sign_for_nothing_is_rest(read, title):
    assert [kind for kind in kinds(read(title, "8 km")) if kind != "rest"] == ["easy"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ('"2 km easy, 5 km strong, 1 km easy"', "workout"),
        ("Easy start and the second half brisk", "workout"),
        ("50 min with the last 15 pushing", "workout"),
        ("Easy - not hard at all", "easy"),
        ("Easy 8 km at Z1 pace", "easy"),
        ("12 km zone 2", "easy"),
        ("45 min E", "easy"),
        ("10 km @ Z4", "workout"),
        ("1 x 8 km easy", "easy"),
        ("1x45 min relaxed", "easy"),
        ("1 x 20 min threshold", "workout"),
        ('"1200, 1000, 800, 600, 400 (200 jog)"', "workout"),
        ('"1k, 2k, 1k, 1k (400 jog)"', "workout"),
        ("400/800/1200/800/400 with jogs", "workout"),
    ],
)
def test_hard_words_and_easy_paces(read, title, kind):
    assert kinds(read(title)) == [kind]


@pytest.mark.parametrize(
    "title",
    ["4 x 2 km @ 10k pace", "Repeats 1200 m (x4)", "Hills (8 x 90 s up, 3 min jog)",
     '"Track: 400s x 12, 90 s rest"', "3 x (3 min hard / 2 min easy)"],
)  # fmt: skip
def test_a_part_is_never_the_length_of_the_run(read, title):
    assert read(title) == [("workout", None, None)]


@pytest.mark.parametrize(
    ("title", "minutes"),
    [("Run (55:00)", 55), ("Easy 1:10:00", 70), ("Run (35:00 @ 5:20-5:50 min/km)", 35),
     ("Long run 2:15", 135)],
)  # fmt: skip
def test_clock_durations(read, title, minutes):
    assert read(title)[0][2] == minutes


def test_a_column_for_the_distance_wins_over_a_part_in_the_title(read):
    header = "date,title,km"
    assert read("8 km at tempo,14", "Easy 8 km,8", header=header) == [
        ("workout", 14_000, None), ("easy", 8_000, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "metres"),
    [
        ("Easy 8 km am / 5 km pm", [8_000, 5_000]),
        ("AM: easy 8 km; PM: 6 x 400 m", [8_000, None]),
        ("6 km (morning) + 4 km (evening)", [6_000, 4_000]),
        ("8 km morgens, 5 km abends", [8_000, 5_000]),
        ("Gym am, 6 km easy pm", [6_000, 10_000]),
    ],
)
def test_two_runs_in_one_cell(read, title, metres):
    assert [far for _, far, _ in read(f'"{title}"', "10 km locker, 8 km")][:2] == metres


def test_what_is_no_training_comes_first_among_the_uncertain(load):
    file = load("date,title\n2027-03-01,Dentist 9:30\n2027-03-02,Easy 8 km\n2027-03-03,Paris\n")
    assert [one.title for one in file.no_runs] == ["Dentist 9:30", "Paris"]
    assert [str(one.run.kind) for one in file.runs] == ["easy"]


def test_a_run_of_unknown_words_is_listed_as_uncertain(load):
    file = load(
        "date,title\n2027-03-01,Knackiger Lauf 8 km\n2027-03-02,Lauf 8 km\n2027-04-25,Rennen\n"
    )
    uncertain = {one.title: one.words for one in summarise(file, RACE, "mon").uncertain}
    assert uncertain == {"Knackiger Lauf 8 km": "lauf; unknown: knackiger"}


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        # Running and walking in turn, with its repetitions.
        ("easy", ("Run 4 min / walk 1 min x 6", "6 x (5 min run + 2 min walk)", "25 min r/w 3:1")),
        ("workout", ("6 x 400 with 2 min walk between", "6 x run up the hill, walk down")),
        # Effort from one to ten; of a range the upper end.
        ("easy", ("40 min RPE 4", "45 min at RPE 2-3", "60 min (4/10)")),
        ("recovery", ("30 min RPE 1", "25 min RPE 1-2")),
        ("workout", ("3 x 8 min RPE 8", "20 min RPE 6-7", "8 km with 3 km 7/10")),
        # Seconds of running and walking, a ratio, or in words.
        (
            "easy",
            (
                "8 km easy @ 0:00/km",
                "45 min @ 60/30",
                "8 km 2:1 ratio",
                "30 min: run 6, walk 2, repeat",
            ),
        ),
        # A word for effort; a pulse; slower than in the race; strides by their seconds.
        (
            "easy",
            (
                "40 min, effort 3-4",
                "9 km HR 129-138",
                "8 km, HR < 145",
                "8 km at MP + 60 s",
                "Easy, 60-90 s over MP",
                "8 km @ 75% MP",
                "40 min incl 6x15'' quick",
            ),
        ),
        (
            "workout",
            (
                "3 km effort 3, 3 km at effort 7",
                "4 x 5 min, HR 165",
                "10 km @ 97% MP",
                "12 x 20 s hills",
                "10 km easy @ 5:30/km, last 3 @ 4:30/km",
            ),
        ),
        # A race by its distance, unless it is for fun.
        ("tuneup", ("Local 10K!", "Half, all out", "Jingle Dash 10k", "parkrun, flat out")),
        ("easy", ("parkrun with the kids", "Gentle 5 km before the match")),
        # What is around the race is none.
        ("rest", ("Legs off", "Dentist 3 pm, numb face, no run", "no run, walk barefoot")),
        ("easy", ("15 min jog in race shoes", "2 km easy, bib pickup")),
        # A letter for the kind right before its length.
        ("easy", ("E7", "E12 + 4S", "ER 9 km")),
        ("long", ("L26", "L22 w/10@MP", "LSR 20 km", "The longest run of the week, 19 km")),
        ("workout", ("3xT10' / 3'", "6 x 1/2 mile hard", "40/20s")),
        ("medium_long", ("Midweek longish run 15 km", "A longer run midweek, 17 km")),
        # A walk, and what is done beside a run or in place of it.
        ("cross", ("Power walk 50 min", "Long walk 90 min", "XT 45 min", "45' xt")),
        ("easy", ("9 km trail, hike the steep climbs", "8 km handy")),
        # A pace that nobody keeps for longer.
        ("workout", ("25 min at a pace you could hold for about an hour", "Mile flat out")),
        ("easy", ("Flat out and back 9 km easy", "Easy, a pace you can keep all day, 9 km")),
    ],
)
def test_what_runners_write(read, kind, titles):
    assert kinds(read(*(f'"{one}"' for one in titles))) == [kind] * len(titles)


def test_a_choice_of_rest_or_gentle_work_is_rest(read):
    assert kinds(read("Rest or gentle yoga")) == ["rest"]


def test_races_by_their_names(load):
    titles = ("Leeds Half", "County 10 km championships", "Half: race it!")
    rows = "".join(f"2027-03-{day:02},{title}\n" for day, title in enumerate(titles, start=1))
    file = load(f"date,title\n{rows}2027-04-25,Marathon\n")
    assert kinds([(run.run.kind, 0, 0) for run in file.runs]) == [
        "tuneup", "tuneup", "tuneup", "race",
    ]  # fmt: skip


def test_a_slow_pace_alone_is_easy_where_others_are_faster(load):
    rows = "2027-03-01,6 km @ 5:50\n2027-03-03,8 km @ 4:40\n2027-03-04,7 km @ 5:40-6:00/km\n"
    file = load(f"date,title\n{rows}2027-04-25,Marathon\n")
    assert [str(one.run.kind) for one in file.runs[:3]] == ["easy", "workout", "easy"]
    uncertain = {group.title for group in summarise(file, RACE, "mon").uncertain}
    assert uncertain >= {"6 km @ 5:50", "8 km @ 4:40", "7 km @ 5:40-6:00/km"}


def test_of_one_pace_alone_nobody_knows_whether_it_is_slow(load):
    file = load("date,title\n2027-03-01,6 km @ 5:50\n2027-03-03,8 km easy\n2027-04-25,Marathon\n")
    assert [str(one.run.kind) for one in file.runs] == ["workout", "easy", "race"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("6 x 800 m - cancelled", "rest"),
        ("Cancelled: 6 x 800 m", "rest"),
        ('"Track cancelled, easy 8 km"', "easy"),
        ("Swim instead of cancelled run", "cross"),
        ("Not cancelled: 6 x 800 m", "workout"),
        ("Long run cancelled - bike 2 h", "cross"),
    ],
)
def test_a_cancelled_run_is_rest_or_what_is_done_instead(read, title, kind):
    assert read(title)[0][0] == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ('"12 km tempo, long and hard"', "workout"),
        ('"12 km tempo, long run"', "long"),
        ('"Long run 28 km, tempo at the end"', "long"),
    ],
)
def test_a_remark_makes_no_long_run_of_a_workout(read, title, kind):
    assert read(title, "", "", "", "", "20 km long")[0][0] == kind


def test_a_chequered_flag_is_a_race(read):
    assert read("\N{CHEQUERED FLAG} 10 km Nogent")[0][0] == "tuneup"


@pytest.mark.parametrize("title", ["Travel to the marathon", "Bib pickup, marathon expo"])
def test_an_errand_for_a_race_is_none(load, title):
    file = load(f'date,title\n2027-03-01,8 km easy\n2027-04-23,"{title}"\n2027-04-25,Marathon\n')
    assert [str(one.run.kind) for one in file.runs] == ["easy", "race"]


def test_an_easy_run_of_eighty_minutes_in_midweek_is_medium_long(read):
    found = read("easy 75 min", "6 x 800 m", "easy 85 min", "", "", "", "long run 2 h")
    assert [kind for kind, *_ in found] == ["easy", "workout", "medium_long", "long"]


@pytest.mark.parametrize(
    ("other", "title", "kind"),
    [
        ("13 km", "wybieganie 18 km spokojnie", "long"), ("13 km", "18 km wybieganie", "long"),
        ("13 km", "18 km spokojnie", "medium_long"), ("20 km", "wybieganie 18 km", "medium_long"),
        ("4 km", "wybieganie 6 km", "easy"),
    ],
)  # fmt: skip
def test_the_longest_run_in_midweek_by_a_name_of_long_runs(read, other, title, kind):
    """Not where another one is longer, nor where it is little longer than the rest."""
    usual = ["wolne", "8 km spokojnie", "6x800 m", "12 km", "wolne", "5 km"]
    week = ["wolne", "14 km spokojnie", "4x400 m", title, "wolne", "5 km", f"{other} spokojnie"]
    found = read(*(one for _ in range(3) for one in [*usual, "długie wybieganie 24 km"]), *week)
    assert [str(one) for one, *_ in found][-4] == kind


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("no track (snow). easy 9 km", "easy"), ("was 6 x 800, now easy 9 km", "easy"),
        ("easy 9 km (was tempo)", "easy"), ("pool closed", "rest"), ("kids football", "rest"),
        ("school run", "rest"), ("R3 W1 x 6", "easy"), ("4 x J5/W1", "easy"), ("HIIT video", ""),
        ("push the last 3 km of 9", "workout"), ("9 easy, no session", "easy"),
        ("half an hour easy", "easy"), ("PT with Kim", ""),
        ("parkrun, not racing", "easy"), ("marshal at parkrun then jog 4 km", "easy"),
        ("walk the dog", "rest"), ("Dog walk", "rest"), ("walk to the shops", "rest"),
        ("walk w/ Mum and Jo", "rest"), ("walk 60 min", "cross"), ("hike with the dogs", "cross"),
        ("walk 45 min with the dog", "cross"), ("walk with poles", "cross"),
        ("XC race - county league", "tuneup"), ("cross-country race, club", "tuneup"),
        ("club 5 mile handicap", "tuneup"), ("six times two minutes hard", "workout"),
    ],
)  # fmt: skip
def test_what_people_write(read, title, expected):
    """What strength work there is takes no run's place."""
    assert kinds(read(f'"{title}"'))[:1] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("title", "metres", "minutes"),
    [
        ("7½ miles easy", 12_070, None), ("7 and a half miles easy", 12_070, None),
        ("an hour and a half easy", None, 90), ("twenty-five minutes easy", None, 25),
        ("R3 W1 x 6", None, 24), ("four easy km", 4_000, None),
    ],
)  # fmt: skip
def test_lengths_in_words(read, title, metres, minutes):
    assert read(title)[0][1:] == (metres, minutes)


def test_bare_numbers_are_minutes_where_they_are_no_distance(read):
    assert read("45 easy", "50 easy", "5 x 800 m", "30 easy", "", "40 easy", "90 long") == [
        ("easy", None, 45), ("easy", None, 50), ("workout", None, None), ("easy", None, 30),
        ("easy", None, 40), ("long", None, 90),
    ]  # fmt: skip


def test_numbers_of_one_kind_are_minutes_beside_miles(read):
    found = read("3 mi easy", "35 pram", "6 x 800 m", "25 pram", "", "4 mi", "9 mi long")
    assert [minutes for _, _, minutes in found] == [None, 35, None, 25, None, None]


def test_the_slow_speed_of_a_plan_is_easy(read):
    slow = "40min 9.5kph 1%"
    found = kinds(read(slow, "6 x 3 min 13 kph", slow, "2 x 15 min 12 kph", "", slow))
    assert found == ["easy", "workout", "easy", "workout", "easy"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("45' under 138", "easy"), ("50 min u138", "easy"), ("40' < 142", "easy"),
        ("8 x 400 m under 85 s", "workout"), ("footing 45/60'", "easy"), ("30/30 x 12", "workout"),
        ("easy 40/50 min", "easy"),
    ],
)  # fmt: skip
def test_a_cap_on_the_pulse_and_a_span_of_minutes_are_no_efforts(read, title, kind):
    assert kinds(read(f'"{title}"'))[:1] == [kind]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("20 min easy, then 4x100 m strides at marathon pace 154-158bpm", "easy"),
        ("7 km easy, finish with 6x100m strides at 160-170bpm", "easy"),
        ("Easy with 4 x 20 s strides @ MP", "easy"),
        ("8 km with strides, 3 km at MP", "workout"),
        ("6x100m strides", "easy"),
        ("8 x 20 s strides", "easy"),
        # Words of a language that isn't known.
        ("Nghỉ ngơi thả lỏng", ""),
        ("20 min wu + 12*200 m", "workout"),
    ],
)
def test_what_goes_with_strides_and_unknown_letters(title: str, kind: str) -> None:
    assert classify(title).kind == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        # What isn't on, or only how it feels, says nothing of the run.
        ("7 km easy (no track, it is flooded)", "easy"), ("5 mi easy (instead of hills)", "easy"),
        ("6 x 800 (no watch)", "workout"), ("20 minutes jogging round the block", "easy"),
        ("30 min, legs may be heavy", "easy"), ("Legs 30 min", "strength"),
        ("lugnt 8 km med 6 fartökningar", "easy"), ("10 km fartökning", "workout"),
        ("30 min r/w 45s/30s", "easy"), ("30 min run/walk 60/30", "easy"),
        ("40 min 30/30 run/walk", "easy"), ("12 x 30/30", "workout"),
        ("Benchmark run", "workout"), ("Cross (gym bike)", "cross"),
        ("Gym (bike to it)", "strength"),
        # Races by their names.
        ("XC league, Hill Park", "race"), ("County cross-country", "race"), ("XC easy 5", "easy"),
        ("League fixture (race, spikes)", "race"), ("Town 10K - my first ever race!", "race"),
        ("Long Bay Marathon", "race"), ("Box Hill half marathon", "race"),
        ("Long run marathon effort", "long"), ("Hill reps marathon", "workout"),
        ("Parkrun flat out (jog home)", "race"), ("Parkrun, jog it", "easy"),
    ],
)  # fmt: skip
def test_what_says_nothing_of_a_run_and_what_names_a_race(title: str, kind: str) -> None:
    assert classify(title).kind == kind


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("de", "8 km locker (kein Tempo, Bahn zu)"), ("fr", "8 km footing souple (pas de piste)"),
        ("es", "8 km suave (sin series)"), ("it", "8 km lenti (niente ripetute)"),
        ("pt", "8 km leve (sem tiros)"), ("nl", "8 km rustig (geen interval)"),
        ("sv", "8 km lugnt (inga intervaller)"), ("da", "8 km roligt (ingen intervaller)"),
        ("no", "8 km rolig (ingen intervaller)"), ("pl", "8 km spokojnie (bez interwałów)"),
    ],
)  # fmt: skip
def test_what_brackets_say_that_is_not_on(code: str, title: str) -> None:
    assert classify(title, (code, "en")).kind == "easy"


def test_a_run_in_the_morning_and_a_ride_in_the_evening() -> None:
    assert two_runs("6 easy am, bike home pm", units_in(("en",))) == ("6 easy", "bike home")
    assert two_runs("6 easy am or pm", units_in(("en",))) == ()


@pytest.mark.parametrize(
    "title", ["8 km run as tempo", "Last 3 km as threshold", "Run as intervals", "Parkrun as tempo"]
)
def test_as_denies_nothing(title):
    assert classify(title).kind == "workout"


@pytest.mark.parametrize(
    "title", ["8 km easy, as long as the knee holds", "Easy 8 km, not as fast as Tuesday"]
)
def test_nor_does_it_assert_what_is_compared(title):
    assert classify(title).kind == "easy"


@pytest.mark.parametrize(
    ("title", "description", "kind"),
    [("Strength", "8 km easy", "easy"), ("Gym", "Easy 5 miles then 20 min core", "easy"),
     ("Strength", "6 x 800 m", "workout"), ("Kraft", "10 km locker", "easy"),
     ("8 km easy", "", "easy")],
)  # fmt: skip
def test_a_run_beside_strength_is_kept(load, title, description, kind):
    rows = f"2027-03-01,Strength,{title},{description}\n2027-04-25,Run,Marathon,\n"
    found = load("date,type,title,description\n" + rows)
    assert [str(one.run.kind) for one in found.runs] == [kind, "race"]
    assert [f"{one.date}" for one in found.occupied] == ["2027-03-01"]


@pytest.mark.parametrize(
    "description",
    ["after 8 km easy", "2 km warm up, then squats", "instead of 8 km easy", "Row 2 km easy",
     "squats 3x10, 6x10 lunges", "30 min core"],
)  # fmt: skip
def test_what_only_lies_beside_strength_is_no_run(load, description):
    rows = f'2027-03-01,Strength,Gym,"{description}"\n2027-04-25,Run,Marathon,\n'
    found = load("date,type,title,description\n" + rows)
    assert [str(one.run.kind) for one in found.runs] == ["race"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Easy 8 km with 16x100", "easy"),
        ("Easy run, 16 x 100 m", "easy"),
        ("6 miles easy w/ 8x100", "easy"),
        ("easy 8 km with wind sprints (8 x 100)", "easy"),
        ("Easy 6 miles + 8 x 200", "workout"),
        ("2 km easy, 20 x 100 m, 2 km easy", "workout"),
        ("10 min easy, 10x100", "workout"),
        ("Easy 8 km, 6 x 800, 8 x 100", "workout"),
        ("wind sprints 8 x 200 m, jog back", "workout"),
        ("8 x 200 m wind sprints", "workout"),
    ],
)
def test_short_and_long_repetitions_beside_an_easy_run(title, kind):
    assert classify(title).kind == kind


@pytest.mark.parametrize(
    ("kind", "code", "titles"),
    [
        # The race of a place or a day, run all out, or with a name and nothing but how hard.
        ("race", "es", ("10k del 9 de Julio, a fondo!!", "10 km con amigos, a tope",
                        "21k de Buenos Aires, lo corremos en serio")),
        ("race", "pt", ("Meia maratona Golden Run, forte", "Meia maratona do Porto, a fundo")),
        ("race", "de", ("Halbmarathon Altötting, zügig", "Halbmarathon Bad Füssing - hart")),
        ("race", "en", ("Half marathon Bath - hard", "15k of the lake, flat out")),
        ("race", "fr", ("Semi-marathon Rosa Parks, fort", "20 km de Bruxelles, à bloc")),
        ("race", "it", ("Mezza maratona Roma Ostia, forte", "21 km di San Martino, a tutta")),
        ("race", "sv", ("Halvmaraton Göteborg, hårt",)),
        # What has the length of one, or its pace, is none.
        ("workout", "es", ("pasadas 6x600 a fondo", "10k fuerte", "15k con 5k a tope",
                           "media maratón ritmo, 8 km fuerte")),
        ("workout", "en", ("half marathon effort 8 km, hard", "Marathon effort, hard")),
        ("workout", "de", ("20 km mit 5 km Vollgas", "Marathontempo 12 km, hart")),
        ("long", "es", ("fondo 16k", "fondo largo 24k")),
    ],
)  # fmt: skip
def test_races_by_their_names_are_none_by_a_length_alone(kind, code, titles):
    languages = tuple(dict.fromkeys((code, "en", *CODES)))
    assert {title: str(classify(title, languages).kind) for title in titles} == dict.fromkeys(
        titles, kind
    )


@pytest.mark.parametrize(
    "titles",
    [
        # A number that is fetched is none of a race, whoever runs with one.
        ("Footing 20' + 3 lignes droites (retrait dossard vendredi)", "5 km, récupérer le dossard",
         "Footing 5 km, retrait des dossards"),
        ("20 min antraben + 3 Steigerer", "5 km, Startnummer holen",
         "5 km locker (Startnummer abholen)"),
        ("5 km, recoger el dorsal", "trote 20' (retirar dorsal en la feria)"),
        ("5 km, ritirare il pettorale", "20 min corsetta (ritiro pettorale)"),
        ("5 km, levantar o dorsal na FIL", "trote 20 min (levantar dorsal)"),
        ("5 km, startnummer ophalen", "5 km rustig (startnummer ophalen)"),
        ("5 km, hämta ut nummerlappen", "5 km lugnt (hämta nummerlapp)"),
        ("5 km, odbiór numeru startowego", "5 km spokojnie (odbiór pakietu)"),
        ("20 min easy (pick up bib Friday)", "5k easy, collect race number"),
        # Nor is it run where it can't be.
        ("8 km locker + 5 Steigerer (Bahn gesperrt wg. Sportfest)", "5 miles easy (track closed)"),
        ("45 min footing, piste fermée", "8 km rustig, baan dicht", "10 km lento (pista chiusa)"),
    ],
)  # fmt: skip
def test_an_errand_beside_an_easy_run_makes_it_no_other(load, titles):
    rows = [f'2027-03-{7 * at + 1:02};"{title}"' for at, title in enumerate(titles)]
    long = [f"2027-03-{7 * at + 7:02};20 km" for at in range(len(titles))]
    found = load("\n".join(["date;title", *rows, *long, "2027-04-25;Marathon"]))
    assert kinds_of(found, titles) == dict.fromkeys(titles, "easy")


@pytest.mark.parametrize(
    ("race", "title", "kind"),
    [
        ("Bieg Powstania 10 km (na maksa)", "wybieganie 16 km, bardzo luźno", "long"),
        ("Półmaraton Warszawski", "wybieganie 18 km, luźno", "medium_long"),  # shorter than it
        ("Bieg Niepodległości 10 km", "spokojny bieg 12 km", "easy"),
    ],
)
def test_behind_a_shorter_race_a_run_called_so_is_the_long_one(load, race, title, kind):
    weeks = [f"2027-03-{7 * at + day:02};{run}" for at in range(3)
             for day, run in ((2, "spokojny bieg 8 km"), (7, "wybieganie 20 km"))]  # fmt: skip
    rows = ["2027-03-23;spokojny bieg 8 km", f"2027-03-27;{race}", f'2027-03-28;"{title}"']
    found = load("\n".join(["date;title", *weeks, *rows, "2027-04-25;Maraton"]))
    assert kinds_of(found, (title,)) == {title: kind}


def kinds_of(found, titles):
    return {one.run.title: str(one.run.kind) for one in found.runs if one.run.title in titles}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("aerobic 9 mi (recovery week)", "easy"),
        ("easy 12 km, speed week!", "easy"),
        ("easy 6 km - hard week", "easy"),
        ("ritmo 8 km (semana de descarga)", "workout"),
        ("lento 8 km (settimana di scarico)", "easy"),
        ("recovery 5 km (race week)", "recovery"),
        ("easy 5 km (recovery)", "recovery"),
    ],
)
def test_what_a_week_is_called_says_nothing_of_its_run(title, kind):
    assert classify(title).kind == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [("40 min swiming", "cross"), ("50 min corss", "cross"), ("cycilng 1 h", "cross"),
     ("45 min eliptical", "cross"), ("rowign 20 min", "cross")],
)  # fmt: skip
def test_mistyped_words_of_other_sports(load, title, kind):
    found = load(f"date,title\n2027-03-02,{title}\n2027-03-07,Marathon\n")
    assert str(found.runs[0].run.kind) == kind


def test_mistyped_strength_is_no_run(load):
    found = load("date,title\n2027-03-02,strenght 30\n2027-03-07,Marathon\n")
    assert [str(one.run.title) for one in found.runs] == ["Marathon"]
