"""What is asked of a CalDAV server (RFC 4791): its calendars, and the events of one of them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit
from uuid import uuid4
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import httpx

from runtall.errors import NoAnswer

DAV, CALDAV = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
XMLNS = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
# Where a server tells newcomers to look.
WELL_KNOWN = "/.well-known/caldav"
# Seconds without a word from the server, and redirections in a row.
PATIENCE_S = 30.0
MOST_REDIRECTIONS = 5
# What a server answers where no CalDAV is.
NOT_HERE = frozenset({400, 403, 404, 405, 501})


class Collection(NamedTuple):
    """A calendar on the server."""

    url: str
    name: str


class Stored(NamedTuple):
    """An event on the server, and the mark of its present state."""

    url: str
    etag: str
    data: str


class Server:
    """A CalDAV server, asked as one user; its errors are `NoAnswer`.

    Parameters
    ----------
    client
        With the user's name and password.
    """

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def home(self, url: str) -> str:
        """Return where the user's calendars are."""
        for start in (url, urljoin(url, WELL_KNOWN)):
            found = self._ask(
                "PROPFIND", start, _find("d:current-user-principal"), allowed=NOT_HERE
            )
            principal = _href(found, f"{DAV}current-user-principal")
            if principal:
                answer = self._ask("PROPFIND", principal, _find("c:calendar-home-set"), depth=0)
                home = _href(answer, f"{CALDAV}calendar-home-set")
                if home:
                    return _folder(home)
        raise NoAnswer(f"{url}: no calendars were found there; is it the server's CalDAV address?")

    def calendars(self, home: str) -> list[Collection]:
        """Return the user's calendars for events."""
        asked = "d:displayname", "d:resourcetype", "c:supported-calendar-component-set"
        answer = self._ask("PROPFIND", home, _find(*asked), depth=1)
        found = []
        for url, properties in _responses(answer):
            kinds = properties.find(f"{DAV}resourcetype")
            parts = properties.findall(f".//{CALDAV}comp")
            events = not parts or any(part.get("name") == "VEVENT" for part in parts)
            if kinds is not None and kinds.find(f"{CALDAV}calendar") is not None and events:
                name = properties.findtext(f"{DAV}displayname") or ""
                found.append(Collection(_folder(url), name.strip()))
        return found

    def make_calendar(self, home: str, name: str) -> Collection:
        """Make a calendar for events."""
        url = urljoin(home, f"{uuid4()}/")
        body = (
            f"<c:mkcalendar {XMLNS}><d:set><d:prop><d:displayname>{escape(name)}</d:displayname>"
            '<c:supported-calendar-component-set><c:comp name="VEVENT"/>'
            "</c:supported-calendar-component-set></d:prop></d:set></c:mkcalendar>"
        )
        self._ask("MKCALENDAR", url, body)
        return Collection(url, name)

    def events(self, calendar: Collection) -> list[Stored]:
        """Return everything with events in a calendar."""
        body = (
            f"<c:calendar-query {XMLNS}><d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>"
            '<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter>'
            "</c:filter></c:calendar-query>"
        )
        found = []
        for url, properties in _responses(self._ask("REPORT", calendar.url, body, depth=1)):
            etag = properties.findtext(f"{DAV}getetag") or ""
            data = properties.findtext(f"{CALDAV}calendar-data") or self._ask("GET", url).text
            found.append(Stored(url, etag, data))
        return found

    def put(self, url: str, data: bytes, etag: str | None) -> None:
        """Write an event: a new one (None), or in the place of one in this state."""
        kind = {"Content-Type": "text/calendar; charset=utf-8"}
        self._ask("PUT", url, data, headers=kind | _only_if(etag))

    def delete(self, url: str, etag: str) -> None:
        """Delete an event in this state; that it is gone already is as good."""
        self._ask("DELETE", url, headers=_only_if(etag), allowed=frozenset({404, 410}))

    def _ask(
        self,
        method: str,
        url: str,
        body: str | bytes | None = None,
        *,
        depth: int | None = None,
        headers: dict[str, str] | None = None,
        allowed: frozenset[int] = frozenset(),
    ) -> httpx.Response:
        """Ask, and return an answer that is no refusal but for the ones allowed.

        Redirections are followed here: httpx would make another method of some, and is not to
        leave an encrypted way.
        """
        sent = {"Content-Type": "application/xml; charset=utf-8"} if body else {}
        sent |= {} if depth is None else {"Depth": str(depth)}
        with _told(url):
            for _ in range(MOST_REDIRECTIONS):
                answer = self._client.request(
                    method, url, content=body, headers=sent | (headers or {})
                )
                if not answer.has_redirect_location:
                    break
                target = urljoin(url, answer.headers["Location"])
                if urlsplit(url).scheme == "https" and urlsplit(target).scheme != "https":
                    raise NoAnswer(f"{url}: leads to an address without encryption: {target}")
                url = target
        if answer.status_code == 401:
            raise NoAnswer(
                f"{_host(url)}: refused the user name or the password; most providers want a"
                " password made for this one app"
            )
        if answer.is_success or answer.status_code in allowed:
            return answer
        raise NoAnswer(
            f"{_host(url)}: {_refusal(answer)} ({method} was answered with {answer.status_code})"
        )


def connect(user: str, password: str) -> httpx.Client:
    """Return a client that asks as this user."""
    return httpx.Client(
        auth=httpx.BasicAuth(user, password),
        headers={"User-Agent": "runtall"},
        timeout=PATIENCE_S,
    )


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Say in words what keeps a server from answering."""
    start = time.monotonic()
    try:
        yield
    except httpx.TimeoutException:
        waited = f"{time.monotonic() - start:.0f} s"
        raise NoAnswer(f"{_host(url)}: didn't answer within {waited}") from None
    except httpx.ConnectError as error:
        raise NoAnswer(f"{_host(url)}: can't be reached: {error}") from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        words = f": {error}".rstrip(": .")
        raise NoAnswer(f"{_host(url)}: the connection was lost{words}") from None


def _refusal(answer: httpx.Response) -> str:
    if answer.status_code == 412:
        return "something else changed the calendar meanwhile"
    if answer.status_code == 507:
        return "has no room left"
    if answer.status_code in {429, 503}:
        return "has too much to do just now"
    if "no-uid-conflict" in answer.text:
        return "the same event is in another calendar of yours; take the plan off there first"
    return "refused" if answer.status_code < 500 else "failed"


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _folder(url: str) -> str:
    return url if url.endswith("/") else f"{url}/"


def _find(*names: str) -> str:
    inside = "".join(f"<{name}/>" for name in names)
    return f"<d:propfind {XMLNS}><d:prop>{inside}</d:prop></d:propfind>"


def _only_if(etag: str | None) -> dict[str, str]:
    """Return the condition that nobody else changed it; weak marks can't be asked for."""
    if etag is None:
        return {"If-None-Match": "*"}
    return {} if not etag or etag.startswith("W/") else {"If-Match": etag}


def _responses(answer: httpx.Response) -> Iterator[tuple[str, ElementTree.Element]]:
    """Yield each address that is spoken of, and the properties that it has."""
    if answer.status_code != 207:
        return
    try:
        root = ElementTree.fromstring(answer.content)
    except ElementTree.ParseError:
        raise NoAnswer(f"{_host(str(answer.url))}: gave an answer that can't be read") from None
    for response in root.iter(f"{DAV}response"):
        href = (response.findtext(f"{DAV}href") or "").strip()
        for part in response.iter(f"{DAV}propstat"):
            properties = part.find(f"{DAV}prop")
            if properties is not None and " 200" in (part.findtext(f"{DAV}status") or ""):
                yield urljoin(str(answer.url), href), properties


def _href(answer: httpx.Response, name: str) -> str:
    """Return the address that a property holds; empty if there is none."""
    for _, properties in _responses(answer):
        if href := (properties.findtext(f"{name}/{DAV}href") or "").strip():
            return urljoin(str(answer.url), href)
    return ""
