"""Columns that a unit takes out together again and again, kept under names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.models.saved_views import ColumnSet
from workbench.bench import Bench
from workbench.errors import NotFound
from workbench.patient_export import ExportColumn, NothingToExport
from workbench.words import clean_name


@dataclass(frozen=True)
class ColumnSetRow:
    """One set of columns under its name."""

    id: int
    name: str
    columns: tuple[ExportColumn, ...]


def list_column_sets(bench: Bench) -> list[ColumnSetRow]:
    """Every set that is kept, in the order they were made."""
    with bench.asking("list_column_sets") as session:
        return [ColumnSetRow(row.id, row.name, _columns(row)) for row in _kept(session)]


def save_column_set(bench: Bench, name: str, columns: Collection[ExportColumn]) -> int:
    """Keep columns under a name, in place of an earlier set of that name; return its key."""
    with bench.doing("save_column_set") as work:
        called = clean_name("名称", name)
        if not columns:
            raise NothingToExport("列")
        for earlier in _kept(work.session):
            if earlier.name == called:
                earlier.archived_at = work.written.at
        row = ColumnSet(name=called, columns=",".join(c for c in ExportColumn if c in columns))
        work.session.add(row)
        work.session.flush()
        work.about(key=row.id)
        return row.id


def drop_column_set(bench: Bench, set_id: int) -> None:
    """Offer a set no longer."""
    with bench.doing("drop_column_set") as work:
        row = work.session.get(ColumnSet, set_id)
        if row is None or row.archived_at is not None:
            raise NotFound("这组列")
        work.about(key=row.id)
        row.archived_at = work.written.at


def _kept(session: Session) -> list[ColumnSet]:
    query = select(ColumnSet).where(ColumnSet.archived_at.is_(None)).order_by(ColumnSet.id)
    return list(session.scalars(query))


def _columns(row: ColumnSet) -> tuple[ExportColumn, ...]:
    """A column that this program no longer knows is left out."""
    stored = row.columns.split(",")
    return tuple(column for column in ExportColumn if column.value in stored)
