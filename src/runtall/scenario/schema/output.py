"""The keys ``output`` and ``solver``."""

from typing import Annotated

from pydantic import Field

from runtall.domain.choices import CONTENTS
from runtall.scenario.schema.base import Section, key, left_out
from runtall.scenario.values import Link, number, one_of, whole


class Start(Section):
    """When a session starts where times are known."""

    after_run_minutes: Annotated[int, whole(0, 720, "minutes")] = key(
        "Pause between a run's end and the session.", 0
    )


class Output(Section):
    """What the calendar holds."""

    include: Annotated[
        list[Annotated[str, one_of(CONTENTS, "something a calendar can hold")]], Field(min_length=1)
    ] = key("Kinds of event.", ["strength", "mobility"])
    reminder_minutes: Annotated[int, whole(0, 10_080, "minutes")] | None = key(
        "Alarm so long before a session; left out: none."
    )
    start: Start = left_out("When a session starts.")
    link: Link | None = key("Put into each event.")


class Solver(Section):
    """Limits of the solver."""

    effort: Annotated[float, number(0.1, 86_400, "deterministic seconds")] = key(
        "Most work for the whole solve, in the solver's deterministic seconds: the same"
        " on every machine, however busy.",
        15.0,
    )
    time_limit_s: Annotated[float, number(0.1, 86_400, "seconds")] | None = key(
        "Most seconds by the clock; left out: no limit but the effort."
    )
    seed: Annotated[int, whole(0, 2**31 - 1)] = key("Start of its random choices.", 0)
    workers: Annotated[int, whole(1, 256, "workers")] = key(
        "Threads; more than one may give another plan of the same value each time.", 1
    )
