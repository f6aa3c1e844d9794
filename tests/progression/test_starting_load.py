"""First loads: by sex, age and experience, no heavier than they should be, with what is there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.derivation.available_loads import CHOOSE, Level, Loads, available_loads, weighted
from runtall.derivation.first_guess import CARRY_SHARE, guess, most_at_first, possible
from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.library import exercises
from runtall.domain.plan import Plan
from runtall.domain.units import GRAMS
from runtall.progression.dose import prescribe
from runtall.progression.load_step import bearable
from runtall.progression.starting_load import start_of
from runtall.progression.strength import strength
from tests.problems import problem
from tests.rules.by_hand import plan_of
from tests.rules.dosed import entry

LIBRARY = exercises()
ROW, PRESS, PALLOF = (LIBRARY[k] for k in ("one_arm_db_row", "db_bench_press", "pallof_press"))
PUSH_UP = LIBRARY["push_up"]
SEVENTY = Athlete(body_mass_g=70_000)
FINE = replace(Equipment(), dumbbells_g=tuple(range(500, 30_001, 500)))

FLOOR = replace(Equipment(), heights_cm=())
HOME = replace(Equipment(), pull_up_bar=True)
NEW, SOME, TRAINED = Experience


def loads_for(key: str, kit: Equipment, athlete: Athlete = SEVENTY) -> Loads:
    return available_loads(LIBRARY[key], kit, most_at_first(LIBRARY[key], athlete))


@pytest.mark.parametrize(
    ("sex", "age", "experience", "row", "bench", "pulldown"),
    [
        # Per cent of body mass in a hand: 14 to 20, 13 to 16, 35 to 45 for men.
        ("m", None, NEW, 9_800, 9_100, 24_500),
        ("m", 59, SOME, 11_900, 10_150, 28_000),
        ("m", None, TRAINED, 14_000, 11_200, 31_500),
        # 10 to 14, 8 to 10, 25 to 32 for women.
        ("f", None, NEW, 7_000, 5_600, 17_500),
        ("f", None, SOME, 8_400, 6_300, 19_950),
        ("f", 59, TRAINED, 9_800, 7_000, 22_400),
        # The women's low end from 60 on, and where nothing is told, whatever the experience.
        ("m", 60, TRAINED, 7_000, 5_600, 17_500),
        (None, None, TRAINED, 7_000, 5_600, 17_500),
        (None, 30, NEW, 7_000, 5_600, 17_500),
    ],
)
def test_the_guess(
    sex: str | None, age: int | None, experience: Experience, row: int, bench: int, pulldown: int
) -> None:
    athlete = Athlete(experience, body_mass_g=70_000, sex=sex, age=age)
    keys = ("one_arm_db_row", "db_bench_press", "lat_pulldown")
    assert [guess(LIBRARY[key], athlete) for key in keys] == [row, bench, pulldown]


def test_every_exercise_with_weights_has_a_first_guess() -> None:
    """And so do pull-ups: a band leaves a share of body mass."""
    kit = replace(Equipment(), barbell_landmine=True, incline_bench=True, kettlebells_g=(8_000,))
    for key, exercise in LIBRARY.items():
        loaded = exercise.working and bool(available_loads(exercise, kit)[0].load_g)
        loaded |= key == "assisted_pull_up"
        assert (guess(exercise, SEVENTY) is not None) is loaded, key


@given(st.integers(30_000, 150_000), st.sampled_from(["m", "f"]))
def test_nobody_presses_much_overhead_at_first(body_mass: int, sex: str) -> None:
    for experience in Experience:
        athlete = Athlete(experience, body_mass_g=body_mass, sex=sex)
        grams = guess(LIBRARY["db_overhead_press"], athlete) or 0
        assert 0.05 * body_mass - 1 <= grams <= 0.06 * body_mass


def test_a_known_load_comes_before_a_guess_and_both_ways_use_one_curve() -> None:
    known = replace(SEVENTY, loads={"one_arm_db_row": KnownLoad(14_000, 10, 2)})
    start = start_of(ROW, loads_for("one_arm_db_row", FINE, known), known)
    # 14 kg for 10 and 2 left are 14 x 42 = 588; 8 and 3 left are 41 of it: 14.34 kg at most.
    assert start.loads[start.state.level].load_g == 14_000
    assert start.state.amount == 8
    assert "what you can do" in start.note
    assert "first guess" in start_of(ROW, loads_for("one_arm_db_row", FINE), SEVENTY).note


@pytest.mark.parametrize(("reps", "load_g"), [(10, 60_000), (9, 55_000), (14, 62_500)])
def test_who_tells_the_bottom_of_the_range_with_two_left_begins_with_it(
    reps: int, load_g: int
) -> None:
    """60 kg x 10 with 2 left are 58.6 kg for 10 with 3 left: the cable row begins at 60."""
    cable = LIBRARY["seated_cable_row"]
    kit = replace(Equipment(), cable_g=tuple(range(2_500, 80_001, 2_500)))
    known = replace(SEVENTY, loads={"seated_cable_row": KnownLoad(60_000, reps, 2)})
    start = start_of(cable, loads_for("seated_cable_row", kit, known), known)
    assert start.loads[start.state.level].load_g == load_g
    assert start.state.amount == 10


def test_nothing_known_leaves_the_choice_to_the_runner() -> None:
    some = problem("easy workout easy easy easy long recovery")
    plan = prescribe(
        some, plan_of(some, {1: {SessionKind.D1: [2] * 5}, 14: {SessionKind.LIGHT: [2, 2, 1]}})
    )
    assert [e.load for e in plan.sessions[0].entries] == [
        *[f"{CHOOSE}light enough for 3 more"] * 3,
        f"{CHOOSE}light enough to go twice as far",
        "heel taps",
    ]
    assert entry(plan, 14, SessionKind.LIGHT, 1).load == f"{CHOOSE}light enough for 4 more"


def test_pounds_stay_pounds() -> None:
    pounds = tuple(round(453.59237 * number) for number in range(5, 66, 5))
    kit = replace(Equipment(), dumbbells_g=pounds)
    start = start_of(ROW, loads_for("one_arm_db_row", kit), SEVENTY)
    assert start.loads[start.state.level].load_g in pounds


# --- 110 per cent ----------------------------------------------------------------------------


@pytest.mark.parametrize(("grams", "fits"), [(6_160, True), (6_161, False)])
def test_a_press_begins_at_a_tenth_above_its_guess_at_most(grams: int, fits: bool) -> None:
    """The guess for 70 kg of nobody knows whom is 5.6 kg a hand."""
    kit = replace(Equipment(), dumbbells_g=(grams,))
    assert possible(PRESS, kit, SEVENTY) is fits
    assert possible(PRESS, kit, Athlete())
    known = replace(SEVENTY, loads={"db_bench_press": KnownLoad(20_000, 8, 2)})
    assert possible(PRESS, kit, known)


@pytest.mark.parametrize("grams", [12_000, 16_000, 24_000])
def test_one_heavy_pair_of_dumbbells_is_never_pressed(grams: int) -> None:
    kit = replace(Equipment(), dumbbells_g=(grams,), cable_g=(), pulldown_g=())
    some = problem(athlete=SEVENTY, equipment=kit)
    presses = {"db_bench_press", "db_floor_press", "db_overhead_press", "incline_press"}
    assert all(day.possible.isdisjoint(presses) for day in some.days)
    # No press is light enough for the bench's slot, so there is none; push-ups stay.
    assert [slot.name for slot in some.slots[SessionKind.D2]][:2] == ["push_up", "cable_row"]


def test_the_nearest_load_is_not_taken_where_it_is_too_heavy() -> None:
    """The guess is 7 kg: 8 kg are nearer than 5 kg, but more than 7.7 kg."""
    kit = replace(Equipment(), dumbbells_g=(5_000, 8_000))
    start = start_of(ROW, loads_for("one_arm_db_row", kit), SEVENTY)
    assert start.loads[start.state.level].load_g == 5_000
    assert "It is on the light side" in start.note


@pytest.mark.parametrize(
    ("stack", "first"), [((2_500, 5_000), None), ((5_000, 10_000), "light band")]
)
def test_a_band_comes_before_a_stack_that_begins_too_heavy(
    stack: tuple[int, ...], first: str | None
) -> None:
    """Five per cent of 70 kg are 3.5 kg."""
    man = replace(SEVENTY, sex="m")
    kit = replace(Equipment(), cable_g=stack)
    start = start_of(PALLOF, loads_for("pallof_press", kit, man), man)
    level = start.loads[start.state.level]
    assert (level.load_g, level.words) == ((2_500, "") if first is None else (None, first))
    assert start.state.amount == 8
    assert not possible(PALLOF, replace(kit, bands=False, cable_g=(5_000,)), man)


@given(
    st.sets(st.integers(1, 60).map(lambda n: 500 * n)).map(sorted).map(tuple),
    st.sets(st.integers(1, 30).map(lambda n: 2_500 * n)).map(sorted).map(tuple),
    st.integers(40_000, 120_000),
    st.sampled_from(["m", "f", None]),
    st.sampled_from(Experience),
)
def test_no_first_load_is_far_above_its_guess(
    dumbbells: tuple[int, ...],
    stack: tuple[int, ...],
    body_mass: int,
    sex: str | None,
    experience: Experience,
) -> None:
    athlete = Athlete(experience, body_mass_g=body_mass, sex=sex)
    kit = replace(Equipment(), dumbbells_g=dumbbells, cable_g=stack, pulldown_g=stack)
    for key, exercise in LIBRARY.items():
        guessed = guess(exercise, athlete)
        if guessed is not None and possible(exercise, kit, athlete):
            start = start_of(exercise, loads_for(key, kit, athlete), athlete)
            level = start.loads[start.state.level]
            # Up to the gram: whole pounds are none in grams.
            assert not weighted(start.loads) or 100 * level.force < 110 * guessed + 100


# --- what else is told -----------------------------------------------------------------------

GUESSED = {key: e for key, e in LIBRARY.items() if guess(e, SEVENTY)}


def guesses(athlete: Athlete, *keys: str) -> list[int]:
    """In grams."""
    return [guess(LIBRARY[key], athlete) or 0 for key in keys]


@given(
    st.integers(45_000, 100_000),
    st.sampled_from([None, "f", "m"]),
    st.sampled_from([None, 40, 68]),
    st.sampled_from(Experience),
    st.integers(0, 100),
)
def test_push_ups_say_nothing_of_weights(
    body_mass: int, sex: str | None, age: int | None, experience: Experience, push_ups: int
) -> None:
    """They say where push-ups begin: a guess of weights is the tables' alone."""
    athlete = Athlete(experience, body_mass, sex=sex, age=age)
    usual = guesses(athlete, *GUESSED)
    assert guesses(replace(athlete, push_ups=push_ups), *GUESSED) == usual
    if age == 68 or sex is None:
        assert usual == guesses(Athlete(NEW, body_mass, sex="f"), *GUESSED)


@given(st.integers(45_000, 100_000), st.sampled_from(Experience))
def test_nobody_known_better_begins_lighter(body_mass: int, experience: Experience) -> None:
    athlete = Athlete(experience, body_mass, sex="f")
    by_sex = [guesses(replace(athlete, sex=sex), *GUESSED) for sex in (None, "f", "m")]
    assert by_sex[0] <= by_sex[1] <= by_sex[2]
    by_experience = [guesses(replace(athlete, experience=one), *GUESSED) for one in Experience]
    assert by_experience[0] <= by_experience[1] <= by_experience[2]


@pytest.mark.parametrize(
    ("kilos", "percent"), [(11.9, 100), (23.8, 141), (60, 150), (8.925, 86), (4, 75)]
)
def test_a_told_lift_moves_those_alike_by_the_root_and_by_half_at_most(
    kilos: float, percent: int
) -> None:
    """The guess of 70 kg with some experience is 11.9 kg for a row."""
    man = replace(SEVENTY, experience=SOME, sex="m")
    told = replace(man, loads={"one_arm_db_row": KnownLoad(round(1_000 * kilos), 8, 3)})
    for key in ("lat_pulldown", "seated_cable_row", "face_pull", "pallof_press"):
        usual, moved = guesses(man, key) + guesses(told, key)
        assert abs(moved - usual * percent / 100) <= usual / 100, key
    for key in ("db_bench_press", "landmine_press", "rack_carry"):
        assert guesses(told, key) == guesses(man, key)


def test_of_several_told_lifts_the_middle_one_counts() -> None:
    man = replace(SEVENTY, sex="m")
    loads = {
        key: KnownLoad(round(share * guesses(man, key)[0]), LIBRARY[key].low, 3)
        for key, share in (("one_arm_db_row", 1), ("lat_pulldown", 1.44), ("face_pull", 4))
    }
    usual, moved = (guesses(one, "seated_cable_row")[0] for one in (man, replace(man, loads=loads)))
    assert moved == pytest.approx(1.2 * usual, rel=0.01)


def test_nobody_begins_above_eight_per_cent_overhead_whatever_is_told() -> None:
    strong = replace(SEVENTY, sex="m", loads={"db_bench_press": KnownLoad(40_000, 10, 2)})
    assert (most_at_first(LIBRARY["db_overhead_press"], strong) or 0) <= 0.08 * 70_000


@pytest.mark.parametrize(
    ("key", "thousandths"),
    [("suitcase_carry", 200), ("farmer_carry", 165), ("db_overhead_press", 80)],
)
def test_a_share_of_body_mass_in_whole_pounds_is_not_too_heavy(key: str, thousandths: int) -> None:
    """Both are kept in grams: 30 lb are 20 % of 150 lb, though 13 608 g are more of 68 039 g."""
    loads = {lift: KnownLoad(80_000, 10, 2) for lift in ("one_arm_db_row", "db_bench_press")}
    for pounds in range(1, 60):
        mass = round(pounds * 1000 / thousandths * GRAMS["lb"])
        athlete = Athlete(Experience.TRAINED, body_mass_g=mass, sex="m", loads=loads)
        assert (most_at_first(LIBRARY[key], athlete) or 0) >= round(pounds * GRAMS["lb"])
        if key in CARRY_SHARE:
            level = Level(round(pounds * GRAMS["lb"]), round(pounds * GRAMS["lb"]))
            assert bearable(LIBRARY[key], athlete, level)


@given(
    st.integers(45_000, 110_000),
    st.sampled_from([None, "f", "m"]),
    st.none() | st.integers(2_000, 40_000),
)
def test_who_has_lifted_carries_the_row_he_tells_within_the_limits(
    body_mass: int, sex: str | None, told: int | None
) -> None:
    for experience in (SOME, TRAINED):
        athlete = Athlete(experience, body_mass, sex=sex)
        usual = guesses(athlete, "suitcase_carry", "farmer_carry")
        rows = {"one_arm_db_row": KnownLoad(told, 8, 3)} if told else {}
        carried = guesses(replace(athlete, loads=rows), "suitcase_carry", "farmer_carry")
        most = [-(-body_mass * share // 1000) for share in (200, 165)]
        limits = zip(usual, most, strict=True)
        assert carried == [min(max(guess, told or 0), limit) for guess, limit in limits]


# --- push-ups --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("push_ups", "height", "reps", "without"),
    [
        # Where nothing is 60 cm high the next easier height is taken, though it is a table, of
        # which nothing is known.
        (0, "hands on 75 cm", 8, "hands on 75 cm"),
        (1, "hands on 60 cm", 6, "hands on 75 cm"),
        (3, "hands on 60 cm", 6, "hands on 75 cm"),
        (4, "hands on 45 cm", 6, "hands on 45 cm"),
        (6, "hands on 45 cm", 6, "hands on 45 cm"),
        (7, "hands on 30 cm", 6, "hands on 30 cm"),
        (9, "hands on 30 cm", 6, "hands on 30 cm"),
        (10, "on the floor", 6, "on the floor"),
        (15, "on the floor", 9, "on the floor"),
        (60, "on the floor", 12, "on the floor"),
    ],
)
def test_push_ups_by_the_most_in_one_go(
    push_ups: int, height: str, reps: int, without: str
) -> None:
    athlete = Athlete(push_ups=push_ups)
    some = replace(Equipment(), heights_cm=(15, 30, 45, 75, 90))
    for kit, words in ((Equipment(), height), (some, without)):
        start = start_of(PUSH_UP, available_loads(PUSH_UP, kit), athlete)
        assert start.loads[start.state.level].words == words
    start = start_of(PUSH_UP, available_loads(PUSH_UP, Equipment()), athlete)
    assert start.state.amount == reps


@pytest.mark.parametrize(
    ("push_ups", "reps"), [(10, 6), (12, 7), (15, 9), (22, 12), (35, 12), (40, 12), (100, 12)]
)
@pytest.mark.parametrize("experience", Experience)
def test_nobody_begins_with_the_feet_up(experience: Experience, push_ups: int, reps: int) -> None:
    """Six tenths of the most in one go, 12 at most; feet go up after as many as the range has."""
    start = start_of(
        PUSH_UP, available_loads(PUSH_UP, Equipment()), Athlete(experience, push_ups=push_ups)
    )
    assert start.loads[start.state.level].words == "on the floor"
    assert start.state.amount == reps


def test_more_push_ups_never_make_the_first_set_easier() -> None:
    for heights in ((), (15,), (30,), (45,), (15, 30, 45, 60, 75, 90)):
        loads = available_loads(PUSH_UP, replace(Equipment(), heights_cm=heights))
        starts = [start_of(PUSH_UP, loads, Athlete(SOME, push_ups=n)) for n in range(10, 101)]
        asked = [
            strength(PUSH_UP, loads[start.state.level], start.state.amount, 3) for start in starts
        ]
        assert asked == sorted(asked)


def test_a_lower_height_that_is_not_there_is_made_up_by_reps() -> None:
    """6 on 30 cm with 3 left are 55 x 39, and 48 x 44 are a little less: 11 on a chair."""
    chair = available_loads(PUSH_UP, replace(Equipment(), heights_cm=(45,)))
    for athlete in (Athlete(push_ups=8), Athlete(SOME)):
        start = start_of(PUSH_UP, chair, athlete)
        assert start.loads[start.state.level].words == "hands on 45 cm"
        assert start.state.amount == 11


def test_without_a_height_there_is_only_the_floor() -> None:
    loads = available_loads(PUSH_UP, FLOOR)
    assert [level.words for level in loads] == ["on the floor"]
    assert start_of(PUSH_UP, loads, Athlete(push_ups=3)).state.amount == 6


@pytest.mark.parametrize(
    ("push_ups", "heights", "words"),
    [
        (2, (45, 75, 90), "hands on 75 cm"),
        (1, (30, 45, 90), "hands on 90 cm"),
        (5, (15, 30, 75), "hands on 75 cm"),
        (8, (15, 45), "hands on 45 cm"),
        (0, (30, 60), "hands on 60 cm"),
    ],
)
def test_where_a_height_is_missing_the_easier_one_is_taken(
    push_ups: int, heights: tuple[int, ...], words: str
) -> None:
    """The highest of all where none is easier."""
    loads = available_loads(PUSH_UP, replace(Equipment(), heights_cm=heights))
    start = start_of(PUSH_UP, loads, Athlete(push_ups=push_ups))
    assert start.loads[start.state.level].words == words


def test_only_a_worktop_is_better_than_the_floor() -> None:
    kit = replace(Equipment(), heights_cm=(90,))
    start = start_of(PUSH_UP, available_loads(PUSH_UP, kit), Athlete(push_ups=5))
    assert start.loads[start.state.level].words == "hands on 90 cm"
    assert start.state.amount == 8


@pytest.mark.parametrize(
    ("experience", "words"),
    [(NEW, "hands on 45 cm"), (SOME, "hands on 30 cm"), (TRAINED, "on the floor")],
)
def test_push_ups_of_which_nothing_is_known(experience: Experience, words: str) -> None:
    start = start_of(PUSH_UP, available_loads(PUSH_UP, Equipment()), Athlete(experience))
    assert (start.loads[start.state.level].words, start.state.amount) == (words, 6)
    assert "first guess" in start.note


# --- what stands in --------------------------------------------------------------------------


def first_press(kit: Equipment, athlete: Athlete) -> tuple[str, str, str]:
    """What fills the bench's slot, its load and its note."""
    some = problem(athlete=athlete, equipment=kit)
    slots = some.slots[SessionKind.D2]
    plan: Plan = prescribe(some, plan_of(some, {1: {SessionKind.D2: [1] * len(slots)}}))
    done = next(
        one
        for one, slot in zip(plan.sessions[0].entries, slots, strict=True)
        if slot.name == "bench"
    )
    return done.exercise, f"{done.load_g}", done.note


def test_without_a_bench_the_floor_is_one() -> None:
    kit = replace(FINE, bench=False)
    key, load, note = first_press(kit, replace(SEVENTY, sex="m"))
    assert (key, load) == ("db_floor_press", "9000")
    assert note.startswith("In place of the dumbbell bench press: no bench.")


@pytest.mark.parametrize("bench", [True, False])
def test_two_equal_kettlebells_are_pressed_from_the_floor(bench: bool) -> None:
    """On a bench they are not: getting them there takes more than the press."""
    kit = replace(NOTHING, bench=bench)
    pairs = replace(kit, kettlebells_g=(4_000, 8_000, 8_000, 12_000))
    key, load, _ = first_press(pairs, replace(SEVENTY, sex="m"))
    assert (key, load) == ("db_floor_press", "8000")
    singles = replace(kit, kettlebells_g=(4_000, 8_000, 12_000))
    for few in (singles, replace(kit, kettlebells_g=(16_000, 16_000))):
        slots = problem(athlete=replace(SEVENTY, sex="m"), equipment=few).slots
        assert not any(slot.name == "bench" for slot in slots[SessionKind.D2])


def test_the_floor_press_is_dosed_as_the_bench_press() -> None:
    bench, floor = PRESS, LIBRARY["db_floor_press"]
    assert floor.needs == (frozenset({"dumbbell_pair"}), frozenset({"kettlebell_pair"}))
    assert bench.estimates_max
    assert not floor.estimates_max, "only the four lifts that are tested estimate a maximum"
    others = ("key", "name", "cue", "needs", "estimates_max")
    assert floor._replace(**{name: getattr(bench, name) for name in others}) == bench
    assert guess(floor, SEVENTY) == guess(bench, SEVENTY)


def test_the_overhead_press_never_stands_in_for_the_bench() -> None:
    for kit in (NOTHING, replace(NOTHING, dumbbells_g=(4_000,)), Equipment()):
        slots = problem(equipment=kit).slots[SessionKind.D2]
        bench = [slot for slot in slots if slot.name == "bench"]
        assert all("db_overhead_press" not in slot.alternatives for slot in bench)


@pytest.mark.parametrize(
    ("experience", "band"),
    [(NEW, "light band"), (SOME, "light band"), (TRAINED, "medium band")],
)
def test_a_face_pull_begins_light(experience: Experience, band: str) -> None:
    """The guide has it light and strict: one band less than a row's."""
    face_pull, bands = LIBRARY["face_pull"], replace(NOTHING, bands=True)
    start = start_of(face_pull, available_loads(face_pull, bands), Athlete(experience))
    assert start.loads[start.state.level].words == band


def test_a_press_overhead_has_no_more_sets_than_the_press_beside_it() -> None:
    """Light to moderate: who prefers it to push-ups leads with the bench."""
    preferring = problem(athlete=SEVENTY, prefer=("db_overhead_press",))
    overhead, bench, *_ = preferring.slots[SessionKind.D2]
    usual = problem(athlete=SEVENTY).slots[SessionKind.D2]
    assert overhead.alternatives[0] == "db_overhead_press"
    doses = [(slot.full, slot.most, slot.first_cut, slot.next_cuts) for slot in (bench, overhead)]
    assert doses == [(s.full, s.most, s.first_cut, s.next_cuts) for s in usual[:2]]


@pytest.mark.parametrize(
    ("experience", "sex", "age", "row_g", "band"),
    [
        (NEW, "m", None, None, "strong"),
        (SOME, "f", None, None, "strong"),
        (SOME, "m", None, None, "medium"),
        (TRAINED, "f", None, None, "medium"),
        (TRAINED, "f", 63, None, "strong"),
        (TRAINED, None, None, None, "strong"),
        (TRAINED, "m", None, 8_000, "strong"),
        (TRAINED, "m", None, 16_000, "light"),
        (TRAINED, "m", None, 30_000, "light"),
    ],
)
def test_pull_ups_begin_with_a_band_that_fits_the_runner(
    experience: Experience, sex: str | None, age: int | None, row_g: int | None, band: str
) -> None:
    """By sex and age as all first loads; the light band only for who tells strong rows."""
    told = {"one_arm_db_row": KnownLoad(row_g, 8, 2)} if row_g else {}
    somebody = Athlete(experience, body_mass_g=57_000, sex=sex, age=age, loads=told)
    loads = available_loads(LIBRARY["assisted_pull_up"], replace(HOME, bands=True))
    for athlete in (somebody, *([] if told else [replace(somebody, body_mass_g=None)])):
        start = start_of(LIBRARY["assisted_pull_up"], loads, athlete)
        assert loads[start.state.level].words == f"{band} band"
        assert "guess" in start.note
