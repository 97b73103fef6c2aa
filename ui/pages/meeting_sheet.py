"""One meeting beside the list: when and where, its agenda, who comes, and the next step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QThreadPool, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.background import Reading
from ui.messages import show_problem
from ui.models.agenda import agenda_face, agenda_spoken, with_headings
from ui.models.meetings import STATE_GROUNDS, meeting_facts, meeting_progress
from ui.models.people import person_text
from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.meeting_after import MeetingAfter
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import Tag
from ui.widgets.heads import SectionHead
from ui.widgets.lists import RowsList
from ui.widgets.text import Label, ShortLabel
from ui.widgets.windows import ScrollColumn
from workbench.bench import Bench
from workbench.live import AgendaRow, list_agenda
from workbench.meetings import MeetingDetails, MeetingRow, read_meeting

NEXT_STEP = {
    "in_session": "enter_meeting",
    "closed": "read_signing",
    "archived": "read_signing",
}
OTHER_STEPS = {
    "in_session": ("preview_document", "open_documents", "read_back"),
    "closed": ("preview_document", "open_documents"),
    "archived": ("preview_document", "open_documents"),
}


class MeetingSheet(QWidget):
    """Reads only; what can be done is the page's business."""

    case_wanted = Signal(str)

    def __init__(
        self, bench: Bench, pool: QThreadPool, after: MeetingAfter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._after = bench, after
        self._agenda_of = 0
        self._reading = Reading(self, pool, self._show_agenda, partial(show_problem, self))
        self._offered = ""
        self._set_up()

    def show_meeting(self, row: MeetingRow, command: Callable[[str], QAction]) -> None:
        """Show another meeting, or the same one as it is now."""
        details = read_meeting(self._bench, row.id)
        self._title.setText(row.title)
        self._state.show_text(row.state.label, STATE_GROUNDS[row.state])
        self._facts.setText(meeting_facts(row))
        self._agenda_head.set_hint(meeting_progress(row) if row.items else "还没有列入个案或事项")
        if row.id != self._agenda_of:
            self._agenda_of = row.id
            self._model.show([])  # another meeting's items must not stand here meanwhile
        self._reading.ask(partial(list_agenda, self._bench, row.id))
        self._after.show_meeting(row)
        self._show_people(details)
        self._show_notes(details)
        self._show_steps(row.state.value, command)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._right.setFixedWidth(min(theme().px(300), self.width() * 2 // 5))
        super().resizeEvent(event)

    def _set_up(self) -> None:
        self._title, self._state = ShortLabel("", Type.NAME), Tag()
        self._facts = ShortLabel("", Type.BODY, "text2")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addWidget(self._state)
        top.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(28)
        middle.addLayout(self._agenda_part(), 1)
        middle.addWidget(self._people_part())
        self._steps = QHBoxLayout()
        self._steps.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 14)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._facts)
        column.addSpacing(8)
        column.addLayout(middle, 1)
        column.addLayout(self._steps)

    def _agenda_part(self) -> QVBoxLayout:
        self._model: RowsModel[AgendaRow] = RowsModel(agenda_face, agenda_spoken, self)
        self.agenda = RowsList("议程", margin=0)
        self.agenda.setModel(self._model)
        self.agenda.activated.connect(self._open_case)
        self._agenda_head = SectionHead("议程", ruled=True)
        self._agenda_buttons = QHBoxLayout()
        self._agenda_buttons.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._agenda_head)
        column.addWidget(self.agenda, 1)
        column.addSpacing(6)
        column.addLayout(self._agenda_buttons)
        return column

    def _people_part(self) -> QWidget:
        inside = QWidget()
        self._people_head = SectionHead("参会人员", ruled=True)
        self._people = Label("", Type.BODY, wrap=True)
        self._absent = Label("", Type.NOTE, "warn", wrap=True)
        self._notes_head = SectionHead("会议信息", ruled=True)
        self._notes = Label("", Type.NOTE, "text2", wrap=True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._after)
        self._people_buttons, self._notes_buttons = QHBoxLayout(), QHBoxLayout()
        for part in (self._people_head, self._people, self._absent):
            column.addWidget(part)
        column.addLayout(self._people_buttons)
        column.addSpacing(12)
        column.addWidget(self._notes_head)
        column.addWidget(self._notes)
        column.addLayout(self._notes_buttons)
        column.addStretch(1)
        self._right = ScrollColumn("会后、参会人员和会议信息", inside)
        self._after.steps.selectionModel().currentChanged.connect(self._keep_in_sight)
        return self._right

    @Slot(QModelIndex)
    def _keep_in_sight(self, index: QModelIndex) -> None:
        """The step that arrow keys come to, although it is the column that scrolls."""
        steps = self._after.steps
        if steps.hasFocus():
            row = steps.visualRect(index)
            place = steps.viewport().mapTo(self._right.widget(), row.center())
            self._right.ensureVisible(0, place.y(), 0, row.height())

    def _show_agenda(self, rows: list[AgendaRow]) -> None:
        self._model.show(with_headings(rows))

    @Slot(QModelIndex)
    def _open_case(self, index: QModelIndex) -> None:
        row: AgendaRow | None = index.data(ROW_ROLE)
        if row is not None and row.case_number:
            self.case_wanted.emit(row.case_number)

    def _show_people(self, details: MeetingDetails) -> None:
        present = [p for p in details.attendance if p.present]
        absent = [p for p in details.attendance if not p.present]
        self._people_head.set_hint(f"{len(present)}/{len(details.attendance)}")
        self._people.setText(
            "\n".join(person_text(p.role.label, p.name) for p in present) or "还没有小组成员"
        )
        self._absent.setText(
            "\n".join(
                f"{person_text(p.role.label, p.name)}　{p.reason.label if p.reason else '未到'}"
                for p in absent
            )
        )
        self._absent.setVisible(bool(absent))

    def _show_notes(self, details: MeetingDetails) -> None:
        lines = [f"记录 {person_text('', details.recorder).strip()}"]
        if details.ends:
            lines.append(f"散会 {details.ends:%H:%M}")
        lines.append(f"下次会议 {details.next_held_on:%Y-%m-%d}")
        if details.digest:
            digest = details.digest[:8].upper()  # written as the foot of the paper writes it
            lines.append(f"已封存，摘要 {digest[:4]}-{digest[4:]}")
        self._notes.setText("\n".join(lines))

    def _show_steps(self, state: str, command: Callable[[str], QAction]) -> None:
        if state == self._offered:
            return  # the same buttons: leave them, one of them may hold the keyboard
        self._offered = state
        open_state = state == "in_session"
        _fill(
            self._agenda_buttons,
            ["add_case_to_agenda", "add_matter_to_agenda"] if open_state else [],
            command,
        )
        _fill(self._people_buttons, ["record_attendance"] if open_state else [], command)
        _fill(self._notes_buttons, ["write_meeting_notes"] if open_state else [], command)
        _fill(self._steps, OTHER_STEPS[state], command, primary=NEXT_STEP[state])


def _fill(
    row: QHBoxLayout,
    names: list[str] | tuple[str, ...],
    command: Callable[[str], QAction],
    *,
    primary: str = "",
) -> None:
    """Put the buttons of these commands into a row, the primary one at the right end."""
    row.setSpacing(8)
    while row.count():
        left = row.takeAt(0).widget()
        if left is not None:
            left.deleteLater()
    if primary:
        row.addStretch(1)
    for name in names:
        row.addWidget(Button.of(command(name)))
    if primary:
        row.addWidget(Button.of(command(primary), Kind.PRIMARY))
    else:
        row.addStretch(1)
