"""Hard runs beside words for rest, easy running or other sport, and what only looks hard."""

from __future__ import annotations

import pytest

from runtall.importers.kinds.classify import classify
from runtall.importers.words.languages import CODES


def kind(title: str, code: str = "en") -> str:
    return classify(title, tuple(dict.fromkeys((code, "en", *CODES)))).kind


@pytest.mark.parametrize(
    ("code", "title", "expected"),
    [
        ("en", "Day off work, 6x800", "workout"),
        ("en", "Day off work - long run 18", "long"),
        ("en", "Rest day moved to Fri, today 5x1k", "workout"),
        ("en", "Rest, light jog 20 min", "easy"),
        ("de", "Ruhetag auf Freitag verschoben, heute 5x1000", "workout"),
        ("fr", "Repos d\u00e9cal\u00e9 \u00e0 vendredi, aujourd'hui 6x800", "workout"),
        ("es", "Descanso movido al viernes, hoy 6x800", "workout"),
        ("pl", "Wolne przeniesione na pi\u0105tek, dzi\u015b 6x800", "workout"),
        ("zh", "\u4f11\u606f\u6539\u5230\u5468\u4e94\uff0c\u4eca\u59296x800", "workout"),
        # That run is on another day, or none.
        ("en", "Rest, tempo 8 km moved to Thu", "rest"),
        ("en", "Rest - tomorrow long run 30 km", "rest"),
        ("en", "Rest, yesterday long 30 km", "rest"),
        ("en", "Rest day (6x800 tomorrow)", "rest"),
        ("en", "Rest, 20 min yoga", "rest"),
        ("de", "Ruhetag, Intervalle 6x800 auf Do verschoben", "rest"),
        ("sv", "Vila, i g\u00e5r 30 km l\u00e5ngpass", "rest"),
        ("es", "Descanso, ma\u00f1ana 6x800", "rest"),
        # A word for rest that means none.
        ("en", "5 on 1 off", "workout"),
        ("fr", "3 min on / 1 min off", "workout"),
        ("en", "Off-road hills hard", "workout"),
        ("en", "Off road 8 easy", "easy"),
        ("sv", "Off road 12 km lugnt", "easy"),
        ("en", "Off-season easy 5", "easy"),
        ("en", "Off - travel", "rest"),
        ("en", "Day off work", "rest"),
    ],
)
def test_rest_of_something_else(code: str, title: str, expected: str) -> None:
    assert kind(title, code) == expected


@pytest.mark.parametrize(
    ("code", "title", "expected"),
    [
        ("en", "Easy, tempo", "workout"),
        ("en", "Tempo/easy", "workout"),
        ("en", "Easy/tempo 5 km", "workout"),
        ("de", "Locker, Tempo", "workout"),
        ("fr", "Facile/tempo 5 km", "workout"),
        ("it", "Facile, ritmo", "workout"),
        ("nl", "Rustig/tempo 5 km", "workout"),
        ("no", "Rolig/tempo 5 km", "workout"),
        ("pl", "Spokojnie/tempo 5 km", "workout"),
        ("zh", "\u8f7b\u677e/\u8282\u594f 5\u516c\u91cc", "workout"),
        ("en", "Relaxed tempo", "workout"),
        ("en", "Speed endurance", "workout"),
        ("fr", "Endurance vitesse", "workout"),
        ("pl", "TWL", "workout"),
        ("en", "Double T", "workout"),
        ("en", "Norwegian singles", "workout"),
        ("en", "Run at a relaxed tempo 8", "easy"),
        ("de", "Locker, Tempo 6:00", "easy"),
        ("de", "Ruhiges Tempo 8 km", "easy"),
        ("nl", "Rustig tempo 8 km", "easy"),
    ],
)
def test_easy_and_hard_are_hard_and_an_easy_pace_is_easy(
    code: str, title: str, expected: str
) -> None:
    assert kind(title, code) == expected


@pytest.mark.parametrize(
    ("code", "title", "expected"),
    [
        ("en", "Peloton tempo run 30", "workout"),
        ("en", "Zwift easy run 5 km", "easy"),
        ("en", "Peloton tempo ride", "cross"),
        ("en", "Peloton", "cross"),
        ("en", "Race day minus 2: easy 3", "easy"),
        ("de", "Renntag minus 2: locker 5 km", "easy"),
        ("en", "Race day -5k", "race"),
        ("en", "30 min brisk walk", "cross"),
        ("en", "45 min brisk walk, hills", "cross"),
        ("de", "30 min z\u00fcgiges Gehen", "cross"),
        ("fr", "30 min marche rapide", "cross"),
        ("it", "30 min camminata veloce", "cross"),
        ("sv", "30 min rask promenad", "cross"),
        ("pl", "30 min szybki marsz", "cross"),
        ("zh", "30\u5206\u949f\u5feb\u8d70", "cross"),
        ("en", "10 min walk, 20 min tempo, 10 min walk", "workout"),
        ("en", "6 x (5 min run + 2 min walk)", "easy"),
    ],
)
def test_where_and_how_something_is_done(code: str, title: str, expected: str) -> None:
    assert kind(title, code) == expected
