"""Fills in the fields of a file from what its editor typed, and reports each that is wrong."""

from collections.abc import Iterable
from typing import TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from chronology.content.fields import Fields
from chronology.syntax.records import KeyPath, Record
from chronology.wording import did_you_mean, quoted

F = TypeVar("F", bound=Fields)

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
"""What to say for each kind of error that Pydantic finds."""
_SORTS = {list: "a list", dict: "fields of its own", bool: "true or false"}
_GOES_ON_FROM_NAME = ("must ", "has ", "is ")
"""How messages begin that continue a sentence whose subject is the field's name."""


def read_fields(fields: type[F], record: Record, context: object = None) -> F | None:
    """Return the fields filled in, or None after noting each that is wrong.

    Fields are checked against `context`: kinds and places against the settings.
    """
    if record.typed is None:
        return None
    conflicts = list(fields.list_conflicts(record.typed))
    for place, message in conflicts:
        record.fault(message, *place)
    try:
        filled = fields.model_validate(record.typed, context=context)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _note(detail, fields, record)
        return None
    return None if conflicts else filled


def _note(detail: ErrorDetails, fields: type[Fields], record: Record) -> None:
    """Note one field that is wrong."""
    place = detail["loc"]
    message = _explain(detail)
    position = record.at(*place)
    if detail["type"] == "extra_forbidden":
        message += did_you_mean(str(place[-1]), _names_at(fields, place[:-1]))
        position = record.name_positions.get(place, position)
    record.problems.add(record.path, message, position)


def _explain(detail: ErrorDetails) -> str:
    """Return what is wrong with a field, and what would be right."""
    name = _last_name(detail["loc"])
    kind = detail["type"]
    found = detail["input"]
    if kind == "extra_forbidden":
        return f"unknown field {quoted(name)}."
    if found == "" or kind == "string_too_short":
        return f"'{name}' is blank; fill it in or delete it"
    if kind in _SHAPES:
        message = _SHAPES[kind].format(found=_shown(found), **detail.get("ctx", {}))
        return f"{'field ' if kind == 'missing' else ''}'{name}' {message}"
    if kind == "value_error":
        message = str(detail["ctx"]["error"])
        goes_on = message.startswith(_GOES_ON_FROM_NAME)
        return f"'{name}' {message}" if goes_on else message
    return f"'{name}' is wrong: {detail['msg'][0].lower()}{detail['msg'][1:]}"


def _last_name(place: KeyPath) -> str:
    """Return the name of the innermost field of a place, or "" if it has none."""
    names = [part for part in place if isinstance(part, str)]
    return names[-1] if names else ""


def _shown(found: object) -> object:
    """Return a value as a message shows it."""
    if isinstance(found, str):
        return quoted(found)
    return _SORTS.get(type(found), found)


def _names_at(fields: type[Fields], place: KeyPath) -> Iterable[str]:
    """Return the names of the fields that may stand in this place."""
    named = {field.alias or name: field for name, field in fields.model_fields.items()}
    if not place:
        return named
    for part in get_args(named[str(place[0])].annotation):
        if isinstance(part, type) and issubclass(part, Fields):
            return _names_at(part, ())
    raise AssertionError(f"no fields stand within {place}")
