"""One patient beside the list: how they are now, who they are, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.patients import (
    case_words,
    particulars_lines,
    patient_facts,
    standing_lines,
    standing_tags,
)
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import LevelChip, Tag
from ui.widgets.heads import SectionHead
from ui.widgets.text import Label, ShortLabel
from ui.widgets.windows import ScrollColumn
from workbench.patient_standings import PatientStanding
from workbench.register import PatientDetails

Lines = Sequence[tuple[str, str]]


class PatientSheet(QWidget):
    """Shows what it is given, masked or not; what can be done is the page's business."""

    def __init__(self, command: Callable[[str], QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set_up(command)

    def show_patient(self, row: PatientStanding | None, details: PatientDetails | None) -> None:
        """Show another person, or nobody."""
        found = row is not None and details is not None
        self._body.setVisible(found)
        self._title.setText("没有符合条件的患者" if row is None else row.masked)
        self._level.show_level(None)
        self._facts.setText("")
        self._tags.setText("")
        if row is None or details is None:
            self._stability.show_text("")
            return
        self._title.setText(details.particulars.name)
        self._level.show_level(None if row.level is None else int(row.level))
        self._stability.show_text(row.stability.label if row.stability else "")
        self._facts.setText(patient_facts(row))
        self._tags.setText("  ".join(standing_tags(row)))
        self._fill(self._now, [*standing_lines(row), ("个案", case_words(row))])
        self._fill(self._who, particulars_lines(details))

    def offer(self, button: Button) -> None:
        """What else can be done about this person, before the other steps."""
        self._steps.insertWidget(1, button)

    def _set_up(self, command: Callable[[str], QAction]) -> None:
        self._title = ShortLabel("", Type.NAME)
        self._level, self._stability = LevelChip(), Tag()
        self._facts = ShortLabel("", Type.BODY, "text2")
        self._tags = ShortLabel("", Type.NOTE_BOLD, "warn")
        top = QHBoxLayout()
        top.setSpacing(12)
        for part in (self._title, self._level, self._stability):
            top.addWidget(part)
        top.addWidget(self._tags, 1)
        self._now, self._who = _lines_layout(), _lines_layout()
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(6)
        for title, layout in (("现在", self._now), ("基本情况", self._who)):
            parts.addWidget(SectionHead(title, ruled=True))
            parts.addLayout(layout)
            parts.addSpacing(8)
        parts.addStretch(1)
        self._body = ScrollColumn("患者情况", inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 24, 14)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._facts)
        column.addWidget(self._body, 1)
        column.addStretch(0)
        self._steps = self._steps_of(command)
        column.addLayout(self._steps)

    def _steps_of(self, command: Callable[[str], QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(Button.of(command("correct_patient"), short="更正…"))
        row.addWidget(Button.of(command("unmask"), short="姓名"))
        row.addWidget(Button.of(command("open_selected_case"), Kind.PRIMARY))
        return row

    def _fill(self, layout: QFormLayout, lines: Lines) -> None:
        """Write into the labels that are there; the lines are always the same ones."""
        while layout.rowCount() < len(lines):
            value = Label("", Type.BODY, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addRow(Label("", Type.NOTE, "text2"), value)
        for number, words in enumerate(lines):
            roles = (QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole)
            for role, text in zip(roles, words, strict=True):
                label = layout.itemAt(number, role).widget()
                if isinstance(label, Label):
                    label.setText(text)


def _lines_layout() -> QFormLayout:
    layout = QFormLayout()
    layout.setHorizontalSpacing(18)
    layout.setVerticalSpacing(7)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return layout
