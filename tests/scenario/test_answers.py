"""Answers in the words that people use."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.documents.values import NAMES, BadValue, weekday_of
from runtall.domain.calendar import WEEKDAYS
from runtall.scenario.answers.body import (
    read_body_mass,
    read_equipment,
    read_experience,
    read_minutes,
    read_signs,
    read_timezone,
    read_yes,
)
from runtall.scenario.answers.dates import read_day, read_days
from runtall.scenario.answers.week import read_runs, week_words

TODAY = date(2026, 11, 26)
WRITTEN = (
    "{d} {month} {y}", "{month} {d}, {y}", "{d:02}.{m:02}.{y}", "{d}.{m}.{y}", "{d} {mon} {y}",
    "{weekday} {d} {mon} {y}", "{d}. {month} {y}", "{y}-{m:02}-{d:02}", "{mon} {d} {y}",
)  # fmt: skip


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(WRITTEN))
def test_a_date_in_any_usual_order(day: date, written: str) -> None:
    text = written.format(
        d=day.day, m=day.month, y=day.year, month=f"{day:%B}", mon=f"{day:%b}",
        weekday=f"{day:%A}",
    )  # fmt: skip
    assert read_day(text, TODAY) == day


@given(st.dates(date(2027, 1, 1), date(2027, 12, 31)))
def test_slashes_are_read_where_they_say_one_day_only(day: date) -> None:
    for text in (f"{day.day}/{day.month}/2027", f"{day.month}/{day.day}/2027"):
        if day.day > 12 or day.day == day.month:
            assert read_day(text, TODAY) == day
        else:
            with pytest.raises(BadValue, match="write the month as a word"):
                read_day(text, TODAY)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_without_a_year_it_is_the_next_one(day: date) -> None:
    found = read_day(f"{day.day} {day:%B}", TODAY)
    assert (found.month, found.day) == (day.month, day.day)
    assert TODAY <= found < TODAY + timedelta(366)


@pytest.mark.parametrize("text", ["plan", "blah", "myruns"])
def test_one_word_is_neither_a_week_nor_a_file(text: str) -> None:
    with pytest.raises(BadValue, match=f'"{text}" is no file here, and no week; write yours'):
        read_runs(text)


def test_days_to_come() -> None:
    assert read_day("2027-4-5", TODAY) == date(2027, 4, 5)
    assert read_day("today", TODAY) == TODAY
    assert read_day("Tomorrow", TODAY) == TODAY + timedelta(1)
    assert read_day("next monday", TODAY) == date(2026, 11, 30)
    assert read_day("thu", TODAY) == TODAY + timedelta(7)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "25", "2027", "may 2027", "2027-02-30", "30 February 2027", "in 6 weeks", "29 feb",
     "25 April 3027", "25 April 2027 10:30", "x" * 100, "\u0000", "1e9", "99/99/9999"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(BadValue):
        read_day(text, TODAY)


@given(st.text(max_size=50))
def test_any_text_is_a_date_or_told(text: str) -> None:
    for read in (lambda t: read_day(t, TODAY), read_days, read_runs, read_minutes, read_body_mass,
                 read_signs, read_equipment, read_experience, read_yes):  # fmt: skip
        with suppress(BadValue):
            read(text)


@pytest.mark.parametrize("name", NAMES)
def test_weekdays_by_any_beginning(name: str) -> None:
    for length in range(2, len(name) + 1):
        assert weekday_of(name[:length].title()) == name[:3]
    assert weekday_of(f"{name}s") == name[:3]
    assert weekday_of(f"{name}x") == weekday_of(name[:1]) == ""


@given(st.sets(st.sampled_from(WEEKDAYS), min_size=1))
def test_any_weekdays(days: set[str]) -> None:
    names = [NAMES[WEEKDAYS.index(day)] for day in sorted(days)]
    wanted = tuple(day for day in WEEKDAYS if day in days)
    for text in (" ".join(names), ", ".join(names), " and ".join(names), "/".join(names)):
        assert read_days(text) == wanted
    if len(days) < 7:
        assert read_days(f"all but {', '.join(names)}") == tuple(
            day for day in WEEKDAYS if day not in days
        )


@pytest.mark.parametrize(
    ("text", "days"),
    [("Monday to Thursday", "mon tue wed thu"), ("sat-mon", "mon sat sun"),
     ("weekdays except fri", "mon tue wed thu"), ("the weekend", "sat sun"),
     ("every day", "mon tue wed thu fri sat sun")],
)  # fmt: skip
def test_groups_of_weekdays(text: str, days: str) -> None:
    assert read_days(text) == tuple(days.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mon easy, Tue intervals, Wed off, Thu easy, Fri rest, Sat long, Sun recovery",
         "Mon easy, Tue workout, Wed rest, Thu easy, Fri rest, Sat long, Sun recovery"),
        ("Tuesday: 6x800; Thurs tempo\nSat Long 22 km",
         "Mon rest, Tue workout (6x800), Wed rest, Thu workout, Fri rest, Sat long (Long 22 km), "
         "Sun rest"),
        ("Mon & Wed easy, Tue hills, Sat long + gym? ", None),
        ("Mon and Wed easy, Sat long", "Mon easy, Tue rest, Wed easy, Thu rest, Fri rest, Sat long,"
         " Sun rest"),
        ("easy, 6x800, easy 5k?, rest, tempo, long, jog",
         "Mon easy, Tue workout (6x800), Wed easy? (easy 5k?), Thu rest, Fri workout, Sat long, "
         "Sun easy"),
        ("Mon easy, Mon workout", "Mon easy + workout, Tue rest, Wed rest, Thu rest, Fri rest, "
         "Sat rest, Sun rest"),
    ],
)  # fmt: skip
def test_a_week_in_words(text: str, words: str | None) -> None:
    if words is None:
        with pytest.raises(BadValue, match=r"runs\.own"):
            read_runs(text)
        return
    week = read_runs(text)
    assert not isinstance(week, str)
    assert week_words(week) == words


@pytest.mark.parametrize(
    ("text", "mass"),
    [("155 lb", "155 lb"), ("70", "70 kg"), ("61,5", "61.5 kg"), ("70kg", "70 kg"),
     ("11 st 4", "71.7 kg"), ("70 kilos", "70 kg"), ("155 pounds", "155 lb"), ("", None)],
)  # fmt: skip
def test_body_mass(text: str, mass: str | None) -> None:
    found = read_body_mass(text)
    assert (str(found) if found else None) == mass


@pytest.mark.parametrize("text", ["155", "20 kg", "300 kg", "60 lb", "lots", "70 km"])
def test_no_body_mass(text: str) -> None:
    with pytest.raises(BadValue):
        read_body_mass(text)


def test_minutes() -> None:
    for text in ("30", "30 min", "30m", "half an hour", " 30 minutes"):
        assert read_minutes(text) == 30
    for text in ("12", "41", "1 h", "", "lots"):
        with pytest.raises(BadValue, match="from 13 to 40"):
            read_minutes(text)


def test_equipment() -> None:
    for text, preset in {"Full gym": "gym", "at home": "home", "only bands": "bands"}.items():
        assert read_equipment(text) == preset
    for text, preset in {
        "home and bands": "home", "dumbbells and bands": "home", "just bands": "bands",
        "bands, gym": "gym", "only a band": "bands", "some dumbbells": "home",
    }.items():  # fmt: skip
        assert read_equipment(text) == preset
    for text in ("none", "Nothing", "no", "0", "no equipment"):
        with pytest.raises(BadValue, match="allowed: gym, home, bands; a band is the least"):
            read_equipment(text)
    for text in ("", "gmy"):
        with pytest.raises(BadValue, match="is not a set of equipment"):
            read_equipment(text)


def test_signs_by_name_or_by_their_words() -> None:
    assert read_signs("torso_twists=2 neck_tight=1") == {"torso_twists": 2, "neck_tight": 1}
    assert read_signs("Torso twists always, tight neck") == {"torso_twists": 3, "neck_tight": 2}
    assert read_signs("hands: sometimes; hills 3") == {
        "hands_cross_midline": 1, "fades_on_hills": 3,
    }  # fmt: skip
    for text in ("none", "No", "", "n", "nope", "None.", "n/a"):
        assert read_signs(text) == {}
    with pytest.raises(BadValue, match="fades_on_hills, none"):
        read_signs("ears")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("never lifted", "new"), ("I've never lifted before", "new"), ("hardly ever", "new"),
        ("no experience", "new"), ("n", "new"), ("a bit", "some"), ("very little", "some"),
        ("a few months", "some"), ("6 months", "some"), ("2 years", "trained"),
        ("I have lifted for years", "trained"),
    ],
)  # fmt: skip
def test_experience(text: str, meant: str) -> None:
    assert read_experience(text) == meant


@pytest.mark.parametrize("text", ["not trained", "0 years", "pro", "", "only"])
def test_no_experience(text: str) -> None:
    with pytest.raises(BadValue, match="allowed: new, some, trained"):
        read_experience(text)


def test_yes_is_every_day_and_no_is_none() -> None:
    assert read_days("y") == read_days("Yes") == read_days("all")
    assert read_days("no mondays") == read_days("tue-sun")
    for text in ("no", "n", "none"):
        with pytest.raises(BadValue, match=r"or all|allowed: .*all"):
            read_days(text)


def test_a_zone_by_its_city() -> None:
    assert read_timezone("new york") == "America/New_York"
    assert read_timezone("Europe/London") == "Europe/London"
    assert read_timezone(" ") == ""
    with pytest.raises(BadValue, match='did you mean "Europe/London"'):
        read_timezone("Europe/Lodnon")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("25 avril 2027", date(2027, 4, 25)), ("25. April 2027", date(2027, 4, 25)),
        ("domingo, 25 de abril de 2027", date(2027, 4, 25)), ("25 kwietnia", date(2027, 4, 25)),
        ("2027年4月25日", date(2027, 4, 25)), ("söndag", date(2026, 11, 29)),
        ("mercoledì", date(2026, 12, 2)), ("25/4/27", date(2027, 4, 25)),
    ],
)  # fmt: skip
def test_dates_of_other_languages(text: str, wanted: date) -> None:
    assert read_day(text, TODAY) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("lunes, miércoles y viernes", "mon wed fri"), ("Montag-Donnerstag", "mon tue wed thu"),
        ("Di, Do und Sa", "tue thu sat"), ("lundi et mar", "mon tue"), ("terça-feira", "tue"),
        ("周一, 周三", "mon wed"), ("ma, wo en vr", "mon wed fri"), ("weekend", "sat sun"),
    ],
)  # fmt: skip
def test_weekdays_of_other_languages(text: str, wanted: str) -> None:
    assert read_days(text) == tuple(wanted.split())


@pytest.mark.parametrize(
    "text",
    [
        "Mo locker, Di Intervalle, Mi locker, Do locker, Sa langer Lauf, So Reko",
        "lun y mié: rodaje suave, mar: series, jue: suave, sáb: tirada larga, dom: recuperación",
        "lundi et mercredi footing, mardi VMA, jeudi footing, samedi sortie longue, dimanche récup",
        "segunda-feira leve, terça tiros, quarta e quinta leve, sábado longão, domingo regen",
    ],
)
def test_a_week_in_other_languages(text: str) -> None:
    assert week_words(read_runs(text)).startswith("Mon easy, Tue workout, Wed easy, Thu easy, Fri")
    assert [read_runs(text)[day] for day in (4, 5, 6)] == [("rest",), ("long",), ("recovery",)]


@pytest.mark.parametrize(
    "text",
    [
        "Mon-Fri easy, Sun long", "Mon to Fri: easy, Sun long", "mon \u2013 fri easy; sun long",
        "Mon-Wed and Thu/Fri easy, Sun long", "Mo-Fr locker, So lang", "Mo bis Fr locker, So lang",
        "lundi à vendredi footing, dimanche sortie longue", "ma t/m vr rustig, zo lang",
        "segunda-feira a sexta-feira leve, domingo longo",
        "segunda-feira-sexta-feira leve, domingo longo",
    ],
)  # fmt: skip
def test_a_week_with_ranges(text: str) -> None:
    assert week_words(read_runs(text)) == (
        "Mon easy, Tue easy, Wed easy, Thu easy, Fri easy, Sat rest, Sun long"
    )


def test_what_is_no_range() -> None:
    week = read_runs("tue - easy run, sat-tempo run, fri-mon 5 km easy")
    assert week == (("5 km easy",), ("easy",), ("rest",), ("rest",), ("5 km easy",),
                    ("workout", "5 km easy"), ("5 km easy",))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mon foo tue easy", "tue"), ("Mon Wed Fri easy, Sun long", "Wed"),
        ("Mon easy. Tue intervals, Sun long", "Tue"), ("Mon-Tue-Thu easy", "Thu"),
        ("Mo locker So lang, Di Intervalle", "So"), ("lundi footing mercredi VMA", "mercredi"),
    ],
)  # fmt: skip
def test_a_weekday_within_the_runs_of_another(text: str, day: str) -> None:
    with pytest.raises(BadValue, match=rf"names {day}, too; write as in: Mon easy, Tue"):
        read_runs(text)


@pytest.mark.parametrize(
    "text", ["Sun long in the sun, Tue easy", "Mo locker, so lang", "lun tiros 30 seg, dom longo"]
)
def test_words_like_weekdays(text: str) -> None:
    assert read_runs(text)[6] == ("long",)


@pytest.mark.parametrize(
    ("said", "runs"),
    [
        ("Mon easy 8k + strides, Sat long", ("easy 8k + strides",)),
        ("Mon easy 8k + 6 x 100m strides, Sat long", ("easy 8k + 6 x 100m strides",)),
        ("Mo locker 8 km + Steigerungen, Sa lang", ("locker 8 km + Steigerungen",)),
        ("Mon easy 8k + workout, Sat long", ("easy 8k", "workout")),
    ],
)
def test_strides_behind_a_run_are_no_run_of_their_own(said, runs):
    assert read_runs(said)[0] == runs
