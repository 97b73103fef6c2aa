"""Following another profile, and taking what a new version of the program offers."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.days import day_box, needed_day
from ui.theme import Type
from ui.widgets.inputs import Choice, Field
from ui.widgets.text import Label
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.unit_rules import (
    OfferedUpdate,
    adopt_profile,
    list_rule_profiles,
    offered_rule_updates,
    take_rule_updates,
)

REPLACES = "从这一天起，每条规则都按这个规则档的值执行；本单位另定的值到前一天为止，留有记录。"
NOTHING_CHANGES = "现在执行的值不会自己变。勾选的各条从这一天起按新的值执行。"


class AdoptProfileDialog(CommandDialog):
    """Asks which profile and from which day."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(bench, "换规则档", REPLACES, "执行这个规则档", parent)
        profiles = list_rule_profiles(bench)
        self.profile = Choice("规则档", [(row.name, row.name) for row in profiles])
        self.profile.show_value(next((row.name for row in profiles if row.followed), None))
        self.day = day_box("从哪天起", bench.today, ahead=True)
        self.day.show_day(bench.today())
        self.fields.addWidget(Field("规则档", self.profile))
        self.fields.addWidget(Field("从哪天起", self.day))
        self.profile.setFocus()

    def _carry_out(self) -> object:
        return adopt_profile(
            self._bench,
            str(self.profile.value()),
            applies_from=needed_day(self.day),
            request_id=self._request_id,
        )


class NothingTicked(Refused):
    """Updates were to be taken, and none was chosen."""

    def __init__(self) -> None:
        super().__init__("一条也没有勾选。", next_step="请勾选要采用的，或按“取消”。")


class TakeUpdatesDialog(CommandDialog):
    """Each offered value with a tick: all, or only some."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(bench, "随程序更新的规则", NOTHING_CHANGES, "采用勾选的", parent)
        self.offered: dict[str, QCheckBox] = {}
        for update in offered_rule_updates(bench):
            self._offer(update)
        self.day = day_box("从哪天起", bench.today, ahead=True)
        self.day.show_day(bench.today())
        self.fields.addWidget(Field("从哪天起", self.day))
        next(iter(self.offered.values()), self.day).setFocus()

    def _offer(self, update: OfferedUpdate) -> None:
        before = f"原来随程序提供的是{update.copied}，" if update.copied else ""
        tick = QCheckBox(f"{update.title}：{update.offered}")
        tick.setAccessibleName(tick.text())
        tick.setAccessibleDescription(update.basis)
        tick.setChecked(True)
        self.offered[update.key] = tick
        self.fields.addWidget(tick)
        words = f"{before}现在执行{update.applies}。{update.basis}"
        self.fields.addWidget(Label(words, Type.NOTE, "text2", wrap=True))

    def _carry_out(self) -> object:
        keys = [key for key, tick in self.offered.items() if tick.isChecked()]
        if not keys:
            raise NothingTicked
        day = needed_day(self.day)
        take_rule_updates(self._bench, keys, applies_from=day)
        return len(keys)
