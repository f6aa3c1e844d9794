"""Heads that say what is run on their weekday, over bare numbers; made up."""

from __future__ import annotations

from datetime import date

import pytest

from runtall.errors import FileFaults
from tests.importers.conftest import Load

RACE = date(2027, 4, 25)
# Of Tuesday, Thursday and Sunday.
HEADS = {
    "Week,Mon,Tue (easy),Wed,Thu (tempo),Sat,Sun (long)": ("rest", "easy workout long"),
    "Week,Mon,Tue speed,Wed,Tempo Thu,Sat,Long Sun": ("rest", "workout workout long"),
    "Week,Mon,Tue - hills,Wed,Thu: easy,Sat,Sun (long run)": ("off", "workout easy long"),
    "Woche,Mo,Di (Intervalle),Mi,Do (TDL),Sa,So (lang)": ("frei", "workout workout long"),
    "Semaine,Lundi,Mardi - VMA,Mercredi,Jeudi : seuil,Samedi,Dimanche (longue)": (
        "repos", "workout workout long"),
    "Semana,Lun,Mar (series),Mie,Jue (ritmo),Sab,Dom (largo)": ("descanso", "workout workout long"),
    "Settimana,Lun,Mar (ripetute),Mer,Gio (medio),Sab,Dom (lungo)": (
        "riposo", "workout workout long"),
    "Semana,Seg,Ter (intervalado),Qua,Qui (ritmado),Sab,Dom (longo)": (
        "descanso", "workout workout long"),
    "Week,ma,di (intervallen),wo,do (tempo),za,zo (lang)": ("rust", "workout workout long"),
    "Vecka,mån,tis (intervaller),ons,tors (tröskel),lör,sön (långpass)": (
        "vila", "workout workout long"),
    "Uge,man,tir (intervaller),ons,tor (tempo),lør,søn (lang tur)": (
        "hvile", "workout workout long"),
    "Uke,man,tir (intervaller),ons,tor (terskel),lør,søn (langtur)": (
        "hvile", "workout workout long"),
    "Tydzień,Pon,Wt (interwały),Śr,Czw (tempo),Sob,Nd (długie)": ("wolne", "workout workout long"),
    "周,周一,周二 (间歇),周三,周四 (节奏跑),周六,周日 (长距离)": ("休息", "workout workout long"),
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_the_head_says_what_its_numbers_are(load: Load, head: str) -> None:
    rest, kinds = HEADS[head]
    rows = (f"{week},{rest},8,5,6,4,{far}" for week, far in enumerate((16, 18, 20), 1))
    found = load("\n".join([head, *rows, f"4,{rest},6,4,5,3,Marathon", ""]), race_date=RACE)
    read = {one.date: str(one.run.kind) for one in found.runs}
    weeks = [[read.get(date(2027, 4, day + n)) for n in (0, 2, 5)] for day in (6, 13)]
    assert weeks == [kinds.split()] * 2
    assert {one.run.title for one in found.runs if one.date.weekday() == 2} == {"5", "4"}


@pytest.mark.parametrize(
    ("table", "runs", "example"),
    [
        ("Week,Easy,Tempo,Long\n1,8 km,6 km,16 km\n2,8 km,6 km,18 km\n", '"Easy", "Tempo", "Long"',
         "Week,Easy (Tue),Tempo (Thu),Long (Sun)"),
        ("Woche;locker;Intervalle;langer Lauf\n1;8;6x800;16\n2;8;6x800;18\n",
         '"locker", "Intervalle", "langer Lauf"',
         "Woche,locker (Tue),Intervalle (Thu),langer Lauf (Sun)"),
        ("Semaine,Sortie longue,Footing,Seuil\nS1,16 km,8 km,6 km\nS2,18 km,8 km,6 km\n",
         '"Sortie longue", "Footing", "Seuil"',
         "Semaine,Sortie longue (Sun),Footing (Tue),Seuil (Thu)"),
        ("Week starting,Easy run,Speed,Long run\n5 Apr 2027,8 km,6x800,16 km\n"
         "12 Apr 2027,8 km,6x800,18 km\n19 Apr 2027,9 km,6x800,20 km\n",
         '"Easy run", "Speed", "Long run"',
         "Week starting,Easy run (Tue),Speed (Thu),Long run (Sun)"),
        ("Week,Run 1,Run 2,Run 3\n1,8 km easy,6 km tempo,16 km long\n2,8 km easy,6x800,18 km\n",
         '"Run 1", "Run 2", "Run 3"', "Week,Run 1 (Tue),Run 2 (Thu),Run 3 (Sun)"),
    ],
)  # fmt: skip
def test_kinds_without_weekdays_are_asked_for_those(
    load: Load, table: str, runs: str, example: str
) -> None:
    with pytest.raises(FileFaults) as caught:
        load(table, race_date=RACE)
    (fault,) = caught.value.faults
    assert f"the runs in {runs}, but on which weekday each is run is missing" in fault.message
    assert fault.message.endswith(f": {example}")
    head, _, rows = table.partition("\n")
    days = example if "," in head else example.replace(",", ";")
    assert {one.date.weekday() for one in load(f"{days}\n{rows}", race_date=RACE).runs} >= {1, 6}
