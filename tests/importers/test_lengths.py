"""How long a run is, from its words: totals, warm-ups, repetitions, paces and units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.importers import load_runs
from runtall.importers.words.languages import spoken
from runtall.importers.words.lengths import FURTHEST_M, distance, minutes
from runtall.importers.words.race_lengths import race_distance
from runtall.importers.words.units import units_in


@pytest.mark.parametrize(
    ("title", "metres"),
    [
        ("10 km easy", 10_000),
        ("10km", 10_000),
        ("6.5mi Long Run • 6.5mi", 10_461),
        ("6,5 km", 6_500),
        ("10,000 m race", 10_000),
        ("8-10 km", 10_000),
        ("8\N{EN DASH}10 miles", 16_093),
        ("3 m run", 4_828),
        ("5 m pace", 8_047),
        ("400 m", None),
        ("Marathon (42.2 km)", 42_200),
        ("10 miles, consisting of:\n3 warm up, 4 at tempo", 16_093),
        ("Tempo (6 mi)", 9_656),
        ("6 x 800 m, 10 km total", 10_000),
        ("total: 12 km with 3 x 2 km", 12_000),
        ("16 km with 8 km at marathon pace", 16_000),
        ("2 km warm-up, 5 km tempo, 2 km cool-down", 9_000),
        ("5 km recovery", 5_000),
        ("6 x 800 m", None),
        ("2 x 5 km easy", 10_000),
        ("2 x 5 km easy, then 3 x 1 km", None),
        ("6x800m", None),
        ("5 x 1 km with 400 m jog", None),
        ("4 x (2 km at MP, 1 km easy)", None),
        ("5k pace for 20 min", None),
        ("Run at 10k pace", None),
        ("3 km at 5k pace", 3_000),
        ("1h10m", None),
        ("20m tempo", None),
        ("8", None),
        ("Marathon pace", None),
        ("999999 km", None),
        ("", None),
    ],
)
def test_distances(title, metres):
    assert distance(title) == metres


@pytest.mark.parametrize(
    ("title", "unit", "metres"),
    [("8", "km", 8_000), ("8", "mi", 12_875), ("6-8 easy", "km", 8_000), ("30 tempo", "mi", None),
     ("4 x 800", "km", None), ("5 mi", "km", 8_047), ("Q1: 24 easy", "km", 24_000),
     ("Q1 12E", "km", 12_000), ("Q2: E 14", "mi", 22_531), ("Q1 - long 16", "km", 16_000),
     ("Q2: 6x800", "km", None), ("W3: 20 min", "km", None)],
)  # fmt: skip
def test_bare_numbers_need_a_unit(title, unit, metres):
    assert distance(title, unit) == metres
    if metres and "mi" not in title:
        assert distance(title) is None


@pytest.mark.parametrize(
    ("title", "length"),
    [
        ("45 min easy", 45),
        ("45' easy", 45),
        ("60 min E + 3x20 sec strides", 60),
        ("1h10m", 70),
        ("1 h 30", 90),
        ("1.5 hours", 90),
        ("1:10 h easy", 70),
        ("30 tempo", 30),
        ("50-60 min", 60),
        ("10 min warm-up, 20 min tempo, 10 min cool-down", 40),
        ("6 x 3 min", None),
        ("5 x 3 min, 2 min jog", None),
        ("10 km", None),
        ("5:30 pace", None),
        ("9000 min", None),
        ("2 x 20 min easy", 40),
        ("3x10min easy", 30),
        ("2 x 20 min tempo", None),
        ("1:30 RPE 3-4", 90),
        ("2:05: first half easy, second half steady", 125),
        ("2:30: 1:45 Z2, 45 Z3", 150),
        ("2:10: 90 min GA1, 40 min GA2", 130),
        ("3:15: 6 x 800", None),
        ("3:30 pace, 20 min", 20),
        ("1:30 rest between", None),
        # A pace behind a small word.
        ("Series a 4:35", None),
        ("locker auf 5:10", None),
        ("trote a 1:15", 75),
    ],
)
def test_minutes(title, length):
    assert minutes(title) == length


def test_races_are_known_by_name():
    assert race_distance("Springfield Half Marathon") == 21_098
    assert race_distance("MARATHON!") == 42_195
    assert race_distance("LONDON!!! 26.2") == 42_195
    assert race_distance("Town race") is None
    assert race_distance("26:20 or faster") is None


@given(st.text(alphabet="0123456789 .,x-(:kmi'h%@to", max_size=60))
def test_whatever_is_read_is_possible(text):
    assert (distance(text) or 1) in range(1, FURTHEST_M + 1)
    assert (minutes(text) or 1) in range(1, 1441)


def test_parts_in_another_language():
    units = units_in(("de", "en"))
    assert minutes("2 x 20 min locker", units) == 40
    assert distance("2 x 4 km locker", units=units) == 8_000


@pytest.mark.parametrize(
    ("title", "unit", "metres"),
    [("Q1 - 2E + 4M + 1T + 2E", "mi", 14_484), ("3E+8M+2E, flat", "km", 13_000),
     ("2E + 3 x 2T + 6E", "mi", None), ("2E + 4T + 2 min + 2T + 2E", "mi", None)],
)  # fmt: skip
def test_parts_with_the_letters_of_their_paces_are_a_whole_run(title, unit, metres):
    assert distance(title, unit) == metres


@pytest.mark.parametrize(
    ("title", "metres", "long"),
    [
        ("warm up 2k", None, None), ("2 km warm up", None, None), ("WU: 10 min", None, None),
        ("Tempo, 2 km easy first", None, None), ("2 km easy first, 5 km tempo", 7_000, None),
        ("first 2 km slow", None, None), ("Long, last 5 km fast", None, None),
        ("8 miles, last 3 miles fast", 12_875, None), ("20 km (first 5 km slow)", 20_000, None),
        ("Run home 5 km", 5_000, None), ("5k home", 5_000, None),
        ("finish with 2 km easy", None, None),
        ("2 km easy, 5x1k, 2 km easy", None, None), ("10 km, 6x1 km, 2 km", 10_000, None),
        ("60 min, 6x3 min hard, 2 min easy", None, 60), ("45 min, last 10 min fast", None, 45),
        ("15 min easy, 5x3 min, 10 min easy", None, None),
    ],
)  # fmt: skip
def test_a_part_is_never_the_whole(title, metres, long):
    assert distance(title, "km") == metres
    assert minutes(title) == long


@pytest.mark.parametrize(
    ("code", "titles"),
    [
        ("de", ("Einlaufen 2 km", "zuerst 2 km locker", "2 km vorher", "die letzten 5 km schnell")),
        ("fr", ("échauffement 3 km", "3 km d'échauffement", "d'abord 2 km", "derniers 5 km")),
        ("es", ("2 km de calentamiento", "primero 2 km", "últimos 5 km", "2 km al final")),
        ("it", ("2 km di riscaldamento", "prima 2 km", "ultimi 5 km", "2 km alla fine")),
        ("pl", ("2 km rozgrzewki", "najpierw 2 km", "ostatnie 5 km", "2 km na koniec")),
        ("nl", ("2 km inlopen", "eerst 2 km", "laatste 5 km", "2 km tot slot")),
    ],
)
def test_a_part_is_never_the_whole_in_other_languages(code, titles):
    units = units_in((code, "en"))
    assert [distance(title, units=units) for title in titles] == [None] * 4


@pytest.mark.parametrize(
    ("code", "titles"),
    [
        ("en", ("Long run with 5 km at pace", "20 km long run incl. 8 km at MP",
                "Long run w/ about 5 km fast", "tempo with Jo, 9 km", "Run with 12 km",
                "Run with 10 km easy")),
        ("de", ("Langer Lauf mit 5 km im Renntempo", "20 km lang, davon 8 km MRT",
                "Langer Lauf (darin ca. 8 km zügig)", "mit Jo 9 km", "Lauf mit 12 km",
                "Lauf mit 10 km locker")),
        ("fr", ("sortie longue dont 8 km à allure", "20 km dont 8 km AS42",
                "sortie avec 5 km allure 10", "avec Jo 9 km", "sortie avec 12 km",
                "footing avec 10 km EF")),
        ("pl", ("długie wybieganie z 5 km w tempie", "20 km, w tym 8 km w tempie",
                "wybieganie z 5 km TM", "z Jo 9 km", "bieg z 12 km", "bieg z 10 km spokojnie")),
        ("sv", ("långpass med 5 km i fart", "20 km varav 8 km i maratonfart", "pass med 5 km hårt",
                "med Jo 9 km", "löpning med 12 km", "pass med 10 km lugnt")),
    ],
)  # fmt: skip
def test_a_run_with_a_part_of_a_length_is_not_so_short(code, titles):
    units = units_in((code, "en"))
    lengths = [distance(title, units=units) for title in titles]
    assert lengths == [None, 20_000, None, 9_000, 12_000, 10_000]


@pytest.mark.parametrize(
    ("title", "long"),
    [
        ("4 x 8' Z4 (3' Z1), total 75'", 75),
        ("4 x 8 min, 75 min total", 75),
        ("LONG 2:00 Z2, last 15' Z3", 120),
        ("Long run: 2:15 steady then 20 min at pace", 135),
        ("Langer Lauf 2:15 locker", 135),
        ("long run 5:30 pace 20 km", None),
    ],
)
def test_minutes_of_the_whole_run(title, long):
    assert minutes(title) == long


def test_so_it_is_with_minutes():
    assert minutes("Long run with 30 min at pace") is None
    assert minutes("Long run 2 h with 30 min at pace") == 120
    assert minutes("50 min easy with 3 x 5 min") == 50


@pytest.mark.parametrize(
    "said", ["warm up 2k", "2 km easy first", "last 3 km fast", "2k to finish"]
)
def test_a_part_in_a_description_is_never_the_whole(tmp_path, said):
    path = tmp_path / "plan.csv"
    path.write_text(f"date,title,description\n2027-03-01,Intervals 5x1k,{said}\n"
                    f"2027-03-02,Tempo,{said}\n2027-03-03,Tempo,9 km and {said}\n")  # fmt: skip
    lengths = [one.run.distance_m for one in load_runs(path).runs]
    assert lengths == [None, None, 9_000]


@pytest.mark.parametrize(
    ("title", "metres"),
    [
        ("long 14", 22_531), ("easy 5", 8_047), ("easy run 5", 8_047), ("recovery 3", 4_828),
        ("steady 8, flat", 12_875), ("easy 4 x 5 min", None), ("easy 6 am", None),
        ("easy 5:30", None), ("easy 30 min", None), ("easy 40", None), ("tempo 6", None),
    ],
)  # fmt: skip
def test_a_bare_number_behind_a_word_for_an_easy_run_is_its_length(title, metres):
    assert distance(title, "mi") == metres
    assert distance(title) is None


def test_numbers_behind_easy_are_minutes_where_most_are_too_far(tmp_path):
    titles = ("easy 40", "easy 30", "easy 20", "recovery 30", "easy run 45", "long 90")
    path = tmp_path / "plan.csv"
    rows = (f"2027-03-0{day},{title}\n" for day, title in enumerate(titles, 1))
    path.write_text("date,title\n" + "".join(rows))
    assert [one.run.minutes for one in load_runs(path).runs] == [40, 30, 20, 30, 45, 90]


@pytest.mark.parametrize("title", ["easy", "locker", "DL1"])
def test_numbers_behind_easy_that_go_on_from_kilometres_are_none_of_minutes(tmp_path, title):
    numbers = (6, 18, 8, 22, 9, 26, 8, 30, 6, 34)
    rows = (f"2027-03-{day:02},{title} {far}\n" for day, far in enumerate(numbers, 1))
    path = tmp_path / "plan.csv"
    path.write_text("all in km\n\ndate,title\n" + "".join(rows) + "\nDL1 = easy run\n")
    assert [one.run.distance_m for one in load_runs(path).runs] == [1_000 * far for far in numbers]


@pytest.mark.parametrize(
    ("code", "title", "length"),
    [
        ("nl", "20 minuutjes loslopen", 20), ("nl", "1 uurtje rustig", 60),
        ("da", "20 minutters løb", 20), ("sv", "20 minuters jogg", 20),
        ("no", "20 minuttar rolig", 20), ("pl", "20 minutek truchtu", 20),
    ],
)  # fmt: skip
def test_minutes_as_they_are_said(code, title, length):
    assert minutes(title, units_in((code, "en"))) == length


@pytest.mark.parametrize(
    ("title", "unit", "expected"),
    [
        # Parts without a unit, all in that of the plan, or in minutes.
        ("15 wu + 20 tempo + 10 cd", "km", (None, 45)),
        ("WU 10, 30 threshold, CD 10", "mi", (None, 50)),
        ("2 up 4 T 2 down", "mi", (12_875, None)),
        ("2 up, 5 @ HMP, 2 down", "mi", (14_484, None)),
        ("WU 2, 10 MP, CD 2", "km", (14_000, None)),
        ("10, last 3 fast", "km", (10_000, None)),
        # A part of a whole.
        ("tempo 8 km of 12", "km", (12_000, None)),
        ("4 mi tempo in the middle of 8", "mi", (12_875, None)),
        ("easy 5 mi of 3", "mi", (8_047, None)),
        # The same in two units.
        ("long 18 km / 11 mi", "km", (18_000, None)),
        # No time of day; those may be one.
        ("recovery 30:00", "km", (None, 30)),
        ("easy 45:00", "km", (None, 45)),
        ("run 18:00", "km", (None, None)),
        # A rest between repetitions is none of a run's lengths.
        ("1200-1000-800-600 (200m RI)", "km", (None, None)),
        ("10 km (2 min rest)", "km", (10_000, None)),
        ("easy (5 km jog)", "km", (5_000, None)),
        ("easy 10.000 m", "km", (10_000, None)),
        ("long 1.000 m", "km", (None, None)),
    ],
)
def test_parts_wholes_and_signs(title, unit, expected):
    assert (distance(title, unit), minutes(title)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Long run, 5 km at pace", None),
        ("LR, 6 miles at marathon pace", None),
        ("Long, 8 km tempo", None),
        ("Long run, 8 km @ MP", None),
        ("L\u00e5ngpass, 6 km i maratonfart", None),
        ("Langer Lauf, 8 km im Marathontempo", None),
        ("Long run, 20 km", 20_000),
        ("Long run, 20 km at easy pace", 20_000),
        ("Long run, 20 km in the hills", 20_000),
        ("Long run: 16 km at marathon pace", 16_000),
        ("Long run 24 km, 5 km at pace", 24_000),
    ],
)
def test_what_is_run_at_a_pace_is_no_whole_long_run(title, expected):
    assert distance(title, "km", units_in(spoken([title]))) == expected
