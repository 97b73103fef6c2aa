"""Setting one thing of one form or of all: what it is to be, and from when that holds."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.choices import MEMBER_ROLES
from ui.widgets.inputs import Field, LineBox, NumberBox
from ui.widgets.segmented import Segmented
from workbench.bench import Bench
from workbench.paper_setting_rows import PaperKeyRow
from workbench.paper_settings import (
    MOST_ROWS,
    MOST_SIGNERS,
    PaperKey,
    Value,
    set_paper_setting,
)

EFFECT = "从现在起，{which}的预览、打印和封存都按新的设置。已经封存的不变。"
OWN, USUAL = "own", "usual"
IN_A_ROW = 2


class PaperSettingDialog(CommandDialog):
    """Either set here, or as it stands without; a refusal stands in the dialog."""

    def __init__(self, bench: Bench, row: PaperKeyRow, which: str, parent: QWidget) -> None:
        title, how = f"{row.key.label}：{which}", EFFECT.format(which=which)
        super().__init__(bench, title, how, "保存", parent)
        self.setObjectName("set_paper_setting_dialog")
        self._row = row
        usual = "不另定" if row.form else "按文书规定"
        self.source = Segmented("怎样定", [(OWN, "在这里定"), (USUAL, usual)])
        self.source.show_value(USUAL if row.own is None and row.value is None else OWN)
        self.source.chosen.connect(self._refresh)
        self.fields.addWidget(self.source)
        self._box = self._field()
        self.fields.addWidget(self._box)
        self._refresh()

    def _carry_out(self) -> object:
        value = self._value() if self.source.value() == OWN else None
        set_paper_setting(self._bench, self._row.form, self._row.key, value)
        return self._row.key

    def _field(self) -> QWidget:
        key, value = self._row.key, self._row.value
        match key:
            case PaperKey.UNIT_NAME:
                self._name = LineBox(key.label)
                self._name.setText(value if isinstance(value, str) else "")
                return Field(key.label, self._name)
            case PaperKey.AT_CLOSE:
                self._close = Segmented(key.label, [(True, "封存"), (False, "不封存")])
                self._close.show_value(value is not False)
                return Field(key.label, self._close)
            case PaperKey.SIGNER_ROLES:
                return self._roles(value if isinstance(value, list) else [])
        rows = key is PaperKey.SPARE_ROWS
        self._number = NumberBox(key.label, 0, MOST_ROWS if rows else MOST_SIGNERS)
        self._number.setValue(value if isinstance(value, int) else 0 if rows else 1)
        return Field(key.label, self._number)

    def _roles(self, chosen: list[str]) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        self._ticks = {role.value: QCheckBox(role.label) for role in MEMBER_ROLES}
        for number, (role, box) in enumerate(self._ticks.items()):
            box.setAccessibleName(box.text())
            box.setChecked(role in chosen)
            grid.addWidget(box, number // IN_A_ROW, number % IN_A_ROW)
        return whole

    def _value(self) -> Value:
        match self._row.key:
            case PaperKey.UNIT_NAME:
                return self._name.text()
            case PaperKey.AT_CLOSE:
                return self._close.value() is True
            case PaperKey.SIGNER_ROLES:
                return [role for role, box in self._ticks.items() if box.isChecked()]
        return self._number.value()

    @Slot()
    def _refresh(self) -> None:
        self._box.setEnabled(self.source.value() == OWN)
