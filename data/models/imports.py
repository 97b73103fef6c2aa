"""Lists brought in from outside: which columns meant what, and which row became whom."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.import_codes import ImportKind, RowEffect


class ColumnMapping(Base):
    """What the columns under one header row were last said to mean, as `position=field` pairs."""

    __tablename__ = "column_mapping"
    __table_args__ = (UniqueConstraint("kind", "header_digest"),)

    kind: Mapped[ImportKind] = mapped_column(Code(ImportKind))
    header_digest: Mapped[str]
    columns: Mapped[str]


class ListImport(Base):
    """One list that was imported as a whole; the facts it wrote bear exactly its moment."""

    __tablename__ = "list_import"

    kind: Mapped[ImportKind] = mapped_column(Code(ImportKind))
    written_at: Mapped[datetime]
    written_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    why: Mapped[str] = mapped_column(default="", server_default="")


class ImportedRow(Base):
    """One row of an imported list and the person it was written to."""

    __tablename__ = "imported_row"
    __table_args__ = (UniqueConstraint("import_id", "row"),)

    import_id: Mapped[int] = mapped_column(ForeignKey("list_import.id"))
    row: Mapped[int]
    effect: Mapped[RowEffect] = mapped_column(Code(RowEffect))
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"), index=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"), index=True)
    replaced_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
