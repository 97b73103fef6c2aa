"""How what was done looks in a list, and how it is read aloud."""

from __future__ import annotations

from datetime import date

from ui.models.days import LOCAL
from ui.widgets.lists import Face
from workbench.audit_list import AuditLine


def audit_face(line: AuditLine) -> Face:
    """What was done to whom; who did it, and when."""
    local = line.at.astimezone(LOCAL)
    note = f"{line.account}·第{line.id}条"
    refused = f"没有办成：{line.refused}" if line.refused else ""
    return Face(
        _said(line),
        "·".join(filter(None, (note, refused))),
        right=f"{local:%Y-%m-%d %H:%M}",
        attention=bool(line.refused),
    )


def audit_spoken(line: AuditLine) -> str:
    """The same in one sentence."""
    local = line.at.astimezone(LOCAL)
    refused = f"没有办成：{line.refused}" if line.refused else ""
    told = (f"{local:%Y-%m-%d %H:%M}", line.account, _said(line), refused)
    return "，".join(filter(None, told))


def file_name(today: date, ending: str) -> str:
    """What an exported list is called."""
    return f"{today:%Y%m%d}_操作记录{ending}"


def _said(line: AuditLine) -> str:
    return f"{line.words}：{line.about}" if line.about else line.words
