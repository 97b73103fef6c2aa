"""Writing one ready sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.widgets.inputs import Field, LineBox
from workbench.bench import Bench
from workbench.phrases import LONGEST, PhraseRow, add_phrase, change_phrase


class PhraseDialog(CommandDialog):
    """A new phrase, or other words for one that is there."""

    def __init__(self, bench: Bench, phrase: PhraseRow | None, parent: QWidget) -> None:
        title = "修改常用语" if phrase else "添加常用语"
        words = "已经写进记录里的话不会跟着变。" if phrase else ""
        super().__init__(bench, title, words, "保存常用语", parent)
        self._phrase = phrase
        self.words = LineBox("常用语", "例如 近一个月情绪平稳，按时服药。")
        self.words.setText(phrase.words if phrase else "")
        self.fields.addWidget(Field("常用语", self.words, f"最多{LONGEST}个字"))
        self.words.setFocus()

    def _carry_out(self) -> object:
        if self._phrase is None:
            return add_phrase(self._bench, self.words.text(), request_id=self._request_id)
        change_phrase(self._bench, self._phrase.id, self.words.text())
        return self._phrase.id
