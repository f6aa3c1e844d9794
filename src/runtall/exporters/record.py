"""What a record is: a file of a plan that is written, read back and checked."""

from __future__ import annotations

from typing import NamedTuple, Protocol, TypeVar

from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.exporters.export import Export
from runtall.exporters.parts import Parts

# What a kind of record is, written or read, before it is bytes.
D = TypeVar("D")
# Where only what follows from the decisions counts.
NO_REPORT = Report("FEASIBLE", (), {}, {}, {}, 0.0)


class Content(NamedTuple):
    """What was read of a record.

    Parameters
    ----------
    plan
        What was decided, and of each session the length and the runs around it that are told.
    report
        The solver's word: the status, what it proved, how and how long.
    faults
        What the report has not in its form.
    cancelled
        Sessions that somebody called off since: what follows them was planned with them.
    """

    plan: Plan
    report: Report = NO_REPORT
    faults: tuple[str, ...] = ()
    cancelled: tuple[Session, ...] = ()


class Other(NamedTuple):
    """What tells that a file was made for another scenario.

    Parameters
    ----------
    fault
        Whether labels follow from nothing; else nothing but its id tells it.
    """

    words: str
    fault: bool = False


class Record(Protocol[D]):
    """A kind of file that holds a plan so that it can be read back.

    It is the same on its way to a file and on its way back, so that the two can be compared.
    """

    def draft(self, export: Export) -> D:
        """Return what the file of a plan will say."""

    def encode(self, draft: D) -> bytes:
        """Return the contents of the file."""

    def decode(self, data: bytes, problem: Problem) -> D:
        """Return what a file says; raise `UnreadablePlan` if it is none."""

    def read(self, found: D, problem: Problem) -> Content:
        """Read the decisions back; raise `UnreadablePlan` if it is no plan."""

    def parts(self, found: D, export: Export) -> Parts:
        """Return what a draft or a file says, part by part."""

    def other(self, found: D, export: Export) -> Other | None:
        """Return what tells that a file was made for another scenario; None: nothing does.

        One word alone may be wrong: that is for the comparison to say.
        """

    def add_on_id(self, plan_id: str, key: str) -> str:
        """Return how a file names the id of a mobility add-on."""
        return key

    def owns(self, data: bytes) -> bool:
        """Return at a glance whether runtall wrote a file."""
