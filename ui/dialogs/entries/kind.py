"""A kind of entry: what it asks, and which use cases write, correct and take it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from ui.dialogs.entries.asks import Ask
from workbench.bench import Bench
from workbench.records import RecordKind

Values = Mapping[str, object]
Write = Callable[[Bench, int, Values, str], object]
Correct = Callable[[Bench, int, Any, Values, str], object]
Withdraw = Callable[..., object]  # every use case of this kind takes a key and the reason


def values_of(record: object) -> Values:
    """What a record says, by the names of its fields."""
    if not is_dataclass(record) or isinstance(record, type):
        raise TypeError(type(record).__name__)
    return {part.name: getattr(record, part.name) for part in fields(record)}


@dataclass(frozen=True)
class EntryKind:
    """One kind of quick entry.

    `about` names the field that says which guardian, medicine or stay it is about; a correction
    does not ask it again, and what `follows` from it is filled in where nothing stands yet.
    `sought` are the first letters of how it is spoken.
    """

    name: str
    title: str
    what: str
    sought: str
    asks: tuple[Ask, ...]
    write: Write
    record: RecordKind | None = None
    correct: Correct | None = None
    withdraw: Withdraw | None = None
    values: Callable[[Any], Values] = values_of
    about: str = ""
    told: str = "已记录"
    hint: Callable[[Bench, int], str] | None = None
    follows: Callable[[Bench, int, Any], Values] | None = None

    def asks_of_correction(self) -> tuple[Ask, ...]:
        """What can be corrected."""
        return tuple(ask for ask in self.asks if ask.name != self.about)


def about_patient(given: Callable[..., object], use_case: Callable[..., object]) -> Write:
    """Write a record about the patient."""

    def write(bench: Bench, patient_id: int, values: Values, request_id: str) -> object:
        return use_case(bench, patient_id, given(**values), request_id=request_id)

    return write


def about_another(
    about: str, given: Callable[..., object], use_case: Callable[..., object]
) -> Write:
    """Write a record about whatever one field names: a guardian, a medicine."""

    def write(bench: Bench, _: int, values: Values, request_id: str) -> object:
        rest = {name: value for name, value in values.items() if name != about}
        return use_case(bench, values[about], given(**rest), request_id=request_id)

    return write


def corrected(use_case: Callable[..., object]) -> Correct:
    """Correct a record to what the fields say; what they do not ask stays."""

    def correct(bench: Bench, key: int, known: object, values: Values, why: str) -> object:
        if not is_dataclass(known) or isinstance(known, type):
            raise TypeError(type(known).__name__)
        return use_case(bench, key, replace(known, **values), why=why)

    return correct
