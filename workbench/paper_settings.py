"""How a unit wants its papers: whose name heads them, who signs, how many rows are left white."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.canonical import canonical
from data.codes import Labelled, MemberRole
from data.models.papers import PaperSetting
from workbench.bench import Bench
from workbench.errors import NotFound, Refused
from workbench.paperwork.catalogue import sort_of

MOST_ROWS, MOST_SIGNERS, LONGEST_NAME = 60, 40, 60
EVERY_FORM = ""
_NOTHING = canonical(None)
Value = bool | str | int | list[str] | None


class PaperKey(Labelled):
    """What can be set for one form or for all."""

    UNIT_NAME = "unit_name", "单位名称"
    SIGNER_ROLES = "signer_roles", "签字角色"
    LEAST_SIGNERS = "least_signers", "最少签字人数"
    SPARE_ROWS = "spare_rows", "空行数"
    AT_CLOSE = "at_close", "结束会议时封存"


class SettingDoesNotFit(Refused):
    """A setting has a value that no paper can be printed with."""

    def __init__(self, key: PaperKey, wanted: str) -> None:
        super().__init__(f"“{key.label}”不能这样设置。", next_step=f"应为{wanted}。")


@dataclass(frozen=True)
class PaperSettingRow:
    """One setting that holds, and since when."""

    form: str
    key: PaperKey
    value: Value
    written_at: datetime


def set_paper_setting(bench: Bench, form: str, key: PaperKey, value: Value) -> None:
    """Set something for one form, or for every form where it is empty. Sealed papers stay.

    Without a value what was set there before holds no more.
    """
    with bench.doing("set_paper_setting") as work:
        if form != EVERY_FORM and sort_of(form) is None:
            raise NotFound(f"编号为“{form}”的文书")
        work.session.add(
            PaperSetting(
                form=form,
                key=key.value,
                value=canonical(_checked(key, value)),
                written_at=work.written.at,
                written_by=work.written.by,
            )
        )
        work.about(form=form, key=key.value)


def list_paper_settings(bench: Bench, at: datetime | None = None) -> list[PaperSettingRow]:
    """Every setting that holds, of all forms first."""
    with bench.asking("list_paper_settings") as session:
        rows = _holding(session, at).values()
        return [
            PaperSettingRow(row.form, PaperKey(row.key), json.loads(row.value), row.written_at)
            for row in sorted(rows, key=lambda row: (row.form, row.id))
        ]


def holding_settings(session: Session) -> dict[tuple[str, PaperKey], tuple[Value, datetime]]:
    """Every value that holds now, by form and key, and since when."""
    return {
        (form, PaperKey(key)): (json.loads(row.value), row.written_at)
        for (form, key), row in _holding(session, None).items()
    }


def settings_for(session: Session, form: str, at: datetime | None = None) -> dict[PaperKey, Value]:
    """What holds for one form: its own settings over those of every form."""
    rows = _holding(session, at).values()
    found: dict[PaperKey, Value] = {}
    for scope in (EVERY_FORM, form):
        found |= {PaperKey(r.key): json.loads(r.value) for r in rows if r.form == scope}
    return found


def _holding(session: Session, at: datetime | None) -> dict[tuple[str, str], PaperSetting]:
    query = select(PaperSetting).order_by(PaperSetting.id)
    if at is not None:
        query = query.where(PaperSetting.written_at <= at)
    found = {(row.form, row.key): row for row in session.scalars(query)}
    return {place: row for place, row in found.items() if row.value != _NOTHING}


def _checked(key: PaperKey, value: Value) -> Value:
    match key, value:
        case _, None:
            return None
        case PaperKey.UNIT_NAME, str() if len(value.strip()) <= LONGEST_NAME:
            return value.strip()
        case PaperKey.SIGNER_ROLES, list() if value and set(value) <= {r.value for r in MemberRole}:
            return list(dict.fromkeys(value))
        case PaperKey.AT_CLOSE, bool():
            return value
        case ((PaperKey.LEAST_SIGNERS | PaperKey.SPARE_ROWS), bool()):
            pass
        case PaperKey.LEAST_SIGNERS, int() if 1 <= value <= MOST_SIGNERS:
            return value
        case PaperKey.SPARE_ROWS, int() if 0 <= value <= MOST_ROWS:
            return value
    raise SettingDoesNotFit(key, _WANTED[key])


_WANTED = {
    PaperKey.UNIT_NAME: f"不超过{LONGEST_NAME}个字的名称，空着表示用小组名称",
    PaperKey.SIGNER_ROLES: "小组成员的角色，至少一种",
    PaperKey.LEAST_SIGNERS: f"1到{MOST_SIGNERS}之间的人数",
    PaperKey.AT_CLOSE: "是或否",
    PaperKey.SPARE_ROWS: f"0到{MOST_ROWS}之间的行数",
}
