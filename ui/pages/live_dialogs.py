"""The dialogs of the meeting screen: what has to be explained or decided in so many fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.dialogs.adopt_annotation import AdoptAsTaskDialog, ask_to_decline
from ui.dialogs.confirm_plan import ConfirmPlanDialog
from ui.dialogs.enter_case import EnterCaseDialog
from ui.dialogs.own_ratings import OwnRatingsDialog
from ui.dialogs.reasons import ask_about_task, ask_to_defer, ask_to_withdraw
from ui.models.choices import TASK_OUTCOMES
from ui.models.person import person_of
from ui.pages.live_view import LiveView
from ui.pages.live_votes import VotesRow
from workbench.annotations import list_annotations
from workbench.bench import Bench
from workbench.item_background import Remark
from workbench.live import ItemDetails
from workbench.screen import TaskOutcome


class LiveDialogs(QObject):
    """Opens them over the page, and reports what was carried out."""

    said = Signal(str)

    def __init__(self, bench: Bench, page: QWidget, view: Callable[[], LiveView | None]) -> None:
        super().__init__(page)
        self._bench, self._page, self._view = bench, page, view

    def defer(self, item_id: int, then: Callable[[], object]) -> None:
        """Ask why an item is put off."""
        dialog = ask_to_defer(self._bench, item_id, self._page.window())
        dialog.carried_out.connect(lambda _: then())
        dialog.open()

    def withdraw(self, decision_id: int) -> None:
        """Ask why a decision is taken back."""
        ask_to_withdraw(self._bench, decision_id, self._page.window()).open()

    def explain_task(
        self, task_id: int, outcome: object, meeting_id: int, rejected: Callable[[], object]
    ) -> None:
        """Ask why a task was not done."""
        chosen: TaskOutcome = next(each for each in TASK_OUTCOMES if each == outcome)
        dialog = ask_about_task(self._bench, task_id, chosen, meeting_id, self._page.window())
        dialog.rejected.connect(lambda: rejected())
        dialog.open()

    def ask_ratings(self, votes: VotesRow) -> None:
        """Let every member's own rating be typed."""
        item = self._item()
        if item is None or item.patient_id is None:
            return
        dialog = OwnRatingsDialog(votes.members(), votes.ratings(), self._page.window())
        dialog.given.connect(
            lambda ratings, publish: votes.take(
                ratings, published=publish or (votes.published() and bool(ratings))
            )
        )
        dialog.open()

    def adopt(self, remark: Remark) -> None:
        """Adopt a remark as work for one person, in the words in which it was written."""
        item = self._item()
        if item is None or item.patient_id is None:
            return
        written = list_annotations(self._bench, item.patient_id)
        text = next((row.text for row in written if row.id == remark.id), remark.text)
        dialog = AdoptAsTaskDialog(self._bench, remark.id, text, self._page.window())
        self._open(dialog, "已采纳，列入任务")

    def decline(self, annotation_id: int) -> None:
        """Say why a remark is not adopted."""
        dialog = ask_to_decline(self._bench, annotation_id, self._page.window())
        self._open(dialog, "已写明不采纳的理由")

    def confirm_plan(self, plan_id: int, number: int) -> None:
        """Have a plan confirmed by this meeting."""
        view = self._view()
        here = [(view.meeting.row.id, view.meeting.row.title)] if view else []
        title = f"第{number}次计划"
        dialog = ConfirmPlanDialog(self._bench, plan_id, title, here, self._page.window())
        self._open(dialog, "计划已由小组确认")

    def decide_entry(self) -> None:
        """Decide whether somebody comes into case management, and who looks after the case."""
        person = person_of(self._item())
        if person is not None:
            dialog = EnterCaseDialog(self._bench, person, self._page.window())
            dialog.carried_out.connect(lambda told: self.said.emit(str(told)))
            dialog.open()

    def _item(self) -> ItemDetails | None:
        view = self._view()
        return view.item if view else None

    def _open(self, dialog: QDialog, done: str) -> None:
        dialog.accepted.connect(lambda: self.said.emit(done))
        dialog.open()
