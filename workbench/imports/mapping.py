"""Which column of a list means what: recognised by its header, changed by the user, remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.canonical import canonical
from data.import_codes import ImportKind
from data.models.imports import ColumnMapping
from workbench.bench import Bench
from workbench.imports.errors import ColumnNamedTwice, ColumnsMissing
from workbench.imports.fields import field_headed, fields_of, label_of
from workbench.imports.reading import Cell, Row, Spreadsheet

_SEARCHED = 10
_NEEDED = {ImportKind.PATIENTS: ("name",), ImportKind.MEMBERS: ("name", "role", "unit")}


@dataclass(frozen=True)
class Columns:
    """What the columns mean, by position from 0, and in which row they are headed.

    Header row 0 is a list without one. `remembered` says that this header row was met before.
    """

    kind: ImportKind
    header_row: int
    headers: tuple[str, ...]
    meanings: tuple[tuple[int, str], ...]
    remembered: bool = False

    @property
    def digest(self) -> str:
        """Stands for the header row, so that the same list is known again next month."""
        return hashlib.sha256(canonical(list(self.headers)).encode()).hexdigest()

    @property
    def unused(self) -> tuple[str, ...]:
        """The headers whose columns are not imported."""
        used = {position for position, _ in self.meanings}
        return tuple(h for i, h in enumerate(self.headers) if h and i not in used)

    def header(self, key: str) -> str:
        """How the sheet heads a field; what the program calls it where it does not."""
        for position, meant in self.meanings:
            if meant == key and position < len(self.headers) and self.headers[position]:
                return self.headers[position]
        return label_of(self.kind, key)

    def reassigned(self, changes: Mapping[int, str | None]) -> Columns:
        """The same with some columns said to mean something else, or nothing."""
        meant = dict(self.meanings) | dict(changes)
        kept = {position: key for position, key in meant.items() if key is not None}
        for key in kept.values():
            label = label_of(self.kind, key)
            if list(kept.values()).count(key) > 1:
                raise ColumnNamedTwice(label)
        return replace(self, meanings=tuple(sorted(kept.items())))

    def assigned(self, position: int, key: str | None) -> Columns:
        """The same with one column meaning a field, which no other means from then on."""
        others: dict[int, str | None] = {at: None for at, meant in self.meanings if meant == key}
        return self.reassigned({**others, position: key})

    def require_complete(self) -> None:
        """Refuse where a column that every row needs is not among them."""
        meant = {key for _, key in self.meanings}
        missing = [key for key in _NEEDED[self.kind] if key not in meant]
        if missing:
            raise ColumnsMissing([label_of(self.kind, key) for key in missing])


def offer_columns(
    bench: Bench, sheet: Spreadsheet, kind: ImportKind, header_row: int | None = None
) -> Columns:
    """Say what the columns seem to mean, or what they were last said to mean.

    The header row is looked for unless it is named; 0 says that there is none.
    """
    recognised = recognise(sheet, kind, header_row)
    with bench.asking("offer_columns") as session:
        kept = _mapping(session, recognised)
    if kept is None:
        return recognised
    return replace(recognised, meanings=_unpacked(kept.columns, kind), remembered=True)


def recognise(sheet: Spreadsheet, kind: ImportKind, header_row: int | None = None) -> Columns:
    """Find the header row, titles above it left aside, and what its headers name."""
    searched = sheet.rows if header_row else sheet.rows[:_SEARCHED]
    candidates = [
        _headed_by(row, above, kind)
        for above, row in pairwise((Row(0, ()), *searched))
        if header_row in (None, row.number)
    ]
    headless = Columns(kind, 0, (), ())
    best = max(candidates, key=lambda found: len(found.meanings), default=headless)
    return best if best.meanings or header_row else headless


def remember(session: Session, columns: Columns) -> None:
    """Keep what the columns mean within a command, for the next list with these headers."""
    if not columns.header_row:
        return
    packed = ",".join(f"{position}={key}" for position, key in columns.meanings)
    kept = _mapping(session, columns)
    if kept is None:
        session.add(ColumnMapping(kind=columns.kind, header_digest=columns.digest, columns=packed))
    else:
        kept.columns = packed


def _mapping(session: Session, columns: Columns) -> ColumnMapping | None:
    of_these = (
        ColumnMapping.kind == columns.kind,
        ColumnMapping.header_digest == columns.digest,
    )
    return session.scalar(select(ColumnMapping).where(*of_these))


def _unpacked(packed: str, kind: ImportKind) -> tuple[tuple[int, str], ...]:
    known = {field.key for field in fields_of(kind)}
    pairs = (pair.partition("=") for pair in packed.split(",") if pair)
    return tuple((int(position), key) for position, _, key in pairs if key in known)


def _headed_by(row: Row, above: Row, kind: ImportKind) -> Columns:
    """Take a row for the header; one right above it is read with it, as 监护人 电话 is."""
    headers = []
    for position, cell in enumerate(row.cells):
        header = _header(cell)
        over = _header(above[position]) if above.number == row.number - 1 else ""
        joined = over.removesuffix("信息").removesuffix("情况") + header
        headers.append(joined if over != header and field_headed(kind, joined) else header)
    return Columns(kind, row.number, tuple(headers), _named(headers, kind))


def _named(headers: Sequence[str], kind: ImportKind) -> tuple[tuple[int, str], ...]:
    """Give each field the first column that names it."""
    found: dict[int, str] = {}
    for position, header in enumerate(headers):
        field = field_headed(kind, header)
        if field and field.key not in found.values():
            found[position] = field.key
    return tuple(found.items())


def _header(cell: Cell) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""
