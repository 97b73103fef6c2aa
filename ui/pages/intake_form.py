"""The fields of an intake: the day, the ten criteria by kind, and what is proposed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.days import day_box, given_day
from ui.models.intakes import IntakeEntry, open_words, record_words
from ui.models.people import manager_choices
from ui.pages.intake_criterion import CriterionRow
from ui.theme import theme
from ui.widgets.heads import SectionHead
from ui.widgets.inputs import Choice, Field, TextBox
from ui.widgets.segmented import Segmented
from ui.widgets.windows import ScrollColumn
from workbench.intake_sheet import IntakeSheet, Weighed
from workbench.screen import CaseKind, Criterion

BY_CRITERIA = ""
NOBODY = ""


class IntakeForm(ScrollColumn):
    """Shows and gives back an entry. What the record says is offered, never filled in."""

    answered = Signal()
    day_changed = Signal()
    take_wanted = Signal(object)
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__("入组标准", inside, parent)
        self.day = day_box("评估日期", today)
        self.rows = {criterion: CriterionRow(criterion, today) for criterion in Criterion}
        self._heads = {kind: SectionHead(kind.label, ruled=True) for kind in CaseKind}
        kinds = [(BY_CRITERIA, "按标准"), *((kind.value, kind.label) for kind in CaseKind)]
        self.kind = Segmented("建议类型", kinds)
        self.manager = Choice("建议个案管理员")
        self._wished: object = NOBODY
        self.remarks = TextBox("理由和备注", "人工建议入组或改变类型时，请写明理由", lines=2)
        self._lay_out(inside)
        self._connect()

    def show_sheet(self, sheet: IntakeSheet) -> None:
        """Say what the record knows; what is typed stays as it is."""
        for criterion, row in self.rows.items():
            found = sheet.suggested.evidence[criterion]
            silent = found.met is None
            hint = open_words(criterion, sheet) if silent else record_words(found)
            row.show_record(found, hint, sheet.on)
        self.manager.offer([(NOBODY, "暂不建议"), *manager_choices(sheet.members, sheet.loads)])
        self.manager.show_value(self._wished)
        self._proposal.setVisible(sheet.case is None)

    def show_entry(self, entry: IntakeEntry) -> None:
        """Fill in an entry, without announcing it."""
        self.day.show_day(entry.on)
        for criterion, row in self.rows.items():
            row.show_answer(entry.answers[criterion])
        self.kind.show_value(entry.kind.value if entry.kind else BY_CRITERIA)
        self._wished = NOBODY if entry.manager_id is None else entry.manager_id
        self.manager.show_value(self._wished)
        if self.remarks.toPlainText() != entry.remarks:
            self.remarks.setPlainText(entry.remarks)

    def require_read(self) -> None:
        """Refuse a day that nobody can read."""
        for box in (self.day, *(row.day for row in self.rows.values())):
            given_day(box)

    def entry(self, blank: IntakeEntry) -> IntakeEntry:
        """What stands in the fields."""
        manager, kind = self._wished, self.kind.value()
        return IntakeEntry(
            self.day.day() or blank.on,
            {criterion: row.value() for criterion, row in self.rows.items()},
            next((each for each in CaseKind if each.value == kind), None),
            manager if isinstance(manager, int) else None,
            self.remarks.toPlainText(),
        )

    def show_weighed(self, weighed: Weighed) -> None:
        """Say beside each heading how far its criteria are met."""
        for kind, words in zip(CaseKind, weighed.tallies, strict=True):
            self._heads[kind].set_hint(words)

    def row_in_hand(self) -> CriterionRow | None:
        """The criterion that holds the keyboard."""
        holder = QApplication.focusWidget()
        rows = (row for row in self.rows.values() if holder and row.isAncestorOf(holder))
        return next(rows, None)

    def first_to_take(self) -> CriterionRow | None:
        """The first criterion without an answer of which the record knows something."""
        return next(iter(self._to_take()), None)

    def take_all(self) -> int:
        """Take over all the record knows of what has no answer yet; tell how many that were."""
        rows = self._to_take()
        for row in rows:
            row.show_answer(row.found())
        return len(rows)

    def begin_after(self, row: CriterionRow) -> None:
        """The criterion after this one, or what comes after the last."""
        following = list(self.rows.values())[list(self.rows.values()).index(row) + 1 :]
        if following:
            following[0].begin()
        else:
            self.kind.begin()

    def begin(self) -> None:
        """The first criterion that is not answered."""
        rows = self.rows.values()
        next((r for r in rows if r.value().met is None), self.rows[Criterion.LOW_LEVEL]).begin()

    def begin_at_missing(self) -> None:
        """The first criterion called met without what shows it."""
        for row in self.rows.values():
            given = row.value()
            if given.met and not (given.words.strip() and given.on):
                row.begin()
                return

    def _to_take(self) -> list[CriterionRow]:
        rows = self.rows.values()
        return [r for r in rows if r.found().met is not None and r.value().met is None]

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < theme().px(1000)
        for row in self.rows.values():
            row.fit(narrow)
        super().resizeEvent(event)

    def _lay_out(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 6, 10, 8)
        column.setSpacing(0)
        for kind in CaseKind:
            column.addWidget(self._heads[kind])
            column.addSpacing(4)
            for criterion in Criterion:
                if criterion.kind is kind:
                    column.addWidget(self.rows[criterion])
            column.addSpacing(10)
        self._proposal = QWidget()
        wishes = QHBoxLayout(self._proposal)
        wishes.setContentsMargins(0, 0, 0, 0)
        wishes.setSpacing(16)
        wishes.addWidget(Field("建议类型", self.kind))
        wishes.addWidget(Field("建议个案管理员", self.manager), 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(Field("评估日期", self.day))
        foot.addWidget(self._proposal, 1)
        column.addWidget(SectionHead("建议", ruled=True))
        column.addSpacing(6)
        column.addLayout(foot)
        column.addSpacing(8)
        column.addWidget(Field("理由和备注", self.remarks))
        column.addStretch(1)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.answered.connect(self.answered)
            row.take_wanted.connect(self._pass_on)
            row.left.connect(self.left)
        self.day.day_changed.connect(self.day_changed)
        self.manager.activated.connect(self._wish)
        self.remarks.left.connect(self.left)

    @Slot()
    def _wish(self) -> None:
        self._wished = self.manager.value()

    @Slot()
    def _pass_on(self) -> None:
        self.take_wanted.emit(self.sender())
