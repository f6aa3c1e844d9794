"""``plan.html``: the plan for a browser, on the phone and on paper."""

from __future__ import annotations

from collections.abc import Mapping

from runtall.exporters.export import Export

OURS = "<!-- runtall: strength plan -->"


class PlanPage:
    """``plan.html``. What draws it is imported where somebody asks for it."""

    def write(self, export: Export, name: str) -> Mapping[str, bytes]:
        """Return the plan as one file."""
        from runtall.exporters.page.plan import plan_page

        return {name: plan_page(export, OURS)}

    def owns(self, data: bytes) -> bool:
        """Return whether our comment follows the first line."""
        return OURS.encode() in data[:120]
