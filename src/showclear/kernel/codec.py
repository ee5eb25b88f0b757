"""How is a value of the kernel written into the record, and read back?

One generic reader and writer for frozen dataclasses, driven by their annotations, so that no
event or ask has a second description that could disagree with the first. Reading is strict:
an unknown field, a missing field or a wrong type is `Unreadable`; a stored event of an older
form is lifted to today's by a pure function before it is read.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

Plain = Any
"""JSON without floats: dict, list, str, int, bool, None."""

TEXT_MAX = 200
"""Longest id, code or hash in an ask or event, in characters. Free text never enters."""

INT_MAX = 2**53
"""Largest magnitude of an integer: what every JSON reader holds exactly."""


class Unreadable(ValueError):
    """The value has not the form that the kernel knows."""


def to_plain(value: object) -> Plain:
    """Return `value` as plain JSON data; dataclasses become objects of all their fields."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: to_plain(part) for key, part in value.items()}
    assert is_dataclass(value), f"{type(value).__name__} has no form in the record"
    kind: Any = type(value)
    return {name: to_plain(getattr(value, name)) for name in _names(kind)}


def from_plain(kind: Any, plain: Plain, where: str = "") -> Any:
    """Read `plain` as a `kind`.

    Raises:
        Unreadable: naming the field, when the form does not fit.
    """
    return _reader(kind)(plain, where)


Reader = Callable[[Plain, str], Any]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(part.name for part in fields(kind))


@cache
def _reader(kind: Any) -> Reader:
    """Choose, once for each type, the function that reads it."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional_reader(get_args(kind))
    if origin is tuple:
        return _tuple_reader(get_args(kind)[0])
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(get_args(kind)[1])
    if is_dataclass(kind):
        assert isinstance(kind, type)
        return _dataclass_reader(kind)
    if issubclass(kind, StrEnum):
        return _enum_reader(kind)
    readers: dict[Any, Reader] = {bool: _read_bool, int: _read_int, str: _read_text}
    return readers[kind]


def _read_bool(plain: Plain, where: str) -> bool:
    if not isinstance(plain, bool):
        raise Unreadable(f"{where or 'value'} must be true or false")
    return plain


def _read_int(plain: Plain, where: str) -> int:
    if isinstance(plain, bool) or not isinstance(plain, int):
        raise Unreadable(f"{where or 'value'} must be a whole number")
    if abs(plain) > INT_MAX:
        raise Unreadable(f"{where or 'value'} is too large a number")
    return plain


def _read_text(plain: Plain, where: str) -> str:
    if not isinstance(plain, str):
        raise Unreadable(f"{where or 'value'} must be text")
    if len(plain) > TEXT_MAX:
        raise Unreadable(f"{where or 'value'} is longer than {TEXT_MAX} characters")
    return plain


def _optional_reader(options: tuple[Any, ...]) -> Reader:
    inner = [option for option in options if option is not type(None)]
    assert len(inner) == 1 and len(options) == 2, "the record knows one kind or nothing"
    read = _reader(inner[0])
    return lambda plain, where: None if plain is None else read(plain, where)


def _tuple_reader(part: Any) -> Reader:
    read = _reader(part)

    def read_tuple(plain: Plain, where: str) -> tuple[Any, ...]:
        if not isinstance(plain, list):
            raise Unreadable(f"{where or 'value'} must be a list")
        return tuple(read(each, f"{where}[{n}]") for n, each in enumerate(plain))

    return read_tuple


def _mapping_reader(part: Any) -> Reader:
    read = _reader(part)

    def read_mapping(plain: Plain, where: str) -> dict[str, Any]:
        if not isinstance(plain, dict):
            raise Unreadable(f"{where or 'value'} must be an object")
        return {key: read(each, f"{where}.{key}") for key, each in plain.items()}

    return read_mapping


def _enum_reader(kind: type[StrEnum]) -> Reader:
    known = {member.value: member for member in kind}

    def read_enum(plain: Plain, where: str) -> StrEnum:
        if not isinstance(plain, str) or plain not in known:
            raise Unreadable(f"{where or 'value'} must be one of {', '.join(known)}")
        return known[plain]

    return read_enum


def _dataclass_reader(kind: type) -> Reader:
    hints = get_type_hints(kind)
    parts = {part.name: _reader(hints[part.name]) for part in fields(kind)}
    needed = {
        part.name
        for part in fields(kind)
        if part.default is MISSING and part.default_factory is MISSING
    }

    def read_dataclass(plain: Plain, where: str) -> Any:
        prefix = f"{where}." if where else ""
        if not isinstance(plain, dict):
            raise Unreadable(f"{where or kind.__name__} must be an object")
        for name in plain:
            if name not in parts:
                raise Unreadable(f"{prefix}{name} is no field of {kind.__name__}")
        for name in needed:
            if name not in plain:
                raise Unreadable(f"{prefix}{name} is missing")
        return kind(**{name: parts[name](each, prefix + name) for name, each in plain.items()})

    return read_dataclass
