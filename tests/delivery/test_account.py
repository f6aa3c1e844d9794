"""The address, the name and the password of an account."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from runtall.delivery.account import PASSWORD, BadAccount, read_account


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSWORD, raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)  # as if it were not installed


def keyring(monkeypatch: pytest.MonkeyPatch, passwords: dict[tuple[str, str], str]) -> None:
    class KeyringError(Exception):
        pass

    def get_password(service: str, user: str) -> str | None:
        if service == "locked.example.com":
            raise KeyringError("it is locked")
        return passwords.get((service, user))

    module = ModuleType("keyring")
    module.get_password = get_password  # type: ignore[attr-defined]
    module.errors = ModuleType("keyring.errors")  # type: ignore[attr-defined]
    module.errors.KeyringError = KeyringError
    monkeypatch.setitem(sys.modules, "keyring", module)


@pytest.mark.parametrize(
    ("url", "user", "read"),
    [
        ("caldav.example.com", "anna", ("https://caldav.example.com/", "anna")),
        ("https://anna@dav.example.com:8443/x", None, ("https://dav.example.com:8443/x", "anna")),
        ("https://a%40b.org@dav.example.com/", None, ("https://dav.example.com/", "a@b.org")),
        ("http://[::1]:5232/", "anna", ("http://[::1]:5232/", "anna")),
    ],
)
def test_addresses(
    url: str, user: str | None, read: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD, "secret")
    account = read_account(url, user)
    assert (*account,) == (*read, "secret")
    assert not account.exposed


@pytest.mark.parametrize("url", ["http://dav.example.com/", "http://192.0.2.7:5232/"])
def test_what_crosses_the_network_in_the_clear(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD, "secret")
    assert read_account(url, "anna").exposed


def test_the_environment_goes_before_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring(monkeypatch, {("dav.example.com", "anna"): "kept"})
    assert read_account("https://dav.example.com/", "anna").password == "kept"
    monkeypatch.setenv(PASSWORD, "secret")
    assert read_account("https://dav.example.com/", "anna").password == "secret"


def test_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    words = f"No password: set {PASSWORD}, or .*: keyring set dav.example.com anna"
    with pytest.raises(BadAccount, match=words):
        read_account("https://dav.example.com/", "anna")
    keyring(monkeypatch, {})
    with pytest.raises(BadAccount, match=words):
        read_account("https://dav.example.com/", "anna")
    with pytest.raises(BadAccount, match="the keyring can't be read: it is locked"):
        read_account("https://locked.example.com/", "anna")


def test_all_faults_at_once_and_no_password_repeated() -> None:
    with pytest.raises(BadAccount) as caught:
        read_account("ftp://:secret@dav.example.com/", None)
    assert len(caught.value.faults) == 3
    assert "secret" not in str(caught.value)
    for url in ("https://dav.example.com:x/", "https://[::1/"):
        with pytest.raises(BadAccount, match="is no address"):
            read_account(url, "anna")
