"""Verifying the files kept with patients: is each there, unchanged, and what its row says it is."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.attachments import AttachmentFolder
from data.codes import Outcome
from data.models.attachments import Attachment
from data.models.audit import AuditRow
from data.problems import AttachmentChanged, AttachmentMissing
from workbench.attachments import bound_of, sealed_words
from workbench.rules.dates import said

_SIDES = {
    "file": "文件名",
    "patient": "所属患者",
    "digest": "摘要",
    "size": "大小",
    "suffix": "扩展名",
    "pages": "页数",
}


def attachments_wrong(session: Session, folder: AttachmentFolder) -> tuple[int, list[str]]:
    """How many files the rows name, and a sentence without its stop for each that is not right."""
    told = _told(session)
    facts = list(session.scalars(select(Attachment).order_by(Attachment.id)))
    wrong = [words for fact in facts for words in _wrong(fact, told, folder)]
    return len({fact.root_id for fact in facts}), list(dict.fromkeys(wrong))


def _wrong(
    fact: Attachment, told: dict[int, dict[str, object]], folder: AttachmentFolder
) -> Iterator[str]:
    title = f"第{fact.root_id}号附件（{fact.kind.label}，{said(fact.true_from)}）"
    added = told.get(fact.root_id)
    if added is None:
        yield f"{title}在审计链里没有记载"
        return
    now = sealed_words(bound_of(fact))
    other = [name for name, value in now.items() if added.get(name) != value]
    yield from (f"{title}的{_SIDES[name]}（{name}）与审计链的记载不同" for name in other)
    if not other and fact.revision == 1:
        yield from _file_wrong(fact, title, folder)


def _file_wrong(fact: Attachment, title: str, folder: AttachmentFolder) -> Iterator[str]:
    try:
        folder.read(bound_of(fact))
    except AttachmentMissing:
        yield f"{title}的文件不见了"
    except AttachmentChanged:
        yield f"{title}的文件已损坏或被换过"


def _told(session: Session) -> dict[int, dict[str, object]]:
    """What the chain says of each file at its adding."""
    rows = select(AuditRow.detail).where(
        AuditRow.action == "add_attachment", AuditRow.outcome == Outcome.DONE
    )
    found: dict[int, dict[str, object]] = {}
    for detail in map(json.loads, session.scalars(rows.order_by(AuditRow.id))):
        found.setdefault(int(detail["key"]), detail)
    return found
