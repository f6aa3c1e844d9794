"""Tables of an earlier run, which a new one may replace."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from runtall.exporters.files import CannotWrite, previous


def expect_earlier(path: Path, columns: Collection[str], writer: str, otherwise: str) -> None:
    """Check that a table would take the place of nothing but an earlier one.

    Parameters
    ----------
    columns
        That no other table has in its header, whatever separates them.
    writer
        What writes such tables.
    otherwise
        What helps besides moving the file away.

    Raises
    ------
    CannotWrite
        If something else is there.
    """
    data = previous(path) or b""
    header = data.partition(b"\n")[0].decode("utf-8", "replace")
    if data.strip() and not set(re.findall(r"\w+", header)).issuperset(columns):
        raise CannotWrite.loses(path, writer, otherwise)
