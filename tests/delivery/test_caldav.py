"""What servers of providers do that those in `test_push` don't, as they are known to answer."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from runtall.delivery.caldav import Server
from runtall.errors import NoAnswer

MULTISTATUS = (
    '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">{}</d:multistatus>'
)
RESPONSE = (
    "<d:response><d:href>{href}</d:href><d:propstat><d:prop>{properties}</d:prop>"
    "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
)
PRINCIPAL = "<d:current-user-principal><d:href>{}</d:href></d:current-user-principal>"
HOME = "<c:calendar-home-set><d:href>{}</d:href></c:calendar-home-set>"
CALENDAR = (
    "<d:displayname>{}</d:displayname><d:resourcetype><d:collection/>{}</d:resourcetype>"
    '<c:supported-calendar-component-set><c:comp name="{}"/></c:supported-calendar-component-set>'
)


def many(*responses: tuple[str, str]) -> httpx.Response:
    inside = "".join(RESPONSE.format(href=href, properties=each) for href, each in responses)
    return httpx.Response(207, text=MULTISTATUS.format(inside))


def server(answer: Callable[[httpx.Request], httpx.Response]) -> Server:
    return Server(httpx.Client(transport=httpx.MockTransport(answer), auth=("anna", "secret")))


def test_calendars_on_another_host_and_none_for_events() -> None:
    """As at iCloud: the home is elsewhere, and reminders lie beside calendars."""

    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["Authorization"].startswith("Basic ")
        if request.url.host == "p01-caldav.example.com":
            return many(
                ("/1/calendars/", "<d:resourcetype><d:collection/></d:resourcetype>"),
                ("/1/calendars/home/", CALENDAR.format("Home", "<c:calendar/>", "VEVENT")),
                ("/1/calendars/todo/", CALENDAR.format("Todo", "<c:calendar/>", "VTODO")),
                ("/1/calendars/inbox/", CALENDAR.format("Inbox", "<c:schedule-inbox/>", "VEVENT")),
            )
        if request.url.path == "/":
            return many(("/", PRINCIPAL.format("/1/principal/")))
        return many(
            ("/1/principal/", HOME.format("https://p01-caldav.example.com:443/1/calendars"))
        )

    asked = server(answer)
    home = asked.home("https://caldav.example.com/")
    assert home == "https://p01-caldav.example.com:443/1/calendars/"
    assert [each.name for each in asked.calendars(home)] == ["Home"]


@pytest.mark.parametrize("status", [302, 301, 308])
def test_the_way_from_the_well_known_address(status: int) -> None:
    """As at Nextcloud: the first page is for people, and says nothing of calendars."""

    def answer(request: httpx.Request) -> httpx.Response:
        assert request.method == "PROPFIND"
        if request.url.path == "/.well-known/caldav":
            return httpx.Response(status, headers={"Location": "/remote.php/dav/"})
        if request.url.path == "/remote.php/dav/":
            return many(("/remote.php/dav/", PRINCIPAL.format("/remote.php/dav/users/anna/")))
        if request.url.path == "/remote.php/dav/users/anna/":
            return many((request.url.path, HOME.format("/remote.php/dav/calendars/anna/")))
        return httpx.Response(405)

    home = server(answer).home("https://cloud.example.com/")
    assert home == "https://cloud.example.com/remote.php/dav/calendars/anna/"


def moved_to(address: str) -> Callable[[httpx.Request], httpx.Response]:
    return lambda _: httpx.Response(301, headers={"Location": address})


def failing(error: httpx.HTTPError) -> Callable[[httpx.Request], httpx.Response]:
    def answer(_: httpx.Request) -> httpx.Response:
        raise error

    return answer


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda _: httpx.Response(404), "no calendars were found there"),
        (lambda _: httpx.Response(200, text="<html>"), "no calendars were found there"),
        (lambda _: httpx.Response(207, text="<html>"), "an answer that can't be read"),
        (lambda _: httpx.Response(503), "too much to do just now"),
        (lambda _: httpx.Response(500), r"failed \(PROPFIND was answered with 500\)"),
        (moved_to("http://dav.example.com/"), "leads to an address without encryption"),
        (moved_to("https://dav.example.com/"), "PROPFIND was answered with 301"),
        (failing(httpx.ReadTimeout("")), "didn't answer within 0 s"),
        (failing(httpx.ConnectError("no route")), "can't be reached: no route"),
        (failing(httpx.ReadError("")), "the connection was lost$"),
    ],
)
def test_what_is_no_answer(answer: Callable[[httpx.Request], httpx.Response], words: str) -> None:
    with pytest.raises(NoAnswer, match=words):
        server(answer).home("https://dav.example.com/")
