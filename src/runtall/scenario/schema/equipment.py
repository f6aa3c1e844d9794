"""The key ``equipment``."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, Tag, model_validator

from runtall.scenario.schema.base import Section, key, shapes
from runtall.scenario.values import Weight, whole, wrong

MOST_WEIGHTS = 400


class WeightRange(Section):
    """Evenly spaced weights, both ends included."""

    start: Weight = Field(alias="from", description="Lightest.")
    end: Weight = Field(alias="to", description="Heaviest.")
    step: Weight = Field(description="From one to the next.")

    @model_validator(mode="after")
    def _agrees(self) -> "WeightRange":
        if self.start > self.end:
            raise wrong(f"{self.end:g} is less than from, {self.start:g}", "to")
        if (self.end - self.start) / self.step > MOST_WEIGHTS:
            raise wrong(f"{self.step:g} gives more than {MOST_WEIGHTS} weights", "step")
        return self


def _as_list(value: Any) -> Any:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return [value] if number else value


WeightList = Annotated[list[Weight], Field(max_length=MOST_WEIGHTS)]
Weights = Annotated[
    Annotated[
        Annotated[WeightList, Tag("list")]
        | Annotated[WeightRange, Tag("mapping")]
        | Annotated[Literal[False], Tag("none")],
        shapes("a list of weights, {from, to, step}, or false for none"),
    ],
    BeforeValidator(
        _as_list, json_schema_input_type=Weight | WeightList | WeightRange | Literal[False]
    ),
]


class EquipmentSection(Section):
    """What there is to train with; weights in kilograms or pounds. Left out: the default."""

    dumbbells_kg: Weights | None = key("Pairs of dumbbells.")
    dumbbells_lb: Weights | None = key("The same in pounds.")
    kettlebells_kg: Weights | None = key("Kettlebells: two of a weight, named twice, are a pair.")
    kettlebells_lb: Weights | None = key("The same in pounds.")
    bands: bool | None = key("Resistance bands.")
    cable_kg: Weights | None = key("Stack of a cable machine; false: none.")
    cable_lb: Weights | None = key("The same in pounds.")
    pulldown_kg: Weights | None = key("Stack of a lat pulldown; false: none.")
    pulldown_lb: Weights | None = key("The same in pounds.")
    pull_up_bar: bool | None = key("A bar to hang from.")
    bench: bool | None = key("A flat bench.")
    incline_bench: bool | None = key("A bench whose back can be raised.")
    barbell_landmine: bool | None = key("A barbell with one end on the floor.")
    plates_kg: Weights | None = key("Weights that can lie on the bar of the landmine.")
    plates_lb: Weights | None = key("The same in pounds.")
    heights_cm: list[Annotated[int, whole(0, 120, "cm")]] | None = key(
        "What hands or feet can rest on, beside the floor: one or two steps of a stair 15 and 30, "
        "chair 45, arm of a sofa 60, table 75, worktop 90."
    )
    carry_lane_m: Annotated[int, whole(0, 200, "metres")] | None = key(
        "Length of the lane for carries, metres: longer ones go there and back, as far as planned."
    )
    carry_lane_yd: Annotated[int, whole(0, 220, "yards")] | None = key("The same in yards.")
