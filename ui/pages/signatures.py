"""One sheet that waits for ink: each person's place, and what was seen there on the paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.background import Job
from ui.messages import explain, show_problem
from ui.models.documents import document_title, slot_face, slot_spoken
from ui.models.papers import Paper, filled_paper
from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.handing import Handing
from ui.pages.page import Page
from ui.pages.paper_pane import PaperPane
from ui.pages.signature_fields import SignatureFields
from ui.theme import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.heads import PageHeader, SectionHead
from ui.widgets.lists import RowsList
from ui.widgets.panes import HeadedList
from ui.widgets.windows import Ground, ScrollColumn
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.paperwork.documents import LATER_CODE, DocumentRow
from workbench.paperwork.subjects import of_sheet
from workbench.sealing import make_later_sheet
from workbench.signatures import SlotRow, mark_sheet_signed, mark_slot, read_sheet


class SignaturesPage(Page):
    """Nothing is marked that a person did not look at, place by place."""

    shows = frozenset({"slot", "sheet", "seal", "meeting"})

    def __init__(
        self, bench: Bench, pool: QThreadPool, handing: Handing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._pool, self._handing = bench, pool, handing
        self._document: DocumentRow | None = None
        self._set_up()
        self._refresh_actions()

    def open_sheet(self, document: DocumentRow) -> None:
        """Show the places of a sealed paper, the first that is still waited for in hand."""
        self._document = document
        about = document_title(document)
        title = document.title if about == document.title else f"{document.title}·{about}"
        self.header.show_words("登记签字", f"{title}·第{document.standing.version}版")
        self._model.show([])
        self.reload()
        self._go_to(self._waiting()[:1] or self._model.rows()[:1])
        self.paper_changed.emit()

    def document(self) -> DocumentRow | None:
        """The paper the sheet belongs to."""
        return self._document

    def reload(self) -> None:
        """Read the places again, keeping the same one in hand."""
        if self._document is None:
            return
        kept = self.selected()
        self._model.show(read_sheet(self._bench, self._document.standing.sheet))
        rows, waiting = self._model.rows(), len(self._waiting())
        self._head.set_hint(f"已落实{len(rows) - waiting}/{len(rows)}")
        words = f"其余{waiting}人都已签（已逐格看过）" if waiting else "没有待签的人"
        self.command("mark_sheet_signed").setIconText(words)
        self._go_to([row for row in rows if kept is not None and row.id == kept.id])
        self._refresh_actions()

    def selected(self) -> SlotRow | None:
        """The place in hand."""
        row: SlotRow | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def paper(self) -> Paper | None:
        """The sheet itself."""
        if self._document is None:
            return None
        row = self._document
        return filled_paper(self._bench, row.title, row.form, row.subject)

    def take_caret(self) -> None:
        """The list of places."""
        self.list.setFocus()

    def set_current(self, current: bool) -> None:
        """The page is drawn once somebody looks, and no longer when nobody does."""
        super().set_current(current)
        if current:
            self._draw()
        else:
            self._pane.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.window().width() < theme().px(1200)
        self._side.setFixedWidth(min(theme().px(264 if narrow else 320), self.width() * 2 // 5))
        self._pane.setVisible(not narrow)
        self._print.setVisible(not narrow)
        super().resizeEvent(event)

    def _set_up(self) -> None:
        self._add_commands()
        self.header = PageHeader()
        self.header.add_right(Button.of(self.command("leave_sheet"), icon_name="back"))
        self._print = Button.of(self._handing.command("print_document"))
        self.header.add_right(self._print)
        self.header.add_right(Button.of(self.command("make_later_sheet")))
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._list_part())
        body.addWidget(self._place_part(), 1)
        self._pane = PaperPane(self._pool)
        body.addWidget(self._pane, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)

    def _add_commands(self) -> None:
        add = self._add_command
        add("mark_slot", "保存这一格", "Ctrl+Return", self._mark, "Ctrl+Enter")
        add("previous_place", "上一格", "Alt+Up", partial(self._step, -1))
        add("next_place", "下一格", "Alt+Down", partial(self._step, 1))
        add("mark_sheet_signed", "其余的人都已签（已逐格看过）", "Ctrl+Shift+S", self._mark_rest)
        add("make_later_sheet", "打印补签页…", "Ctrl+U", self._make_later)
        add("leave_sheet", "返回", "Esc", self.left.emit)

    def _list_part(self) -> QWidget:
        self._model: RowsModel[SlotRow] = RowsModel(slot_face, slot_spoken, self)
        self.list = RowsList("签字格")
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._show_place)
        self.list.activated.connect(self._begin)
        self._head = SectionHead("签字格")
        self._side = HeadedList(self._head, self.list)
        return self._side

    def _place_part(self) -> QWidget:
        rest = Button.of(self.command("mark_sheet_signed"))
        self.fields = SignatureFields(self._bench.today, rest)
        pane = Ground("sheet", edge="left")
        column = QVBoxLayout(pane)
        column.setContentsMargins(24, 16, 24, 14)
        column.setSpacing(8)
        column.addWidget(ScrollColumn("这一格", self.fields), 1)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        steps.addStretch(1)
        for name in ("previous_place", "next_place"):
            steps.addWidget(Button.of(self.command(name)))
        steps.addWidget(Button.of(self.command("mark_slot"), Kind.PRIMARY))
        column.addLayout(steps)
        return pane

    def _refresh_actions(self) -> None:
        here, place = self._current, self.selected() is not None
        waiting = bool(self._waiting())
        possible = {
            "leave_sheet": True,
            "mark_sheet_signed": waiting,
            "make_later_sheet": waiting,
        }
        for action in self.commands():
            action.setEnabled(here and possible.get(action.objectName(), place))

    def _waiting(self) -> list[SlotRow]:
        return [row for row in self._model.rows() if row.state == "to_sign"]

    def _go_to(self, rows: list[SlotRow]) -> None:
        everybody = self._model.rows()
        for row in rows[:1]:
            self.list.setCurrentIndex(self._model.index(everybody.index(row), 0))
        self._show_place()

    @Slot()
    def _show_place(self) -> None:
        row = self.selected()
        self.fields.show_place(row)
        self._draw()
        self._refresh_actions()

    def _draw(self) -> None:
        row = self.selected()
        self._pane.show_paper(self.paper() if self._current else None, row.page - 1 if row else 0)

    @Slot()
    def _begin(self) -> None:
        self.fields.begin()

    def _step(self, step: int) -> None:
        number = self.list.currentIndex().row() + step
        if 0 <= number < self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(number, 0))

    def _mark(self) -> None:
        row = self.selected()
        if row is None:
            return
        try:
            mark_slot(
                self._bench,
                row.id,
                state=self.fields.state(),
                true_on=self.fields.day(),
                note=self.fields.note(),
            )
        except Refused as refusal:
            self.fields.banner.say(explain(refusal).text)
            return
        self.reload()
        below = [each for each in self._waiting() if each.id > row.id]
        self._go_to((below or self._waiting())[:1])

    def _mark_rest(self) -> None:
        if self._document is None:
            return
        try:
            places = mark_sheet_signed(self._bench, self._document.standing.sheet)
        except Refused as refusal:
            self.fields.banner.say(explain(refusal).text)
            return
        self.reload()
        self.said.emit(f"已登记{places}格已签")

    def _make_later(self) -> None:
        if self._document is not None:
            self.said.emit("正在制作补签页…")
            sheet = self._document.standing.sheet
            work = partial(make_later_sheet, self._bench, sheet)
            done = partial(self._print_later, sheet)
            Job(self, work, done, self._fail).start(self._pool)

    def _print_later(self, sheet: int, _: object) -> None:
        self.said.emit("补签页已封存")
        self._handing.print_paper(filled_paper(self._bench, "补签页", LATER_CODE, of_sheet(sheet)))

    def _fail(self, problem: Exception) -> None:
        self.said.emit("")
        show_problem(self.window(), problem)
