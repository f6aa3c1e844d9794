"""What all parts of the scenario file share."""

from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, model_validator
from pydantic.fields import FieldInfo

from runtall.scenario.values import AnyExercise, wrong

T = TypeVar("T")
# The unit that a quantity may be given in instead, by the end of its key.
IMPERIAL = {"kg": "lb", "km": "mi", "m": "yd"}


def key(description: str, default: Any = None, alias: str | None = None) -> Any:
    """Return a key that may be left out."""
    return Field(default=default, alias=alias, description=description)


class Section(BaseModel):
    """A mapping with known keys; a key without a value counts as left out."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_keys(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            key: item
            for key, item in value.items()
            if item is not None or key not in cls.known_keys()
        }

    @classmethod
    def known_keys(cls) -> dict[str, FieldInfo]:
        """Return what there is by the names that it has in the file."""
        return {field.alias or name: field for name, field in cls.model_fields.items()}

    @model_validator(mode="after")
    def _gives_quantities_in_one_unit(self) -> "Section":
        for metric in type(self).model_fields:
            unit = metric.rpartition("_")[2]
            imperial = metric.removesuffix(unit) + IMPERIAL.get(unit, "")
            if {metric, imperial} <= self.model_fields_set and metric != imperial:
                raise wrong(f"given beside {metric}; give one of the two", imperial)
        return self


def as_list(value: Any) -> Any:
    """Return a single entry as a list of one."""
    return value if isinstance(value, list) else [value]


def word_list(value: Any) -> Any:
    """Return a single word as a list of one."""
    return [value] if isinstance(value, str) else value


ExerciseList = Annotated[
    list[AnyExercise],
    BeforeValidator(word_list, json_schema_input_type=AnyExercise | list[AnyExercise]),
]


class Weekdays(Section, Generic[T]):
    """Something for each weekday."""

    mon: T | None = key("Mondays.")
    tue: T | None = key("Tuesdays.")
    wed: T | None = key("Wednesdays.")
    thu: T | None = key("Thursdays.")
    fri: T | None = key("Fridays.")
    sat: T | None = key("Saturdays.")
    sun: T | None = key("Sundays.")


def left_out(description: str) -> Any:
    """Return a section that may be left out: it is read as if it were there, without a key.

    So the file's own validator reads it, and none is built for it alone.
    """
    return Field(default_factory=dict, validate_default=True, description=description)


SHAPES = ((str, "word"), (dict | BaseModel, "mapping"), (list, "list"), (int | float, "number"))


def _shape(value: Any) -> str | None:
    if isinstance(value, bool):
        return None if value else "none"
    return next((shape for kind, shape in SHAPES if isinstance(value, kind)), None)


def shapes(allowed: str) -> Discriminator:
    """Tell the alternatives of a key apart by what they look like in YAML."""
    return Discriminator(
        _shape, custom_error_type="shape", custom_error_message=f"does not fit; allowed: {allowed}"
    )
