"""Writing a remark of the psychiatrist on a plan, one of its areas or one of its lines."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.widgets.inputs import Choice, Field, TextBox
from workbench.annotations import write_annotation
from workbench.bench import Bench
from workbench.words import required


@dataclass(frozen=True)
class Spot:
    """What a remark may be about: a record, and how its words begin where it has to say so."""

    label: str
    subject: str
    key: int
    begins: str = ""


class WriteAnnotationDialog(CommandDialog):
    """Asks what the remark is about, and for its words."""

    def __init__(self, bench: Bench, spots: list[Spot], parent: QWidget) -> None:
        words = "批注由小组处理：列入计划、成为任务，或写明为什么不采纳。"
        super().__init__(bench, "写批注", words, "写入批注", parent)
        self.setObjectName("write_annotation_dialog")
        self.about = Choice("关于", [(spot, spot.label) for spot in spots])
        self.text = TextBox("批注", "您的意见", lines=4)
        self.fields.addWidget(Field("关于", self.about))
        self.fields.addWidget(Field("批注", self.text))
        self.text.setFocus()

    def _carry_out(self) -> object:
        spot = self.about.value()
        if not isinstance(spot, Spot):
            return None
        words = spot.begins + required("批注", self.text.toPlainText())
        return write_annotation(
            self._bench, spot.subject, spot.key, text=words, request_id=self._request_id
        )
