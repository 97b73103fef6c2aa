"""Ways of looking at the register, kept under a name for the next time.

They stand in the store and not beside it, because a village tells where somebody lives.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import CaseKind, RiskLevel, Stability
from data.models.saved_views import SavedView
from workbench.bench import Bench
from workbench.errors import NotFound
from workbench.patient_standings import PatientStanding
from workbench.words import clean_name


@dataclass(frozen=True)
class Narrowing:
    """Whom a list is narrowed to. What is empty does not narrow it."""

    least_level: RiskLevel | None = None
    stability: Stability | None = None
    kind: CaseKind | None = None
    village: str = ""
    diagnosis: str = ""
    case_manager_id: int | None = None

    def meets(self, row: PatientStanding) -> bool:
        """Whether somebody is among them; of whom it is not known, is not."""
        level = -1 if row.level is None else row.level
        kind = row.case.kind if row.case is not None and row.managed else None
        return (
            (self.least_level is None or level >= self.least_level)
            and self.stability in (None, row.stability)
            and self.kind in (None, kind)
            and self.village in ("", row.village)
            and self.diagnosis in ("", row.diagnosis)
            and self.case_manager_id in (None, row.case_manager_id)
        )


@dataclass(frozen=True)
class View:
    """A filter of the register as a whole; which filters and orders there are, the screen knows."""

    shown: str
    sorted_by: str
    narrowing: Narrowing = Narrowing()


@dataclass(frozen=True)
class ViewRow:
    """One saved view."""

    id: int
    name: str
    view: View


def list_views(bench: Bench) -> list[ViewRow]:
    """Every view that is kept, in the order they were made."""
    with bench.asking("list_views") as session:
        return [ViewRow(row.id, row.name, _view(row)) for row in _kept(session)]


def save_view(bench: Bench, name: str, view: View) -> int:
    """Keep a view under a name, in place of an earlier one of that name; return its key."""
    with bench.doing("save_view") as work:
        called = clean_name("名称", name)
        for earlier in _kept(work.session):
            if earlier.name == called:
                earlier.archived_at = work.written.at
        columns = {"shown": view.shown, "sorted_by": view.sorted_by, **vars(view.narrowing)}
        row = SavedView(name=called, **columns)
        work.session.add(row)
        work.session.flush()
        work.about(key=row.id)
        return row.id


def drop_view(bench: Bench, view_id: int) -> None:
    """Offer a view no longer."""
    with bench.doing("drop_view") as work:
        row = work.session.get(SavedView, view_id)
        if row is None or row.archived_at is not None:
            raise NotFound("这个常用筛选")
        work.about(key=row.id)
        row.archived_at = work.written.at


def _kept(session: Session) -> list[SavedView]:
    query = select(SavedView).where(SavedView.archived_at.is_(None)).order_by(SavedView.id)
    return list(session.scalars(query))


def _view(row: SavedView) -> View:
    narrowing = Narrowing(
        row.least_level,
        row.stability,
        row.kind,
        row.village,
        row.diagnosis,
        row.case_manager_id,
    )
    return View(row.shown, row.sorted_by, narrowing)
