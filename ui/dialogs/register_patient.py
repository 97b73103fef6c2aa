"""Putting a person on the register, and correcting what was written about one."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.dialogs.particulars_fields import ParticularsFields
from ui.theme import theme
from ui.widgets.inputs import Field, LineBox
from workbench.bench import Bench
from workbench.duplicates import Doubt
from workbench.patients import Particulars, correct_patient, register_patient
from workbench.register_errors import DoubtsOpen

REGISTERING = "只有姓名和性别必填，其他可以以后补。登记后还没有入组，入组由小组会议决定。"
CORRECTING = "改的是写错的内容。原来的内容和更正理由都会留下，可以查到是谁改的。"


class _ParticularsDialog(CommandDialog):
    """Doubts are shown in place; pressed once more without another identity, they are checked."""

    def __init__(
        self, bench: Bench, title: str, explanation: str, verb: str, parent: QWidget
    ) -> None:
        super().__init__(bench, title, explanation, verb, parent)
        self._accepted: tuple[Doubt, ...] = ()
        self.particulars = ParticularsFields()
        self.particulars.identity_edited.connect(self._doubt_again)
        self.fields.addWidget(self.particulars)
        self.setMinimumWidth(theme().px(560))
        self.particulars.take_caret()

    def _carry_out(self) -> object:
        try:
            return self._save(self.particulars.particulars())
        except DoubtsOpen:
            self._accepted = tuple(Doubt)
            raise

    def _save(self, given: Particulars) -> object:
        raise NotImplementedError

    @Slot()
    def _doubt_again(self) -> None:
        self._accepted = ()


class RegisterPatientDialog(_ParticularsDialog):
    """Asks who the person is."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(bench, "登记患者", REGISTERING, "登记", parent)
        self.setObjectName("register_patient_dialog")

    def _save(self, given: Particulars) -> object:
        return register_patient(
            self._bench, given, accepted=self._accepted, request_id=self._request_id
        )


class CorrectPatientDialog(_ParticularsDialog):
    """Shows what is written and asks why it changes."""

    def __init__(self, bench: Bench, patient_id: int, known: Particulars, parent: QWidget) -> None:
        super().__init__(bench, "更正资料", CORRECTING, "保存更正", parent)
        self.setObjectName("correct_patient_dialog")
        self._patient_id = patient_id
        self.why = LineBox("更正理由", "例如 抄录身份证时写错")
        self.fields.addWidget(Field("更正理由", self.why))
        self.particulars.show_particulars(known)

    def _save(self, given: Particulars) -> object:
        correct_patient(
            self._bench,
            self._patient_id,
            given,
            why=self.why.text(),
            accepted=self._accepted,
        )
        return self._patient_id
