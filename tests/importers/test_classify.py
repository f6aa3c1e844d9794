"""What titles mean, and the words that confuse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.domain.run_plan import STRENGTH, RunKind
from runtall.importers.kinds.classify import classify
from runtall.importers.kinds.unexplained import is_no_run, unknown_words
from runtall.importers.words.languages import CODES

MEANT = {
    "rest": ("Off", "Day off", "REST!", "Rest day - legs up", "No run today", "Rest or strength",
             "0 km"),
    "cross": ("X-train 40 min", "Swim", "60 min elliptical", "Cross or strength", "Walk 5 km",
              "Bike, squats, lunges"),
    "strength": ("Stretch & strengthen", "S&C", "Upper body", "Yoga for runners", "Core",
                 "Squats, deadlifts", "No run, gym"),
    "race": ("Plan ends", "Race: 42.2 km", "Half Marathon", "Springfield Marathon 2027", "parkrun",
             "Test race", "Half as tune-up",
             "Tune-up 10K", "5 km time trial", "Cross-country race"),
    "long": ("Long Run", "LSD 2 h", "Marathon simulation 26 km", "30 km long progression"),
    "medium_long": ("Med-long 18", "MLR", "Medium long run"),
    "workout": ("5 \N{MULTIPLICATION SIGN} 1000 m", "V̇O₂max", "Yasso", "60 min fartlek",
                "10 miles at 90% MP", "8 km @ MP",
                "Long hills", "Sprint", "cut-down run", "20 min t", "Cruise intervals",
                "Race pace 5",
                "Marathon-pace run", "Easy run with 5 pick-ups",
                "30 min 85-90 % HRmax", "2 km easy, 6 km tempo between 4:20 and 4:30",
                "3 mi warm-up, 4 mi tempo"),
    "recovery": ("Shakeout", "very easy 5 km", "Recovery", "Recovey run", "Shake out before race"),
    "easy": ("Easy pace 8 km", "12 km easy through rolling hills", "8 km + 6 x 100 m strides",
             "Run", "6 mi", "45 min E + 4 x 20 sec strides", "Base", "Easy, 4 x hill sprints",
             "Easy run the day before the race", "conversational pace", "Run/walk 4 km",
             "steady 40'", "10-12 km", "5k", "40' 70-75 % HRmax",
             "Easy, tempo between 5:40 and 6:10"),
    "": ("Kenyan", "Monday", "", "See coach", "🏃", "as long as you like"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "title"), [(kind, one) for kind in MEANT for one in MEANT[kind]])
def test_titles(kind, title):
    assert classify(title).kind == kind


@pytest.mark.parametrize(
    ("title", "kind", "optional", "strength"),
    [
        ("Rest or easy run", "easy", True, False),
        ("5 km or rest", "easy", True, False),
        ("Off or cross-train", "cross", True, False),
        ("Off / 5 km easy", "easy", True, False),
        ("Easy or recovery", "easy", False, False),
        ("Intervals or tempo", "workout", False, False),
        ("5 or 6 miles easy", "easy", False, False),
        ("Cross-train or strength", "cross", False, False),
        ("3 m run + strength", "easy", False, True),
        ("Strength and tempo 30 min", "workout", False, True),
        ("Rest or whatever", "rest", False, False),
    ],
)
def test_alternatives_and_additions(title, kind, optional, strength):
    meaning = classify(title)
    assert (meaning.kind, meaning.optional, meaning.strength) == (kind, optional, strength)


@pytest.mark.parametrize(
    ("code", "title", "kind"),
    [
        ("en", "4 miles easy, skip the club session", RunKind.EASY),
        ("en", "Skip track, 4 miles easy", RunKind.EASY),
        ("en", "Easy 5 (skip the usual Tuesday intervals)", RunKind.EASY),
        ("en", "Tempo 5, skip the easy run", RunKind.WORKOUT),
        ("en", "Easy 8, drop to marathon pace at the end", RunKind.WORKOUT),
        ("de", "8 km locker, Bahntraining entf\u00e4llt", RunKind.EASY),
        ("de", "Intervalle auslassen, 8 km locker", RunKind.EASY),
        ("es", "rodaje suave 5 km, saltar las series", RunKind.EASY),
        ("sv", "lugn 6 km, hoppa \u00f6ver intervallerna", RunKind.EASY),
    ],
)
def test_a_run_that_is_left_out_for_another_says_nothing(code, title, kind):
    assert classify(title, (*dict.fromkeys((code, "en", *CODES)),)).kind == kind


@pytest.mark.parametrize(
    ("title", "no_run"),
    [
        ("Osteopath 17:30 Uhr", True),
        ("Chess kl. 18", True),
        ("Chess 6 pm", True),
        ("Chess 14h", True),
        ("Chess 1h30", False),
        ("Chess 12 km", False),
        ("Chess at 4:30", False),
        ("Chess at 10 km", False),
    ],
)
def test_a_time_of_day_is_no_number_of_a_run(title, no_run):
    assert is_no_run(title) == no_run


def test_unknown_words_beside_weak_ones_are_told():
    german = ("de", "en")
    assert unknown_words("Gewurschtelter Lauf 8 km mit Uhr", german) == "gewurschtelter uhr"
    assert unknown_words("Langer Lauf, 60 Minuten", german) == ""


def test_the_words_that_decide_are_told():
    assert classify("Tuesday: Tempo 30 min").words == "tempo"
    assert classify("Rest or easy").words == "rest or easy"
    assert classify("Kenyan").words == ""


@given(st.text(max_size=80), st.sampled_from(["", "Tempo ", "Rest or ", "Long "]))
def test_case_accents_and_blanks_do_not_matter(text, start):
    title = start + text
    once = classify(title)
    assert once.kind in {"", STRENGTH, *RunKind}
    assert classify(f"  {title}\n").kind == once.kind


@pytest.mark.parametrize("code", ["en", "fr", "es", "it"])
@pytest.mark.parametrize("title", ["Krafttraining", "Musculation", "Gym", "Styrka"])
@pytest.mark.parametrize("letter", ["A", "B", "E", "O", "Y"])
def test_a_letter_behind_a_word_of_strength_names_a_session(code, title, letter):
    """At the end it is no article, in whatever language the runs are."""
    meaning = classify(f"{title} {letter}", (*dict.fromkeys((code, *CODES)),))
    assert meaning.kind == STRENGTH
