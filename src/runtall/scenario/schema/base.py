"""What all parts of the scenario file share."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, model_validator

from runtall.scenario.values import wrong


class Section(BaseModel):
    """A mapping with known keys; a key without a value counts as left out."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_keys(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        names = {field.alias or name for name, field in cls.model_fields.items()}
        return {key: one for key, one in value.items() if one is not None or key not in names}

    def one_unit(self, metric: str, imperial: str) -> None:
        """Complain if a quantity is given in both units."""
        if getattr(self, metric) is not None and getattr(self, imperial) is not None:
            raise wrong(f"given beside {metric}; give one of the two", imperial)


def left_out(description: str) -> Any:
    """Return a section that may be left out: it is read as if it were there, without a key.

    So the file's own validator reads it, and none is built for it alone.
    """
    return Field(default_factory=dict, validate_default=True, description=description)


def _shape(value: Any) -> str | None:
    if isinstance(value, bool):
        return None if value else "none"
    if isinstance(value, str):
        return "word"
    if isinstance(value, dict | BaseModel):
        return "mapping"
    if isinstance(value, list):
        return "list"
    return "number" if isinstance(value, int | float) else None


def shapes(allowed: str) -> Discriminator:
    """Tell the alternatives of a key apart by what they look like in YAML."""
    return Discriminator(
        _shape,
        custom_error_type="shape",
        custom_error_message=f"does not fit; allowed: {allowed}",
    )


def as_list(value: Any) -> Any:
    """Return a single entry as a list of one."""
    return value if isinstance(value, list) else [value]
