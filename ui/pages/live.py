"""The meeting in session: agenda at the left, the case in the middle, work at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.background import Reading
from ui.keeping import KEEP_EVERY
from ui.messages import show_problem
from ui.models.choices import LEVELS
from ui.models.entry import Entry
from ui.models.person import Person, person_of
from ui.pages.live_foresight import Foresight
from ui.pages.live_frame import CONTINUE
from ui.pages.live_steps import LiveSteps
from ui.pages.live_undo import Undoing
from ui.pages.live_view import LiveView, read_live
from ui.pages.recording import confirm_entry
from ui.widgets.tabbing import follow_the_eye
from workbench.bench import Bench
from workbench.drafts import find_item_last_typed
from workbench.live import ItemDetails


class LivePage(LiveSteps):
    """Leads through the agenda. Fields keep drafts; only commands record."""

    shows = frozenset(
        {"meeting", "attendance", "agenda_item", "opinion", "assessment", "decision", "discussion"}
        | {"task", "task_result", "annotation", "annotation_answer", "plan", "plan_confirmation"}
        | {"intake", "intake_decision", "case", "phrase"}
    )
    case_wanted, item_shown = Signal(int), Signal(object)

    def __init__(
        self, bench: Bench, pool: QThreadPool, close: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench, parent)
        self._reading = Reading(self, pool, self._take_over, partial(show_problem, self))
        self._foresight = Foresight(bench, pool, self)
        self._foresight.known.connect(self._show_background)
        self._add_commands()
        self._undoing = Undoing(self, bench, pool, self._add_command, self)
        self._set_up(close)
        close.triggered.connect(self.keep_draft)  # what is typed has to stand in the way
        self._connect_panes()
        self._timer = QTimer(self)
        self._timer.setInterval(KEEP_EVERY)
        self._timer.timeout.connect(self.keep_draft)

    def open_meeting(self, meeting_id: int, item_id: int | None = None) -> None:
        """Go to an item of a meeting: as named, where one typed last, or the first that is open."""
        self.keep_draft()
        self._view = read_live(self._bench, meeting_id, None)
        self.header.clock.begin(self._view.began)
        self._foresight.forget()
        self._show_meeting()
        typed = find_item_last_typed(self._bench, meeting_id)
        wanted = item_id or typed or self.agenda.first_waiting()
        if wanted is not None:
            self._open_item(wanted)
            self._foresight.look_ahead(self.agenda.neighbour(wanted, 1))

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
        """Keep drafts, and count the time, only while somebody can type."""
        super().set_current(current)
        self.header.clock.run(current)
        if current:
            self._timer.start()
            return
        self.keep_draft()
        self._timer.stop()

    def _connect_panes(self) -> None:
        self.agenda.wanted.connect(self._go_to)
        for typed in (self.case, self.side):
            typed.left.connect(self.keep_draft)
            typed.touched.connect(self._say_why_not)
        self.case.level_chosen.connect(self._weigh_level)
        self.case.votes.touched.connect(partial(self._ask_reason, take_caret=False))
        self.case.votes.enter.clicked.connect(self.command("rate_singly").trigger)
        self.case.news.timeline_wanted.connect(self._open_case)
        self.case.who.pane_button.clicked.connect(self._switch_pane)
        self.side.tasks.given.connect(self._give_work)
        self.side.tasks.withdrawn.connect(self._dialogs.withdraw)
        self.side.earlier.reported.connect(self._report_task)
        self.side.waiting.adopt_wanted.connect(self._dialogs.adopt)
        self.side.waiting.decline_wanted.connect(self._dialogs.decline)
        self.side.waiting.confirm_wanted.connect(self._dialogs.confirm_plan)
        self.side.waiting.entry_wanted.connect(self._dialogs.decide_entry)

    def _add_commands(self) -> None:
        add = self._add_command
        add("previous_item", "上一例", "Alt+Up", partial(self._step, -1))
        add("next_item", "下一例", "Alt+Down", partial(self._step, 1))
        add("defer_item", "暂缓议", "Alt+D", self._defer)
        add("continue_case", CONTINUE, "F9", self._continue)
        add("confirm_item", "确认并下一例", "Ctrl+Return", self._confirm, "Ctrl+Enter")
        add("record_decision", "添加任务", "F7", self._begin_task)
        add("rate_singly", "各方评级…", "F4", lambda: self._dialogs.ask_ratings(self.case.votes))
        add("reserve_opinion", "添加", "Ctrl+J", self._reserve)
        self.command("reserve_opinion").setText("保留意见\tCtrl+J")
        add("switch_pane", "任务侧栏", "F6", self._switch_pane)
        add("leave_meeting", "会议列表", "Ctrl+Shift+Y", self.left.emit)
        for level in LEVELS:
            choose = partial(self._choose, int(level))
            add(f"choose_level_{int(level)}", f"评为{level.label}", f"Ctrl+{int(level)}", choose)

    def _refresh_actions(self) -> None:
        for action in self.commands():
            action.setEnabled(self._current and self._item is not None)
        self.command("leave_meeting").setEnabled(self._current)
        self.item_shown.emit(self._item if self._current else None)

    def _show_meeting(self) -> None:
        if self._view is not None:
            self.header.show_meeting(self._view.meeting)
            self.agenda.show_rows(self._view.rows)
            self._undoing.follow(self._view.meeting.row.id)

    def _take_over(self, view: LiveView) -> None:
        """Show what was read again, unless one has gone on to another item meanwhile."""
        at = self._item.id if self._item else None
        if (view.item.id if view.item else None) != at:
            self.reload()
            return
        entry = self.entry()
        typed = entry if entry != self._recorded else None
        self._view = view if view.in_session else replace(view, item=None)
        self._show_meeting()
        if view.item is not None:
            self._foresight.learn(view.item.id, view.background)
        self._show_item(typed)
        if self._item is not None:
            self.agenda.mark_draft(self._item.id, self._drafts.holds_more_than(self._recorded))
            self._foresight.look_ahead(self.agenda.neighbour(self._item.id, 1))
        self._refresh_actions()

    def _open_item(self, item_id: int) -> None:
        if self._view is None:
            return
        item = self._foresight.item(item_id)
        self._view = replace(self._view, item=item)
        draft = self._drafts.restore(item, self._view.recorded())
        self._request_id = uuid4().hex
        self._show_item(draft)
        self.banner.say("已恢复上次没有确认的内容，请看一下是否完整。" if draft else "")
        self.agenda.show_current(item_id)
        self.header.clock.turn_to(item_id, item.usual.minutes)
        self._refresh_actions()

    def _show_item(self, typed: Entry | None) -> None:
        view, item = self._view, self._item
        if view is None or item is None:
            return  # sealed: there is nothing left to type
        self._recorded = view.recorded()
        self.person_changed.emit()
        self.case.show_item(item, view.held_on, view.phrases)
        self.side.show_item(item, view.held_on, view.other_tasks())
        self.case.show_entry(typed or self._recorded)
        self.side.show_entry(typed or self._recorded)
        self._foresight.ask(item.id)
        self._ask_reason(take_caret=False)
        self._say_why_not()
        new_task = self.side.tasks.line
        follow_the_eye([*self.case.tab_stops(), new_task, *self.middle.tab_stops()])
        self._fit()

    @Slot(int)
    def _show_background(self, item_id: int) -> None:
        if self._item is not None and self._item.id == item_id:
            background, known = self._foresight.background(item_id)
            self.case.show_background(background, known=known)
            self.side.show_background(self._item, background)

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

    def _confirm(self) -> None:
        QGuiApplication.inputMethod().commit()  # what is still being composed counts as typed
        self.keep_draft()  # so that it is there again if this is taken back
        if self.entry().task.strip() and not self._give_work():
            return
        item, view = self._item, self._view
        if item is None or view is None:
            return
        given = item, self.entry(), view.held_on, self._request_id
        if self._try(partial(confirm_entry, self._bench, *given)):
            self._leave_behind(item)

    def _continue(self) -> None:
        item = self._item
        if item is not None and self._try(partial(self._continue_item, item)):
            self._leave_behind(item)

    def _leave_behind(self, item: ItemDetails) -> None:
        """Go on to the next item; what was typed about this one is recorded."""
        self.agenda.mark_settled(item.id)
        neighbour = self.agenda.neighbour(item.id, 1)
        self._open_item(item.id if neighbour is None else neighbour)
        self.case.begin()
        if neighbour is None:
            self.said.emit("已经是最后一项。全部有结论后可以结束会议")

    def _defer(self) -> None:
        item = self._item
        if item is not None:
            self._dialogs.defer(item.id, partial(self._leave_behind, item))

    @Slot()
    def _open_case(self) -> None:
        if self._item is not None and self._item.case_id is not None:
            self.case_wanted.emit(self._item.case_id)
