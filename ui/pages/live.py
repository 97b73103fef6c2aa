"""The meeting in session: agenda at the left, the case in the middle, promises at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.background import Reading
from ui.dialogs.reasons import ask_about_task, ask_to_defer, ask_to_withdraw
from ui.keeping import KEEP_EVERY
from ui.messages import explain, show_problem
from ui.models.choices import LEVELS, TASK_OUTCOMES, level_of
from ui.models.entry import Entry
from ui.models.meetings import meeting_facts
from ui.models.person import Person, person_of
from ui.pages.live_agenda import AgendaPane
from ui.pages.live_pane import CasePane
from ui.pages.live_side import TasksPane
from ui.pages.live_view import LiveView, read_live
from ui.pages.page import Page
from ui.pages.recording import (
    DraftKeeper,
    SomethingTyped,
    confirm_entry,
    record_written_decision,
)
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.heads import PageHeader
from workbench.bench import Bench
from workbench.decisions import continue_case
from workbench.errors import ReasonNeeded, Refused
from workbench.live import ItemDetails, read_item, reasons_for_level
from workbench.tasks import record_task_result


class LivePage(Page):
    """Leads through the agenda. Fields keep drafts; only commands record."""

    shows = frozenset(
        {"meeting", "attendance", "agenda_item", "opinion", "assessment", "decision"}
        | {"task", "task_result"}
    )
    kept = Signal()

    def __init__(
        self, bench: Bench, pool: QThreadPool, close: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._drafts = bench, DraftKeeper(bench)
        self._reading = Reading(self, pool, self._take_over, partial(show_problem, self))
        self._view: LiveView | None = None
        self._recorded = Entry()
        self._request_id = uuid4().hex
        self._pane_wanted = False
        self._set_up(close)
        self._timer = QTimer(self)
        self._timer.setInterval(KEEP_EVERY)
        self._timer.timeout.connect(self.keep_draft)

    def open_meeting(self, meeting_id: int, item_id: int | None = None) -> None:
        """Go to a meeting: to the item named, else to the first without a conclusion."""
        self.keep_draft()
        self._view = read_live(self._bench, meeting_id, None)
        self._show_meeting()
        wanted = item_id or self.agenda.first_waiting()
        if wanted is not None:
            self._open_item(wanted)

    def place(self) -> tuple[int, int] | None:
        """Where one is: meeting and item."""
        item = self._item
        return (item.meeting_id, item.id) if item else None

    def person(self) -> Person | None:
        """Whoever is talked about."""
        return person_of(self._item)

    def reload(self) -> None:
        """Read everything again beside the screen; what is being typed stays as it is."""
        if self._view is not None:
            key = self._item.id if self._item else None
            self._reading.ask(partial(read_live, self._bench, self._view.meeting.row.id, key))

    def set_current(self, current: bool) -> None:
        """Keep drafts only while somebody can type."""
        super().set_current(current)
        if current:
            self._timer.start()
            return
        self.keep_draft()
        self._timer.stop()

    @Slot()
    def keep_draft(self) -> None:
        """Keep what is typed and not confirmed; drop the draft when nothing is."""
        if self._item is None:
            return
        item, entry = self._item, self.case.entry()
        try:
            written = self._drafts.keep(item, entry, self._recorded)
        except Refused as refusal:
            self.banner.say(explain(refusal).text)
            return
        if written:
            self.agenda.mark_draft(item.id, entry != self._recorded)
            self.kept.emit()

    @property
    def _item(self) -> ItemDetails | None:
        return self._view.item if self._view else None

    def take_caret(self) -> None:
        """The level of the item in view."""
        self.case.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _set_up(self, close: QAction) -> None:
        self._add_commands()
        close.triggered.connect(self.keep_draft)  # what is typed has to stand in the way
        self.header = PageHeader()
        self.header.add_right(Button.of(self.command("leave_meeting"), icon_name="back"))
        self.header.add_right(Button.of(close))
        self.agenda, self.tasks = AgendaPane(), TasksPane()
        self.middle = CasePane(self.command)
        self.case, self.banner = self.middle.case, self.middle.banner
        self._connect_panes()
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.agenda)
        body.addWidget(self.middle, 1)
        body.addWidget(self.tasks)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)

    def _connect_panes(self) -> None:
        self.agenda.wanted.connect(self._go_to)
        self.tasks.reported.connect(self._report_task)
        self.case.left.connect(self.keep_draft)
        self.case.level_chosen.connect(self._weigh_level)
        self.case.decisions.wanted.connect(self._decide)
        self.case.decisions.withdrawn.connect(self._withdraw)
        self.case.pane_button.clicked.connect(self._switch_pane)

    def _add_commands(self) -> None:
        add = self._add_command
        add("previous_item", "上一例", "Alt+Up", partial(self._step, -1))
        add("next_item", "下一例", "Alt+Down", partial(self._step, 1))
        add("defer_item", "暂缓议", "Alt+D", self._defer)
        add("continue_case", "维持原等级，下一例", "F9", self._continue)
        add("confirm_item", "确认并下一例", "Ctrl+Return", self._confirm, "Ctrl+Enter")
        add("record_decision", "写会议决定", "F7", lambda: self.case.decisions.begin())
        add("reserve_opinion", "写保留意见", "Ctrl+J", lambda: self.case.opinions.reserve())
        add("switch_pane", "任务侧栏", "F6", self._switch_pane)
        add("leave_meeting", "例会列表", "Ctrl+Shift+Y", self.left.emit)
        for level in LEVELS:
            number = int(level)
            choose = partial(self._choose, number)
            add(f"choose_level_{number}", f"评为{level.label}", f"Ctrl+{number}", choose)

    def _refresh_actions(self) -> None:
        for action in self.commands():
            action.setEnabled(self._current and self._item is not None)
        self.command("leave_meeting").setEnabled(self._current)

    def _fit(self) -> None:
        width = self.window().width()
        narrow = width < theme().px(1200)
        self.agenda.setVisible(not (narrow and self._pane_wanted))
        self.agenda.setFixedWidth(min(theme().px(176 if narrow else 232), width // 4))
        self.tasks.setVisible(not narrow or self._pane_wanted)
        self.tasks.setFixedWidth(min(theme().px(296), width // 3))
        panes = (pane.width() for pane in (self.agenda, self.tasks) if not pane.isHidden())
        self.case.fit(width, self.width() - sum(panes))
        self.case.show_pane_hint(self.tasks.hint() if narrow else "")

    def _show_meeting(self) -> None:
        if self._view is None:
            return
        people, row = self._view.meeting.attendance, self._view.meeting.row
        present = sum(person.present for person in people)
        self.header.show_words(row.title, f"{meeting_facts(row)}·出席 {present}/{len(people)}")
        self.agenda.show_rows(self._view.rows)

    def _take_over(self, view: LiveView) -> None:
        """Show what was read again, unless one has gone on to another item meanwhile."""
        at = self._item.id if self._item else None
        if (view.item.id if view.item else None) != at:
            self.reload()
            return
        entry = self.case.entry()
        typed = entry if entry != self._recorded else None
        self._view = view if view.in_session else replace(view, item=None)
        self._show_meeting()
        self._show_item(typed)
        if self._item is not None:
            self.agenda.mark_draft(self._item.id, self._drafts.holds_more_than(self._recorded))
        self._refresh_actions()

    def _open_item(self, item_id: int) -> None:
        if self._view is None:
            return
        item = read_item(self._bench, item_id)
        self._view = replace(self._view, item=item)
        draft = self._drafts.restore(item, self._view.recorded())
        self._request_id = uuid4().hex
        self._show_item(draft)
        self.banner.say("已恢复上次没有确认的内容，请看一下是否完整。" if draft else "")
        self.agenda.show_current(item_id)
        self._refresh_actions()

    def _show_item(self, typed: Entry | None) -> None:
        if self._view is None or self._view.item is None:
            return  # sealed: there is nothing left to type
        self._recorded = self._view.recorded()
        self.person_changed.emit()
        self.case.show_item(self._view.item)
        self.case.show_entry(typed or self._recorded)
        self._ask_reason(take_caret=False)
        self.tasks.show_tasks(self._view.item.earlier_tasks, self._view.other_tasks())
        self._fit()

    @Slot(int)
    def _go_to(self, item_id: int) -> None:
        self.keep_draft()
        self._open_item(item_id)

    def _step(self, step: int) -> None:
        if self._item is None:
            return
        neighbour = self.agenda.neighbour(self._item.id, step)
        if neighbour is None:
            self.said.emit("已经是最后一项" if step > 0 else "已经是第一项")
        else:
            self._go_to(neighbour)
            self.case.begin()

    def _choose(self, level: int) -> None:
        if self._item is not None and self._item.tier != "matter":
            self.case.levels.choose(level)

    @Slot(int)
    def _weigh_level(self, _: int) -> None:
        self._ask_reason(take_caret=True)

    def _ask_reason(self, *, take_caret: bool) -> None:
        level = level_of(self.case.levels.level())
        if self._item is None or self._item.tier == "matter" or level is None:
            self.case.ask_reason((), take_caret=False)
            return
        reasons = reasons_for_level(self._bench, self._item.id, level)
        self.case.ask_reason(reasons, take_caret=take_caret)

    def _confirm(self) -> None:
        QGuiApplication.inputMethod().commit()  # what is still being composed counts as typed
        item = self._item
        if item is None:
            return
        work = partial(confirm_entry, self._bench, item, self.case.entry(), self._request_id)
        if self._try(work):
            self._leave_behind(item)

    def _continue(self) -> None:
        item = self._item
        if item is not None and self._try(partial(self._continue_item, item)):
            self._leave_behind(item)

    def _continue_item(self, item: ItemDetails) -> None:
        if self.case.entry() != self._recorded:
            raise SomethingTyped
        continue_case(self._bench, item.id, request_id=self._request_id)

    def _leave_behind(self, item: ItemDetails) -> None:
        """Go on to the next item; what was typed about this one is recorded."""
        neighbour = self.agenda.neighbour(item.id, 1)
        self._open_item(item.id if neighbour is None else neighbour)
        self.case.begin()
        if neighbour is None:
            self.said.emit("已经是最后一项。全部有结论后可以结束会议")

    @Slot()
    def _decide(self) -> None:
        entry, item = self.case.entry(), self._item
        if item is None:
            return
        work = partial(record_written_decision, self._bench, item, entry, self._request_id)
        if self._try(work):
            self._request_id = uuid4().hex
            self.case.show_entry(replace(self.case.entry(), decision=self._recorded.decision))
            self.case.decisions.begin()

    @Slot(int)
    def _withdraw(self, decision_id: int) -> None:
        ask_to_withdraw(self._bench, decision_id, self.window()).open()

    def _defer(self) -> None:
        item = self._item
        if item is not None:
            dialog = ask_to_defer(self._bench, item.id, self.window())
            dialog.carried_out.connect(lambda: self._leave_behind(item))
            dialog.open()

    @Slot(int, object)
    def _report_task(self, task_id: int, outcome: object) -> None:
        if self._view is None:
            return
        meeting_id = self._view.meeting.row.id
        chosen = next(each for each in TASK_OUTCOMES if each == outcome)
        if chosen == "done":
            work = partial(record_task_result, outcome=chosen, meeting_id=meeting_id)
            self._try(partial(work, self._bench, task_id))
            return
        dialog = ask_about_task(self._bench, task_id, chosen, meeting_id, self.window())
        dialog.rejected.connect(self.tasks.show_again)
        dialog.open()

    def _try(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except Refused as refusal:
            self.banner.say(explain(refusal).text)
            if isinstance(refusal, ReasonNeeded):
                self.case.ask_reason(refusal.reasons, take_caret=True)
            return False
        self.banner.say("")
        return True

    def _switch_pane(self) -> None:
        if self.tasks.isVisible() and not self.tasks.holds_caret():
            self.tasks.take_caret()
        else:
            self._pane_wanted = not self._pane_wanted
            self._fit()
            if self.tasks.isVisible() and self._pane_wanted:
                self.tasks.take_caret()
            else:
                self.agenda.list.setFocus()
