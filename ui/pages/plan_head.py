"""The head of a plan: which version, of what kind, compared with which, and the next step."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.models.plan_rows import changes_text
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import Tag
from ui.widgets.inputs import Choice
from ui.widgets.text import Label, ShortLabel
from workbench.plan_desk import PlanDesk
from workbench.plan_reading import PlanRow


class PlanHead(QWidget):
    """Says where one is; the two lists choose the version and what it is compared with."""

    def __init__(self, submit: QAction, begin: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._offered = False
        self._title = Label("干预计划", Type.TITLE)
        self._state, self._kind = Tag(), Tag()
        self._facts = ShortLabel("", Type.NOTE, "text2")
        self.version, self.against = Choice("看哪一次计划"), Choice("与哪一次对比")
        self._submit, self._begin = Button.of(submit, Kind.PRIMARY), Button.of(begin, Kind.PRIMARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 14, 8)
        row.setSpacing(8)
        for widget in (self._title, self._state, self._kind):
            row.addWidget(widget)
        row.addWidget(self._facts, 1)
        for box in (self.version, self.against):
            box.setMinimumContentsLength(6)
            box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(box)
        row.addWidget(self._submit)
        row.addWidget(self._begin)

    def show_desk(self, desk: PlanDesk, called: str) -> None:
        """Say what is on the desk."""
        plan = desk.plan
        self._kind.show_text(desk.kind.label)
        there = plan is not None
        for widget in (self.version, self.against, self._submit, self._begin):
            widget.setVisible(there)
        if plan is None:
            self._title.setText("干预计划")
            self._state.show_text("")
            self._facts.setText(called)
            return
        self._title.setText(f"干预计划 第{plan.row.number}次")
        confirmed = plan.row.confirmed_on
        words = f"{confirmed}确认" if confirmed else "草稿"
        self._state.show_text(words, "plain" if confirmed else "warn")
        self._facts.setText("·".join(filter(None, (called, changes_text(desk)))))
        self.version.offer([(row.id, _named(row)) for row in desk.versions])
        self.version.show_value(plan.row.id)
        self._offered = len(desk.versions) > 1
        self.version.setVisible(self._offered)
        before = [row for row in desk.versions if row.number < plan.row.number]
        self.against.offer([(row.id, f"对比第{row.number}次") for row in before])
        self.against.show_value(desk.against.id if desk.against else None)
        self.against.setVisible(bool(before))
        self._submit.setVisible(desk.draft)
        self._begin.setVisible(desk.newest and not desk.draft)

    def fit(self, width: int) -> None:
        """Take less room in a narrow window."""
        self._kind.setVisible(width >= theme().px(1000))
        self.version.setVisible(self._offered and width >= theme().px(700))


def _named(row: PlanRow) -> str:
    return f"第{row.number}次"
