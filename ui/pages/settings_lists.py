"""常用语: what is said again and again, added, put in order and archived."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.dialogs.phrases import PhraseDialog
from ui.messages import show_problem
from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.settings_part import SettingsPart, in_a_row
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.lists import Face, RowsList
from ui.widgets.notices import EmptyState
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.phrases import (
    PhraseRow,
    archive_phrase,
    list_phrases,
    move_phrase,
    restore_phrase,
)

HOW = "把会上常说的话写在这里，写意见和决定时就不用每次重打。"


class PhraseSettings(SettingsPart):
    """Lists the phrases in the order in which they are offered, archived ones last."""

    title = "常用语"
    shows = frozenset({"phrase"})
    is_list = True

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._wanted = 0
        add = self._add_command
        add("add_phrase", "添加常用语…", "Ctrl+N", partial(self._write, None))
        add("change_phrase", "修改常用语…", "Ctrl+E", self._change)
        add("move_phrase_up", "上移", "Alt+Up", partial(self._move, -1))
        add("move_phrase_down", "下移", "Alt+Down", partial(self._move, 1))
        add("archive_phrase", "停用", "Ctrl+Shift+X", self._archive)
        add("restore_phrase", "恢复使用", "Ctrl+Shift+R", self._restore)
        self._set_up()

    def reload(self) -> None:
        """Read the phrases again, keeping the same one selected."""
        kept = self.selected()
        wanted = self._wanted or (kept.id if kept else 0)
        rows = list_phrases(self._bench, archived=True)
        offered = [row for row in rows if not row.archived]
        self._head.set_hint(f"{len(offered)}条" if offered else "")
        self._model.show(_lines(rows, len(offered)))
        self._whole.setCurrentIndex(0 if rows else 1)
        self._wanted = 0
        for number in range(self._model.rowCount()):
            index = self._model.index(number, 0)
            row: PhraseRow | None = index.data(ROW_ROLE)
            if row is not None and (row.id == wanted or not self.list.currentIndex().isValid()):
                self.list.setCurrentIndex(index)
        self._refresh_actions()

    def selected(self) -> PhraseRow | None:
        """The phrase that actions are about."""
        row: PhraseRow | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def take_caret(self) -> None:
        """The list of phrases."""
        self.list.setFocus()

    def _set_up(self) -> None:
        self._head = SectionHead("常用语", ruled=True)
        self._head.add_right(Button.of(self.command("add_phrase")))
        self._model: RowsModel[PhraseRow] = RowsModel(_face, _spoken, self)
        self.list = RowsList("常用语列表", margin=12)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._refresh)
        self.list.activated.connect(self._change)
        self._whole = QStackedWidget()
        self._whole.addWidget(self.list)
        self._whole.addWidget(EmptyState("document", "还没有常用语", HOW))
        self.column.addWidget(self._head)
        self.column.addWidget(self._whole, 1)
        names = list(self._commands)[1:]
        self.column.addLayout(in_a_row(*(Button.of(self.command(name)) for name in names)))

    def _refresh_actions(self) -> None:
        row = self.selected()
        offered = [each.id for each in self._model.rows() if not each.archived]
        first, last = (offered[0], offered[-1]) if offered else (0, 0)
        here = row.id if row is not None and not row.archived else 0
        possible = {
            "add_phrase": True,
            "change_phrase": row is not None,
            "move_phrase_up": bool(here) and here != first,
            "move_phrase_down": bool(here) and here != last,
            "archive_phrase": bool(here),
            "restore_phrase": row is not None and row.archived,
        }
        for name, action in self._commands.items():
            action.setEnabled(self._current and possible[name])

    @Slot()
    def _refresh(self) -> None:
        self._refresh_actions()

    def _write(self, phrase: PhraseRow | None) -> None:
        dialog = PhraseDialog(self._bench, phrase, self.window())
        dialog.carried_out.connect(self._want)
        dialog.carried_out.connect(lambda _: self.said.emit("常用语已保存"))
        dialog.open()

    @Slot(object)
    def _want(self, phrase_id: object) -> None:
        self._wanted = phrase_id if isinstance(phrase_id, int) else 0

    @Slot()
    def _change(self) -> None:
        row = self.selected()
        if row is not None:
            self._write(row)

    def _move(self, by: int) -> None:
        row = self.selected()
        if row is not None:
            self._carry_out(partial(move_phrase, self._bench, row.id, by), "")

    def _archive(self) -> None:
        row = self.selected()
        if row is not None:
            done = "已停用，可以随时恢复"
            self._carry_out(partial(archive_phrase, self._bench, row.id), done)

    def _restore(self) -> None:
        row = self.selected()
        if row is not None:
            self._carry_out(partial(restore_phrase, self._bench, row.id), "已恢复使用")

    def _carry_out(self, work: partial[None], done: str) -> None:
        try:
            work()
        except Refused as refusal:
            show_problem(self.window(), refusal)
        else:
            self.said.emit(done)


def _lines(rows: list[PhraseRow], offered: int) -> list[PhraseRow | Face]:
    lines: list[PhraseRow | Face] = list(rows)
    if offered < len(rows):
        lines.insert(offered, Face("停用的", f"{len(rows) - offered}条", group=True))
    return lines


def _face(row: PhraseRow) -> Face:
    return Face(row.words, right="停用" if row.archived else "")


def _spoken(row: PhraseRow) -> str:
    return f"{row.words}，停用" if row.archived else row.words
