"""Fills in a form from what an editor wrote; every field that is wrong is told, all at once."""

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from chronology.forms import Form, Settings
from chronology.frontmatter import Place, Record
from chronology.problems import did_you_mean, quoted

F = TypeVar("F", bound=Form)

_SHAPES = {
    "missing": "is missing",
    "string_type": "must be a text, not {found}",
    "tuple_type": "must be a list ('- …'), not {found}",
    "model_type": "must hold fields ('name: value'), not {found}",
    "dict_type": "must hold fields ('name: value'), not {found}",
    "literal_error": "must be {expected}, not {found}",
    "int_parsing": "must be a whole number, not {found}",
    "float_type": "must be a number, not {found}",
    "float_parsing": "must be a number, not {found}",
    "greater_than_equal": "must be a number, {ge:g} or more",
    "less_than_equal": "must be a number, {le:g} or less",
    "too_long": "has {actual_length} characters; it may have {max_length}",
    "too_short": 'must hold one at least, as in loss = {{ name = "Loss" }}',
}


def read_form(form: type[F], record: Record, settings: Settings | None = None) -> F | None:
    """Return the form filled in, or None after noting every field that is wrong."""
    if record.fields is None:
        return None
    try:
        return form.model_validate(record.fields, context=settings)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            place = tuple(part for part in detail["loc"] if part != "[key]")
            is_unknown = detail["type"] == "extra_forbidden"
            where = (is_unknown and record.names.get(place)) or record.at(*place)
            record.problems.add(record.path, _explain(detail, _names_at(form, place[:-1])), where)
        return None


def _explain(detail: ErrorDetails, names: list[str]) -> str:
    name = next((part for part in reversed(detail["loc"]) if isinstance(part, str)), "")
    kind = detail["type"]
    if kind in _SHAPES:
        said = _SHAPES[kind].format(found=_describe(detail["input"]), **detail.get("ctx", {}))
        return f"{'field ' if kind == 'missing' else ''}'{name}' {said}"
    if kind == "extra_forbidden":
        return f"unknown field {quoted(name)}.{did_you_mean(name, names)}"
    if kind == "value_error":
        said = str(detail["ctx"]["error"])
        return f"'{name}' {said}" if said.startswith(("must ", "has ", "is ")) else said
    return f"'{name}' is wrong: {detail['msg'][0].lower()}{detail['msg'][1:]}"


def _describe(value: object) -> str:
    if isinstance(value, str):
        return quoted(value)
    kinds = {list: "a list", dict: "fields of its own", bool: "true or false"}
    return kinds.get(type(value), "a number" if isinstance(value, int | float) else "a date")


def _names_at(form: type[Form], place: Place) -> list[str]:
    """Return the names of the fields that may stand in this place of the form."""
    for part in place:
        fields = {f.alias or name: f for name, f in form.model_fields.items()}
        if part in fields:
            form = next(_forms_in(fields[str(part)].annotation), form)
    return [f.alias or name for name, f in form.model_fields.items() if not f.exclude]


def _forms_in(annotation: Any) -> Iterator[type[Form]]:
    if isinstance(annotation, type) and issubclass(annotation, Form):
        yield annotation
    for inner in get_args(annotation):
        yield from _forms_in(inner)
