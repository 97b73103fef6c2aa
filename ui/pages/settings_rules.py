"""The rules the unit follows: every value, what it rests on, and how it is changed."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtWidgets import QWidget

from ui.dialogs.change_rule import ChangeRuleDialog, RestoreRuleDialog
from ui.dialogs.command import CommandDialog
from ui.dialogs.rule_sources import AdoptProfileDialog, TakeUpdatesDialog
from ui.dialogs.try_rules import TryRulesDialog
from ui.models.rows import ROW_ROLE, RowsModel
from ui.models.rules import in_parts, profile_words, rule_face, rule_note, rule_spoken
from ui.pages.settings_part import SettingsPart, in_a_row
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.lists import RowsList
from ui.widgets.notices import Banner
from ui.widgets.text import Label
from workbench.bench import Bench
from workbench.rule_trials import TriedValue
from workbench.unit_rules import (
    UnitRuleRow,
    list_rule_profiles,
    list_unit_rules,
    offered_rule_updates,
)

CHANGED = "规则已改，原来的值留有记录"


class RuleSettings(SettingsPart):
    """Shows what applies today and what is to come; a change never reaches into the past."""

    title = "规则"
    shows = frozenset({"unit_rule", "profile_adoption"})
    is_list = True

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._pool = bench, pool
        add = self._add_command
        add("set_unit_rule", "修改…", "Ctrl+E", self._change)
        add("try_rules_on_patient", "试算…", "Ctrl+T", self._try)
        add("restore_unit_rule", "恢复随附的值…", "Ctrl+Shift+R", self._restore)
        add("adopt_profile", "换规则档…", "Ctrl+G", self._adopt)
        add("take_rule_updates", "看更新…", "Ctrl+U", self._take)
        self._set_up()

    def reload(self) -> None:
        """Read the rules again, keeping the same one selected."""
        kept = self.selected()
        rules = list_unit_rules(self._bench)
        self._head.set_hint(profile_words(list_rule_profiles(self._bench)))
        self._offer(len(offered_rule_updates(self._bench)))
        lines = in_parts(rules)
        self._model.show(lines)
        numbers = [n for n, line in enumerate(lines) if isinstance(line, UnitRuleRow)]
        same = [n for n in numbers if kept is not None and getattr(lines[n], "key", "") == kept.key]
        self.list.setCurrentIndex(self._model.index((same or numbers)[0], 0))
        self._show_selected()

    def selected(self) -> UnitRuleRow | None:
        """The rule that actions are about."""
        row: UnitRuleRow | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def take_caret(self) -> None:
        """The list of rules."""
        self.list.setFocus()

    def _set_up(self) -> None:
        self._head = SectionHead("规则", ruled=True)
        self._head.add_right(Button.of(self.command("adopt_profile")))
        self._updates = Banner()
        self._updates.add_way_out(Button.of(self.command("take_rule_updates")))
        self._model: RowsModel[UnitRuleRow] = RowsModel(rule_face, rule_spoken, self)
        self.list = RowsList("规则列表", margin=12)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._show_selected)
        self.list.activated.connect(self._change)
        self._basis = Label("", Type.NOTE, "text2", wrap=True)
        self.column.addWidget(self._head)
        self.column.addWidget(self._updates)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._basis)
        names = ("set_unit_rule", "try_rules_on_patient", "restore_unit_rule")
        short = {"restore_unit_rule": "恢复…"}
        buttons = (Button.of(self.command(name), short=short.get(name, "")) for name in names)
        self.column.addLayout(in_a_row(*buttons))

    def _offer(self, updates: int) -> None:
        self._offered = updates
        words = (
            f"程序更新后，有{updates}条规则随附的值变了。现在执行的值没有变，由单位决定采不采用。"
        )
        self._updates.say(words if updates else "")

    def _refresh_actions(self) -> None:
        rule = self.selected() if self._commands else None
        possible = {
            "restore_unit_rule": rule is not None and (rule.differs or rule.coming is not None),
            "take_rule_updates": bool(getattr(self, "_offered", 0)),
        }
        for name, action in self._commands.items():
            action.setEnabled(self._current and possible.get(name, True))

    @Slot()
    def _show_selected(self) -> None:
        rule = self.selected()
        self._basis.setText(f"{rule.title}：{rule.words}。{rule_note(rule)}。" if rule else "")
        self._refresh_actions()

    @Slot()
    def _change(self) -> None:
        rule = self.selected()
        if rule is not None:
            self._ask(ChangeRuleDialog(self._bench, rule, self.window()), CHANGED)

    def _restore(self) -> None:
        rule = self.selected()
        if rule is not None:
            self._ask(RestoreRuleDialog(self._bench, rule, self.window()), "已恢复随程序提供的值")

    def _adopt(self) -> None:
        self._ask(AdoptProfileDialog(self._bench, self.window()), "规则档已换")

    def _take(self) -> None:
        self._ask(TakeUpdatesDialog(self._bench, self.window()), "更新已采用")

    def _ask(self, dialog: CommandDialog, done: str) -> None:
        dialog.carried_out.connect(lambda _: self.said.emit(done))
        dialog.open()

    def _try(self) -> None:
        rule = self.selected()
        if rule is not None:
            dialog = TryRulesDialog(self._bench, self._pool, rule.key, self.window())
            dialog.change_wanted.connect(self._change_as_tried)
            dialog.open()

    @Slot(object)
    def _change_as_tried(self, tried: TriedValue) -> None:
        rule = next(row for row in self._model.rows() if row.key == tried.key)
        dialog = ChangeRuleDialog(self._bench, rule, self.window())
        dialog.value.show_value(tried.amount, tried.unit)
        self._ask(dialog, CHANGED)
