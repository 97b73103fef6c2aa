"""How papers come out: whose name heads them, who signs, how many rows are left white."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.dialogs.paper_setting import PaperSettingDialog
from ui.models.days import moment_text
from ui.models.papers import blank_paper
from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.settings_part import SettingsPart, labelled
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.inputs import Choice
from ui.widgets.lists import Face, RowsList
from workbench.bench import Bench
from workbench.paper_setting_rows import PaperKeyRow, read_paper_settings
from workbench.paper_settings import EVERY_FORM
from workbench.paperwork.documents import FormRow, list_forms

EVERY = "所有文书"
HOW = "某一种文书自己的设置优先，已经封存的不变"
WIDE_ENOUGH = 16


class PaperSettings(SettingsPart):
    """Lists what can be set of one form or of all; changes it, and shows the blank form."""

    title = "文书与签字"
    shows = frozenset({"paper_setting"})
    preview_wanted = Signal(object)

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._forms = {form.code: form for form in list_forms(bench)}
        self._add_command("set_paper_setting", "修改这一项…", "", self._change)
        self._add_command("preview_blank", "预览空白表", "", self._preview)
        self._set_up()

    def reload(self) -> None:
        """Read what holds, keeping the same line selected."""
        kept = self._selected()
        rows = read_paper_settings(self._bench, self._form())
        self._model.show(rows)
        places = [n for n, row in enumerate(rows) if kept and row.key == kept.key]
        self.list.setCurrentIndex(self._model.index(places[0] if places else 0, 0))
        self._fit()
        self._refresh_actions()

    def _set_up(self) -> None:
        offered = [(code, form.title) for code, form in self._forms.items()]
        self._which = Choice("文书", [(EVERY_FORM, EVERY), *offered])
        self._which.setMinimumContentsLength(WIDE_ENOUGH)
        self._which.activated.connect(self.reload)
        self._model: RowsModel[PaperKeyRow] = RowsModel(self._face, self._spoken, self)
        self.list = RowsList("文书设置", margin=8)
        self.list.setModel(self._model)
        self.list.activated.connect(self._change)
        self.column.addWidget(SectionHead("文书与签字", HOW, ruled=True))
        self.column.addLayout(labelled("文书", self._which))
        self.column.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(8)
        for name in ("set_paper_setting", "preview_blank"):
            row.addWidget(Button.of(self.command(name)))
        row.addStretch(1)
        self.column.addLayout(row)
        theme().changed.connect(self._fit)

    def _refresh_actions(self) -> None:
        super()._refresh_actions()
        form = self._chosen()
        blank = self._current and form is not None and form.blank
        self.command("preview_blank").setEnabled(blank)

    def _form(self) -> str:
        return str(self._which.value())

    def _chosen(self) -> FormRow | None:
        return self._forms.get(self._form())

    def _called(self) -> str:
        form = self._chosen()
        return f"《{form.title}》" if form else EVERY

    def _selected(self) -> PaperKeyRow | None:
        row: PaperKeyRow | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    @Slot()
    def _change(self) -> None:
        row = self._selected()
        if row is not None:
            dialog = PaperSettingDialog(self._bench, row, self._called(), self.window())
            dialog.carried_out.connect(self._tell_changed)
            dialog.open()

    @Slot()
    def _tell_changed(self) -> None:
        self.said.emit(f"已设置，{self._called()}从现在起照此打印")

    def _preview(self) -> None:
        form = self._chosen()
        if form is not None:
            self.preview_wanted.emit(blank_paper(self._bench, form.code, form.title))

    def _face(self, row: PaperKeyRow) -> Face:
        return Face(row.key.label, row.words, right=self._source(row))

    def _spoken(self, row: PaperKeyRow) -> str:
        return "，".join(filter(None, (row.key.label, row.words, self._source(row))))

    def _source(self, row: PaperKeyRow) -> str:
        """Where a value comes from, and since when it holds."""
        if row.since is None:
            return "没有另定"
        where = "按所有文书的设置" if row.common else "已另定"
        return f"{where}，{moment_text(row.since, self._bench.today())}起"

    @Slot()
    def _fit(self) -> None:
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * self._model.rowCount() + 4)
