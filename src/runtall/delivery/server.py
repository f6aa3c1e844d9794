"""A server for one hand-over: one page and one calendar, for some minutes, and nothing else.

Everything that it answers with is read before it starts; it never opens a file.
"""

from __future__ import annotations

import secrets
import socketserver
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import urlsplit

# Seconds from the start, and from the first time that the calendar was fetched: browsers ask
# twice, and the phone's calendar itself may ask once more.
LASTS_S = 600.0
AFTER_S = 60.0
# Seconds that a browser may be silent, and after which the end of time is noticed.
SILENT_S = 10.0
NOTICED_S = 0.2

HTML = "text/html; charset=utf-8"
CALENDAR = "text/calendar; charset=utf-8"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class HandOver(ThreadingHTTPServer):
    """The server; use it as a context manager, and `run` it.

    Parameters
    ----------
    host
        Address that it listens on; the port is a free one.
    page
        Makes the page from its own address and the browser's User-Agent.
    calendar
        What is handed over.
    whole
        The page of the whole plan, if there is one.
    tell
        Called with what was fetched, ``page`` or ``calendar``, and the address of who did.
    """

    daemon_threads = True

    def __init__(
        self,
        host: str,
        page: Callable[[str, str], bytes],
        calendar: bytes,
        whole: bytes | None = None,
        tell: Callable[[str, str], object] = lambda *_: None,
    ) -> None:
        self.lasts_s, self.after_s = LASTS_S, AFTER_S
        self.page, self.calendar, self.whole, self.tell = page, calendar, whole, tell
        self.telling = threading.Lock()
        self.fetched = False
        self.path = f"/{secrets.token_urlsafe(12)}/"
        self.ends = time.monotonic() + self.lasts_s
        super().__init__((host, 0), Handler)

    def server_bind(self) -> None:
        """Take the port, without asking around for this computer's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{self.server_name}:{self.server_port}{self.path}"

    def run(self) -> bool:
        """Serve until the time is over, and return whether somebody fetched the calendar."""
        while (left := self.ends - time.monotonic()) > 0:
            self.timeout = min(left, NOTICED_S)
            self.handle_request()
        return self.fetched

    def answer(self, path: str, agent: str) -> Answer | None:
        """Return what stands under a path; None: nothing."""
        if path == self.path:
            return Answer("page", HTML, self.page(self.url, agent))
        if path == f"{self.path}plan.ics":
            return Answer("calendar", CALENDAR, self.calendar)
        if path == f"{self.path}plan.html" and self.whole is not None:
            return Answer("page", HTML, self.whole)
        return None

    def was_fetched(self, what: str, client: str) -> None:
        """Take note of what somebody has now."""
        if what == "calendar" and not self.fetched:
            self.ends = min(self.ends, time.monotonic() + self.after_s)
            self.fetched = True
        with self.telling:
            self.tell(what, client)

    def server_close(self) -> None:
        """End it; whoever is still being answered is not told of any more."""
        with self.telling:
            self.tell = lambda *_: None
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that went away."""


class Answer(NamedTuple):
    """Something that is served: what it is for us, its type, its bytes."""

    what: str
    type: str
    body: bytes


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: HandOver
    timeout = SILENT_S

    def do_GET(self) -> None:
        """Answer, and take note once all of it was sent."""
        if answer := self._head():
            self.wfile.write(answer.body)
            self.wfile.flush()
            self.server.was_fetched(answer.what, str(self.client_address[0]))

    def do_HEAD(self) -> None:
        """Answer with what a GET would begin with."""
        self._head()

    def _head(self) -> Answer | None:
        agent = self.headers.get("User-Agent", "")
        answer = self.server.answer(urlsplit(self.path).path, agent)
        if answer is None:
            self.send_error(404)
            return None
        self.send_response(200)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.what == "calendar":
            # Shown at once: as an attachment an iPhone would save it where no calendar sees it.
            self.send_header("Content-Disposition", 'inline; filename="plan.ics"')
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        return answer

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with a number, whatever was asked for."""
        self.send_response(code)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def version_string(self) -> str:
        """Return a name without the version of anything."""
        return "runtall"

    def log_message(self, format: str, *args: Any) -> None:
        """Write no log."""
