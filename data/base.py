"""What every table shares: named constraints, a key, and a repr that gives nothing away."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import Any, Generic, TypeVar

from sqlalchemy import DateTime, Dialect, Integer, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


E = TypeVar("E", bound=Enum)


class Moment(TypeDecorator[datetime]):
    """An instant, stored in UTC. A time without a zone is refused instead of guessed."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware time into the UTC value that is stored."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the stored value its zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class Code(TypeDecorator[E], Generic[E]):
    """A code of one of our lists, stored as its plain value and read back as the code."""

    impl = String
    cache_ok = True

    def __init__(self, codes: type[E]) -> None:
        super().__init__()
        self.codes = codes

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Levels are stored as numbers, all other codes as text."""
        plain = Integer() if issubclass(self.codes, int) else String()
        return dialect.type_descriptor(plain)

    def process_bind_param(self, value: E | None, dialect: Dialect) -> Any:  # noqa: ANN401 - a plain value
        """Refuse what is not in the list before it reaches the file."""
        return None if value is None else self.codes(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> E | None:  # noqa: ANN401 - a plain value
        """Read the stored value as a code."""
        return None if value is None else self.codes(value)


class CodeList(TypeDecorator[tuple[E, ...]], Generic[E]):
    """Codes ticked in a list of several, stored as "1,3,12" in the order of the list.

    Empty text means that the question was answered with none of them; NULL, that it was not.
    """

    impl = String
    cache_ok = True

    def __init__(self, codes: type[E]) -> None:
        super().__init__()
        self.codes = codes

    def process_bind_param(self, value: tuple[E, ...] | None, dialect: Dialect) -> str | None:
        """Refuse what is not in the list before it reaches the file."""
        if value is None:
            return None
        ticked = {self.codes(code) for code in value}
        return ",".join(str(code.value) for code in self.codes if code in ticked)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[E, ...] | None:
        """Read the stored values as codes."""
        if value is None:
            return None
        by_value = {str(code.value): code for code in self.codes}
        return tuple(by_value[stored] for stored in value.split(",") if stored)


class Base(DeclarativeBase):
    """Parent of every table."""

    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)
    type_annotation_map = {datetime: Moment}  # noqa: RUF012 - SQLAlchemy reads it from the class

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)

    def __repr__(self) -> str:
        """Show the key only, so that no name or note can reach a log or a crash report."""
        return f"<{type(self).__name__} {self.id}>"
