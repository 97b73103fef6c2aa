"""Verifying a store: is the file whole, do references, seals, attachments and the chain hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from data import audit, triggers
from data.backups import list_backups, read_manifest
from data.canonical import differences, digest
from data.checks import broken_references, require_whole
from data.codes import Outcome
from data.models.audit import AuditRow
from data.models.meetings import Meeting
from data.models.signatures import Seal
from data.problems import Damaged
from forms.minutes import MINUTES
from workbench.attachment_checks import attachments_wrong
from workbench.bench import BEIJING, Bench
from workbench.errors import Refused
from workbench.paperwork.catalogue import sort_of
from workbench.paperwork.filling import fill
from workbench.paperwork.places import in_words
from workbench.paperwork.sorts import Asked
from workbench.paperwork.subjects import Subject
from workbench.seals import printed_digests
from workbench.states import title_of

Told = Callable[[str], None]
Stop = Callable[[], bool]
_LISTED = 5
_CLOSING = "close_meeting"
_SEALING = (_CLOSING, "seal_document", "make_later_sheet", "amend_sheet")
_SIDES = {
    "meeting": "所属会议",
    "about": "所属事项",
    "content": "封存的内容",
    "pdf": "封存的页面",
    "places": "签字页和签字格",
    "digest": "摘要",
    "sealed_at": "封存的时间或账户",
    "closed_at": "结束会议的时间",
    "audit_head": "封存时的审计链末端",
}


@dataclass(frozen=True)
class Finding:
    """One sentence about one side of the store."""

    subject: str
    good: bool
    sentence: str


class CheckStopped(Refused):
    """Somebody stopped before everything was checked."""

    def __init__(self) -> None:
        super().__init__("已经停下，没有核验完。", next_step="需要时可以再核验一次。")


def verify_store(
    bench: Bench, *, told: Told = lambda _: None, stop: Stop = lambda: False
) -> list[Finding]:
    """Check file, references, seals, attachments and audit chain; one finding each. Slow.

    Changes nothing. Says what it is about to check, and can be stopped between two checks.
    """
    findings = []
    with bench.asking("verify_store") as session:
        connection = session.connection()
        checks: dict[str, Callable[[], Finding]] = {
            "正在检查文件…": lambda: _file(bench),
            "正在检查关联…": lambda: _references(connection),
            "正在核对封存件…": lambda: _seals(session),
            "正在核对附件…": lambda: _attachments(bench, session),
            "正在核对审计链…": lambda: _chain(bench, session),
        }
        for words, check in checks.items():
            if stop():
                raise CheckStopped
            told(words)
            findings.append(check())
    return findings


def _file(bench: Bench) -> Finding:
    with bench.store.inspecting() as connection:
        try:
            require_whole(connection)
        except Damaged:
            return Finding("file", False, "文件：已损坏，请从备份恢复到新的文件夹。")
        if not triggers.in_place(connection):
            return Finding("file", False, "文件：封存保护被改动过，以下各项请逐条核对。")
    return Finding("file", True, "文件：完好，加密和封存保护都在。")


def _references(connection: Connection) -> Finding:
    tables = broken_references(connection)
    if tables:
        return Finding("references", False, f"关联：{'、'.join(tables)} 中有记录找不到所属对象。")
    return Finding("references", True, "关联：每条记录都能找到所属对象。")


def _seals(session: Session) -> Finding:
    seals = list(session.scalars(select(Seal).order_by(Seal.id)))
    wrong = list(_seals_wrong(session, seals))
    if not wrong:
        return Finding("seals", True, f"封存：{len(seals)}份封存件与现有记录一致。")
    return Finding("seals", False, f"封存：{_first_of(wrong)}。")


def _attachments(bench: Bench, session: Session) -> Finding:
    count, wrong = attachments_wrong(session, bench.store.attachments)
    if not wrong:
        words = f"{count}份都在，与登记一致" if count else "还没有附件"
        return Finding("attachments", True, f"附件：{words}。")
    return Finding("attachments", False, f"附件：{_first_of(wrong)}。")


def _first_of(wrong: list[str]) -> str:
    more = f"（另有{len(wrong) - _LISTED}处）" if len(wrong) > _LISTED else ""
    return f"{'；'.join(wrong[:_LISTED])}{more}"


def _seals_wrong(session: Session, seals: list[Seal]) -> Iterator[str]:
    told = _sealings(session)
    for seal in seals:
        title = _called(session, seal)
        if title is None:
            yield f"第{seal.id}号封存件找不到它的会议"
            continue
        changed = [
            *_unlike_the_chain(session, seal, told.get(seal.id)),
            *_unlike_the_records(session, seal),
        ]
        yield from (f"{title}的{words}" for words in changed)


def _called(session: Session, seal: Seal) -> str | None:
    """What a finding calls a seal; None when its meeting is gone."""
    sort = sort_of(seal.form)
    paper = "" if sort is None or seal.form == MINUTES.code else sort.form.title
    if seal.meeting_id is None:
        return f"第{seal.id}号{paper}"
    meeting = session.get(Meeting, seal.meeting_id)
    return f"{title_of(meeting)}{paper}" if meeting else None


def _unlike_the_chain(session: Session, seal: Seal, sealing: _Sealing | None) -> list[str]:
    """Compare a seal with what the audit row of its sealing says of it."""
    if sealing is None:
        return ["封存在审计链里没有记载"]
    row = sealing.row
    found = {
        "meeting": seal.meeting_id,
        "about": seal.subject,
        "content": digest(seal.answers),
        **printed_digests(session, seal),
    }
    wrong = [name for name, value in found.items() if sealing.told.get(name) != value]
    if seal.digest != sealing.told.get("content"):
        wrong.append("digest")
    if (seal.sealed_at, seal.sealed_by) != (row.at, row.account_id):
        wrong.append("sealed_at")
    if row.action == _CLOSING and _closed_at(session, seal) != row.at:
        wrong.append("closed_at")
    if row.before != seal.audit_head:
        wrong.append("audit_head")
    return [f"{_SIDES[name]}（{name}）与审计链的记载不同" for name in wrong]


def _closed_at(session: Session, seal: Seal) -> datetime | None:
    meeting = session.get(Meeting, seal.meeting_id or 0)
    return meeting.closed_at if meeting else None


@dataclass(frozen=True)
class _Sealing:
    """The audit row of a sealing, and what it tells of one seal."""

    row: AuditRow
    told: Mapping[str, object]


def _sealings(session: Session) -> dict[int, _Sealing]:
    """What the chain says of every seal; of two rows about one the first holds."""
    rows = select(AuditRow).where(AuditRow.action.in_(_SEALING), AuditRow.outcome == Outcome.DONE)
    found: dict[int, _Sealing] = {}
    for row in session.scalars(rows.order_by(AuditRow.id)):
        detail = json.loads(row.detail)
        for key, told in _told(detail):
            found.setdefault(key, _Sealing(row, {"meeting": detail.get("meeting"), **told}))
    return found


def _told(detail: dict[str, object]) -> Iterator[tuple[int, dict[str, object]]]:
    """What one row tells of its seals. The first rows told of one seal and named no subject."""
    seals = detail.get("seals")
    if isinstance(seals, dict):
        for key, told in seals.items():
            yield int(key), told
    elif isinstance(detail.get("seal"), int):
        yield int(str(detail["seal"])), {"about": f"meeting:{detail.get('meeting')}", **detail}


def _unlike_the_records(session: Session, seal: Seal) -> list[str]:
    """Fill the form again from the live rows as known at the sealing, and compare."""
    sort = sort_of(seal.form)
    if sort is None:
        return ["文书种类不认识，不能与记录比较"]
    if not sort.told_again:
        return []
    try:
        sealed = json.loads(seal.answers)
        day = seal.sealed_at.astimezone(BEIJING).date()
        now = fill(sort, Asked(session, Subject.read(seal.subject), day, seal.sealed_at))
    except (ValueError, LookupError, TypeError, AttributeError, SQLAlchemyError, Refused):
        return ["记录读不完整，不能与封存内容比较"]
    return [f"{in_words(path)}（{path}）与封存时不同" for path in differences(sealed, now)]


def _chain(bench: Bench, session: Session) -> Finding:
    broken = audit.first_broken(session)
    if broken is not None:
        return Finding("audit", False, f"审计链：第{broken}条对不上，从这一条起不可信。")
    for backup in list_backups(bench.store.folder):
        manifest = read_manifest(backup.folder)
        if manifest and not audit.holds_at(session, manifest.audit_rows, manifest.audit_head):
            when = f"{backup.made_at:%Y-%m-%d}"
            return Finding("audit", False, f"审计链：与{when}的备份不符，之后的记录被换过或截短。")
    count, head = audit.count(session), audit.head(session)
    return Finding("audit", True, f"审计链：{count}条首尾相接，末端 {head[:8].upper()}。")
