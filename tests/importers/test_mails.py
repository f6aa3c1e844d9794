"""Mails as programs save them, wrapped for their way."""

from __future__ import annotations

from datetime import date, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from runtall.importers import load_runs

FIRST = date(2027, 1, 25)
DAYS = ("Lunes: descanso", "Martes: rodaje suave 9 km", "Miércoles: cuestas 10x150 m",
        "Jueves: natación 40 min", "Viernes: rodaje suave 10 km", "Sábado: descanso")  # fmt: skip
KINDS = ["rest", "easy", "workout", "cross", "easy", "rest"]


def mail(cte: str, *, html: bool = False) -> bytes:
    lines = ["Hola Lucía:", "", "Te paso el plan; si te duele el sóleo me llamas " * 4, ""]
    for week in range(3):
        monday = FIRST + timedelta(7 * week)
        long = f"Domingo: tirada larga {20 + week} km" if week < 2 else "Domingo: MARATÓN"
        lines += [f"Semana {week + 1} ({monday:%d/%m/%Y})", *DAYS, long, ""]
    message = EmailMessage()
    message["From"], message["Subject"] = "Ramón <r@example.org>", "Plan maratón"
    message["Date"] = "Thu, 17 Dec 2026 21:14:03 +0100"
    message.set_content("\n".join(lines), cte=cte)
    if html:
        message.add_alternative("<p>En otro formato</p>", subtype="html")
    return message.as_bytes(policy=SMTP)


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("cte", ["quoted-printable", "base64"])
def test_the_text_of_a_mail_is_read_whatever_it_is_wrapped_into(
    tmp_path: Path, cte: str, html: bool
) -> None:
    path = tmp_path / "plan.eml"
    path.write_bytes(mail(cte, html=html))
    found = [str(one.run.kind) for one in load_runs(path).runs]
    assert found == [*KINDS, "long", *KINDS, "long", *KINDS, "race"]


def test_a_week_may_be_called_behind_its_dates(tmp_path: Path) -> None:
    weeks = ["apr 12 - apr 18", "apr 19 - apr 25 down week", "apr 26 - may 2 RACE WEEK"]
    days = "m off\ntu 5\nth 8x200 quick, 5 total\nf off\nsa 3\n"
    last = ["su 12 long", "su 9 long", "su MARATHON"]
    text = "\n".join(f"{week}\n{days}{end}\n" for week, end in zip(weeks, last, strict=True))
    path = tmp_path / "plan.txt"
    path.write_text(f"marathon 2027\n\n{text}", "utf-8")
    found = {one.date: str(one.run.kind) for one in load_runs(path).runs}
    assert found[date(2027, 5, 2)] == "race"
    assert [day.day for day, kind in found.items() if kind == "workout"] == [15, 22, 29]
    assert len(found) == 18
