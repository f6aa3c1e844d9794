"""How a plan was found: stages with value and bound, and what each soft rule costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from runtall.domain.tier import Tier


@dataclass(frozen=True, slots=True)
class Stage:
    """One tier of the objective: its value, the proven bound, status and solve time.

    ``value == bound`` is the proof that no plan does better, given the earlier tiers.
    """

    tier: Tier
    value: int
    bound: int
    status: str
    seconds: float

    @property
    def name(self) -> str:
        """What the tier is about, in words."""
        return self.tier.words

    @property
    def proven(self) -> bool:
        """Whether no plan does better, given the earlier tiers."""
        return self.value == self.bound


@dataclass(frozen=True, slots=True)
class Report:
    """Everything about a solve that is not the plan itself.

    Parameters
    ----------
    status
        ``OPTIMAL`` if every stage is proven, else ``FEASIBLE``.
    stages
        First to last.
    costs
        Cost of each soft rule by id, weights included.
    parameters
        Settings of the solver that differ from its defaults.
    versions
        Of runtall and of what decides the answer.
    seconds
        Wall time of building and solving.
    """

    status: str
    stages: tuple[Stage, ...]
    costs: Mapping[str, int]
    parameters: Mapping[str, int | float | str | bool]
    versions: Mapping[str, str]
    seconds: float

    @property
    def verdict(self) -> str:
        """Whether it is proven, in words."""
        if self.status == "OPTIMAL":
            return "Proven: no plan does better."
        return "Not proven: a limit was reached. There may be a better plan."

    def stage(self, tier: Tier) -> Stage:
        """Return the stage of a tier.

        Raises
        ------
        KeyError
            If there is none.
        """
        return {stage.tier: stage for stage in self.stages}[tier]
