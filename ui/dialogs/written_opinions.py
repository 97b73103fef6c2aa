"""What absent members send in about the items of a meeting, entered one after the other."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.keeping import KeepSoon
from ui.messages import explain
from ui.models.choices import LEVEL_CHOICES, level_of
from ui.models.people import person_text
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.inputs import Choice, Field, LineBox, TextBox
from workbench.assessments import Said
from workbench.bench import Bench
from workbench.drafts import discard_draft, read_draft, save_draft
from workbench.errors import Refused
from workbench.written_opinions import (
    AbsentMember,
    SubjectOfOpinion,
    read_written_opinions,
    record_written_opinion,
)

SCREEN = "written_opinion"
NOTHING = Said("")


class WrittenOpinionsDialog(CommandDialog):
    """Stays open: after each opinion the next entry on which the member said nothing is shown."""

    keys = "Ctrl+Enter"  # Enter alone begins a new line
    sheets_wanted = Signal()

    def __init__(self, bench: Bench, meeting_id: int, parent: QWidget) -> None:
        words = "请假的成员交来的意见，逐项记下，会上显示为书面意见。"
        super().__init__(bench, "登记书面意见", words, "登记意见", parent)
        self.setObjectName("written_opinions_dialog")
        self._meeting_id = meeting_id
        self.member, self.item = Choice("谁的意见"), Choice("关于")
        self.words = TextBox("书面意见", "写在征询单上的话", lines=3)
        self.level = Choice("本人评定等级", LEVEL_CHOICES)
        self.dissent = LineBox("保留意见", "没有可不填")
        self._kept: tuple[int, int] | None = None
        self.setMinimumWidth(theme().px(560))
        self._lay_out()
        self._soon = KeepSoon(self)
        self._soon.timeout.connect(self._keep)
        self._read()
        self.member.currentIndexChanged.connect(self._turn)
        self.item.currentIndexChanged.connect(self._turn)
        for box in (self.words, self.dissent):
            box.textChanged.connect(self._soon.touch)
        self.words.left.connect(self._keep)

    def done(self, result: int) -> None:
        """Keep what was typed and not recorded; next time it stands here again."""
        self._soon.stop()
        self._keep()
        super().done(result)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(Field("谁的意见", self.member), 0, 0)
        self._item_field = Field("关于", self.item)
        grid.addWidget(self._item_field, 0, 1)
        grid.addWidget(Field("书面意见", self.words), 1, 0, 1, 2)
        self._level_field = Field("本人评定等级", self.level)
        grid.addWidget(self._level_field, 2, 0)
        grid.addWidget(Field("保留意见", self.dissent), 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.fields.addLayout(grid)
        sheets = Button("去印征询单")
        sheets.setAutoDefault(False)
        sheets.clicked.connect(self._go_to_sheets)
        self.add_verbs(self.verb, sheets, self.cancel)
        self.cancel.setText("关闭")

    def _read(self) -> None:
        found = read_written_opinions(self._bench, self._meeting_id)
        self._absent = {row.member_id: row for row in found.absent}
        self._items = {row.item_id: row for row in found.items}
        self.member.offer([(row.member_id, _member_text(row)) for row in found.absent])
        self.item.offer([(row.item_id, _item_text(row)) for row in found.items])
        if not found.absent:
            self.verb.setEnabled(False)
            self.banner.say("没有人请假。谁不能来，请先在“到会情况”里登记。")
            return
        silent = [row.member_id for row in found.absent if not row.said]
        self.member.show_value((silent or [found.absent[0].member_id])[0])
        self._go_on()

    def _present(self) -> tuple[AbsentMember, SubjectOfOpinion] | None:
        member, item = self._absent.get(_key(self.member)), self._items.get(_key(self.item))
        return (member, item) if member is not None and item is not None else None

    def _go_on(self) -> None:
        """To the first entry on which the member has not been heard."""
        member = self._absent.get(_key(self.member))
        heard = member.said if member else {}
        left = [key for key in self._items if key not in heard]
        self.item.show_value(left[0] if left else _key(self.item))
        self._show()

    @Slot()
    def _turn(self) -> None:
        self._keep()
        self._show()

    def _show(self) -> None:
        present = self._present()
        if present is None:
            return
        member, item = present
        self._kept = member.member_id, item.item_id
        said = self._drafted() or member.said.get(item.item_id, NOTHING)
        for box in (self.words, self.dissent):
            box.blockSignals(True)
        self.words.setPlainText(said.words)
        self.dissent.setText(said.dissent)
        for box in (self.words, self.dissent):
            box.blockSignals(False)
        self.level.show_value(None if said.level is None else int(said.level))
        self._level_field.setEnabled(item.is_rated)
        heard = sum(key in member.said for key in self._items)
        self._item_field.set_note(f"已交{heard}/{len(self._items)}项")
        self.words.setFocus()

    def _typed(self) -> Said:
        level = level_of(self.level.value()) if self._level_field.isEnabled() else None
        return Said(self.words.toPlainText(), level, self.dissent.text(), in_writing=True)

    def _subject(self) -> str:
        member, item = self._kept or (0, 0)
        return f"{self._meeting_id}/{member}/{item}"

    def _drafted(self) -> Said | None:
        draft = read_draft(self._bench, SCREEN, self._subject())
        if draft is None:
            return None
        words, level, dissent = (draft.get(name) for name in ("words", "level", "dissent"))
        return Said(str(words or ""), level_of(level), str(dissent or ""), in_writing=True)

    @Slot()
    def _keep(self) -> None:
        if self._kept is None:
            return
        member, item = self._kept
        typed, known = self._typed(), self._absent[member].said.get(item, NOTHING)
        same = (typed.words, typed.level, typed.dissent) == (
            known.words,
            known.level,
            known.dissent,
        )
        if same:
            discard_draft(self._bench, SCREEN, self._subject())
        else:
            level = None if typed.level is None else int(typed.level)
            payload: dict[str, object] = {
                "words": typed.words,
                "level": level,
                "dissent": typed.dissent,
            }
            save_draft(self._bench, SCREEN, self._subject(), payload)

    @Slot()
    def _go_to_sheets(self) -> None:
        self.reject()
        self.sheets_wanted.emit()

    @Slot()
    def _try(self) -> None:
        present, typed = self._present(), self._typed()
        if present is None:
            return
        member, item = present
        try:
            record_written_opinion(
                self._bench,
                item.item_id,
                member.member_id,
                words=typed.words,
                level=typed.level,
                dissent=typed.dissent,
            )
        except Refused as refusal:
            self.refuse(explain(refusal).text)
            return
        discard_draft(self._bench, SCREEN, self._subject())
        self._kept = None
        self._read_again(member.member_id)

    def _read_again(self, member_id: int) -> None:
        found = read_written_opinions(self._bench, self._meeting_id)
        self._absent = {row.member_id: row for row in found.absent}
        self.carried_out.emit(member_id)
        self._go_on()


def _key(choice: Choice) -> int:
    value = choice.value()
    return value if isinstance(value, int) else 0


def _member_text(row: AbsentMember) -> str:
    reason = f"（{row.reason.label}）" if row.reason else ""
    return f"{person_text(row.role.label, row.name)}{reason}"


def _item_text(row: SubjectOfOpinion) -> str:
    return "　".join(filter(None, (row.title, row.case_number)))
