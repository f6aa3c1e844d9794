"""CalDAV servers on loopback: real ones, each in a thread of the test that opened it."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

USER, PASSWORD = "anna", "correct horse"
BASIC = "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode()

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def handle(self) -> None:
        if self.server.door.left:
            super().handle()
        # Else it goes away without a word, as a lost connection does.


class Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    door: Door

    def handle_error(self, *_: object) -> None:
        pass


@dataclass
class Door:
    """What stands before a server: it knows one user, and can be broken."""

    inner: Wsgi
    url: str = ""
    left: float = float("inf")
    """Requests that are still answered."""
    asked: list[str] = field(default_factory=list)
    """Methods that were used."""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.left -= 1
        self.asked.append(environ["REQUEST_METHOD"])
        if environ.get("HTTP_AUTHORIZATION") != BASIC:
            start_response("401 Unauthorized", [("WWW-Authenticate", "Basic realm=test")])
            return [b""]
        environ["REMOTE_USER"] = USER
        # What a socket has no end of, and xandikos reads to the end.
        sent = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = BytesIO(sent)
        return self.inner(environ, start_response)


@contextmanager
def serving(inner: Wsgi) -> Iterator[Door]:
    door = Door(inner)
    with make_server("127.0.0.1", 0, door, server_class=Threaded, handler_class=Quiet) as server:
        server.door = door
        door.url = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield door
        finally:
            server.shutdown()
            thread.join()


def radicale(folder: Path) -> Wsgi:
    from radicale import config
    from radicale.app import Application

    settings = config.load()
    settings.update(
        {
            "storage": {"filesystem_folder": str(folder)},
            "auth": {"type": "remote_user"},
            "logging": {"level": "critical"},
        },
        "test",
    )
    return Application(settings)


def xandikos(folder: Path) -> Wsgi:
    from xandikos.web import SingleUserFilesystemBackend, XandikosApp
    from xandikos.wsgi_helpers import WellknownRedirector

    backend = SingleUserFilesystemBackend(str(folder))
    backend.create_principal(f"/{USER}/", create_defaults=True)
    app = XandikosApp(backend, current_user_principal=f"/{USER}/")
    return WellknownRedirector(app.handle_wsgi_request, "/")


SERVERS: dict[str, Callable[[Path], Wsgi]] = {"radicale": radicale, "xandikos": xandikos}
