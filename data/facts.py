"""Facts: rows that are never updated. A correction is the next revision of the same root."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Self, TypeVar

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Select,
    UniqueConstraint,
    and_,
    func,
    insert,
    select,
)
from sqlalchemy.orm import Mapped, Session, aliased, declared_attr, mapped_column

from data.base import Base

_STAMPS = frozenset({"id", "root_id", "revision", "written_at", "written_by", "why", "withdrawn"})


@dataclass(frozen=True)
class Written:
    """Who writes and when; one for each command."""

    at: datetime
    by: int


class RevisionTaken(Exception):
    """Someone else corrected the same fact in the meantime."""


class Fact(Base):
    """Parent of every fact. Other tables refer to `root_id`, so a correction breaks no link."""

    __abstract__ = True

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        return (UniqueConstraint("root_id", "revision"), *cls.more_table_args())

    @classmethod
    def more_table_args(cls) -> tuple[Any, ...]:
        """Further constraints of one table; override where there are some."""
        return ()

    @declared_attr
    @classmethod
    def root_id(cls) -> Mapped[int]:
        """The first revision's key."""
        return mapped_column(ForeignKey(f"{cls.__tablename__}.id"), index=True)

    revision: Mapped[int] = mapped_column(default=1)

    @declared_attr
    @classmethod
    def patient_id(cls) -> Mapped[int | None]:
        """Whom the fact is about; empty for a matter that concerns nobody in particular."""
        return mapped_column(ForeignKey("patient.id"), index=True)

    true_from: Mapped[date]
    written_at: Mapped[datetime]

    @declared_attr
    @classmethod
    def written_by(cls) -> Mapped[int]:
        """The account that wrote this revision."""
        return mapped_column(ForeignKey("account.id"))

    why: Mapped[str] = mapped_column(default="", server_default="")
    withdrawn: Mapped[bool] = mapped_column(default=False, server_default="0")

    @classmethod
    def enter(cls, session: Session, written: Written, **values: object) -> Self:
        """Write the first revision of a new fact."""
        (stamped,) = cls._first_revisions(session, written, [values])
        row = cls(**stamped)
        session.add(row)
        session.flush()
        return row

    @classmethod
    def enter_all(
        cls, session: Session, written: Written, rows: Sequence[Mapping[str, object]]
    ) -> None:
        """Write the first revision of many facts in one statement."""
        if rows:
            session.execute(insert(cls), cls._first_revisions(session, written, rows))

    @classmethod
    def _first_revisions(
        cls, session: Session, written: Written, rows: Sequence[Mapping[str, object]]
    ) -> list[dict[str, object]]:
        first = (session.scalar(select(func.max(cls.id))) or 0) + 1
        stamps = {"revision": 1, "written_at": written.at, "written_by": written.by}
        return [{"id": key, "root_id": key, **stamps, **row} for key, row in enumerate(rows, first)]

    def correct(
        self, session: Session, written: Written, changes: Mapping[str, object], why: str = ""
    ) -> Self:
        """Write the next revision; raise RevisionTaken when this one is not the newest."""
        return self._next(session, written, why, withdrawn=False, changes=changes)

    def withdraw(self, session: Session, written: Written, why: str = "") -> Self:
        """Say that the fact never held, keeping what was written."""
        return self._next(session, written, why, withdrawn=True, changes={})

    def go_back_to(
        self, session: Session, written: Written, earlier: Self | None, why: str = ""
    ) -> Self:
        """Write the next revision, which says what an earlier one said; None: it never held."""
        if earlier is None:
            return self.withdraw(session, written, why)
        said, gone = earlier.says(), earlier.withdrawn
        return self._next(session, written, earlier.why, withdrawn=gone, changes=said)

    def says(self) -> dict[str, object]:
        """What a revision says, without when, by whom and as which one it was written."""
        columns = (column.key for column in type(self).__mapper__.column_attrs)
        return {key: getattr(self, key) for key in columns if key not in _STAMPS}

    def _next(
        self,
        session: Session,
        written: Written,
        why: str,
        *,
        withdrawn: bool,
        changes: Mapping[str, object],
    ) -> Self:
        table = type(self)
        newest = session.scalar(
            select(func.max(table.revision)).where(table.root_id == self.root_id)
        )
        if newest != self.revision:
            raise RevisionTaken(table.__tablename__, self.root_id)
        values = self.says() | dict(changes)
        row = table(
            root_id=self.root_id,
            revision=newest + 1,
            written_at=written.at,
            written_by=written.by,
            why=why,
            withdrawn=withdrawn,
            **values,
        )
        session.add(row)
        session.flush()
        return row


F = TypeVar("F", bound=Fact)


def revisions_of(session: Session, fact: F) -> list[F]:
    """Every revision of the same root, the first one first."""
    table = type(fact)
    query = select(table).where(table.root_id == fact.root_id).order_by(table.revision)
    return list(session.scalars(query))


def known(table: type[F], at: datetime | None = None) -> Select[F]:
    """What was known at a moment: the last revision of each root up to it, unless withdrawn."""
    return _newest(table, at).where(table.withdrawn.is_(False))


def withdrawn(table: type[F], at: datetime | None = None) -> Select[F]:
    """What was known once and had been taken back by a moment, in its last words."""
    return _newest(table, at).where(table.withdrawn.is_(True))


def _newest(table: type[F], at: datetime | None) -> Select[F]:
    if at is None:
        return _newest_now(table)  # type: ignore[return-value] # one query for each table
    later, is_later = _later_one(table)
    return select(table).where(
        table.written_at <= at,
        ~select(later.id).where(is_later, later.written_at <= at).exists(),
    )


@cache
def _newest_now(table: type[Fact]) -> Select[Fact]:
    """Building a query costs more than running it, and this one is asked all the time."""
    later, is_later = _later_one(table)
    return select(table).where(~select(later.id).where(is_later).exists())


@cache
def _later_one(table: type[Fact]) -> tuple[type[Fact], ColumnElement[bool]]:
    """The same table once more, and when a row of it is a later revision of one there."""
    later = aliased(table)
    return later, and_(later.root_id == table.root_id, later.revision > table.revision)


def held(facts: Iterable[F], day: date) -> F | None:
    """Of known facts on one subject, the one in force on a day: the latest to begin by then.

    Two that begin on the same day: the one entered later holds.
    """
    begun = [fact for fact in facts if fact.true_from <= day]
    return max(begun, key=lambda fact: (fact.true_from, fact.root_id), default=None)
