"""The keys ``output`` and ``solver``."""

from typing import Annotated

from pydantic import Field

from runtall.scenario.normalise import CONTENTS
from runtall.scenario.schema.base import Section, left_out
from runtall.scenario.values import Link, Number, OneOf


class Start(Section):
    """When a session starts where times are known."""

    after_run_minutes: Annotated[int, Number(0, 720, "minutes")] = Field(
        default=0, description="Pause between a run's end and the session."
    )


class Output(Section):
    """What the calendar holds."""

    include: Annotated[
        list[Annotated[str, OneOf(CONTENTS, "something a calendar can hold")]],
        Field(min_length=1),
    ] = Field(default=["strength", "mobility"], description="Kinds of event.")
    reminder_minutes: Annotated[int, Number(0, 10_080, "minutes")] | None = Field(
        default=None, description="Alarm so long before a session; left out: none."
    )
    start: Start = left_out("When a session starts.")
    link: Link | None = Field(default=None, description="Put into each event.")


class Solver(Section):
    """Limits of the solver."""

    effort: Annotated[float, Number(0.1, 86_400, "deterministic seconds")] = Field(
        default=15.0,
        description="Most work for the whole solve, in the solver's deterministic seconds: the same"
        " on every machine, however busy.",
    )
    time_limit_s: Annotated[float, Number(0.1, 86_400, "seconds")] | None = Field(
        default=None, description="Most seconds by the clock; left out: no limit but the effort."
    )
    seed: Annotated[int, Number(0, 2**31 - 1)] = Field(
        default=0, description="Start of its random choices."
    )
    workers: Annotated[int, Number(1, 256, "workers")] = Field(
        default=1,
        description="Threads; more than one may give another plan of the same value each time.",
    )
