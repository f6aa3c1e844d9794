"""What a batch wrote, to be compared with what another one wrote."""

from __future__ import annotations

import json
from pathlib import Path

EPOCH = "1767225600"
"""``SOURCE_DATE_EPOCH`` of both."""


def files(folder: Path) -> dict[str, bytes]:
    """Every file; of ``plan.json`` what is the same each time."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if path.name == "plan.json":
                document = json.loads(data)
                del document["run"]
                data = json.dumps(document).encode()
            found[str(path.relative_to(folder))] = data
    return found
