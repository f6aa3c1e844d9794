"""Who asks a CalDAV server: the user's name, and a password that stands in no command."""

from __future__ import annotations

import os
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import unquote, urlsplit, urlunsplit

from runtall.errors import UserError

PASSWORD = "RUNTALL_CALDAV_PASSWORD"


class BadAccount(UserError):
    """An address, user name or password that can't be used; ``faults`` holds each."""


class Account(NamedTuple):
    """An address on a CalDAV server, and who asks there."""

    url: str
    user: str
    password: str

    @property
    def exposed(self) -> bool:
        """Whether the password crosses the network in the clear."""
        parts = urlsplit(self.url)
        return parts.scheme == "http" and not _is_this_computer(parts.hostname or "")


def read_account(url: str, user: str | None) -> Account:
    """Read an address and a user name, and find the password.

    Raises
    ------
    BadAccount
        With everything that is wrong or missing.
    """
    faults = []
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise BadAccount("--url: is no address; one looks like https://dav.example.org") from None
    if parts.scheme not in {"http", "https"} or not host:
        faults.append("--url: give an address that begins with https://")
    if parts.password is not None:
        faults.append(f"--url: leave the password out; it is read from {PASSWORD} or the keyring")
    name = user or unquote(parts.username or "")
    if not name:
        faults.append("--user: is missing: the name with which you sign in")
    password = os.environ.get(PASSWORD) or (_from_keyring(host, name) if not faults else "")
    if not faults and not password:
        faults.append(
            f"No password: set {PASSWORD}, or keep it in the keyring (pip install keyring):"
            f" keyring set {host} {name}"
        )
    if faults:
        raise BadAccount(*faults)
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2], path=parts.path or "/")
    return Account(urlunsplit(bare), name, password)


def _from_keyring(host: str, user: str) -> str:
    """Return the password that the system's keyring holds; empty where there is none."""
    try:
        import keyring
    except ImportError:
        return ""
    try:
        return keyring.get_password(host, user) or ""
    except keyring.errors.KeyringError as error:
        raise BadAccount(f"the keyring can't be read: {error}; or set {PASSWORD}") from None


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
