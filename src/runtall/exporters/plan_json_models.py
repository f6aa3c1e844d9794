"""What ``plan.json`` holds, as pydantic reads it: imported only where one is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticKnownError

from runtall.documents.values import read_time
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxed
from runtall.domain.report import Report, Stage
from runtall.domain.tier import Tier
from runtall.exporters.decisions import by_day
from runtall.exporters.fields import day_of, kind_of, one_of
from runtall.exporters.identity import relaxed_of
from runtall.exporters.plan_json import MOST_PARTS
from runtall.exporters.unreadable import UnreadablePlan

# Largest amount of a plan, as in a ``plan.csv``.
MOST = 999_999
# Largest cost: the last whole number up to which every reader of JSON is exact (RFC 8259).
DEAREST = 2**53


def _text(read: Callable[[str, Problem], object]) -> BeforeValidator:
    """Read a text with what the plan's problem knows."""

    def validate(value: object, info: ValidationInfo) -> object:
        if not isinstance(value, str):
            raise PydanticKnownError("string_type")
        problem: Any = info.context
        return read(value, problem)

    return BeforeValidator(validate)


def _few(value: object) -> object:
    """Refuse more than a plan has: millions of faults would take all memory."""
    if isinstance(value, list | dict) and len(value) > MOST_PARTS:
        raise ValueError(f"has {len(value)} parts; a plan has {MOST_PARTS} at most")
    return value


Few = BeforeValidator(_few)
Whole = Annotated[int, Field(ge=0, le=MOST)]
Number = Annotated[float, Field(ge=0, le=MOST, allow_inf_nan=False)]
Load = Annotated[Number, AfterValidator(lambda kilograms: round(kilograms * 1000))]
Cost = Annotated[int, Field(ge=-DEAREST, le=DEAREST)]
Day = Annotated[int, _text(day_of)]
Kind = Annotated[SessionKind, _text(lambda text, _: kind_of(text))]
Start = Annotated[time, _text(lambda text, _: read_time(text))]
Exercise = Annotated[str, _text(lambda text, known: one_of(text, known.exercises, "exercise"))]
Known = Annotated[Tier, _text(lambda text, _: Tier(one_of(text, map(str, Tier), "tier")))]
Token = Annotated[Relaxed, _text(lambda text, problem: relaxed_of(text, len(problem.weeks)))]


class _Model(BaseModel):
    model_config = ConfigDict(strict=True, defer_build=True)

    @classmethod
    def of(cls, document: Mapping[str, Any], problem: Problem | None = None) -> Self:
        """Read a document, or the part of it that this model asks for.

        Raises
        ------
        UnreadablePlan
            With every fault and its place.
        """
        try:
            return cls.model_validate(document, context=problem)
        except ValidationError as error:
            raise UnreadablePlan(*map(_fault, error.errors(include_url=False))) from error


class EntryModel(_Model):
    """What was decided of one exercise of a session."""

    position: Whole
    exercise: Exercise
    sets: Whole
    reps: Whole | None = None
    distance_m: Whole | None = None
    hold_s: Whole | None = None
    load_g: Load | None = Field(None, alias="load_kg")
    rir: Whole | None = None
    note: str


class SessionModel(_Model):
    """What was decided of one strength session, and what tells how it was before an edit."""

    day: Day = Field(alias="date")
    kind: Kind = Field(alias="session")
    start: Start | None = None
    minutes: Whole
    note: str
    entries: Annotated[list[EntryModel], Few]

    def session(self) -> Session:
        """Return it as the domain has it."""
        entries = tuple(Entry(**dict(entry)) for entry in self.entries)
        return Session(**dict(self) | {"entries": entries})


class MobilityModel(_Model):
    """One mobility add-on."""

    day: Day = Field(alias="date")


class StageModel(_Model):
    """One stage of the solve, without its time."""

    tier: Known
    value: Cost
    bound: Cost
    status: str


class RunModel(_Model):
    """What differs each time a scenario is solved."""

    seconds: Number
    stage_seconds: Annotated[list[Number], Few]


class ScenarioModel(_Model):
    """What a problem is derived from."""

    scenario: dict[str, Any]
    scenario_sha256: str


class PlanModel(_Model):
    """The plan alone."""

    sessions: Annotated[list[SessionModel], Few]
    mobility: Annotated[list[MobilityModel], Few]
    relaxed: Annotated[list[Token], Few]

    @property
    def plan(self) -> Plan:
        """The decisions, as the domain has them."""
        sessions = [session.session() for session in self.sessions]
        return by_day(sessions, [addon.day for addon in self.mobility], self.relaxed)


class DocumentModel(ScenarioModel, PlanModel):
    """The whole document."""

    status: Literal["OPTIMAL", "FEASIBLE"]
    stages: Annotated[list[StageModel], Few]
    costs: Annotated[dict[str, Cost], Few]
    parameters: Annotated[dict[str, int | float | str | bool], Few]
    versions: Annotated[dict[str, str], Few]
    run: RunModel

    @field_validator("run")
    @classmethod
    def _a_time_for_each_stage(cls, run: RunModel, info: ValidationInfo) -> RunModel:
        stages = info.data.get("stages")
        if stages is not None and len(run.stage_seconds) != len(stages):
            raise ValueError("stage_seconds has not one number for each stage")
        return run

    @property
    def report(self) -> Report:
        """How the plan was found."""
        stages = zip(self.stages, self.run.stage_seconds, strict=True)
        return Report(
            stages=tuple(Stage(**dict(stage), seconds=taken) for stage, taken in stages),
            seconds=self.run.seconds,
            **self.model_dump(include={"status", "costs", "parameters", "versions"}),
        )


def _fault(detail: Any) -> str:
    """Return where a fault is, what is there, and what is allowed."""
    path = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in detail["loc"])
    words = str(detail.get("ctx", {}).get("error") or detail["msg"])
    if words.startswith("Input should "):
        # What pydantic calls a dictionary or the instance of a model is an object in JSON.
        words = repr(detail["input"]) + words.partition(" or instance of ")[0][len("Input") :]
    words = words.replace("Field required", "is missing").replace("dictionary", "object")
    return f"{path.removeprefix('.')}: {words}"
