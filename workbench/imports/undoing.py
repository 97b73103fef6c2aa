"""Taking an import back as a whole, as long as nothing was built on what it brought."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Select,
    TableClause,
    column,
    inspect,
    or_,
    select,
    table,
)
from sqlalchemy.orm import Session

from data.base import Moment
from data.facts import known
from data.import_codes import ImportKind, RowEffect
from data.models.guardians import GuardianDetails
from data.models.imports import ImportedRow, ListImport
from data.models.patients import PatientDetails
from data.models.teams import Member, MemberContact
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.imports.errors import AlreadyUndone, BuiltUpon
from workbench.imports.writing import withdraw_all
from workbench.words import required

_FACTS = {
    ImportKind.PATIENTS: (PatientDetails, GuardianDetails),
    ImportKind.MEMBERS: (MemberContact,),
}
# Rows without a moment of their own that every import leaves; the facts beside them have one.
_ANCHORS = frozenset({"guardian", "imported_row"})


def undo_import(bench: Bench, import_id: int, *, why: str) -> None:
    """Take back what an import wrote, with the reason; refused once more was recorded on it."""
    with bench.doing("undo_import") as work:
        run = work.session.get(ListImport, import_id)
        if run is None:
            raise NotFound("这次导入")
        work.about(key=run.id, kind=run.kind)
        reason = required("撤销理由", why)
        if run.undone_at is not None:
            raise AlreadyUndone
        built = set(_built_upon(work.session, run))
        if built:
            raise BuiltUpon(len(built))
        for facts in _FACTS[run.kind]:
            written = known(facts).where(facts.written_at == run.written_at)
            withdraw_all(work, work.session.scalars(written), reason)
        _end_memberships(work, run)
        run.undone_at, run.undone_by, run.why = work.written.at, work.written.by, reason


def _built_upon(session: Session, run: ListImport) -> Iterator[int]:
    """The people of an import of whom more was recorded since."""
    subject = "patient" if run.kind is ImportKind.PATIENTS else "member"
    person = ImportedRow.patient_id if subject == "patient" else ImportedRow.member_id
    of_run = select(person).where(ImportedRow.import_id == run.id)
    brought = of_run.where(
        or_(ImportedRow.effect == RowEffect.ENTERED, ImportedRow.replaced_id.is_not(None))
    )
    own = {facts.__tablename__ for facts in _FACTS[run.kind]}
    for reference in _references(session, subject):
        people = of_run if reference.table in own else brought
        yield from session.scalars(reference.later(run, people))
    for member, old in _memberships(session, run):
        if old is not None and old.until_on != member.from_on - timedelta(days=1):
            yield old.id


class _Reference(NamedTuple):
    """A column that refers to people, and whether its table is one of facts."""

    table: str
    column: str
    of_facts: bool

    def later(self, run: ListImport, people: Select[int | None]) -> Select[int]:
        """The people its rows refer to: of facts, those written since that still stand."""
        rows = self._rows()
        conditions: list[ColumnElement[bool]] = [rows.c[self.column].in_(people)]
        if self.of_facts:
            after = self._rows().alias("after")
            is_after = (after.c.root_id == rows.c.root_id) & (after.c.revision > rows.c.revision)
            conditions += [
                rows.c.written_at > run.written_at,
                rows.c.withdrawn.is_(False),
                ~select(after.c.root_id).where(is_after).exists(),
            ]
        return select(rows.c[self.column]).where(*conditions).distinct()

    def _rows(self) -> TableClause:
        return table(
            self.table,
            column(self.column),
            column("root_id"),
            column("revision"),
            column("withdrawn", Boolean),
            column("written_at", Moment),
        )


def _references(session: Session, subject: str) -> Iterator[_Reference]:
    """Every column of the file that refers to patients or members, whoever added it."""
    inspector = inspect(session.connection())
    for name in inspector.get_table_names():
        if name in _ANCHORS:
            continue
        columns = {found["name"] for found in inspector.get_columns(name)}
        for key in inspector.get_foreign_keys(name):
            if key["referred_table"] == subject:
                yield _Reference(name, key["constrained_columns"][0], "root_id" in columns)


def _end_memberships(work: Work, run: ListImport) -> None:
    """A member's row stays for ever, so one that never held ends the day before it begins."""
    for member, old in _memberships(work.session, run):
        member.until_on = member.from_on - timedelta(days=1)
        if old is not None:
            old.until_on = None


def _memberships(session: Session, run: ListImport) -> Iterator[tuple[Member, Member | None]]:
    """The memberships an import began, each with the one it took the place of."""
    rows = select(ImportedRow).where(ImportedRow.import_id == run.id)
    for row in session.scalars(rows):
        if row.member_id is None or (row.effect is RowEffect.CHANGED and row.replaced_id is None):
            continue
        old = session.get(Member, row.replaced_id) if row.replaced_id is not None else None
        yield session.get_one(Member, row.member_id), old
