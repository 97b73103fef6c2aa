"""The first tab of a case: how it stands, what comes next, what is new."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme import Type, theme
from ui.widgets.heads import SectionHead
from ui.widgets.text import Label
from ui.widgets.windows import ScrollColumn
from workbench.case_page import CaseView

LEFT_PARTS = (("standing", "现在"), ("next", "接下来"))
RIGHT_PARTS = (("tasks", "未办结任务"), ("changes", "上次会议以来"))
UNKNOWN = "没有记录"


class CaseOverview(ScrollColumn):
    """Four short parts; below each other where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__("概要", inside, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heads: dict[str, SectionHead] = {}
        self._words: dict[str, Label] = {}
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._sides.setContentsMargins(0, 10, 8, 8)
        self._sides.setSpacing(32)
        for parts in (LEFT_PARTS, RIGHT_PARTS):
            self._sides.addLayout(self._side(parts), 1)

    def show_case(self, view: CaseView) -> None:
        """Say how a case stands."""
        self._words["standing"].setText(_standing(view))
        self._words["next"].setText(_next(view))
        open_tasks = [task for task in view.tasks if task.open]
        self._heads["tasks"].set_hint(f"{len(open_tasks)}项" if open_tasks else "")
        self._words["tasks"].setText("\n".join(_tasks(view)) or "没有未办结的任务")
        since = f"{view.since}会议以来" if view.since else "入组以来"
        self._heads["changes"].set_title(since)
        self._heads["changes"].set_hint(f"{len(view.changes)}处变化" if view.changes else "")
        told = "\n".join(change.sentence for change in view.changes)
        self._words["changes"].setText(told or "没有新的记录")

    def take_caret(self) -> None:
        """The column, so that the arrows scroll it."""
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < theme().px(760)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        super().resizeEvent(event)

    def _side(self, parts: tuple[tuple[str, str], ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for key, title in parts:
            self._heads[key] = SectionHead(title, ruled=True)
            words = Label("", Type.BODY, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._words[key] = words
            column.addWidget(self._heads[key])
            column.addWidget(words)
            column.addSpacing(12)
        column.addStretch(1)
        return column


def _standing(view: CaseView) -> str:
    whole = view.whole
    level = "没有评估" if whole.level is None else f"{whole.level}级"
    highest = "" if whole.highest is None else f"，历来最高{whole.highest}级"
    lines = (
        f"危险性等级　{level}{highest}",
        f"病情　{whole.stability or UNKNOWN}",
        f"用药　{whole.medication or UNKNOWN}",
        f"监护人　{whole.guardian or UNKNOWN}",
    )
    return "\n".join(lines)


def _next(view: CaseView) -> str:
    return "\n".join((_next_visit(view), *(f"可以办　{step}" for step in view.due)))


def _next_visit(view: CaseView) -> str:
    whole = view.whole
    if whole.next_visit_on is None:
        return f"下次随访　{whole.because}"
    late = (view.on - whole.next_visit_on).days
    overdue = f"（已过{late}天）" if late > 0 else ""
    return f"下次随访　最迟{whole.next_visit_on}{overdue}\n依据　{whole.because}"


def _tasks(view: CaseView) -> list[str]:
    told = []
    for task in view.tasks:
        if task.open:
            due = f"时限{task.due_on}" if task.due_on else ""
            late = f"▲逾期{task.overdue_days}天" if task.overdue_days else ""
            told.append("　".join(filter(None, (task.title, task.implementer, due, late))))
    return told
