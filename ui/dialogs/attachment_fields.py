"""What is said of a file: its kind, its title, its day, its meeting and a remark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.days import day_box, needed_day
from ui.widgets.inputs import Choice, Field, GrowingBox, LineBox
from workbench.attachments import AttachmentRow, Described
from workbench.screen import AttachmentKind

NO_MEETING = "不属于某次会议"
TO_CHOOSE = "请选择"


class AttachmentFields(QWidget):
    """The same fields for a file that comes in and for one that is corrected."""

    def __init__(self, today: Callable[[], date], meetings: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        kinds = [(each, each.label) for each in AttachmentKind]
        self.kind = Choice("种类", [(None, TO_CHOOSE), *kinds])
        self.title = LineBox("标题", "不填就用种类的名称")
        self.on = day_box("材料上的日期", today)
        self.on.show_day(today())
        self.meeting = Choice("所属会议", [(None, NO_MEETING), *meetings])
        self.meeting.setMinimumContentsLength(12)
        self.note = GrowingBox("说明")
        self._lay_out(bool(meetings))

    def show_row(self, row: AttachmentRow) -> None:
        """Fill in what is known of a file."""
        self.kind.show_value(row.kind)
        self.title.setText(row.title)
        self.on.show_day(row.on)
        self.meeting.show_value(row.meeting_id)
        self.note.setPlainText(row.note)

    def described(self, number: int = 0) -> Described:
        """What the fields say; of several files each title bears its number."""
        kind, meeting = self.kind.value(), self.meeting.value()
        chosen = kind if isinstance(kind, AttachmentKind) else None
        title = self.title.text().strip() or (chosen.label if chosen else "")
        return Described(
            on=needed_day(self.on),
            kind=chosen,
            title=f"{title}（{number}）" if title and number else title,
            note=self.note.toPlainText(),
            meeting_id=meeting if isinstance(meeting, int) else None,
        )

    def _lay_out(self, of_meetings: bool) -> None:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(Field("种类", self.kind, "必填"), 1)
        first.addWidget(Field("材料上的日期", self.on), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(first)
        column.addWidget(Field("标题", self.title))
        if of_meetings:
            column.addWidget(Field("所属会议", self.meeting))
        column.addWidget(Field("说明", self.note))
