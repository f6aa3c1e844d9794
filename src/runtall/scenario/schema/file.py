"""The scenario file as a whole."""

from typing import Annotated, Any

from pydantic import Field, Tag

from runtall.domain.choices import WEEK_STARTS
from runtall.scenario.schema.athlete import AthleteSection
from runtall.scenario.schema.availability import Availability
from runtall.scenario.schema.base import Section, key, left_out, shapes
from runtall.scenario.schema.equipment import EquipmentSection
from runtall.scenario.schema.output import Output, Solver
from runtall.scenario.schema.runs import Runs
from runtall.scenario.schema.strength import Strength
from runtall.scenario.values import Day, Line, Start, WeekNumber, Zone, one_of, whole

LENGTHS = "{peak: 3, taper: 3}"


class PhaseWeeks(Section):
    """Lengths of the last phases in weeks, counted back from the race; base is the rest."""

    peak: Annotated[int, whole(0, 8, "weeks")] = Field(description="Peak weeks.")
    taper: Annotated[int, whole(1, 4, "weeks")] = Field(
        description="Taper weeks, race week included."
    )


Phases = Annotated[
    Annotated[str, one_of(("auto",), "a choice of phases", other=LENGTHS), Tag("word")]
    | Annotated[PhaseWeeks, Tag("mapping")],
    shapes(f"auto, or {LENGTHS}"),
]


class RuleWeight(Section):
    """Another weight for a soft rule."""

    weight: Annotated[int, whole(0, 1000)] = Field(description="0: it counts nothing.")


RuleChoice = Annotated[
    Annotated[str, one_of(("off",), "a setting of a rule", other="{weight: 40}"), Tag("word")]
    | Annotated[RuleWeight, Tag("mapping")],
    shapes("off, or {weight: 40}"),
]

UNITS = ("metric", "imperial")
UNITS_MEANT = dict.fromkeys(("kg", "km"), "metric") | dict.fromkeys(("lb", "lbs", "mi"), "imperial")


class ScenarioFile(Section):
    """A marathon run plan, and what the strength training around it should be."""

    name: Line | None = key("Shown in titles; left out: the file's name.")
    race_date: Day = Field(description="The day of the race; weeks are counted back from it.")
    weeks: WeekNumber = key("Weeks of the plan; best are 8 to 16.", 16)
    starts: Start | None = key("Nothing is planned before this day; left out: from week 1 on.")
    week_starts: Annotated[str, one_of(WEEK_STARTS, "a start of the week")] = key(
        "First day of a week.", "mon"
    )
    timezone: Zone | None = key("IANA name; needed as soon as a time of day is given anywhere.")
    id: Line | None = key("Identity of the plan in calendars; left out: from name and race date.")
    units: Annotated[str, one_of(UNITS, "a system of units", UNITS_MEANT)] = key(
        "Units that are printed, and of the default equipment.", "metric"
    )
    runs: Runs = Field(description="The run plan: a usual week, single weeks and dates, or a file.")
    phases: Phases = key("Phases: read off the run plan, or their lengths.", "auto")
    availability: Availability = left_out("When there is time.")
    athlete: AthleteSection = left_out("Who trains.")
    equipment: EquipmentSection = left_out("What there is.")
    strength: Strength = left_out("What the sessions are to be.")
    rules: dict[str, RuleChoice] = key("Rules by id: another weight, or off.", {})
    output: Output = left_out("What the calendar holds.")
    solver: Solver = left_out("Limits of the solver.")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a scenario file, for editors."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    own = {"$schema": dialect, "title": "runtall scenario"}
    return ScenarioFile.model_json_schema(by_alias=True) | own
