"""The versions and licences that are written down."""

from __future__ import annotations

import re

from packaging.utils import canonicalize_name

from tests.pins import CONSTRAINTS, HEAD, README, closure, licence, requirements

EXTRAS = ("cluster", "notebooks", "dev")


def test_the_constraints_are_versions_that_the_project_allows() -> None:
    lines = CONSTRAINTS.read_text("utf-8").splitlines()
    # A name and a version each: no host that things would come from.
    pinned = dict(line.split("==") for line in lines)
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9a-z.+!]+", line) for line in lines)
    for wanted in requirements(*EXTRAS):
        version = pinned[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(version), f"{wanted} and {version}"


def test_the_list_of_licences_is_whole() -> None:
    table = README.read_text("utf-8").partition(HEAD)[2]
    listed = dict(re.findall(r"^\| (\S+) \| (.+) \|$", table, re.MULTILINE))
    here = {name: licence(name) for name in closure(requirements("cluster", "notebooks"))}
    assert here.keys() <= listed.keys()
    lesser = {name for name, words in here.items() if re.search("LGPL|Lesser", words)}
    assert lesser == {"recurring-ical-events", "x-wr-timezone"}
    assert "?" not in here.values()


def test_what_would_break_at_its_next_major_version_has_an_upper_bound() -> None:
    dated = {"tzdata", "distributed"}
    for wanted in requirements():
        assert "<" in str(wanted.specifier) or wanted.name in dated, wanted
