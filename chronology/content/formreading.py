"""Fills in a form from what an editor wrote; every field that is wrong is told, all at once."""

from typing import TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from chronology.content.forms import Form, Settings
from chronology.syntax.records import KeyPath, Record
from chronology.wording import did_you_mean, quoted

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
_SORTS = {list: "a list", dict: "fields of its own", bool: "true or false"}


def read_form(
    form: type[F], record: Record, settings: Settings | None = None
) -> F | None:
    """Return the form filled in, or None after noting every field that is wrong."""
    if record.typed is None:
        return None
    try:
        return form.model_validate(record.typed, context=settings)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            place, said = detail["loc"], _explain(detail)
            where = record.at(*place)
            if detail["type"] == "extra_forbidden":
                said += did_you_mean(str(place[-1]), _names_at(form, place[:-1]))
                where = record.name_positions.get(place, where)
            record.problems.add(record.path, said, where)
        return None


def _explain(detail: ErrorDetails) -> str:
    name = next((part for part in reversed(detail["loc"]) if isinstance(part, str)), "")
    kind, found = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        return f"unknown field {quoted(name)}."
    if found == "" or kind == "string_too_short":
        return f"'{name}' is blank; fill it in or delete it"
    if kind in _SHAPES:
        found = (
            quoted(found) if isinstance(found, str) else _SORTS.get(type(found), found)
        )
        said = _SHAPES[kind].format(found=found, **detail.get("ctx", {}))
        return f"{'field ' if kind == 'missing' else ''}'{name}' {said}"
    if kind == "value_error":
        said = str(detail["ctx"]["error"])
        return f"'{name}' {said}" if said.startswith(("must ", "has ", "is ")) else said
    return f"'{name}' is wrong: {detail['msg'][0].lower()}{detail['msg'][1:]}"


def _names_at(form: type[Form], place: KeyPath) -> list[str]:
    """Return the names of the fields that may stand in this place of the form."""
    fields = {field.alias or name: field for name, field in form.model_fields.items()}
    if not place:
        return list(fields)
    inside = get_args(fields[str(place[0])].annotation)
    return next(_names_at(part, ()) for part in inside if hasattr(part, "model_fields"))
