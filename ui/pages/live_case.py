"""The middle of the meeting screen: one item, from who it is to what is decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.models.choices import LEVELS, STABILITIES
from ui.models.conclusions import conclusion_understood
from ui.models.entry import Entry
from ui.models.offers import conclusion_sources, reason_sources, talk_sources
from ui.pages.live_news import NewsBlock
from ui.pages.live_votes import VotesRow
from ui.pages.live_who import WhoLine
from ui.theme import Type, theme
from ui.widgets.heads import SectionHead
from ui.widgets.level_buttons import LevelButtons
from ui.widgets.segmented import Segmented
from ui.widgets.talk_box import OfferingText, TalkBox
from ui.widgets.text import ShortLabel
from ui.widgets.windows import Ground
from workbench.at_table import at_table
from workbench.item_background import Background
from workbench.live import ItemDetails
from workbench.rules.speakers import speaker_of, tags

MANAGED = "决定了什么；不写 @ 时由个案管理员办理"
NOBODYS = "决定了什么，@ 由谁来办，期限"
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class CaseColumn(Ground):
    """Shows an item and what is typed about it. It never records anything."""

    touched = Signal()
    left = Signal()
    level_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent=parent)
        self._item: ItemDetails | None = None
        self._on = date.min
        self._low = False
        self._set_up()

    def show_item(self, item: ItemDetails, on: date, phrases: Sequence[str]) -> None:
        """Show what is known and recorded about an item at a meeting held on a day."""
        self._item, self._on = item, on
        people = at_table(item.opinions)
        self.who.show_item(item)
        self._rating.setVisible(item.tier != "matter")
        self.news.setVisible(item.patient_id is not None)
        self.news.timeline.setVisible(item.case_id is not None)
        self.levels.show_level(self.levels.level(), self._previous())
        self.talk.mark(tuple(tags(people).values()))
        self.talk.offer(talk_sources(item, phrases))
        self.reason.offer(reason_sources(phrases))
        self.decision.offer(conclusion_sources(item, phrases))
        self.votes.show_members(item.opinions)
        managed = item.usual.implementer_id is not None
        self.decision.setPlaceholderText(MANAGED if managed else NOBODYS)

    def show_background(self, background: Background | None, *, known: bool) -> None:
        """Show what lies behind the item, once it is known."""
        self.news.show_background(background, known=known)

    def show_entry(self, entry: Entry) -> None:
        """Fill the fields in, without announcing it."""
        self.levels.show_level(entry.level, self._previous())
        self._explain_level()
        self.stability.show_value(entry.stability)
        self.reason.fill(entry.reason)
        self.talk.fill(entry.discussion)
        self.decision.fill(entry.decision)
        self.votes.show_ratings(entry.ratings, published=entry.published)
        self._understand()

    def entry(self) -> Entry:
        """What the fields say."""
        stability = self.stability.value()
        return Entry(
            level=self.levels.level(),
            stability=str(stability) if stability is not None else None,
            reason=self.reason.toPlainText(),
            discussion=self.talk.toPlainText(),
            ratings=self.votes.ratings(),
            published=self.votes.told(),
            decision=self.decision.toPlainText(),
        )

    def ask_reason(self, reasons: tuple[str, ...], *, take_caret: bool) -> None:
        """Ask for the written reason as long as there is something to explain."""
        self._reason_head.set_hint(f"必填，将印在评估表上：{'；'.join(reasons)}", "warn")
        self._reason_part.setVisible(bool(reasons) or bool(self.reason.toPlainText()))
        if reasons and take_caret:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the keyboard where the talk about an item begins."""
        first = self.levels if self.levels.isVisibleTo(self) else self.talk
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def speaker(self) -> int | None:
        """Whose words the caret stands in."""
        if self._item is None or not self.talk.hasFocus():
            return None
        return speaker_of(self.talk.line(), at_table(self._item.opinions))

    def tab_stops(self) -> list[QWidget]:
        """The fields in the order of the talk."""
        return [
            *self.levels.tab_stops(),
            *self.stability.tab_stops(),
            *(self.talk, self.reason, self.decision),
        ]

    def fit(self, window_width: int, room: int) -> None:
        """Take the sizes that suit the width of the window and the room that is left."""
        narrow = window_width < theme().px(1200)
        low = self.window().height() < theme().px(560)
        self.levels.remeasure()
        needed = self.levels.sizeHint().width() + self.stability.sizeHint().width() + 60
        self._choices.setDirection(BESIDE if room >= needed else BELOW)
        side = 14 if narrow else 20
        self._column.setContentsMargins(side, 4 if low else 8, side, 4 if low else 8)
        self._column.setSpacing(2 if low else 4)
        for box in (self.talk, self.reason, self.decision):
            box.have_lines(1 if low else 2)
        self.news.fit(low)
        self._meaning.setVisible(not low)
        self._talk_head.setVisible(not low)

    def _previous(self) -> int | None:
        level = self._item.previous_level if self._item else None
        return None if level is None else int(level)

    def _set_up(self) -> None:
        self.who, self.news, self.votes = WhoLine(), NewsBlock(), VotesRow()
        self.talk = TalkBox("讨论要点", "写下谁说了什么；输入 @ 选发言人，/ 选常用语")
        self._talk_head = SectionHead("讨论要点", "@ 发言人　/ 常用语")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        for part in (self.who, self.news, self._rating_part(), self._talk_head):
            self._column.addWidget(part)
        self._column.addWidget(self.talk, 1)
        self._column.addLayout(self._outcome_part())
        for box in (self.talk, self.reason, self.decision):
            box.textChanged.connect(self.touched)
            box.left.connect(self.left)
        self.decision.textChanged.connect(self._understand)
        self.levels.chosen.connect(self._choose_level)
        self.stability.chosen.connect(self.touched)
        self.votes.touched.connect(self.touched)

    def _rating_part(self) -> QWidget:
        head = SectionHead("集体评估", "Ctrl+0…5")
        head.add_right(self.votes)
        self.levels = LevelButtons()
        named = [(str(each.value), each.label) for each in STABILITIES]
        self.stability = Segmented("病情分类", named)
        self._meaning = ShortLabel("", Type.NOTE, "text2")
        self._rating = QWidget()
        column = QVBoxLayout(self._rating)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._choices = QBoxLayout(BESIDE)
        self._choices.setSpacing(10)
        self._choices.addWidget(self.levels, 0, LEFT)
        self._choices.addWidget(self.stability, 0, LEFT)
        self._choices.addStretch(1)
        column.addWidget(head)
        column.addLayout(self._choices)
        column.addWidget(self._meaning)
        return self._rating

    def _outcome_part(self) -> QBoxLayout:
        """The reason beside the decision; without one the decision has all the room."""
        self._reason_head = SectionHead("变动理由")
        self.reason = OfferingText("变动理由")
        self._decision_head = SectionHead("会议决定")
        self.decision = OfferingText("会议决定", MANAGED)
        self._reason_part = _under(self._reason_head, self.reason)
        self._reason_part.hide()
        row = QBoxLayout(BESIDE)
        row.setSpacing(12)
        row.addWidget(self._reason_part, 1)
        row.addWidget(_under(self._decision_head, self.decision), 1)
        return row

    @Slot(int)
    def _choose_level(self, level: int) -> None:
        self._explain_level()
        self.level_chosen.emit(level)
        self.touched.emit()

    def _explain_level(self) -> None:
        level = self.levels.level()
        self._meaning.setText("" if level is None else f"{level}级　{LEVELS[level].meaning}")

    @Slot()
    def _understand(self) -> None:
        """Say beside the head who will carry the decision out, and by when."""
        if self._item is None:
            return
        words = self.decision.toPlainText()
        told, unclear = conclusion_understood(self._item, words, self._on)
        recorded = len(self._item.decisions)
        self._decision_head.set_hint(
            told or (f"已记{recorded}条" if recorded else "@ 责任人 期限"),
            "warn" if unclear else "text2" if told else "text3",
        )


def _under(head: SectionHead, box: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(box)
    return part
