"""What a user can mend: one family of errors, each with all of its faults."""

from __future__ import annotations

from dataclasses import dataclass

from runtall.errors.words import printable


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file.

    Parameters
    ----------
    file
        The file as the user named it.
    line, column
        Where, both from 1; line 0 for the file as a whole; both 0 where there is no file.
    key
        Keys down to it, ``strength.fix[0].day``, or a table's column; empty where none is meant.
    message
        What is wrong, what is allowed, and perhaps what was meant.
    """

    file: str
    line: int
    column: int
    key: str
    message: str

    def __str__(self) -> str:
        key = f"{self.key}: " if self.key else ""
        place = f":{self.line or 1}:{self.column}" if self.column else ""
        return printable(f"{self.file}{place}: {key}{self.message}")


class UserError(Exception):
    """Something that a user can mend; its kinds tell what was asked for in vain.

    Parameters
    ----------
    faults
        Everything that is wrong, each in words or as a `Fault` with its place.
    """

    faults: tuple[Fault | str, ...]

    def __init__(self, *faults: Fault | str) -> None:
        super().__init__(*faults)
        self.faults = tuple(dict.fromkeys(faults))

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class FileFaults(UserError):
    """A file that can't be used; each fault has its place."""

    faults: tuple[Fault, ...]


class NoAnswer(UserError):
    """A server or a phone didn't answer, or refused; nothing is half done: do it again."""
