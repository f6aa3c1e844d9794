"""Other things to do in a runner's calendar, with a word of running: they are asked about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from runtall.importers import load_runs

RUNS = ("Easy 8 km", "6 x 800 m", "Easy 10 km", "Long run 20 km")


def calendar(*titles: str, runs: tuple[str, ...] = RUNS) -> str:
    """Return a calendar with some weeks of runs, and other events on Mondays."""
    first = date(2027, 3, 1)
    events = [(first + timedelta(7 * week + 1 + at), run) for week in range(3)
              for at, run in enumerate(runs)]  # fmt: skip
    events += [(first + timedelta(7 * at), title) for at, title in enumerate(titles)]
    events += [(date(2027, 4, 25), "Marathon")]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
    for number, (day, title) in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}", f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
                  "DTSTAMP:20260101T000000Z", f"SUMMARY:{title}", "END:VEVENT"]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


@pytest.fixture
def asked(tmp_path):
    """Titles of a calendar that are taken for no runs, until the runner says otherwise."""

    def reading(*titles: str, **options):
        path = tmp_path / "calendar.ics"
        path.write_text(calendar(*titles, **options), encoding="utf-8")
        return [one.title for one in load_runs(path).no_runs]

    return reading


@pytest.mark.parametrize(
    "titles",
    [
        ("Track parcel", "Long weekend Wales", "Sprint review"),
        ("Half term", "Test drive 11:00", "Long lunch with Ana 2h"),
        ("Race for Life fundraiser meeting", "Hill Street dentist", "Tempo meeting"),
        ("Quality audit", "Speed dating", "Kick off call"),
        ("Intervall-Wartung Auto", "Wettkampf Leon Judo", "Langer Donnerstag"),
        ("Garagiste 9h", "Marathon de s\u00e9ries Netflix", "Test oral Zo\u00e9"),
        ("Serie nueva Netflix", "Prueba vestido", "Puente largo"),
        ("Ripetizioni matematica", "Prova abito", "Gara poesia Luca"),
        ("Prova de matem\u00e1tica", "Fim de semana longo", "Teste ingl\u00eas"),
        ("Lang weekend Texel", "Test auto", "Lange vergadering"),
        ("Test bil", "L\u00e5nghelg", "Snabb fika Eva"),
        ("Pr\u00f8ve matte", "Test arbeid", "Lang helg"),
        ("Tempo prezentacja", "D\u0142ugi weekend", "Test angielski"),
    ],
)
def test_what_may_be_no_run_is_asked(asked, titles):
    assert asked(*titles) == list(titles)


@pytest.mark.parametrize(
    "title",
    [
        "Track 6x400 Sarah",
        "Tempo run Clapham",
        "Hill reps Jo",
        "Fartlek Jo",
        "Bath half",
        "Race: Bath half marathon",
        "Long Bath 2:10 h",
    ],
)
def test_runs_with_names_are_runs(asked, title):
    assert asked(title) == []


def test_where_runs_have_no_lengths_they_are_told_by_their_words(asked):
    assert asked("Tempo Clapham", runs=("Easy", "Hills", "Steady", "Long")) == []


@pytest.mark.parametrize(
    "title",
    ["Tom's marathon", "Anna\u2019s first half marathon", "Dad's 10k race", "Emma's parkrun",
     "Ella's swimming lesson", "Schwimmen Kinder", "Halbmarathon Papa", "Piscine enfants",
     "Marathon de maman", "Nataci\u00f3n ni\u00f1os", "Zwemles kinderen",
     "Pick up Leo from football"],
)  # fmt: skip
def test_a_race_or_a_sport_of_others_is_none(asked, title):
    assert asked(title) == [title]


@pytest.mark.parametrize(
    "title",
    ["London Marathon", "St George's marathon", "Runner's World Half Marathon", "Women's 10K race",
     "Queen's Park Half Marathon", "10k race with dad", "Marathon mit Papa", "Swim w/ kids",
     "Tom's long run 20 km", "Ride with the kids 20 km", "Swimming"],
)  # fmt: skip
def test_nor_is_ones_own_that_of_others(asked, title):
    assert asked(title) == []


def test_a_race_of_others_is_the_race_on_the_day_that_is_given(tmp_path):
    path = tmp_path / "calendar.ics"
    path.write_text(calendar("Tom's marathon"), encoding="utf-8")
    found = load_runs(path, race_date=date(2027, 3, 1))
    assert [one.date for one in found.runs if one.run.kind == "race"] == [date(2027, 3, 1)]


@pytest.mark.parametrize(
    "title",
    ["Cheer Jo at marathon", "Marshal at half marathon", "Volunteering at parkrun",
     "Anfeuern beim Marathon", "B\u00e9n\u00e9vole marathon de Paris", "Animar en el marat\u00f3n",
     "Kibicowanie na maratonie"],
)  # fmt: skip
def test_what_others_run_is_none(tmp_path, title):
    path = tmp_path / "plan.csv"
    rows = [f"2027-03-{day:02},{run}" for day, run in enumerate([*RUNS, title, *RUNS], start=1)]
    path.write_text("\n".join(["date,title", *rows, "2027-04-25,Marathon", ""]), encoding="utf-8")
    assert [one.title for one in load_runs(path).no_runs] == [title]


def _training(*races: tuple[date, str]) -> str:
    """A calendar of twelve weeks of training that lead to the last of some races."""
    last = max(day for day, _ in races)
    runs = [(last - timedelta(n), f"{'Long run 20' if n % 7 == 0 else 'Easy 8'} km")
            for n in range(84, 1, -2)]  # fmt: skip
    events = [
        f"BEGIN:VEVENT\r\nUID:{at}\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\nSUMMARY:{title}\r\nEND:VEVENT"
        for at, (day, title) in enumerate([*runs, *races])
    ]
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN"
    return "\r\n".join([head, *events, "END:VCALENDAR", ""])


@pytest.mark.parametrize(
    "own", ["GRANDMA'S MARATHON", "Robin's Marathon", "Marathon Oma", "Marat\u00f3n pap\u00e1"]
)
@pytest.mark.parametrize("half", ["RACE - half marathon, Eau Claire", "Half marathon Chester"])
def test_the_marathon_that_training_leads_to_is_ones_own(tmp_path, own, half):
    race, before = date(2027, 6, 19), date(2027, 5, 15)
    path = tmp_path / "calendar.ics"
    path.write_text(_training((before, half), (race, own)), encoding="utf-8")
    raced = {one.date: one.run.kind for one in load_runs(path).runs if one.date in {race, before}}
    assert raced == {race: "race", before: "tuneup"}


def test_that_of_others_before_ones_own_is_none(tmp_path):
    race, before = date(2027, 6, 20), date(2027, 5, 30)
    path = tmp_path / "calendar.ics"
    text = _training((before, "Mum's marathon"), (race, "Marathon Duluth"))
    path.write_text(text, encoding="utf-8")
    found = load_runs(path)
    assert [one.date for one in found.runs if one.run.kind == "race"] == [race]
    assert [one.title for one in found.no_runs] == ["Mum's marathon"]


def test_nor_is_one_that_a_half_of_ones_own_follows(tmp_path):
    race, before = date(2027, 6, 20), date(2027, 6, 13)
    path = tmp_path / "calendar.ics"
    text = _training((before, "Mum's marathon"), (race, "Half marathon Duluth"))
    path.write_text(text, encoding="utf-8")
    assert [one.title for one in load_runs(path).no_runs] == ["Mum's marathon"]
