"""The list of meetings, and at the right the one that is selected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.dialogs.agenda_entries import AddCaseDialog, AddMatterDialog
from ui.dialogs.attendance import AttendanceDialog
from ui.dialogs.command import CommandDialog
from ui.dialogs.meeting_notes import MeetingNotesDialog
from ui.dialogs.new_case import NewCaseDialog
from ui.dialogs.plan_meeting import PlanMeetingDialog
from ui.dialogs.rearrange_meeting import RearrangeMeetingDialog
from ui.dialogs.start_meeting import StartEarlyDialog
from ui.messages import show_problem
from ui.models.meetings import meeting_face, meeting_spoken
from ui.models.papers import Paper, filled_paper
from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.agenda_sheet import AgendaSheet
from ui.pages.handing import Handing
from ui.pages.meeting_after import MeetingAfter
from ui.pages.meeting_sheet import MeetingSheet
from ui.pages.page import Page
from ui.theme import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.heads import SectionHead
from ui.widgets.lists import RowsList
from ui.widgets.notices import EmptyState
from ui.widgets.panes import HeadedList
from ui.widgets.windows import Ground
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.meetings import MeetingRow, list_meetings, start_meeting
from workbench.paperwork.documents import MINUTES_CODE
from workbench.paperwork.subjects import of_meeting

OPEN_STATES = ("preparing", "in_session")
SEALED_STATES = ("closed", "archived")


class MeetingsPage(Page):
    """Shows every meeting and acts on the selected one."""

    shows = frozenset(
        {
            "meeting",
            "meeting_rule",
            "attendance",
            "agenda_item",
            "agenda_left_off",
            "opinion",
            "assessment",
            "decision",
            "team",
            "member",
            "visit",
            "task_result",
            "consent",
            "print_run",
            "sheet",
            "slot",
            "case_terms",
            "patient_details",
        }
    )
    entered = Signal(int)
    documents_wanted = Signal(int)
    closing_wanted = Signal(int)
    signing_wanted = Signal(int)
    case_wanted = Signal(str)
    visit_wanted = Signal(object)
    tasks_wanted = Signal()

    def __init__(
        self, bench: Bench, pool: QThreadPool, handing: Handing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._pool, self._handing = bench, pool, handing
        self._set_up()
        self.reload()

    def reload(self) -> None:
        """Read the list again, keeping the same meeting selected."""
        kept = self.selected()
        self._model.show(list_meetings(self._bench))
        rows = self._model.rows()
        self._head.set_hint(f"{len(rows)}次" if rows else "")
        self._whole.setCurrentIndex(1 if rows else 0)
        if rows:
            self.select(kept.id if kept else rows[0].id)
        self._show_selected()

    def selected(self) -> MeetingRow | None:
        """The meeting that actions are about."""
        row: MeetingRow | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def select(self, meeting_id: int) -> None:
        """Make a meeting the one that actions are about."""
        for number, row in enumerate(self._model.rows()):
            if row.id == meeting_id:
                self.list.setCurrentIndex(self._model.index(number, 0))

    def paper(self) -> Paper | None:
        """The minutes of the selected meeting."""
        row = self.selected()
        if row is None:
            return None
        title = f"{row.title}·会议记录"
        return filled_paper(self._bench, title, MINUTES_CODE, of_meeting(row.id))

    def commands(self) -> list[QAction]:
        """Its own, and those of the agenda."""
        return [*super().commands(), *self.plan.commands(), *self.after.commands()]

    def command(self, name: str) -> QAction:
        """One of its own actions, or one of those about the paper at hand."""
        return self._commands.get(name) or self._handing.command(name)

    def set_current(self, current: bool) -> None:
        """Come into view, or leave it, the agenda along."""
        super().set_current(current)
        self.plan.set_current(current)
        self.after.set_current(current)

    def take_caret(self) -> None:
        """The list, or the one button there is."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """An agenda with its lights beside it takes more room than a meeting that was held."""
        row = self.selected()
        preparing = row is not None and row.state == "preparing"
        narrow = self.window().width() < theme().px(1200)
        wanted = 264 if narrow or preparing else 376
        self._side.setFixedWidth(min(theme().px(wanted), self.width() * 2 // 5))

    def _set_up(self) -> None:
        self._add_commands()
        self._model: RowsModel[MeetingRow] = RowsModel(meeting_face, meeting_spoken, self)
        self.list = RowsList("会议列表")
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._show_selected)
        self.list.activated.connect(self._open)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions(super().commands())
        self.after = MeetingAfter(self._bench, self._pool, self._handing)
        self.after.said.connect(self.said)
        self.after.documents_wanted.connect(self.documents_wanted)
        self.after.meeting_wanted.connect(self.select)
        self.after.planned.connect(self._show_planned)
        self.sheet = MeetingSheet(self._bench, self._pool, self.after, self)
        self.sheet.case_wanted.connect(self.case_wanted)
        self._set_up_plan()
        self._whole = QStackedWidget()
        self._whole.addWidget(self._empty())
        self._whole.addWidget(self._master_and_detail())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)

    def _set_up_plan(self) -> None:
        self.plan = AgendaSheet(self._bench, self._pool, self._handing, self.command, self)
        self.plan.said.connect(self.said)
        self.plan.case_wanted.connect(self.case_wanted)
        self.plan.visit_wanted.connect(self.visit_wanted)
        self.plan.tasks_wanted.connect(self.tasks_wanted)
        self.plan.documents_wanted.connect(self.documents_wanted)
        self.plan.agenda.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.plan.agenda.addActions(self.plan.commands())

    def _add_commands(self) -> None:
        add = self._add_command
        add("plan_meeting", "新建会议…", "Ctrl+N", self._plan)
        add("rearrange_meeting", "会议安排…", "F4", partial(self._ask, RearrangeMeetingDialog))
        add("write_meeting_notes", "会议信息…", "Ctrl+I", partial(self._ask, MeetingNotesDialog))
        add("record_attendance", "到会情况…", "Ctrl+T", partial(self._ask, AttendanceDialog))
        add("add_case_to_agenda", "添加个案…", "Ctrl+G", partial(self._ask, AddCaseDialog))
        add(
            "add_matter_to_agenda", "添加事项…", "Ctrl+Shift+G", partial(self._ask, AddMatterDialog)
        )
        add("admit_new_patient", "新增个案…", "Ctrl+Shift+N", self._admit)
        add("start_meeting", "开始会议", "Ctrl+M", self._start)
        add("enter_meeting", "进入会议", "Ctrl+M", self._enter)
        add("read_back", "结束会议…", "Ctrl+E", self._read_back)
        add("read_signing", "签字件", "Ctrl+J", self._open_signing)
        add("open_documents", "文书与签字", "Ctrl+W", self._open_documents)

    def _empty(self) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(24, 24, 24, 24)
        new = Button.of(self.command("plan_meeting"), Kind.PRIMARY)
        words = "先定好时间、地点和主持人，再把个案列入议程。"
        column.addWidget(EmptyState("meeting", "还没有会议", words, new))
        return ground

    def _master_and_detail(self) -> QWidget:
        self._head = SectionHead("会议")
        self._head.add_right(Button.of(self.command("plan_meeting")))
        self._side = HeadedList(self._head, self.list)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        pane = Ground("sheet", edge="left")
        inside = QVBoxLayout(pane)
        inside.setContentsMargins(0, 0, 0, 0)
        self._shown = QStackedWidget()
        self._shown.addWidget(self.sheet)
        self._shown.addWidget(self.plan)
        inside.addWidget(self._shown)
        row.addWidget(pane, 1)
        return whole

    def _refresh_actions(self) -> None:
        row = self.selected()
        state = row.state.value if row else ""
        possible = {
            "plan_meeting": True,
            "admit_new_patient": True,
            "write_meeting_notes": state in OPEN_STATES,
            "record_attendance": state in OPEN_STATES,
            "add_case_to_agenda": state in OPEN_STATES,
            "add_matter_to_agenda": state in OPEN_STATES,
            "rearrange_meeting": state == "preparing",
            "start_meeting": state == "preparing",
            "enter_meeting": state == "in_session",
            "read_back": state == "in_session",
            "read_signing": state in SEALED_STATES,
        }
        for action in super().commands():
            action.setEnabled(possible.get(action.objectName(), row is not None))

    @Slot()
    def _show_selected(self) -> None:
        self._refresh_actions()
        row = self.selected()
        preparing = row is not None and row.state == "preparing"
        self._shown.setCurrentIndex(1 if preparing else 0)
        self.plan.show_meeting(row if preparing else None)
        if row is not None and not preparing:
            self.sheet.show_meeting(row, self.command)
        else:
            self.after.show_meeting(None)
        self._fit()
        self.paper_changed.emit()

    @Slot(QModelIndex)
    def _open(self, _: QModelIndex) -> None:
        row = self.selected()
        if row is not None:
            step = {"preparing": "start_meeting", "in_session": "enter_meeting"}
            self.command(step.get(row.state.value, "open_documents")).trigger()

    def _ask(self, dialog: Callable[[Bench, int, QWidget], CommandDialog]) -> None:
        row = self.selected()
        if row is not None:
            dialog(self._bench, row.id, self.window()).open()

    def _plan(self) -> None:
        dialog = PlanMeetingDialog(self._bench, self.window())
        dialog.carried_out.connect(self._show_planned)
        dialog.open()

    @Slot(object)
    def _show_planned(self, meeting_id: object) -> None:
        self.reload()  # what was just planned is not in the list yet
        if isinstance(meeting_id, int):
            self.select(meeting_id)

    def _admit(self) -> None:
        dialog = NewCaseDialog(self._bench, self.window())
        dialog.carried_out.connect(lambda _: self.said.emit("已登记并入组，可以列入议程"))
        dialog.open()

    def _start(self) -> None:
        row = self.selected()
        if row is None:
            return
        if row.is_early(self._bench.today()):
            dialog = StartEarlyDialog(self._bench, row, self.window())
            dialog.carried_out.connect(self._go_in)
            dialog.open()
            return
        try:
            start_meeting(self._bench, row.id)
        except Refused as refusal:
            show_problem(self.window(), refusal)
        else:
            self.entered.emit(row.id)

    @Slot(object)
    def _go_in(self, meeting_id: object) -> None:
        if isinstance(meeting_id, int):
            self.entered.emit(meeting_id)

    def _enter(self) -> None:
        row = self.selected()
        if row is not None:
            self.entered.emit(row.id)

    def _read_back(self) -> None:
        row = self.selected()
        if row is not None:
            self.closing_wanted.emit(row.id)

    def _open_signing(self) -> None:
        row = self.selected()
        if row is not None:
            self.signing_wanted.emit(row.id)

    def _open_documents(self) -> None:
        row = self.selected()
        if row is not None:
            self.documents_wanted.emit(row.id)
