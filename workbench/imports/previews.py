"""What an import would do, row by row, before anything is done."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.canonical import canonical
from data.import_codes import RowEffect
from data.models.patients import PatientDetails
from data.models.teams import Member
from workbench.guardians import GuardianParticulars
from workbench.imports.cells import shown
from workbench.imports.checking import Checked, Line, Problem
from workbench.imports.mapping import Columns
from workbench.words import masked


@dataclass(frozen=True)
class Change:
    """One field of somebody already on record: what it says and what it would say."""

    label: str
    was: str
    becomes: str


@dataclass(frozen=True)
class PreviewRow:
    """One row of the list and whom it is about; `key` is empty for somebody new.

    `by_name` says that no ID number told, so that somebody should look.
    """

    row: int
    masked: str
    key: int | None
    changes: tuple[Change, ...] = ()
    by_name: bool = False


@dataclass(frozen=True)
class Preview:
    """What an import would do. `seen` goes back with the order to import."""

    columns: Columns
    new: tuple[PreviewRow, ...]
    same: tuple[PreviewRow, ...]
    different: tuple[PreviewRow, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]
    seen: str


@dataclass(frozen=True)
class Matched:
    """One fit row beside what is on record of the person; `guardian` is to be named besides."""

    line: Line
    patient: PatientDetails | None = None
    member: Member | None = None
    changes: tuple[Change, ...] = ()
    guardian: GuardianParticulars | None = None

    @property
    def key(self) -> int | None:
        """The patient or member on record; None for somebody new."""
        if self.patient is not None:
            return self.patient.patient_id
        return self.member.id if self.member else None

    @property
    def effect(self) -> RowEffect | None:
        """What importing the row would do; None where everything is on record already."""
        if self.key is None:
            return RowEffect.ENTERED
        return RowEffect.CHANGED if self.changes else None

    @property
    def by_name(self) -> bool:
        """Whether somebody on the register was found by name and birth date alone."""
        if self.patient is None:
            return False
        number = self.patient.id_number
        return not number or self.line.values.get("id_number") != number

    @property
    def restates(self) -> bool:
        """Whether particulars are to be written, and not only a guardian to be named."""
        return self.key is None or len(self.changes) > (self.guardian is not None)


def preview_of(columns: Columns, checked: Checked, matched: Sequence[Matched]) -> Preview:
    """Put together what the user is to see."""
    return Preview(
        columns=columns,
        new=_rows(m for m in matched if m.effect is RowEffect.ENTERED),
        same=_rows(m for m in matched if m.effect is None),
        different=_rows(m for m in matched if m.effect is RowEffect.CHANGED),
        problems=tuple(checked.problems),
        notices=tuple(checked.notices),
        seen=_digest(checked, matched),
    )


def _rows(matched: Iterable[Matched]) -> tuple[PreviewRow, ...]:
    return tuple(
        PreviewRow(m.line.row, masked(m.line.text("name")), m.key, m.changes, m.by_name)
        for m in matched
    )


def _digest(checked: Checked, matched: Sequence[Matched]) -> str:
    rows: list[object] = [
        [
            m.line.row,
            m.key,
            {key: shown(value) for key, value in m.line.values.items()},
            [[c.label, c.was, c.becomes] for c in m.changes],
        ]
        for m in matched
    ]
    said = canonical([rows, [problem.sentence for problem in checked.problems]])
    return hashlib.sha256(said.encode()).hexdigest()
