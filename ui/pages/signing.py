"""签字件: every sheet of a meeting, who has signed which, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QThreadPool, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.background import Reading
from ui.dialogs.amend_sheet import AmendSheetDialog
from ui.dialogs.archive_meeting import ArchiveMeetingDialog
from ui.dialogs.save_pack import SavePackDialog
from ui.messages import show_problem
from ui.models.papers import Paper, filled_paper
from ui.models.rows import ROW_ROLE, RowsModel
from ui.models.signing import (
    MARKS,
    NEXT_STEPS,
    print_words,
    sheet_face,
    sheet_spoken,
    sheet_title,
    sheets_paper,
    steps_in_words,
    to_print,
    under_heads,
    waiting_words,
)
from ui.pages.handing import Handing
from ui.pages.page import Page
from ui.pages.paper_pane import PaperPane
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.heads import PageHeader, SectionHead
from ui.widgets.lists import Face, RowsList
from ui.widgets.panes import EdgeColumn, HeadedList
from ui.widgets.signing_matrix import LEGEND, Mark, Row, SigningMatrix
from ui.widgets.step_strip import StepStrip
from ui.widgets.text import Label, ShortLabel
from ui.widgets.windows import Ground
from workbench.bench import Bench
from workbench.paperwork.documents import AMENDMENT_CODE
from workbench.paperwork.inspection_file import PackTold, read_inspection_pack
from workbench.paperwork.subjects import of_sheet
from workbench.rules.signing_steps import Stage, present_step
from workbench.signing import Signing, SigningSheet, read_signing

SEALED = ("closed", "archived")


class SigningPage(Page):
    """Reads only; places are looked at on the page of one sheet."""

    shows = frozenset({"slot", "sheet", "seal", "meeting", "print_run", "attachment"})
    sheet_wanted = Signal(int, int)
    documents_wanted = Signal(int)

    def __init__(
        self, bench: Bench, pool: QThreadPool, handing: Handing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._pool, self._handing = bench, pool, handing
        self._meeting_id = 0
        self._signing: Signing | None = None
        self._drawn = 0
        self._reading = Reading(self, pool, self._show, partial(show_problem, self))
        self._telling = Reading(self, pool, self._ask_about_pack, partial(show_problem, self))
        self._set_up()
        self._refresh_actions()

    def open_meeting(self, meeting_id: int) -> None:
        """Show the sheets of a meeting."""
        if meeting_id != self._meeting_id:
            self._meeting_id, self._signing = meeting_id, None
            self._model.show([])
        self.reload()

    def subject(self) -> object:
        return self._meeting_id or None

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, int):
            self.open_meeting(subject)

    def reload(self) -> None:
        """Read the sheets again, keeping the same one in hand."""
        if self._meeting_id:
            self._reading.ask(partial(read_signing, self._bench, self._meeting_id))

    def selected(self) -> SigningSheet | None:
        """The sheet in hand."""
        row: SigningSheet | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def paper(self) -> Paper | None:
        """The sheet in hand as a paper."""
        row = self.selected()
        if row is None:
            return None
        return filled_paper(self._bench, sheet_title(row), row.form, row.subject)

    def take_caret(self) -> None:
        """The list of sheets."""
        self.list.setFocus()

    def set_current(self, current: bool) -> None:
        """The paper is drawn once somebody looks, and no longer when nobody does."""
        super().set_current(current)
        self._drawn = 0
        if current:
            self._draw()
        else:
            self._pane.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.window().width() < theme().px(1200)
        self._left.setFixedWidth(min(theme().px(264), self.width() * 2 // 5))
        self._pane.setVisible(not narrow)
        if narrow:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(16777215)
        else:
            self._right.setFixedWidth(theme().px(330))
        super().resizeEvent(event)

    def _set_up(self) -> None:
        self._add_commands()
        self.header = PageHeader("签字件")
        self.header.add_right(Button.of(self.command("leave_signing"), icon_name="back"))
        for name in ("save_inspection_pack", "open_all_documents"):
            self.header.add_right(Button.of(self.command(name)))
        self.steps = StepStrip()
        steps = QHBoxLayout()
        steps.setContentsMargins(18, 6, 18, 6)
        steps.addWidget(self.steps, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._list_part())
        self._pane = PaperPane(self._pool)
        body.addWidget(self._pane, 1)
        body.addWidget(self._matrix_part())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(steps)
        whole.addLayout(body, 1)
        whole.addWidget(self._foot())

    def _add_commands(self) -> None:
        add = self._add_command
        add("open_places", "登记签字", "Ctrl+Return", self._open, "Ctrl+Enter")
        add("sheets_to_print", "打印全部签字件…", "Ctrl+Shift+D", self._print_all)
        add("amend_sheet", "更正…", "F2", self._amend)
        add("archive_meeting", "归档…", "Ctrl+Shift+G", self._archive)
        add("save_inspection_pack", "迎检包…", "Ctrl+Shift+B", self._read_pack)
        add("open_all_documents", "全部文书", "Ctrl+W", self._open_documents)
        add("leave_signing", "返回", "Esc", self.left.emit)

    def _list_part(self) -> QWidget:
        self._model: RowsModel[SigningSheet] = RowsModel(self._face, sheet_spoken, self)
        self.list = RowsList("签字件列表")
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._show_selected)
        self.list.activated.connect(self._activate)
        self._head = SectionHead("签字件")
        self._left = HeadedList(self._head, self.list)
        return self._left

    def _matrix_part(self) -> QWidget:
        self._who = SectionHead("谁还没签")
        self.matrix = SigningMatrix()
        self._legend = Label(LEGEND, Type.NOTE, "text2", wrap=True)
        self._waiting = Label("", Type.BODY, wrap=True)
        parts = (self._who, self.matrix, self._legend, self._waiting)
        self._right = EdgeColumn("谁还没签", "sheet", parts)
        return self._right

    def _foot(self) -> QWidget:
        foot = Ground("window", edge="top")
        self._next = ShortLabel("", Type.BODY, "text2")
        row = self._row = QHBoxLayout(foot)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(8)
        row.addWidget(self._next, 1)
        self._buttons = {
            name: Button.of(self.command(name))
            for name in ("archive_meeting", "amend_sheet", "sheets_to_print", "open_places")
        }
        for button in self._buttons.values():
            row.addWidget(button)
        return foot

    def _face(self, sheet: SigningSheet) -> Face:
        """A sheet under the number it has in the table of who has signed."""
        number = self._signing.sheets.index(sheet) + 1 if self._signing else 0
        return replace(sheet_face(sheet), lead=f"{number:02d}")

    def _refresh_actions(self) -> None:
        signing, row = self._signing, self.selected()
        closed = signing is not None and signing.state == "closed"
        possible = {
            "leave_signing": True,
            "open_all_documents": signing is not None,
            "open_places": row is not None and row.places > 0,
            "sheets_to_print": signing is not None and bool(to_print(signing)),
            "archive_meeting": closed,
            "amend_sheet": closed and row is not None and row.form != AMENDMENT_CODE,
            "save_inspection_pack": signing is not None and signing.state in SEALED,
        }
        for action in self.commands():
            action.setEnabled(self._current and possible[action.objectName()])

    def _show(self, signing: Signing) -> None:
        kept = self.selected()
        self._signing = signing
        self.header.show_words("签字件", f"{signing.title}·{signing.state.label}")
        self.steps.show_steps(*steps_in_words(signing))
        held = [sheet for sheet in signing.sheets if not sheet.later]
        done = sum(sheet.settled == sheet.places for sheet in held)
        self._head.set_hint(f"{done}/{len(held)}已收齐")
        self._show_matrix(signing)
        self._show_next(signing)
        self._model.show(under_heads(signing.sheets))
        same = [s for s in signing.sheets if kept is not None and s.id == kept.id]
        waiting = [s for s in signing.sheets if s.settled < s.places]
        for sheet in (same or waiting or list(signing.sheets))[:1]:
            self.list.setCurrentIndex(self._model.index_of(sheet))
        self._show_selected()

    def _show_matrix(self, signing: Signing) -> None:
        rows = [
            Row(
                f"{signer.name} {signer.role}",
                tuple(
                    MARKS[sheet.marks[signer.key]] if signer.key in sheet.marks else Mark.NONE
                    for sheet in signing.sheets
                ),
            )
            for signer in signing.signers
        ]
        self.matrix.show_rows(rows, len(signing.sheets))
        missing = sum(sheet.places - sheet.settled for sheet in signing.sheets if not sheet.later)
        self._who.set_hint(
            f"缺{missing}格" if missing else "都已落实", "warn" if missing else "text3"
        )

    def _show_next(self, signing: Signing) -> None:
        stage = present_step(signing.steps)
        words = NEXT_STEPS[stage]
        if stage is Stage.PRINTED:
            words += print_words(to_print(signing))
        self._next.setText(words)
        loud = {Stage.PRINTED: "sheets_to_print", Stage.ARCHIVED: "archive_meeting"}
        primary = loud.get(stage, "open_places") if stage is not None else ""
        for name, button in self._buttons.items():
            button.set_kind(Kind.PRIMARY if name == primary else Kind.NORMAL)
            if name == primary:
                self._row.addWidget(button)  # what comes next stands at the right end
        again = stage is not None and stage > Stage.PRINTED
        self.command("sheets_to_print").setIconText(
            "全部重印…" if again or stage is None else "打印全部签字件…"
        )

    @Slot()
    def _show_selected(self) -> None:
        row = self.selected()
        if self._signing is not None and row is not None:
            self._waiting.setText(waiting_words(self._signing, row))
            self.matrix.show_current(self._signing.sheets.index(row))
        self._refresh_actions()
        self._draw()
        self.paper_changed.emit()

    def _draw(self) -> None:
        row = self.selected()
        if row is None or not self._current or row.id == self._drawn:
            return  # the same paper is not drawn again because something about it was marked
        self._drawn = row.id
        self._pane.show_paper(self.paper())

    @Slot(QModelIndex)
    def _activate(self, _: QModelIndex) -> None:
        self._open()

    def _open(self) -> None:
        row = self.selected()
        if row is not None and row.places:
            self.sheet_wanted.emit(self._meeting_id, row.id)

    def _print_all(self) -> None:
        if self._signing is not None:
            sheets = to_print(self._signing)
            title = f"{self._signing.title}·签字件{len(sheets)}份"
            self._handing.print_paper(sheets_paper(self._bench, title, sheets))

    def _amend(self) -> None:
        row = self.selected()
        if row is not None:
            title = sheet_title(row)
            dialog = AmendSheetDialog(self._bench, self._pool, row.id, title, self.window())
            dialog.carried_out.connect(partial(self._print_amendment, row.id))
            dialog.open()

    def _print_amendment(self, sheet_id: int, _: object) -> None:
        self.said.emit("更正页已封存")
        subject = of_sheet(sheet_id)
        paper = filled_paper(self._bench, "更正页", AMENDMENT_CODE, subject)
        self._handing.print_paper(paper)

    def _archive(self) -> None:
        dialog = ArchiveMeetingDialog(self._bench, self._meeting_id, self.window())
        dialog.carried_out.connect(lambda _: self.said.emit("这次会议已归档"))
        dialog.open()

    def _read_pack(self) -> None:
        """What lies in the pack is read beside the screen, and told before anything is made."""
        self._telling.ask(partial(read_inspection_pack, self._bench, self._meeting_id))

    def _ask_about_pack(self, told: PackTold) -> None:
        dialog = SavePackDialog(self._bench, self._pool, self._meeting_id, told, self.window())
        dialog.saved.connect(self.said)
        dialog.open()

    def _open_documents(self) -> None:
        self.documents_wanted.emit(self._meeting_id)
