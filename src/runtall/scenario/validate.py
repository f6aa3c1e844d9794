"""From a file's data to the models of the schema, with every fault on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import ValidationError

from runtall.documents.values import NAMES
from runtall.domain.calendar import WEEKDAYS
from runtall.errors.words import choose, counted, shown
from runtall.scenario.schema import ScenarioFile
from runtall.scenario.schema.base import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from runtall.documents.source import Path, Source
    from runtall.errors import Fault

WANTED = {
    "dict_type": "a mapping of keys and values",
    "list_type": "a list",
    "bool_type": "true or false",
}
# Keys without which nothing else can be placed in time.
FRAME = ("race_date", "weeks", "week_starts")
ROUNDS = 10


def validate(source: Source) -> tuple[ScenarioFile | None, list[Fault]]:
    """Validate a file's data against the schema.

    Returns
    -------
    model, faults
        With faults, the model holds what is left without the faulty parts, so that the
        rest can be looked at too; None where too little is left. The source loses those
        parts from its data, and keeps their places.
    """
    model, details = _attempt(source)
    faults = [_fault(source, detail) for detail in details]
    if model or any(detail["loc"][:1] in {(key,) for key in FRAME} for detail in details):
        return model, faults
    paths: list[Path] = []
    for _ in range(ROUNDS):
        new = [source.known(_path(detail)) for detail in details]
        for path in new:
            source.cut(path)
        paths += new
        _, details = _attempt(source)
        if not details:
            break
        # What shows only now contradicts something; what is merely lacking was cut just before.
        faults += [_fault(source, detail) for detail in details if detail["type"] == "fault"]
    for path in paths:
        source.cut(_whole(path))
    return _attempt(source)[0], faults


def _attempt(source: Source) -> tuple[ScenarioFile | None, list[ErrorDetails]]:
    """Return the model, or what pydantic has against the data."""
    try:
        return ScenarioFile.model_validate(source.data), []
    except ValidationError as error:
        return None, error.errors()


def unknown_keys(source: Source) -> tuple[list[Fault], list[Fault]]:
    """Return the faults of keys, and nothing else.

    Returns
    -------
    unknown, no_mappings
        Keys that no scenario has; mappings in place of a list or of what else has no keys.
    """
    unknown, no_mappings = [], []
    for detail in _attempt(source)[1]:
        if detail["type"] == "extra_forbidden":
            unknown.append(_fault(source, detail))
        elif detail["type"] in {"list_type", "shape"} and isinstance(detail["input"], dict):
            no_mappings.append(_fault(source, detail))
    return unknown, no_mappings


def _whole(path: Path) -> Path:
    """Return what means something else without this part: a list entry, a day's runs."""
    depths = [depth for depth, step in enumerate(path) if isinstance(step, int)]
    if not depths:
        return path
    return path[: depths[0]] if path[0] == "runs" else path[: depths[-1] + 1]


def _path(detail: ErrorDetails) -> Path:
    loc = detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]
    return (*loc, *detail.get("ctx", {}).get("at", ()))


def _fault(source: Source, detail: ErrorDetails) -> Fault:
    kind, loc = detail["type"], detail["loc"]
    path = _path(detail)
    if kind in {"fault", "lack"}:
        return source.fault(path, detail["ctx"]["message"])
    if kind == "shape":
        return source.fault(path, f"{shown(detail['input'])} {detail['msg']}")
    if kind == "missing":
        message = f"missing. {_keys(loc[:-1])[str(loc[-1])].description}"
        return source.fault(path, message, missing=str(loc[-1]))
    if kind == "extra_forbidden":
        name = str(loc[-1])
        homes = [home for home, keys in _homes() if name in keys]
        homes = [home for home in homes if home.split(".")[0] == loc[0]] or homes
        if homes:
            message = f"there is no such key here; it belongs in {' or in '.join(homes)}"
            return source.fault(path, message)
        keys = _keys(loc[:-1])
        days = {long: day for long, day in zip(NAMES, WEEKDAYS, strict=True) if day in keys}
        return source.fault(path, f"there is no such key{choose(name, keys, days)}")
    if kind in {"too_short", "too_long"}:
        found = detail["ctx"]
        least, most = (found.get(f"{end}_length") for end in ("min", "max"))
        allowed = f"at least {least}" if most is None else f"at most {most}"
        return source.fault(path, f"{counted(found['actual_length'], 'entry')}; allowed: {allowed}")
    if kind == "model_type":
        return source.fault(
            path,
            f"{shown(detail['input'])} does not fit; allowed: a mapping with"
            f" any of {', '.join(_keys(loc))}",
        )
    wanted = WANTED.get(kind, detail["msg"])
    return source.fault(path, f"{shown(detail['input'])} does not fit; allowed: {wanted}")


def _homes(model: type[Section] = ScenarioFile, ahead: str = "") -> Iterator[tuple[str, set[str]]]:
    """Yield the parts of a scenario with their keys, but for single days and entries of lists."""
    for name, field in model.known_keys().items():
        parts = () if name in WEEKDAYS else _models(field.annotation)
        if (
            part := None
            if get_origin(field.annotation) in {list, dict}
            else next(iter(parts), None)
        ):
            yield f"{ahead}{name}", {*part.known_keys()}
            yield from _homes(part, f"{ahead}{name}.")


def _keys(loc: Path) -> dict[str, FieldInfo]:
    """Return the keys that a part of the file may have."""
    model: type[Section] = ScenarioFile
    for step in loc:
        if field := model.known_keys().get(str(step)):
            model = next(_models(field.annotation, *field.metadata), model)
    return model.known_keys()


def _models(*annotations: Any) -> Iterator[type[Section]]:
    """Yield the models within some types."""
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, Section):
            yield annotation
        else:
            yield from _models(*get_args(annotation))
