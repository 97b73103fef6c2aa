"""The audit chain as sentences: when, who, did what to which; names are masked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data.action_words import action_groups, action_words
from data.codes import Outcome
from data.files import write_whole
from data.models.audit import AuditRow
from forms.writers.tables import write_table
from workbench.audit_names import Names, names_of
from workbench.bench import BEIJING, Bench
from workbench.errors import Refused
from workbench.patient_export import require_table

AT_ONCE = 200
SHEET = "操作记录"
HEADINGS = ["序号", "时间", "账户", "做了什么", "对象", "结果"]
_READ_ONLY = "查看"
_MADE = {
    "register_patient": "patient",
    "plan_meeting": "meeting",
    "add_member": "member",
    "add_team": "team",
    "draw_up_plan": "plan",
}
_UNPERMITTED, _OTHERWISE = "没有权限", "条件不符，没有改动"


class NothingDone(Refused):
    """A list without rows is no list."""

    def __init__(self) -> None:
        super().__init__("没有符合条件的操作记录。", next_step="请放宽日期、账户或种类后再导出。")


@dataclass(frozen=True)
class AuditFilter:
    """Which rows are wanted: of a span of days, an account, a group of actions, only refusals."""

    since: date | None = None
    until: date | None = None
    account_id: int | None = None
    group: str = ""
    refused_only: bool = False


@dataclass(frozen=True)
class AuditLine:
    """One row in words. `about` names records by masked name and number."""

    id: int
    at: datetime
    account: str
    words: str
    about: str
    refused: str


def list_audit(bench: Bench, wanted: AuditFilter, *, before: int | None = None) -> list[AuditLine]:
    """The latest rows that are wanted, or the latest of those before one of them."""
    with bench.asking("list_audit") as session:
        return _lines(session, wanted, bench.today(), before)


def audit_choices() -> list[str]:
    """The groups of actions one can ask for; what only reads leaves no rows worth a group."""
    return [group for group in action_groups() if group != _READ_ONLY]


def export_audit(bench: Bench, target: Path, wanted: AuditFilter) -> int:
    """Write every row that is wanted into a table, masked as on the screen; return how many."""
    with bench.preparing("export_audit") as session:
        require_table(target)
        lines = list(_all_lines(session, wanted, bench.today()))
        if not lines:
            raise NothingDone
    content = write_table(target.suffix, SHEET, [HEADINGS, *map(_cells, lines)], bench.now())
    with bench.doing("export_audit") as work:
        write_whole(target, content)
        work.about(rows=len(lines))
    return len(lines)


def _all_lines(session: Session, wanted: AuditFilter, today: date) -> Iterator[AuditLine]:
    before: int | None = None
    while lines := _lines(session, wanted, today, before):
        yield from lines
        before = lines[-1].id


def _lines(
    session: Session, wanted: AuditFilter, today: date, before: int | None
) -> list[AuditLine]:
    query = _narrowed(select(AuditRow), wanted).order_by(AuditRow.id.desc()).limit(AT_ONCE)
    if before is not None:
        query = query.where(AuditRow.id < before)
    rows = list(session.scalars(query))
    details = [_detail(row) for row in rows]
    names = names_of(session, details, today)
    return [_line(row, detail, names) for row, detail in zip(rows, details, strict=True)]


def _detail(row: AuditRow) -> dict[str, object]:
    """What a row says; the key that a creating command answered is that of what it made."""
    detail: dict[str, object] = json.loads(row.detail)
    made = _MADE.get(row.action)
    if made and "key" in detail:
        detail[made] = detail.pop("key")
    return detail


def _narrowed(query: Select[AuditRow], wanted: AuditFilter) -> Select[AuditRow]:
    if wanted.since is not None:
        query = query.where(AuditRow.at >= _begin(wanted.since))
    if wanted.until is not None:
        query = query.where(AuditRow.at < _begin(wanted.until + timedelta(days=1)))
    if wanted.account_id is not None:
        query = query.where(AuditRow.account_id == wanted.account_id)
    if wanted.group:
        query = query.where(AuditRow.action.in_(action_groups()[wanted.group]))
    if wanted.refused_only:
        query = query.where(AuditRow.outcome == Outcome.REFUSED)
    return query


def _line(row: AuditRow, detail: dict[str, object], names: Names) -> AuditLine:
    refused = ""
    if row.outcome is Outcome.REFUSED:
        refused = _UNPERMITTED if detail.get("because") == "NotPermitted" else _OTHERWISE
    return AuditLine(
        row.id,
        row.at,
        names.accounts[row.account_id],
        action_words().get(row.action, "其他操作"),
        names.about(detail),
        refused,
    )


def _cells(line: AuditLine) -> list[str]:
    result = f"没有办成：{line.refused}" if line.refused else "已办"
    when = f"{line.at.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"
    return [str(line.id), when, line.account, line.words, line.about, result]


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)
