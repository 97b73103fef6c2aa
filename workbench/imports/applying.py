"""Importing a list as a whole: shown first, written in one transaction, taken back as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.import_codes import ImportKind, RowEffect
from data.models.imports import ImportedRow, ListImport
from workbench.bench import Bench, Work
from workbench.imports.checking import check
from workbench.imports.errors import (
    ChangedSincePreview,
    NothingToImport,
    RowsUnfit,
)
from workbench.imports.mapping import Columns, remember
from workbench.imports.members import match_members, team_for
from workbench.imports.pace import Pace
from workbench.imports.patients import match_patients
from workbench.imports.previews import Matched, Preview, preview_of
from workbench.imports.reading import Spreadsheet
from workbench.imports.writing import write_members, write_patients


@dataclass(frozen=True)
class GivenList:
    """A list to import: what was read, what its columns mean, and whose members it names."""

    sheet: Spreadsheet
    columns: Columns
    team_id: int | None = None


@dataclass(frozen=True)
class ImportRow:
    """One import, as lists show it."""

    id: int
    kind: ImportKind
    written_at: datetime
    new: int
    changed: int
    undone_at: datetime | None


def preview_import(bench: Bench, given: GivenList) -> Preview:
    """Say what importing a list would do, row by row and field by field; nothing is written."""
    with bench.asking("preview_import") as session:
        return _looked_at(session, given, bench.today())[0]


def apply_import(
    bench: Bench,
    given: GivenList,
    *,
    seen: str,
    without_bad_rows: bool = False,
    request_id: str = "",
    stopped: Callable[[], bool] = lambda: False,
    told: Callable[[int], None] = lambda _: None,
) -> int:
    """Import a list as it was seen in its preview; return the key of the import.

    Refuses where the preview would look different by now, and rows with problems unless they
    are to be left out. Once `stopped` says so, nothing of it is kept; `told` hears how many per
    cent are written.
    """
    with bench.doing("apply_import", request_id) as work:
        if work.answer is not None:
            return work.answer
        preview, matched = _looked_at(work.session, given, work.today)
        if preview.seen != seen:
            raise ChangedSincePreview
        if preview.problems and not without_bad_rows:
            raise RowsUnfit([problem.sentence for problem in preview.problems])
        if not preview.new and not preview.different:
            raise NothingToImport
        remember(work.session, given.columns)
        work.about(kind=given.columns.kind, new=len(preview.new), changed=len(preview.different))
        pace = Pace(told, stopped)
        key = _write(work, given, matched, pace)
        pace.require_wanted()
        return work.answers(key)


def list_imports(bench: Bench) -> list[ImportRow]:
    """Every import, the latest first."""
    with bench.asking("list_imports") as session:
        counted = select(ImportedRow.import_id, ImportedRow.effect, func.count())
        rows = session.execute(counted.group_by(ImportedRow.import_id, ImportedRow.effect))
        counts = {(run, effect): count for run, effect, count in rows}
        return [
            ImportRow(
                run.id,
                run.kind,
                run.written_at,
                counts.get((run.id, RowEffect.ENTERED), 0),
                counts.get((run.id, RowEffect.CHANGED), 0),
                run.undone_at,
            )
            for run in session.scalars(select(ListImport).order_by(ListImport.id.desc()))
        ]


def _looked_at(session: Session, given: GivenList, today: date) -> tuple[Preview, list[Matched]]:
    checked = check(given.sheet, given.columns, today)
    if given.columns.kind is ImportKind.PATIENTS:
        matched = match_patients(session, given.columns, checked, today)
    else:
        team = team_for(session, given.team_id)
        matched = match_members(session, team, given.columns, checked, today)
    return preview_of(given.columns, checked, matched), matched


def _write(work: Work, given: GivenList, matched: Sequence[Matched], pace: Pace) -> int:
    run = ListImport(
        kind=given.columns.kind, written_at=work.written.at, written_by=work.written.by
    )
    work.session.add(run)
    work.session.flush()
    if run.kind is ImportKind.PATIENTS:
        write_patients(work, run, matched, pace)
    else:
        write_members(work, run, team_for(work.session, given.team_id), matched, pace)
    return run.id
