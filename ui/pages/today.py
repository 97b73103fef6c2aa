"""The day at a glance: the next meeting with what is still to be done for it, and what waits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QThreadPool, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.background import Reading
from ui.dialogs.opinions_wanted import OpinionsWantedDialog, RemarksWaitingDialog
from ui.messages import show_problem
from ui.models.days import day_in_prose
from ui.models.finder import recent_face, recent_spoken
from ui.models.rows import ROW_ROLE, Row, RowsModel
from ui.models.today import (
    check_face,
    check_spoken,
    days_text,
    next_text,
    waiting_face,
    waiting_spoken,
)
from ui.pages.page import Page
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import Tag
from ui.widgets.heads import SectionHead
from ui.widgets.lists import Face, RowsList
from ui.widgets.notices import EmptyState
from ui.widgets.text import ShortLabel
from ui.widgets.windows import Sheet
from workbench.bench import Bench
from workbench.opinions_wanted import Wanted, list_opinions_wanted
from workbench.preparation import Check, NextMeeting
from workbench.recents import Recent
from workbench.today import Today, Waiting, read_today

LOW = 560  # below this height what was opened last gives way to what waits
RECENTS = 3


class TodayPage(Page):
    """Reads everything at once beside the screen; every row leads to where it is dealt with."""

    # Whatever is written may settle something that waits.
    shows = frozenset(
        {
            "meeting",
            "attendance",
            "agenda_item",
            "opinion",
            "print_run",
            "slot",
            "sheet",
            "task",
            "task_result",
            "decision",
            "visit",
            "annotation",
            "annotation_answer",
            "plan",
            "plan_confirmation",
            "plan_progress",
            "consent",
            "case",
            "case_standing",
        }
    )
    meeting_wanted = Signal(int)
    step_wanted = Signal(object, int)
    matter_wanted = Signal(object)
    recent_wanted = Signal(object)
    new_meeting_wanted = Signal()
    opinion_wanted = Signal(object)

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._meeting: NextMeeting | None = None
        self._reading = Reading(self, pool, self._show, partial(show_problem, self))
        self._set_up()
        self._refresh_actions()

    def reload(self) -> None:
        """Read the day again."""
        self._reading.ask(partial(read_today, self._bench))

    def set_current(self, current: bool) -> None:
        """Read again on coming into view: another day may have begun."""
        super().set_current(current)
        if current:
            self.reload()

    def take_caret(self) -> None:
        """What waits, for it is what one comes here for."""
        self.waiting.setFocus()

    def show_opinions(self) -> None:
        """List what waits for a psychiatrist's opinion, and lead to whatever is chosen of it."""
        self._show_list(OpinionsWantedDialog(list_opinions_wanted(self._bench), self.window()))

    def show_remarks(self) -> None:
        """List the remarks that wait for the team, and lead to whatever is chosen of them."""
        rows = [row for row in list_opinions_wanted(self._bench) if row.wanted is Wanted.REMARK]
        self._show_list(RemarksWaitingDialog(rows, self.window()))

    def _show_list(self, dialog: OpinionsWantedDialog) -> None:
        dialog.picked.connect(self.opinion_wanted)
        dialog.open()

    def _set_up(self) -> None:
        self._add_command("open_next_meeting", "打开下次会议", "Ctrl+Shift+M", self._open_meeting)
        self._add_command("open_opinions", "等精神科医师看…", "Ctrl+Shift+Q", self.show_opinions)
        self._day = ShortLabel("", Type.BODY, "text2")
        self._title, self._days = ShortLabel("", Type.DISPLAY), Tag()
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addWidget(self._days)
        top.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self._meeting_part(), 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._waiting_part(), 1)
        right.addWidget(self._recent_part())
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(2)
        column.addWidget(self._day)
        column.addLayout(top)
        column.addSpacing(10)
        column.addLayout(middle, 1)

    def _meeting_part(self) -> QWidget:
        self._checks: RowsModel[Check] = RowsModel(check_face, check_spoken, self)
        self.checks = RowsList("会前准备")
        self.checks.setModel(self._checks)
        self.checks.activated.connect(self._go_to_step)
        self.checks.clicked.connect(self._go_to_step)
        self._checks_head = SectionHead("会前准备")
        self._foot = ShortLabel("", Type.NOTE, "text2")
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 0, 14, 0)
        foot.addWidget(self._foot, 1)
        foot.addWidget(Button.of(self.command("open_next_meeting"), Kind.PRIMARY))
        whole = QWidget()
        column = _column(whole, self._checks_head, self.checks)
        column.addLayout(foot)
        new = Button("新建会议…", Kind.PRIMARY, keys="Ctrl+N")
        new.clicked.connect(self.new_meeting_wanted)
        words = "定好下次例会以后，这里列出会前要准备的事。"
        self._either = QStackedWidget()
        self._either.addWidget(EmptyState("meeting", "还没有定下次会议", words, new))
        self._either.addWidget(whole)
        self._either.setCurrentIndex(1)  # nothing is said to be missing before it was looked for
        return _on_sheet(self._either)

    def _waiting_part(self) -> QWidget:
        self._lines: RowsModel[Waiting] = RowsModel(waiting_face, waiting_spoken, self)
        self.waiting = RowsList("需要您处理")
        self.waiting.setModel(self._lines)
        self.waiting.activated.connect(self._go_to_matter)
        self.waiting.clicked.connect(self._go_to_matter)
        self._waiting_head = SectionHead("需要您处理")
        whole = QWidget()
        _column(whole, self._waiting_head, self.waiting)
        words = "逾期任务、应做的随访、没收回的签字件等，有了会列在这里。"
        self._any = QStackedWidget()
        self._any.addWidget(EmptyState("check", "眼下没有要处理的事", words))
        self._any.addWidget(whole)
        self._any.setCurrentIndex(1)
        return _on_sheet(self._any)

    def _recent_part(self) -> QWidget:
        """What was opened last; without anything to go back to it takes no room."""
        face, spoken = self._recent_face, self._recent_spoken
        self._recents: RowsModel[Recent] = RowsModel(face, spoken, self)
        self.recents = RowsList("最近打开")
        self.recents.setModel(self._recents)
        self.recents.activated.connect(self._go_to_recent)
        self.recents.clicked.connect(self._go_to_recent)
        whole = QWidget()
        _column(whole, SectionHead("最近打开"), self.recents)
        self._recent_sheet = _on_sheet(whole)
        self._recent_sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._recent_sheet.hide()
        return self._recent_sheet

    def _recent_face(self, recent: Recent) -> Face:
        return recent_face(recent, self._bench.today())

    def _recent_spoken(self, recent: Recent) -> str:
        return recent_spoken(recent, self._bench.today())

    def _fit_recents(self) -> None:
        """On a low screen what waits comes first; Ctrl+K knows the rest."""
        rows = self._recents.rowCount()
        self.recents.setFixedHeight(rows * max(self.recents.sizeHintForRow(0), 0) + 2)
        self._recent_sheet.setVisible(rows > 0 and self.height() >= theme().px(LOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_recents()

    def _refresh_actions(self) -> None:
        self.command("open_next_meeting").setEnabled(self._meeting is not None)
        self.command("open_opinions").setEnabled(self._current)

    def _show(self, today: Today) -> None:
        meeting = self._meeting = today.meeting
        self._day.setText(day_in_prose(today.day))
        self._title.setText(next_text(meeting) if meeting else "今日")
        self._days.show_text(days_text(meeting) if meeting else "", "new")
        self._either.setCurrentIndex(1 if meeting else 0)
        self._any.setCurrentIndex(1 if today.waiting else 0)
        self._waiting_head.set_hint(f"{len(today.waiting)}类")
        _show_again(self.waiting, self._lines, today.waiting)
        _show_again(self.recents, self._recents, today.recents[:RECENTS])
        self._fit_recents()
        if meeting is not None:
            ready = sum(check.ready for check in meeting.checks)
            self._checks_head.set_hint(f"已就绪{ready}/{len(meeting.checks)}")
            self._foot.setText(f"{meeting.title}·{meeting.place}")
            _show_again(self.checks, self._checks, meeting.checks)
        self._refresh_actions()

    def _open_meeting(self) -> None:
        if self._meeting is not None:
            self.meeting_wanted.emit(self._meeting.id)

    @Slot(QModelIndex)
    def _go_to_step(self, index: QModelIndex) -> None:
        check: Check | None = index.data(ROW_ROLE)
        if check is not None and self._meeting is not None:
            self.step_wanted.emit(check.step, self._meeting.id)

    @Slot(QModelIndex)
    def _go_to_matter(self, index: QModelIndex) -> None:
        line: Waiting | None = index.data(ROW_ROLE)
        if line is not None:
            self.matter_wanted.emit(line)

    @Slot(QModelIndex)
    def _go_to_recent(self, index: QModelIndex) -> None:
        recent: Recent | None = index.data(ROW_ROLE)
        if recent is not None:
            self.recent_wanted.emit(recent)


def _column(whole: QWidget, head: SectionHead, rows: RowsList) -> QVBoxLayout:
    top = QVBoxLayout()
    top.setContentsMargins(18, 0, 16, 2)
    top.addWidget(head)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addLayout(top)
    column.addWidget(rows, 1)
    return column


def _on_sheet(inside: QWidget) -> Sheet:
    sheet = Sheet()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(2, 8, 2, 10)
    column.addWidget(inside)
    return sheet


def _show_again(view: RowsList, model: RowsModel[Row], rows: Sequence[Row]) -> None:
    """Replace the rows and stay at the same place; the first row is where one begins."""
    number = min(max(view.currentIndex().row(), 0), len(rows) - 1)
    model.show(rows)
    if rows:
        view.setCurrentIndex(model.index(number, 0))
