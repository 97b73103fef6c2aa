"""How much of people the screens show: what can be set, and what is always masked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.messages import explain
from ui.pages.settings_part import SettingsPart, labelled
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.inputs import NumberBox
from ui.widgets.notices import Banner
from ui.widgets.text import Label
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.masking import masked_id
from workbench.masking_rules import (
    LONGEST,
    MOST_FIRST,
    MOST_LAST,
    Masking,
    read_masking,
    set_masking,
)

INVENTED = "990101199001011234"
ALWAYS = (
    "列表、今日、任务、操作记录里的姓名一律遮名，例如 李*华，不能改。",
    "个案页和正在写的一个人的页面显示全名，谁打开过留有记录。",
    "会议纪要一律遮名，会议记录和签字件写全名，文书里的证件号固定显示前3位和后4位。",
)


class MaskingSettings(SettingsPart):
    """What is set here holds for every account on every computer with these records."""

    title = "遮名"
    shows = frozenset({"masking_rule"})

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._add_command("set_masking", "保存遮名设置", "", self._save)
        self._first = NumberBox("证件号前面显示几位", 0, MOST_FIRST)
        self._last = NumberBox("证件号后面显示几位", 0, MOST_LAST)
        self._minutes = NumberBox("姓名显示几分钟", 1, LONGEST)
        self._example = Label("", Type.NOTE, "text2")
        self.banner = Banner()
        self._set_up()

    def reload(self) -> None:
        """Show what holds."""
        held = read_masking(self._bench)
        self._first.setValue(held.first)
        self._last.setValue(held.last)
        self._minutes.setValue(held.minutes)
        self._show_example()
        self.banner.say("")

    def _set_up(self) -> None:
        plain = [Label(words, Type.BODY) for words in ("前", "位，后", "位", "分钟后自动遮名")]
        hint = "对所有账户都有效，保存后马上生效"
        self.column.addWidget(SectionHead("遮名", hint, ruled=True))
        digits = (plain[0], self._first, plain[1], self._last, plain[2])
        self.column.addLayout(labelled("证件号显示", *digits, self._example))
        self.column.addLayout(labelled("患者页按F8显示姓名", self._minutes, plain[3]))
        self.column.addWidget(self.banner)
        self.column.addLayout(labelled("", Button.of(self.command("set_masking"))))
        self.column.addSpacing(8)
        self.column.addWidget(SectionHead("固定的规则", ruled=True))
        for words in ALWAYS:
            self.column.addWidget(Label(words, Type.NOTE, "text2", wrap=True))
        for box in (self._first, self._last):
            box.valueChanged.connect(self._show_example)

    def _typed(self) -> Masking:
        return Masking(self._first.value(), self._last.value(), self._minutes.value())

    def _show_example(self) -> None:
        shown = self._typed()
        self._example.setText(f"例如 {masked_id(INVENTED, shown.first, shown.last)}")

    def _save(self) -> None:
        try:
            set_masking(self._bench, self._typed())
        except Refused as refusal:
            self.banner.say(explain(refusal).text)
        else:
            self.banner.say("")
            self.said.emit("已保存，马上生效")
