"""Who is at the table, and why the others are not."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.choices import ABSENCE_REASONS
from ui.models.people import person_text
from ui.theme import theme
from ui.widgets.inputs import Choice
from ui.widgets.windows import ScrollColumn
from workbench.bench import Bench
from workbench.meetings import AttendanceRow, read_meeting, record_absence, record_presence


class AttendanceDialog(CommandDialog):
    """Everybody is present until the tick is taken away."""

    def __init__(self, bench: Bench, meeting_id: int, parent: QWidget) -> None:
        super().__init__(
            bench, "到会情况", "去掉未到人员前面的勾，并选原因。", "保存到会情况", parent
        )
        self.setObjectName("attendance_dialog")
        self._meeting_id = meeting_id
        self._known = read_meeting(bench, meeting_id).attendance
        self.present: dict[int, QCheckBox] = {}
        self.reasons: dict[int, Choice] = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(3, 0, 10, 0)
        grid.setColumnStretch(0, 1)
        for row, person in enumerate(self._known):
            self._add_row(grid, row, person)
        grid.setRowStretch(len(self._known), 1)
        people = ScrollColumn("到会人员", inside)
        people.setMinimumHeight(min(theme().px(300), 40 * max(len(self._known), 1)))
        self.fields.addWidget(people, 1)

    def _add_row(self, grid: QGridLayout, row: int, person: AttendanceRow) -> None:
        words = person_text(person.role.label, person.name)
        tick = QCheckBox(f"{words}（{person.unit}）")
        tick.setAccessibleName(f"{words}到会")
        reason = Choice(f"{words}未到的原因", [(each, each.label) for each in ABSENCE_REASONS])
        tick.setChecked(person.present)
        reason.show_value(person.reason)
        reason.setVisible(not person.present)
        tick.toggled.connect(partial(self._follow_tick, reason))
        self.present[person.member_id], self.reasons[person.member_id] = tick, reason
        grid.addWidget(tick, row, 0)
        grid.addWidget(reason, row, 1)

    @Slot()
    def _follow_tick(self, reason: Choice, present: bool) -> None:
        reason.setVisible(not present)

    def _carry_out(self) -> object:
        for person in self._known:
            key = person.member_id
            reason = next(r for r in ABSENCE_REASONS if r == self.reasons[key].value())
            if self.present[key].isChecked():
                if not person.present:
                    record_presence(self._bench, self._meeting_id, key)
            elif person.present or person.reason != reason:
                record_absence(self._bench, self._meeting_id, key, reason=reason)
        return self._meeting_id
