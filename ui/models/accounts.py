"""How accounts look in a list, and how they are read aloud."""

from __future__ import annotations

from datetime import date

from ui.models.days import moment_text
from ui.widgets.lists import Face
from workbench.account_list import AccountRow

NEVER = "还没有用过"


def account_face(row: AccountRow, today: date) -> Face:
    """Who, what they may do, and when they last did something."""
    used = f"上次操作 {moment_text(row.last_used_at, today)}" if row.last_used_at else NEVER
    return Face(
        f"{row.name}（正在使用）" if row.here else row.name,
        "·".join(_kinds(row)),
        right="已停用" if row.archived else used,
    )


def account_spoken(row: AccountRow) -> str:
    """The same in one sentence, without the moment."""
    marks = (("正在使用", row.here), ("已停用", row.archived))
    return "，".join([row.name, *_kinds(row), *(words for words, holds in marks if holds)])


def _kinds(row: AccountRow) -> list[str]:
    return [row.kind.label, "能管理"] if row.administers else [row.kind.label]
