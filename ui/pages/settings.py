"""Settings: a list of subjects, and the sheet of the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.models.rows import RowsModel
from ui.pages.page import Page
from ui.pages.settings_accounts import AccountSettings
from ui.pages.settings_audit import AuditSettings
from ui.pages.settings_backup import BackupSettings
from ui.pages.settings_lists import PhraseSettings
from ui.pages.settings_masking import MaskingSettings
from ui.pages.settings_papers import PaperSettings
from ui.pages.settings_part import SettingsPart
from ui.pages.settings_rules import RuleSettings
from ui.pages.settings_screen import ScreenSettings
from ui.pages.settings_setup import SetUpSettings
from ui.pages.settings_teams import TeamSettings
from ui.preferences import Preferences
from ui.theme import theme
from ui.widgets.heads import PageHeader
from ui.widgets.lists import Face, RowsList
from workbench.bench import Bench


class SettingsPage(Page):
    """Each part shows and changes one subject; only the chosen one is read again."""

    backed_up = Signal()
    preview_wanted = Signal(object)

    def __init__(
        self,
        bench: Bench,
        pool: QThreadPool,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        papers = PaperSettings(bench)
        papers.preview_wanted.connect(self.preview_wanted)
        backup = BackupSettings(bench, pool, preferences)
        backup.backed_up.connect(self.backed_up)
        self.parts: tuple[SettingsPart, ...] = (
            TeamSettings(bench, pool),
            SetUpSettings(bench, pool, preferences),
            RuleSettings(bench, pool),
            PhraseSettings(bench),
            papers,
            MaskingSettings(bench),
            AccountSettings(bench, pool),
            AuditSettings(bench, pool),
            backup,
            ScreenSettings(preferences),
        )
        self.shows = frozenset[str]().union(*(part.shows for part in self.parts))
        for part in self.parts:
            part.said.connect(self.said)
        self._unread = set(self.parts)
        self._set_up()

    def reload(self) -> None:
        """Read the part in view again."""
        self._unread.discard(self.part())
        self.part().reload()

    def part(self) -> SettingsPart:
        """The part in view."""
        return self.parts[max(self.list.currentIndex().row(), 0)]

    def show_part(self, title: str) -> None:
        """Turn to a part by its title."""
        number = [part.title for part in self.parts].index(title)
        self.list.setCurrentIndex(self._model.index(number, 0))

    def subject(self) -> object:
        """The title of the part in view."""
        return self.part().title

    def show_subject(self, subject: object) -> None:
        """Come back to a part."""
        self.show_part(str(subject))

    def commands(self) -> list[QAction]:
        """Those of all parts."""
        return [action for part in self.parts for action in part.commands()]

    def set_current(self, current: bool) -> None:
        """The part in view comes and goes with the page; it is read when it first comes."""
        super().set_current(current)
        if current and self.part() in self._unread:
            self.reload()
        for part in self.parts:
            part.set_current(current and part is self.part())

    def take_caret(self) -> None:
        """The list of parts."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.list.setFixedWidth(min(theme().px(208), self.width() // 3))
        super().resizeEvent(event)

    def _set_up(self) -> None:
        self._model: RowsModel[SettingsPart] = RowsModel(_face, lambda part: part.title, self)
        self._model.show(self.parts)
        self.list = RowsList("设置的内容")
        self.list.setModel(self._model)
        self._stack = QStackedWidget()
        for part in self.parts:
            self._stack.addWidget(part)
        self.list.selectionModel().currentChanged.connect(self._turn)
        self.list.setCurrentIndex(self._model.index(0, 0))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(PageHeader("设置"))
        whole.addLayout(row, 1)

    @Slot()
    def _turn(self) -> None:
        self._unread.add(self.part())
        self._stack.setCurrentWidget(self.part())
        self.set_current(self._current)


def _face(part: SettingsPart) -> Face:
    return Face(part.title)
