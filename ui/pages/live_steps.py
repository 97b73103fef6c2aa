"""What is recorded from the meeting screen, and what is asked for before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.messages import explain
from ui.models.choices import level_of
from ui.models.entry import Entry, reasons_typed, why_not_continued
from ui.pages.live_dialogs import LiveDialogs
from ui.pages.live_frame import LiveFrame
from ui.pages.live_view import LiveView
from ui.pages.recording import DraftKeeper, SomethingTyped, give_work
from workbench.bench import Bench
from workbench.decisions import continue_case
from workbench.errors import ReasonNeeded, Refused
from workbench.live import ItemDetails, read_item
from workbench.screen import TaskOutcome
from workbench.tasks import record_task_result


class LiveSteps(LiveFrame):
    """Holds what is shown and recorded; each step calls a use case and shows its refusal."""

    kept = Signal()

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._bench, self._drafts = bench, DraftKeeper(bench)
        self._dialogs = LiveDialogs(bench, self, lambda: self._view)
        self._dialogs.said.connect(self.said)
        self._view: LiveView | None = None
        self._recorded = Entry()
        self._request_id = uuid4().hex

    @Slot()
    def keep_draft(self) -> None:
        """Keep what is typed and not confirmed; drop the draft when nothing is."""
        if self._item is None:
            return
        item, entry = self._item, self.entry()
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
        reasons = reasons_typed(self._item, self.entry(), level)
        self.case.ask_reason(reasons, take_caret=take_caret)

    @Slot()
    def _say_why_not(self) -> None:
        """Why one key is not enough, beside that key."""
        item = self._item
        if item is not None:
            words = why_not_continued(item, self.entry(), self._recorded)
            self.middle.say_why_not(*words)

    def _continue_item(self, item: ItemDetails) -> None:
        if self.entry() != self._recorded:
            raise SomethingTyped
        continue_case(self._bench, item.id, request_id=self._request_id)

    @Slot()
    def _give_work(self) -> bool:
        """Record the work in the line; the line is empty again once it is."""
        item, view = self._item, self._view
        line = self.entry().task
        if item is None or view is None or not line.strip():
            return False
        request = f"{self._request_id}/{len(item.decisions)}"
        if not self._try(partial(give_work, self._bench, item, line, view.held_on, request)):
            self.side.tasks.begin()
            return False
        self._view = replace(view, item=read_item(self._bench, item.id))
        self.side.tasks.show_line("")
        self.keep_draft()
        return True

    @Slot(int, object)
    def _report_task(self, task_id: int, outcome: object) -> None:
        if self._view is None:
            return
        meeting_id = self._view.meeting.row.id
        if outcome == TaskOutcome.DONE:
            work = partial(record_task_result, outcome=TaskOutcome.DONE, meeting_id=meeting_id)
            self._try(partial(work, self._bench, task_id))
            return
        again = self.side.earlier.show_again
        self._dialogs.explain_task(task_id, outcome, meeting_id, again)

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
