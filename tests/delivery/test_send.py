"""``runtall send``: what a phone gets, what nobody gets, and how it ends."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

import pytest
import segno
from icalendar import Calendar, Event
from rich.console import Console

from runtall.app import delivering
from runtall.cli import screen, send_command
from runtall.delivery import server as serving
from runtall.delivery.network import lan_address
from runtall.delivery.server import HandOver
from runtall.domain.plan import Plan
from runtall.errors import NoAnswer
from runtall.progression.texts import say
from tests.cli.run import COMMAND, hear_ctrl_c, runtall
from tests.delivery.conftest import Folder
from tests.exporters.samples import LATER

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (Gecko)"
SAFARI = f"{IPHONE} Version/18.1 Mobile/15E148 Safari/604.1"
CHROME_ON_IPHONE = f"{IPHONE} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1"
ANDROID = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8{}) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/131.0.0.0 Mobile Safari/537.36"
)
OPEN = build_opener(ProxyHandler({})).open


@contextmanager
def running(server: HandOver) -> Iterator[HandOver]:
    with server:
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            yield server
        finally:
            server.ends = 0
            thread.join()


def ask(server: HandOver, path: str, method: str = "GET", agent: str = SAFARI) -> HTTPResponse:
    """Ask as a browser does; the answer is read."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, headers={"User-Agent": agent})
    answer = connection.getresponse()
    answer.text = answer.read().decode()  # type: ignore[attr-defined]
    connection.close()
    return answer


def answers(url: str) -> bool:
    parts = urlsplit(url)
    with socket.socket() as probe:
        return probe.connect_ex((parts.hostname, parts.port)) == 0


@pytest.fixture
def server(folder: Folder) -> Iterator[HandOver]:
    with running(delivering.send(folder.path)) as opened:
        yield opened


# --- what is served --------------------------------------------------------------------------


def test_the_two_requests_of_a_phone_and_each_of_them_twice(
    server: HandOver, folder: Folder
) -> None:
    for method in ("GET", "HEAD", "HEAD", "GET"):
        page = ask(server, server.path, method)
        calendar = ask(server, f"{server.path}plan.ics", method)
        assert (page.status, calendar.status) == (200, 200)
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        assert calendar.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert calendar.headers["Content-Disposition"].startswith("inline")
        assert int(calendar.headers["Content-Length"]) == folder.ics.stat().st_size
        if method == "GET":
            assert calendar.text.encode() == folder.ics.read_bytes()
            assert '<a class="button" href="plan.ics">Add to calendar</a>' in page.text
            assert "Strength \u2014 London" in page.text
            assert page.text.count("<li>") == len(Calendar.from_ical(calendar.text).events)
        else:
            assert (page.text, calendar.text) == ("", "")
    assert ask(server, f"{server.path}?fbclid=x").status == 200


def test_nothing_else_is_there(server: HandOver, folder: Folder) -> None:
    (folder.path / "plan.json").write_text("{}")
    (folder.path / "secret.html").write_text("secret")
    folder.path.with_name("outside.txt").write_text("secret")
    token = server.path.strip("/")
    paths = ["/", "", f"/{token}", f"/{token}x/", "/plan.ics", f"/{token}//"]
    paths += ["/favicon.ico", "/robots.txt", f"/{token.swapcase()}/", f"/{token}/plan.ics/"]
    paths += [
        f"/{token}/{name}"
        for name in (
            "plan.html",
            "plan.json",
            "secret.html",
            "../plan.ics",
            "../../outside.txt",
            "..%2f..%2foutside.txt",
            "%2e%2e/outside.txt",
            str(folder.path.with_name("outside.txt")),
            ".",
            "plan.ics%00.html",
        )
    ]
    for path in paths:
        for method in ("GET", "HEAD"):
            answer = ask(server, path, method)
            assert (answer.status, answer.text) == (404, ""), path
            assert answer.headers["Server"] == "runtall"
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"):
        answer = ask(server, server.path, method)
        assert (answer.status, answer.text) == (501, "")
    assert not server.fetched


def test_what_is_no_request_harms_nobody(server: HandOver) -> None:
    for sent in (b"", b"\r\n\r\n", b"GET\r\n\r\n", b"\xff" * 100, b"GET /" + b"x" * 70_000):
        with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as connection:
            connection.sendall(sent)
    assert ask(server, server.path).status == 200


def test_two_hand_overs_have_nothing_in_common(folder: Folder) -> None:
    with delivering.send(folder.path) as one, delivering.send(folder.ics) as two:
        assert one.path != two.path
        assert one.server_port != two.server_port
        assert len(one.path) >= 18
        assert one.server_address[0] == two.server_address[0] == "127.0.0.1"


def test_the_page_of_the_whole_plan_where_there_is_one(folder: Folder) -> None:
    page = "<!doctype html><p>the whole plan</p>"
    (folder.path / "plan.html").write_text(page)
    with running(delivering.send(folder.path)) as server:
        small = ask(server, server.path).text
        assert '<a href="plan.html">' in small
        assert "<li>" not in small
        whole = ask(server, f"{server.path}plan.html")
        assert (whole.status, whole.text) == (200, page)
        assert "default-src 'none'" in whole.headers["Content-Security-Policy"]


def test_a_title_is_no_markup(folder: Folder, plan: Plan) -> None:
    folder.write(plan, LATER, name='<script>alert("x")</script>')
    with running(delivering.send(folder.path)) as server:
        assert "<script>" not in ask(server, server.path).text


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (SAFARI, ""),
        (CHROME_ON_IPHONE, say("to_safari")),
        (SAFARI.replace("Safari/604.1", "Safari/604.1 [FBAN/FBIOS;FBAV/440.0]"), say("to_safari")),
        (f"{IPHONE} Mobile/15E148", say("to_safari")),
        (f"{IPHONE} Mobile/15E148 Instagram 300.0", say("to_safari")),
        (f"{IPHONE} GSA/343.0 Mobile/15E148 Safari/604.1", say("to_safari")),
        (ANDROID.format(""), ""),
        (ANDROID.format("; wv"), say("to_a_browser")),
        (f"{ANDROID.format('')} Instagram 300.0", say("to_a_browser")),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", ""),
        ("", ""),
    ],
)
def test_browsers_that_cannot_open_calendars(server: HandOver, agent: str, words: str) -> None:
    page = unescape(ask(server, server.path, agent=agent).text)
    if words:
        assert words in page
        assert f"<code>{server.url}</code>" in page
    assert ('class="button"' in page) == (not words)
    assert 'href="plan.ics"' in page
    assert ("Google Calendar" in page) == ("Android" in agent and not words)


# --- how it ends -----------------------------------------------------------------------------


def test_it_ends_by_itself(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "LASTS_S", 0.3)
    start = time.monotonic()
    with delivering.send(folder.path) as server:
        assert server.run() is False
    assert 0.3 <= time.monotonic() - start < 5
    assert not answers(server.url)


def test_it_ends_a_while_after_the_calendar_was_fetched(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "AFTER_S", 1.0)
    told = []
    results = []
    with delivering.send(folder.path, tell=lambda *what: told.append(what)) as server:
        thread = threading.Thread(target=lambda: results.append(server.run()))
        thread.start()
        ask(server, server.path)
        ask(server, f"{server.path}plan.ics", "HEAD")
        assert server.ends - time.monotonic() > 500, "looking at it is not fetching it"
        ask(server, f"{server.path}plan.ics")
        while not server.fetched:  # which is noted once all was sent
            time.sleep(0.01)
        ends = server.ends
        assert ends - time.monotonic() <= 1
        assert ask(server, f"{server.path}plan.ics").status == 200
        assert server.ends == ends
        thread.join(timeout=20)
    assert results == [True]
    assert told == [(what, "127.0.0.1") for what in ("page", "calendar", "calendar")]
    assert not answers(server.url)


def test_nothing_is_told_after_the_end(folder: Folder) -> None:
    """Else "the page was fetched" could stand below "interrupted"."""
    told = []
    with delivering.send(folder.path, tell=lambda *what: told.append(what)) as server:
        server.was_fetched("page", "somebody")
    server.was_fetched("page", "somebody else, answered at the last moment")
    assert told == [("page", "somebody")]


@pytest.mark.skipif(sys.platform == "win32", reason="signals can't be sent to one process here")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ctrl_c_and_kill(folder: Folder, number: signal.Signals, code: int) -> None:
    before = sorted(folder.path.rglob("*"))
    command = [*COMMAND, "send", folder.path, "--json"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"BROWSER": "true", "PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path)},
        preexec_fn=hear_ctrl_c,
    ) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "}\n")
        offered = json.loads("".join(lines) + "}")
        assert OPEN(offered["url"]).status == 200
        process.send_signal(number)
        _, err = process.communicate(timeout=20)
    assert process.returncode == code
    assert err.splitlines()[-1] == "interrupted"
    assert "Traceback" not in err
    assert not answers(offered["url"])
    assert sorted(folder.path.rglob("*")) == before


# --- the command -----------------------------------------------------------------------------


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No browser opens, and nothing lasts; the addresses that a browser was given."""
    opened: list[str] = []
    monkeypatch.setattr(serving, "LASTS_S", 0.4)
    monkeypatch.setattr(serving, "AFTER_S", 0.0)
    monkeypatch.setattr("webbrowser.open", lambda url: opened.append(url) or True)
    return opened


def test_nobody_comes(folder: Folder, hurried: list[str]) -> None:
    ran = runtall("send", folder.path)
    assert ran.code == 6
    assert ran.err == "Nobody fetched the calendar. Do it again when the phone is at hand.\n"
    assert "Only this computer can reach it; for a phone say --lan." in ran.out
    assert hurried == [ran.out.splitlines()[0]]


def test_somebody_comes(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "AFTER_S", 0.0)
    monkeypatch.setattr("webbrowser.open", lambda url: OPEN(f"{url}plan.ics").read() and True)
    ran = runtall("send", folder.ics)
    assert (ran.code, ran.err) == (0, "The calendar was fetched by 127.0.0.1.\n")
    table = folder.path / "plan.csv"
    table.touch()
    ran = runtall("send", table, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["network"] is False
    assert runtall("send", folder.path, "--quiet").out == ""


def test_without_a_browser(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "LASTS_S", 0.4)
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    ran = runtall("send", folder.path)
    assert "open the address in one yourself" in ran.err


def test_for_a_phone(folder: Folder, hurried: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "lan_address", lambda: "127.0.0.1")
    ran = runtall("send", folder.path, "--lan")
    assert (ran.code, hurried) == (6, [])
    words = " ".join(ran.out.split())
    assert "Whoever is in it and has this address can read the plan, unencrypted" in words


def test_the_code_says_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sign is two dots, one above the other; what is drawn is light."""
    url = "http://192.168.178.123:54321/0123456789abcdef/"
    console = Console(file=StringIO(), width=80, force_terminal=True, color_system="truecolor")
    console.record = True
    monkeypatch.setattr(screen, "out", lambda: console)
    send_command._draw(url)
    lines = console.export_text(clear=False).splitlines()
    light = {" ": (0, 0), "\u2580": (1, 0), "\u2584": (0, 1), "\u2588": (1, 1)}
    rows = [[light[sign][half] for sign in line] for line in lines for half in (0, 1)]
    code = segno.make(url, error="l", micro=False)
    dark = [list(row) for row in code.matrix_iter(border=send_command.BORDER)]
    assert [[1 - dot for dot in row] for row in rows][: len(dark)] == dark
    assert len(rows[0]) < screen.LEAST
    styles = {segment for segment in console.export_text(styles=True).split("\n") if segment}
    assert all(line.startswith("\x1b[38;2;255;255;255;48;2;0;0;0m") for line in styles)


def test_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    class Offline(socket.socket):
        def connect(self, _: object) -> None:
            raise OSError("Network is unreachable")

    monkeypatch.setattr(socket, "socket", Offline)
    with pytest.raises(NoAnswer, match="this computer is in no network"):
        lan_address()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("plan.ics", b"nonsense", "no calendar that can be read"),
        (
            "plan.ics",
            b"BEGIN:VCALENDAR\r\nPRODID:x\r\nEND:VCALENDAR\r\n",
            "0 events and no session",
        ),
        ("other.txt", b"", "plan.ics: there is no such file"),
    ],
)
def test_what_is_no_plan(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    assert runtall("send", tmp_path / "plan.json").err.endswith(
        "plan.json: there is no such file\n"
    )
    (tmp_path / name).write_bytes(data)
    for command in (["send"], ["push", "--url", "http://127.0.0.1:9/", "--user", "anna"]):
        ran = runtall(*command, tmp_path)
        assert (ran.code, ran.out) == (2, "")
        assert words in ran.err


# --- taking a plan off -----------------------------------------------------------------------


def events(data: bytes) -> dict[str, Event]:
    return {str(event["UID"]): event for event in Calendar.from_ical(data).events}


def visible(event: Event) -> list[str]:
    stamps = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE")
    return [line for line in event.content_lines() if line and not line.startswith(stamps)]


def test_every_event_cancelled_and_sent_again(
    replanned: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a phone imports one after the other has ever higher numbers."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int((LATER + timedelta(days=1)).timestamp())))
    first = replanned.ics.read_bytes()
    with delivering.send(replanned.path, cancel=True) as server:
        off = server.calendar
    again = replanned.ics.read_bytes()
    before, gone, after = events(first), events(off), events(again)
    assert "METHOD" not in Calendar.from_ical(off)
    assert set(before) == set(gone) == set(after)
    for uid, event in before.items():
        assert gone[uid]["STATUS"] == "CANCELLED"
        assert gone[uid]["TRANSP"] == "TRANSPARENT"
        assert not gone[uid].walk("VALARM")
        assert visible(after[uid]) == visible(event)
        if event["STATUS"] == "CANCELLED":
            assert gone[uid].to_ical() == after[uid].to_ical() == event.to_ical()
            continue
        steps = [each["SEQUENCE"] for each in (event, gone[uid], after[uid])]
        assert steps == [steps[0], steps[0] + 1, steps[0] + 2]
        stamps = [each["LAST-MODIFIED"].dt for each in (event, gone[uid], after[uid])]
        assert stamps == sorted(set(stamps))
    with delivering.send(replanned.path) as server:
        assert server.calendar == again


def test_solving_again_keeps_the_higher_numbers(folder: Folder, plan: Plan) -> None:
    with delivering.send(folder.path, cancel=True):
        pass
    numbered = folder.ics.read_bytes()
    folder.write(plan, LATER + timedelta(days=700))
    assert folder.ics.read_bytes() == numbered


def test_the_page_takes_off(folder: Folder) -> None:
    (folder.path / "plan.html").write_text("the whole plan")
    with running(delivering.send(folder.path, cancel=True)) as server:
        page = ask(server, server.path).text
        assert '<a class="button" href="plan.ics">Take off the calendar</a>' in page
        assert "plan.html" not in page
