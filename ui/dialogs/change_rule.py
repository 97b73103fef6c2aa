"""Deciding one value for the unit, or taking back what the program ships."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.days import day_box, needed_day
from ui.models.rules import counted_in, rule_note
from ui.widgets.inputs import Choice, Field, LineBox, NumberBox
from workbench.bench import Bench
from workbench.screen import Unit
from workbench.unit_rules import UnitRuleRow, restore_unit_rule, set_unit_rule

MOST = 10000


class ValueFields(QWidget):
    """A number and what it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.amount = NumberBox("改为多少", 0, MOST)
        self.unit = Choice("以什么计")
        self._units: tuple[Unit, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.addWidget(Field("改为", self.amount), 0, 0)
        grid.addWidget(Field("以什么计", self.unit), 0, 1)

    def show_value(self, amount: int, unit: Unit) -> None:
        """Fill in a value that was tried out."""
        self.unit.show_value(unit)
        self.amount.setValue(amount)

    def show_rule(self, rule: UnitRuleRow) -> None:
        """Begin with the value that applies."""
        choices = counted_in(rule.unit)
        self._units = tuple(unit for unit in Unit if any(unit == each for each, _ in choices))
        self.unit.offer(choices)
        self.unit.show_value(rule.unit)
        self.unit.setEnabled(len(choices) > 1)
        self.amount.blockSignals(True)
        self.amount.setValue(rule.amount)
        self.amount.blockSignals(False)

    def chosen_unit(self) -> Unit:
        """What the number counts."""
        return next(unit for unit in self._units if unit == self.unit.value())


class ChangeRuleDialog(CommandDialog):
    """Asks for the value, the day it applies from and by what it was decided."""

    def __init__(self, bench: Bench, rule: UnitRuleRow, parent: QWidget) -> None:
        explanation = f"现在是{rule.words}。{rule_note(rule)}。"
        super().__init__(bench, rule.title, explanation, "按此执行", parent)
        self._key = rule.key
        self.value = ValueFields()
        self.value.show_rule(rule)
        self.day = day_box("从哪天起", bench.today, ahead=True)
        self.day.show_day(bench.today())
        self.basis = LineBox("依据", "例如 2026年第5次例会决定")
        self.fields.addWidget(self.value)
        self.fields.addWidget(Field("从哪天起", self.day, "这天以前的评估不受影响"))
        self.fields.addWidget(Field("依据", self.basis, "哪次会议或哪份文件定的"))
        self.value.amount.setFocus()
        self.value.amount.selectAll()

    def _carry_out(self) -> object:
        return set_unit_rule(
            self._bench,
            self._key,
            amount=self.value.amount.value(),
            unit=self.value.chosen_unit(),
            applies_from=needed_day(self.day),
            basis=self.basis.text(),
            request_id=self._request_id,
        )


class RestoreRuleDialog(CommandDialog):
    """Asks from which day the shipped value holds again."""

    def __init__(self, bench: Bench, rule: UnitRuleRow, parent: QWidget) -> None:
        explanation = f"{rule.title}现在是{rule.words}，随程序提供的是{rule.shipped}。"
        super().__init__(bench, "恢复随程序提供的值", explanation, "恢复", parent)
        self._key = rule.key
        self.day = day_box("从哪天起", bench.today, ahead=True)
        self.day.show_day(bench.today())
        self.fields.addWidget(Field("从哪天起", self.day, "本单位定过的值留有记录"))
        self.day.setFocus()

    def _carry_out(self) -> object:
        day = needed_day(self.day)
        restore_unit_rule(self._bench, self._key, applies_from=day)
        return self._key
