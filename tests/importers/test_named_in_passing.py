"""What a title names only in passing: a race, a run in place of which it is, strides, a clock."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.domain.run_plan import STRENGTH
from runtall.importers import load_runs
from runtall.importers.kinds.classify import classify
from runtall.importers.kinds.unexplained import as_meant, is_no_run
from runtall.importers.plan.bare_numbers import in_minutes
from runtall.importers.words.languages import CODES
from runtall.importers.words.lengths import distance, minutes
from runtall.importers.words.units import units_in

MONDAY = date(2027, 3, 1)


def kind(code: str, title: str) -> str:
    return str(classify(title, tuple(dict.fromkeys((code, "en", *CODES)))).kind)


@pytest.mark.parametrize(
    ("code", "title", "expected"),
    [
        ("en", "Long run 22 km, farther than the race!", "long"),
        ("de", "langer Lauf 30 km, länger als der Wettkampf", "long"),
        ("it", "lungo 23 km, più lungo della gara", "long"),
        ("de", "Halbmarathon als Wettkampf", "race"), ("en", "Vale 5 (5M race)", "race"),
        # Errands and what is about a race.
        ("es", "Feria del maratón - recoger dorsal", ""), ("it", "Colazione della maratona", ""),
        ("de", "Marathon: Startnummer abholen", ""), ("es", "Maratón del Sur", "race"),
        ("de", "Marathon (Startnummer abholen ab 7 Uhr)", "race"),
        # Tests over the distance of a race.
        ("de", "HM Seestadt im Wettkampftempo (Testlauf)", "race"), ("zh", "5公里测试", "race"),
        ("en", "10 km, test shoes", "workout"),
        # A name in quotes.
        ("es", 'Carrera 10 km "Ribera Alta"', "race"), ("fr", "Course 15 km «Les Vignes»", "race"),
        ("it", "Corsa 8 km lenta", "easy"),
    ],
)  # fmt: skip
def test_races_by_more_than_their_word(code: str, title: str, expected: str) -> None:
    assert kind(code, title) == expected


@pytest.mark.parametrize(
    ("code", "title", "expected"),
    [
        ("en", "spin instead of weights", "cross"), ("de", "Rad statt Kraft", "cross"),
        ("nl", "zwemmen ipv kracht", "cross"), ("fr", "footing 40 min au lieu du seuil", "easy"),
        ("en", "easy 5 mi instead of 6 x 800, then strides", "easy"),
        ("en", "6 x 800 rather than the tempo", "workout"), ("de", "Kraft statt Rad", STRENGTH),
        ("pl", "bez biegania, zamiast tego joga", STRENGTH),
        ("en", "Off instead of 5 easy", "rest"),
    ],
)  # fmt: skip
def test_what_a_run_is_in_place_of_says_nothing(code: str, title: str, expected: str) -> None:
    assert kind(code, title) == expected


@pytest.mark.parametrize(
    ("code", "title", "expected"),
    [
        ("en", "Recovery 6 w/ 5x100m", "recovery"), ("en", "Easy+speed 9 w/ 8x100", "easy"),
        ("en", "Recovery 3 km, 8x100", "workout"), ("en", "Key run 1: 8 km long tempo", "workout"),
        ("en", "Long run 20 km, tempo at the end", "long"), ("en", "strength 6 x 1.5", "workout"),
        ("en", "strength 3 x 2.5 kg", STRENGTH), ("es", "gim ligero", STRENGTH),
        ("pt", "muscu suave", STRENGTH),
    ],
)  # fmt: skip
def test_parts_that_are_strides_hard_or_weights(code: str, title: str, expected: str) -> None:
    assert kind(code, title) == expected


def test_an_hour_in_the_evening_is_no_length() -> None:
    assert is_no_run("Committee 20:15")
    assert not is_no_run("Lakeside 6")


@pytest.mark.parametrize("text", ["3:50 cada", "RM = ritmo de maratona 4:50", "4:05 each"])
def test_a_pace_is_no_duration(text: str) -> None:
    assert minutes(text) is None


def test_brackets_of_a_part_have_no_total() -> None:
    assert distance("24 km, marathon pace at the end (8 km)") == 24_000
    assert distance("6 km tempo (14 km)") == 14_000


def test_a_hundred_is_minutes_where_ninety_is() -> None:
    titles = [*("50 easy", "90 easy") * 5, "110 easy", "400 easy"]
    found = in_minutes(titles, "", units_in(("en", "en")))
    assert (found["110 easy"], found.get("400 easy")) == (110, None)


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Tepmo 6 km", "tempo 6 km"), ("lnog run 20", "long run 20"),
        ("Recovry 6", "recovery 6"), ("Hilly park 8", "Hilly park 8"),
    ],
)  # fmt: skip
def test_mistyped_words_are_as_they_are_meant(title: str, meant: str) -> None:
    assert as_meant(title, ("en",)) == meant


def test_a_mistyped_hard_word_is_hard_and_uncertain(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    rows = ["2027-03-01,Tepmo run: 6 km", "2027-03-02,Easy 8 km", "2027-04-25,Marathon"]
    path.write_text("\n".join(["date,title", *rows, ""]))
    first = load_runs(path).runs[0]
    assert (first.run.kind, "tempo" in first.unknown) == ("workout", True)


def kinds(path: Path, *titles: str, last: str, usual: str) -> list[str]:
    """Return the kinds of four weeks that are the same but for the last day of the first."""
    weeks = [(*titles, last), *[(*titles, usual)] * 3]
    rows = [f"{MONDAY + timedelta(at)},{title}" for at, title in enumerate(sum(weeks, ()))]
    file = path / "plan.csv"
    file.write_text("\n".join(["date,title", *rows, "2027-04-25,Marathon", ""]))
    return [str(one.run.kind) for one in load_runs(file).runs[:7]]


def test_midweek_has_no_long_run_beside_a_hard_one_that_may_be_longer(tmp_path: Path) -> None:
    week = ("Rest", "Easy 6 km", "MLR 17 km", "Easy 6 km", "Rest", "Easy 6 km")
    assert kinds(tmp_path, *week, last="MP 24 w/ 10 @ MP", usual="Long run 26 km")[2::4] == [
        "medium_long",
        "workout",
    ]


def test_a_time_trial_by_its_name_is_no_long_run(tmp_path: Path) -> None:
    week = ("Rest", "Easy 4 mi", "Rest", "Easy 4 mi", "Rest", "Rest")
    assert (
        kinds(tmp_path, *week, last="Magic mile, 6 miles in all", usual="Long run 10 mi")[6]
        == "workout"
    )
