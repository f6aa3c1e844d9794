"""The commands of the READMEs, with a server and a runner that are not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

import httpx

from runtall.app import delivering
from runtall.delivery import account, caldav
from runtall.delivery.server import HandOver
from tests.delivery.servers import PASSWORD, Door, radicale


@contextmanager
def rehearsed(storage: Path) -> Iterator[None]:
    """Whoever is sent a plan takes it at once, and every address is a server for one user."""
    door = Door(radicale(storage))

    def connect(user: str, password: str) -> httpx.Client:
        transport = httpx.WSGITransport(app=door)
        return httpx.Client(transport=transport, auth=(user, password))

    with ExitStack() as stack:
        stack.enter_context(patch.object(caldav, "connect", connect))
        stack.enter_context(patch.object(delivering, "lan_address", lambda: delivering.LOOPBACK))
        stack.enter_context(patch.object(HandOver, "run", lambda _: True))
        stack.enter_context(patch("webbrowser.open", lambda _: True))
        stack.enter_context(patch.dict(os.environ, {account.PASSWORD: PASSWORD}))
        yield
