"""What follows a closed meeting: each step with how far it has come, and the way on."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QModelIndex, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.background import Reading
from ui.messages import show_problem
from ui.models.afterwards import after_face, after_spoken
from ui.models.days import day_in_prose
from ui.models.papers import filled_paper
from ui.models.rows import ROW_ROLE, RowsModel
from ui.models.runs import department_copies_paper, slips_paper
from ui.pages.handing import Handing
from ui.pages.page import Page
from ui.theme import theme
from ui.widgets.heads import SectionHead
from ui.widgets.lists import RowsList
from workbench.afterwards import After, Afterwards, read_afterwards
from workbench.bench import Bench
from workbench.called_meetings import plan_next_meeting
from workbench.errors import Refused
from workbench.meetings import MeetingRow, read_meeting
from workbench.paperwork.documents import COMMUNIQUE_CODE, MINUTES_CODE
from workbench.paperwork.subjects import of_meeting

OVER = ("closed", "archived")


class MeetingAfter(Page):
    """Part of the sheet of a meeting; what it can do stands in the menu of that page."""

    documents_wanted = Signal(int)
    meeting_wanted = Signal(int)
    planned = Signal(int)

    def __init__(
        self, bench: Bench, pool: QThreadPool, handing: Handing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._handing = bench, handing
        self._meeting: MeetingRow | None = None
        self._reading = Reading(self, pool, self._show, partial(show_problem, self))
        add = self._add_command
        add("print_slips", "打印任务通知单…", "Alt+B", self._print_slips)
        add("print_communique", "打印会议纪要…", "Alt+K", self._print_communique)
        add("print_department_copies", "打印部门抄件…", "Alt+C", self._print_copies)
        add("plan_next_meeting", "定下次会议", "Alt+N", self._plan_next)
        self._set_up()
        self._refresh_actions()

    def show_meeting(self, row: MeetingRow | None) -> None:
        """Show what follows this meeting; nothing does before it is closed."""
        over = row is not None and row.state in OVER
        if self._meeting is None or row is None or row.id != self._meeting.id:
            self._model.show([])  # another meeting's steps must not stand here meanwhile
        self._meeting = row if over else None
        self.setVisible(over)
        if self._meeting is not None:
            self._reading.ask(partial(read_afterwards, self._bench, self._meeting.id))
        self._refresh_actions()

    def _set_up(self) -> None:
        self._model: RowsModel[Afterwards] = RowsModel(after_face, after_spoken, self)
        self.steps = RowsList("会后要办的事", margin=8)
        self.steps.setModel(self._model)
        self.steps.activated.connect(self._follow)
        self.steps.clicked.connect(self._follow)
        self._head = SectionHead("会后", ruled=True)
        theme().changed.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.steps)

    def _refresh_actions(self) -> None:
        for action in self._commands.values():
            action.setEnabled(self._current and self._meeting is not None)

    def _show(self, steps: tuple[Afterwards, ...]) -> None:
        number = self.steps.currentIndex().row()
        if number < 0:
            number = next((n for n, step in enumerate(steps) if not step.ready), 0)
        self._model.show(steps)
        self._fit()
        self.steps.setCurrentIndex(self._model.index(number, 0))
        self._head.set_hint(f"已办{sum(step.ready for step in steps)}/{len(steps)}")

    @Slot()
    def _fit(self) -> None:
        """As tall as its rows: what is around it scrolls."""
        row = max(self.steps.sizeHintForRow(0), 0)
        self.steps.setFixedHeight(self._model.rowCount() * row + 2)

    @Slot(QModelIndex)
    def _follow(self, index: QModelIndex) -> None:
        step: Afterwards | None = index.data(ROW_ROLE)
        meeting = self._meeting
        if step is None or meeting is None:
            return
        match step.step:
            case After.MINUTES:
                self._print(MINUTES_CODE, "会议记录")
            case After.SIGNATURES:
                self.documents_wanted.emit(meeting.id)
            case After.SLIPS:
                self._print_slips()
            case After.COMMUNIQUE:
                self._print_communique()
            case After.COPIES:
                self._print_copies()
            case After.NEXT if step.meeting_id is not None:
                self.meeting_wanted.emit(step.meeting_id)
            case After.NEXT:
                self._plan_next()

    def _print(self, form: str, called: str) -> None:
        if self._meeting is not None:
            title = f"{self._meeting.title}·{called}"
            subject = of_meeting(self._meeting.id)
            self._handing.print_paper(filled_paper(self._bench, title, form, subject))

    def _print_communique(self) -> None:
        self._print(COMMUNIQUE_CODE, "会议纪要")

    def _print_slips(self) -> None:
        if self._meeting is not None:
            title = f"{self._meeting.title}·任务通知单"
            self._handing.print_paper(slips_paper(self._bench, title, self._meeting.id))

    def _print_copies(self) -> None:
        if self._meeting is not None:
            title = f"{self._meeting.title}·部门抄件"
            self._handing.print_paper(department_copies_paper(self._bench, title, self._meeting.id))

    def _plan_next(self) -> None:
        if self._meeting is None:
            return
        try:
            key = plan_next_meeting(self._bench, self._meeting.id, request_id=uuid4().hex)
        except Refused as refusal:
            show_problem(self.window(), refusal)
            return
        row = read_meeting(self._bench, key).row
        self.planned.emit(key)
        self.said.emit(f"已定{row.title}：{day_in_prose(row.held_on)}{row.begins:%H:%M}")
