"""Refusals about the files kept with a patient."""

from __future__ import annotations

from datetime import date

from workbench.errors import Refused


class AlreadyAttached(Refused):
    """The very same file is kept with this patient already."""

    def __init__(self, title: str, on: date) -> None:
        super().__init__(
            f"这份文件已经在附件里：{on.year}年{on.month}月{on.day}日的“{title}”。",
            next_step="不用再添加。标题或日期不对时，请更正那一份。",
        )


class OtherEnding(Refused):
    """A file was to be saved under an ending that is not its own."""

    def __init__(self, suffix: str) -> None:
        super().__init__(
            f"这份附件是 {suffix} 文件，只能存成同样的扩展名。",
            next_step=f"请把文件名的结尾改成 {suffix} 。",
        )


class NotOfThisPatient(Refused):
    """A file was to belong to a case, a meeting or a sheet that is about others."""

    def __init__(self, what: str) -> None:
        super().__init__(f"所选的{what}与这名患者无关。", next_step=f"请另选{what}，或不选。")
