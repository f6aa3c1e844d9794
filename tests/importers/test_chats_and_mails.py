"""Weeks told in chats and mails, in the languages of those who write them."""

# ruff: noqa: RUF001, E501
from __future__ import annotations

from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.days.week_names import names_week
from runtall.importers.days.week_ranges import names_days_of_month
from runtall.importers.texts.chats import answered, is_chat
from runtall.importers.weeks.prose import as_another, days_told
from runtall.importers.words.lengths import distance
from tests.importers.weeks_told import WEEK, kinds

SENTENCES = {
    "es": "4/1/27, 7:10 - Ana: Vamos. Lunes descanso, martes 8 km suave, miércoles 6x800, jueves"
    " descanso, viernes 6 km suave, sábado descanso y domingo tirada larga 16 km\n",
    "da": "Uge 1 (4.-10. januar 2027)\nMandag har du fri. Tirsdag 8 km roligt. Onsdag 6 x 800 m."
    "\nTorsdag fri, fredag 6 km roligt, om lørdagen fri og søndag lang tur på 16 km.\n",
    "pl": "[4.01.2027, 07:10:00] Jan: poniedziałek wolne, wtorek 8 km spokojnie, środa 6x800 m,"
    " czwartek wolne, piątek 6 km spokojnie, w sobotę wolne i niedziela wybieganie 16 km\n",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_week_in_sentences(tmp_path: Path, code: str) -> None:
    assert kinds(tmp_path, SENTENCES[code]) == WEEK


def test_each_sentence_begins_anew() -> None:
    assert days_told("A calmer one. Monday off, Tuesday 5 miles and Sunday 9") == [
        "Monday off", "Tuesday 5 miles", "Sunday 9",
    ]  # fmt: skip
    assert days_told("Onsdag 6 x 800 m. Torsdag 13. mai fri, fredag 5 km") == [
        "Onsdag 6 x 800 m", "Torsdag 13. mai: fri", "Fredag 5 km",
    ]  # fmt: skip


def test_a_week_told_twice_keeps_its_date(tmp_path: Path) -> None:
    weeks = "Uke 1 (4.-10. januar 2027)\nMan: hvile\nTir: 8 km rolig\nOns: 6x800 m\nTor: hvile\n"
    again = "Endring i uke 1:\nFre: 6 km rolig\nLør: hvile\nSøn: langtur 16 km\n\n"
    assert kinds(tmp_path, again + weeks) == WEEK


AGAIN = {
    "it": "[03/01/2027, 20:00:00] Ugo: Lun riposo\nMar 8 km lento\nMer 8x400\nGio riposo\n"
    "Ven 6 km lento\nSab riposo\nDom lungo 16 km\n"
    "[10/01/2027, 20:00:00] Ugo: come la settimana scorsa tranne mercoledì 5x1000 e domenica"
    " lungo 18 km\n",
    "sv": "2027-01-03 20:00 - Ulf: Mån vila\nTis 8 km lugnt\nOns 8x400 m\nTors vila\n"
    "Fre 6 km lugnt\nLör vila\nSön långpass 16 km\n"
    "2027-01-10 20:00 - Ulf: v.2: samma som förra veckan men onsdag 4x8 min tröskel\n",
    "zh": "2027/1/3 晚上8:00 - 教練: 週一 休息\n週二 輕鬆跑8K\n週三 間歇400m×8\n週四 休息\n"
    "週五 輕鬆跑6K\n週六 休息\n週日 長跑16K\n"
    "2027/1/10 晚上8:00 - 教練: 跟上週一樣，但週三節奏跑6K，週日長跑18K\n",
}


@pytest.mark.parametrize("code", AGAIN)
def test_a_week_as_the_last(tmp_path: Path, code: str) -> None:
    assert kinds(tmp_path, AGAIN[code], "2027-01-11") == WEEK


def test_a_week_as_another_is_named() -> None:
    found = as_another("Semaine 4 : comme semaine 2, mais dimanche 15 km")
    assert found is not None
    assert found["but"] == "dimanche 15 km"
    assert as_another("Woche 4: wie Woche 2, nur So 15 km") is not None
    assert as_another("Tue: as slow as 7 km an hour") is None


SIGNS = {
    "dashes": "—— 2027年1月3日 ——\n\n教练  20:15\n周一 休息\n周二 轻松跑8公里\n周三 400米×8\n周四 休息\n"
    "周五 轻松跑6公里\n周六 休息\n周日 长跑16公里\n",
    "brackets": "".join(
        f"2027/1/{day}（{sign}）{title}\n"
        for day, sign, title in zip(
            range(4, 11), "一二三四五六日",
            ["休跑", "輕鬆跑8K", "間歇400m×8", "休跑", "輕鬆跑6K", "休跑", "長跑16K"], strict=True,
        )
    ),
    "one line": "2027/1/3 晚上8:00 - 教練: 1/4-1/10：週一休息，週二輕鬆跑8K，週三間歇400m×8，週四休息，"
    "週五輕鬆跑6K，週六休息，週日長跑16K\n",
}  # fmt: skip


@pytest.mark.parametrize("signs", SIGNS)
def test_chinese_lines(tmp_path: Path, signs: str) -> None:
    assert kinds(tmp_path, SIGNS[signs]) == WEEK


LETTERS = "L descanso\nM 8 km suave\nX 6x800\nJ descanso\nV 6 km suave\nS descanso\nD tirada 16 km"


def test_letters_of_one_message(tmp_path: Path) -> None:
    stamp = "3/1/27, 20:0{} - Toni: {}\n"
    talk = "".join(stamp.format(minute, "vale, nos vemos en la pista") for minute in range(8))
    assert kinds(tmp_path, talk + stamp.format(9, f"Semana del 4 al 10\n{LETTERS}")) == WEEK


def test_a_letter_is_no_week() -> None:
    assert not names_week("V descanso")
    assert names_week("v.17 lugn vecka")
    assert names_week("V 17")


GERMAN = (
    "03.01.27, 20:00 - Uli: KW 1: Mo frei, Di 8 km locker, Mi 6x800 m, Do frei, Fr 6 km locker,"
    " Sa frei, So langer Lauf 16 km\n"
)


def test_others_do_not_tell_the_plan(tmp_path: Path) -> None:
    asked = "05.01.27, 20:00 - Eva: Mi Zahnarzt, So lieber 30 km Wettkampf\n"
    thanks = "03.01.27, 20:01 - Eva: danke, bis Sonntag\n"
    assert kinds(tmp_path, GERMAN + thanks + asked) == WEEK


def test_a_chat_is_told_from_a_table() -> None:
    assert is_chat(3 * GERMAN)
    assert not is_chat(2 * GERMAN)
    assert not is_chat("title,start\n" + 5 * "Easy run,2027-01-03 20:00\n")


ANSWERS = {
    "fr": "Lundi repos, mardi footing 8 km, mercredi 6 x 400 m, jeudi repos, vendredi footing 6 km,"
    " samedi repos et dimanche sortie longue 16 km.\n\n"
    "Le dim. 3 janv. 2027 à 18:32, Léa <lea@example.org> a écrit :\n> Mardi j'ai fait 9 km\n",
    "de": "Montag frei, Dienstag 8 km locker, Mittwoch 6 x 800 m, Donnerstag frei, Freitag 6 km"
    " locker, Samstag frei und Sonntag langer Lauf 16 km.\n\n"
    "Am So., 3. Jan. 2027 um 18:32 Uhr schrieb Eva <eva@example.org>:\n> Dienstag 9 km gelaufen\n",
    "nl": "Maandag rust, dinsdag 8 km rustig, woensdag 6 x 800 m, donderdag rust, vrijdag 6 km"
    " rustig, zaterdag rust en zondag lange duurloop 16 km.\n\n"
    "Op zo 3 jan 2027 om 18:32 schreef Ank <ank@example.org>:\n> Dinsdag 9 km gelopen\n",
}


@pytest.mark.parametrize("code", ANSWERS)
def test_an_answer_is_sent_after_what_it_answers(tmp_path: Path, code: str) -> None:
    assert kinds(tmp_path, ANSWERS[code]) == WEEK
    assert ">" not in answered(ANSWERS[code])


@pytest.mark.parametrize("words", ["du 5 au 11", "del 11 al 17", "22-28", "vom 1. bis 7"])
def test_days_of_a_month(words: str) -> None:
    assert names_days_of_month(words)
    assert not names_days_of_month(f"{words} km")


@pytest.mark.parametrize("words", ["bere ogni 5 km", "drink every 5 km", "alle 5 km ein Gel"])
def test_every_so_often_is_no_length(words: str) -> None:
    assert distance(words) is None
    assert distance(f"18 km, {words}") == 18_000


def test_feedback_is_no_run(tmp_path: Path) -> None:
    rows = [
        "Semana 1;Segunda;Terça;Quarta;Quinta;Sexta;Sábado;Domingo",
        "Data;04/01/2027;05/01/2027;06/01/2027;07/01/2027;08/01/2027;09/01/2027;10/01/2027",
        "Treino;OFF;Rodagem 8 km;6x800 m;OFF;Rodagem 6 km;OFF;Longão 16 km",
        "Feedback;;;;quebrei no 8º tiro;;;top",
    ]
    assert kinds(tmp_path, "\n".join(rows)) == WEEK


CHANGES = {
    "en": "Change for Wednesday 6 January: easy 5 km instead of the track.\n",
    "de": "Mittwoch, 6. Januar statt der Bahn locker 8 km.\n",
    "no": "Onsdag 6. januar 5 km rolig i stedet for intervaller.\n",
}


@pytest.mark.parametrize("code", CHANGES)
def test_what_is_above_a_quoted_plan_changes_it(tmp_path: Path, code: str) -> None:
    plans = {
        "en": "Mon 4 Jan: off\nTue 5 Jan: 8 km easy\nWed 6 Jan: track 6x800\nThu 7 Jan: off\n"
        "Fri 8 Jan: 6 km easy\nSat 9 Jan: off\nSun 10 Jan: long run 16 km",
        "de": "Mo 4.1.: frei\nDi 5.1.: 8 km locker\nMi 6.1.: Bahn 6x800\nDo 7.1.: frei\n"
        "Fr 8.1.: 6 km locker\nSa 9.1.: frei\nSo 10.1.: langer Lauf 16 km",
        "no": "Man 4.1.: hvile\nTir 5.1.: 8 km rolig\nOns 6.1.: 6x800 m\nTor 7.1.: hvile\n"
        "Fre 8.1.: 6 km rolig\nLør 9.1.: hvile\nSøn 10.1.: langtur 16 km",
    }
    quoted = "".join(f"> {line}\n" for line in plans[code].splitlines())
    changed = [*WEEK[:2], "easy", *WEEK[3:]]
    assert (
        kinds(tmp_path, f"{CHANGES[code]}\nOn 3 Jan 2027 at 18:00, Phil wrote:\n{quoted}")
        == changed
    )


def test_a_week_in_each_message(tmp_path: Path) -> None:
    first = (
        "Mon rest\nTue 8 km easy\nWed 6x800\nThu rest\nFri 6 km easy\nSat rest\nSun 16 km long\n"
    )
    chat = (
        "[02/01/2027, 20:00:00] Ida: hi, the first two. Wk 1 (4 Jan)\n" + first +
        "[02/01/2027, 20:01:00] Ida: Wk 2 (11 Jan)\n" + first +
        "[03/01/2027, 09:00:00] Al: thanks!\n"
        "[05/01/2027, 09:00:00] Ida: no speed tomorrow. Friday is off, too\n"
        "[16/01/2027, 20:00:00] Ida: Wk 3 (18 Jan)\n" + first
    )  # fmt: skip
    assert kinds(tmp_path, chat)[:7] == [*WEEK[:4], "rest", *WEEK[5:]]
    assert kinds(tmp_path, chat, "2027-01-11") == WEEK * 2


def test_a_dated_week_in_a_mail_is_not_when_it_was_sent(tmp_path: Path) -> None:
    mail = (
        "From: Flo <flo@example.org>\nDate: Sat, Dec 19, 2026 at 8:05 AM\n\nHi all,\n\n"
        "Week 1 (4 January): Mon off, Tues 8 km easy, Wed 6x800, Thu off, Fri 6 km easy, Sat off,"
        " Sun 16 km long\nWeek 2 (11 January): Mon off, Tues 8 km easy, Wed 6x800, Thu off,"
        " Fri 6 km easy, Sat off, Sun 16 km long\n"
    )
    assert kinds(tmp_path, mail) == WEEK * 2


def test_a_week_as_another_but_for_one_kind(tmp_path: Path) -> None:
    week = "Mon rest\nTue 8 easy\nWed 6x800\nThu rest\nFri 6 easy\nSat rest\nSun {} long\n"
    text = (
        f"City marathon, 24 January 2027\nThree weeks, from Monday 4 January\nWeek 1\n"
        f"{week.format(20)}Week 2\nSame as week 1, only the long run is 25 and the intervals 5x1k"
        "\nWeek 3\nMon rest\nTue 5 easy\nSun here we go\n"
    )
    file = tmp_path / "notes.txt"
    file.write_text(text, encoding="utf-8")
    titles = {f"{one.date}": one.run.title for one in load_runs(file).runs}
    assert (titles["2027-01-17"], titles["2027-01-13"]) == ("25 long run", "intervals 5x1k")


def test_a_plan_begins_when_it_says(tmp_path: Path) -> None:
    week = "Mon rest\nTue 8 easy\nWed 6x800\nThu rest\nFri 6 easy\nSat rest\nSun {}\n"
    titles = ("16 long", "Lakeside half, race it", "18 long", "that is it!")
    weeks = "".join(f"Week {n}\n{week.format(t)}" for n, t in enumerate(titles, 1))
    text = "City marathon, 31 January 2027\nFour weeks from 4 January\n" + weeks
    assert kinds(tmp_path, text, "2027-01-31") == ["race"]
    assert kinds(tmp_path, text, "2027-01-10")[:8:7] == ["long", "tuneup"]


def test_a_table_in_a_mail_with_words_around(tmp_path: Path) -> None:
    days = "Wk\tMon\tTue\tWed\tThu\tFri\tSat\tSun\n"
    week = "{}\tRest\t8 km easy\t6x800\tRest\t6 km easy\tRest\t16 km long\n"
    mail = (
        "Hello runners,\n\nhere it is at last.\n\nWe start on Monday 1/4/2027.\n\n"
        f"{days}{week.format(1)}{week.format(2)}{week.format(3)}"
        "4\tRest\t5 km easy\tRest\tRest\tRest\tRest\tMARATHON\n\n"
        "Race day is Sunday 1/31/2027.\n\nBring water.\n\nSee you there\n\nLou\n\n"
        "Forwarded message\n\nTwo more things:\n\nthe 6x800 on Wed 1/13 turns into 5 km easy.\n\n"
        "the bus on Friday 1/15 runs late\n"
    )
    assert kinds(tmp_path, mail)[:7] == WEEK
    assert kinds(tmp_path, mail, "2027-01-11")[:7] == [*WEEK[:2], "easy", *WEEK[3:]]
