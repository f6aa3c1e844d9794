"""``runtall push`` to real servers: counts, what stays untouched, and what goes wrong."""

from __future__ import annotations

import json
import sys

import pytest

from runtall.delivery.account import PASSWORD as PASSWORD_VARIABLE
from runtall.delivery.caldav import Collection, Server, connect
from runtall.domain.plan import Plan
from runtall.errors import NoAnswer
from tests.cli.run import Ran, runtall
from tests.delivery.conftest import Folder
from tests.delivery.servers import PASSWORD, USER, Door
from tests.exporters.samples import LATER

NAME = "Strength \u2014 London"
BIRTHDAY = """\
BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//somebody//else//EN\r
BEGIN:VEVENT\r
UID:birthday\r
DTSTAMP:20260101T000000Z\r
DTSTART;VALUE=DATE:20270301\r
SUMMARY:Birthday\r
END:VEVENT\r
END:VCALENDAR\r
"""

ONE_SERVER = pytest.mark.parametrize("door", ["radicale"], indirect=True)


def push(door: Door, folder: Folder, *more: object) -> Ran:
    return runtall("push", folder.path, "--url", door.url, "--user", USER, *more)


def counts(door: Door, folder: Folder, *more: object) -> dict[str, int]:
    ran = push(door, folder, "--json", *more)
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    return {key: found[key] for key in ("put", "changed", "deleted", "unchanged", "others")}


class Phone:
    """What another program sees and does in the same account."""

    def __init__(self, door: Door) -> None:
        self.client = connect(USER, PASSWORD)
        self.server = Server(self.client)
        self.home = self.server.home(door.url)

    def __enter__(self) -> Phone:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def calendar(self, name: str = NAME) -> Collection:
        return next(each for each in self.server.calendars(self.home) if each.name == name)

    def events(self, name: str = NAME) -> dict[str, str]:
        """Each event's text by address."""
        return {each.url: each.data for each in self.server.events(self.calendar(name))}

    def edit(self, old: str, new: str) -> None:
        """Change a word in the first event that has it."""
        events = self.server.events(self.calendar())
        event = next(each for each in events if old in each.data)
        self.server.put(event.url, event.data.replace(old, new, 1).encode(), event.etag)

    def add(self, name: str = NAME) -> str:
        url = f"{self.calendar(name).url}birthday.ics"
        self.server.put(url, BIRTHDAY.encode(), None)
        return url


def size(plan: Plan) -> int:
    """Sessions, how it works, and the race."""
    return len(plan.sessions) + 2


def test_twice_and_then_another_plan(
    door: Door, folder: Folder, plan: Plan, other_plan: Plan
) -> None:
    every = size(plan)
    dry = push(door, folder, "--dry-run")
    assert dry.out == (
        f"{NAME} (a new calendar): {every} to put, 0 to change, 0 to delete, 0 unchanged.\n"
    )
    assert set(door.asked) == {"PROPFIND"}
    first = push(door, folder)
    assert first.out == (
        f"{NAME} (a new calendar): {every} put, 0 changed, 0 deleted, 0 unchanged.\n"
    )
    with Phone(door) as phone:
        birthday = phone.add()
        before = phone.events()
        again = push(door, folder)
        assert again.out == (
            f"{NAME}: 0 put, 0 changed, 0 deleted, {every} unchanged.\n"
            "1 other event is left alone.\n"
        )
        assert phone.events() == before

        folder.write(other_plan, LATER)
        dry_counts = counts(door, folder, "--dry-run")
        assert phone.events() == before
        found = counts(door, folder)
        assert found == dry_counts
        # The neighbours of a session that moved say something else, too.
        assert (found["put"], found["deleted"], found["others"]) == (0, 1, 1)
        assert 1 <= found["changed"] < every
        after = phone.events()
        assert len(after) == size(other_plan) + 1
        assert after[birthday] == before[birthday]
        assert not any("CANCELLED" in text for text in after.values())
        assert counts(door, folder)["unchanged"] == size(other_plan)


def test_what_the_phone_changed(door: Door, folder: Folder, plan: Plan) -> None:
    push(door, folder)
    with Phone(door) as phone:
        phone.edit("SUMMARY:Strength: pull day", "SUMMARY:Gym")
        found = counts(door, folder)
        assert (found["put"], found["changed"], found["deleted"]) == (0, 1, 0)
        # An alarm of one's own is nobody's business.
        alarm = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER:-PT5M\nEND:VALARM\n"
        phone.edit("END:VEVENT", f"{alarm}END:VEVENT")
        assert counts(door, folder)["unchanged"] == size(plan)


def test_an_event_that_only_the_server_still_knows(
    door: Door, folder: Folder, other_plan: Plan
) -> None:
    push(door, folder)
    folder.ics.unlink()
    folder.write(other_plan)
    assert counts(door, folder)["deleted"] == 1


def test_a_plan_is_taken_off_and_no_other_one(door: Door, folder: Folder, plan: Plan) -> None:
    autumn = Folder(folder.path.parent / "autumn", folder.problem)
    autumn.write(plan, plan_id="autumn")
    push(door, folder)
    with Phone(door) as phone:
        birthday = phone.add()
        push(door, autumn)
        assert len(phone.events()) == 2 * size(plan) + 1
        assert counts(door, folder, "--remove")["deleted"] == size(plan)
        assert len(phone.events()) == size(plan) + 1
        assert counts(door, autumn, "--remove")["deleted"] == size(plan)
        assert list(phone.events()) == [birthday]
    assert counts(door, folder, "--remove")["deleted"] == 0
    missing = push(door, folder, "--remove", "--calendar", "Strength - London")
    assert missing.code == 2
    assert missing.err.startswith("--calendar: there is no calendar Strength - London; ")
    assert f'did you mean "{NAME}"?' in missing.err


@ONE_SERVER
def test_a_wrong_password(door: Door, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "wrong")
    ran = push(door, folder)
    assert (ran.code, ran.out, ran.err.count("\n")) == (6, "", 1)
    assert "refused the user name or the password" in ran.err


def test_a_connection_that_is_lost_half_way(
    door: Door, folder: Folder, plan: Plan, other_plan: Plan
) -> None:
    door.left = 8
    ran = push(door, folder)
    assert (ran.code, ran.out, ran.err.count("\n")) == (6, "", 1)
    assert "the connection was lost" in ran.err
    door.left = float("inf")
    rest = counts(door, folder)
    assert rest["put"] + rest["unchanged"] == size(plan)
    assert f"{rest['unchanged']} of {size(plan)} changes were made; run it again" in ran.err
    assert rest["unchanged"] > 0
    assert counts(door, folder)["unchanged"] == size(plan)
    # And in the midst of an update.
    folder.write(other_plan, LATER)
    door.left = 4
    assert push(door, folder).code == 6
    door.left = float("inf")
    push(door, folder)
    assert counts(door, folder) == {
        "put": 0,
        "changed": 0,
        "deleted": 0,
        "unchanged": size(other_plan),
        "others": 0,
    }


@ONE_SERVER
def test_what_changes_in_between_is_not_lost(door: Door, folder: Folder) -> None:
    push(door, folder)
    with Phone(door) as phone:
        stale = phone.server.events(phone.calendar())[0]
        phone.server.put(stale.url, stale.data.replace("-PT1H", "-PT2H").encode(), stale.etag)
        with pytest.raises(NoAnswer, match="something else changed the calendar"):
            phone.server.put(stale.url, stale.data.encode(), stale.etag)
        with pytest.raises(NoAnswer, match="something else changed the calendar"):
            phone.server.delete(stale.url, stale.etag)


@ONE_SERVER
def test_two_calendars_of_a_name(door: Door, folder: Folder) -> None:
    with Phone(door) as phone:
        for _ in range(2):
            phone.server.make_calendar(phone.home, NAME)
    ran = push(door, folder)
    assert (ran.code, ran.err) == (2, f"--calendar: 2 calendars are called {NAME}; rename one\n")


def test_without_the_library(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    monkeypatch.delitem(sys.modules, "runtall.delivery.caldav")
    monkeypatch.setitem(sys.modules, "httpx", None)
    ran = runtall("push", folder.path, "--url", "http://127.0.0.1:9/", "--user", USER)
    assert (ran.code, ran.err) == (2, 'push needs httpx: pip install "runtall[caldav]"\n')
