"""The menu row: every action of every page stands in one of the menus, with its key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
)

from ui.dialogs.about import AboutDialog, KeysDialog
from ui.models.commands import MenuEntry, entries_of
from ui.preferences import Preferences
from ui.theme import SCALES, Mode, theme
from ui.widgets.buttons import key_text, with_keys
from ui.widgets.menu_corner import MenuCorner

Commands = dict[str, list[QAction]]
FILE_NAMES = ("preview_document", "print_document", "save_word", "save_pdf")
LIST_NAMES = ("apply_import", "undo_import")
ELSEWHERE = ("switch_pane", "undo_last")  # of the meeting screen, in another menu
PLACES = (
    ("today", "今日", "Alt+J"),
    ("patients", "患者", "Alt+Z"),
    ("meetings", "会议", "Alt+Y"),
    ("tasks", "任务", "Alt+R"),
    ("documents", "文书", "Alt+W"),
    ("settings", "设置", "Alt+S"),
)
WRITING = (("写随访时", "visit"), ("写入组评估时", "intake"), ("写计划时", "plan"))
EDITS = (
    ("undo", "撤销输入", "Ctrl+Z"),
    ("redo", "重做输入", "Ctrl+Y"),
    ("cut", "剪切", "Ctrl+X"),
    ("copy", "复制", "Ctrl+C"),
    ("paste", "粘贴", "Ctrl+V"),
    ("selectAll", "全选", "Ctrl+A"),
)


class Menus(QObject):
    """Holds what is always there; the desk adds what its pages can do."""

    def __init__(self, window: QMainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._bar = window.menuBar()
        self._bar.setNativeMenuBar(False)
        self._desk_actions: list[QAction] = []
        self.lock = self._action("lock", "锁屏", "Ctrl+L")
        self.leave = self._action("leave", "退出", "Ctrl+Q")
        self.refresh = self._action("refresh", "刷新", "F5")
        self.chapter = self._action("show_chapter", "这一页怎么用", "F1")
        self.manual = self._action("preview_manual", "操作手册", "Shift+F1")
        self.find = self._action("find", "查找…", "Ctrl+K")
        self._places: list[QAction] = []
        self._looks = self._look_actions()
        self._edits = [self._edit_action(*edit) for edit in EDITS]
        self._demo = False
        self.corner = MenuCorner(self._bar, key_text(self.find.shortcut()))
        self.corner.field.clicked.connect(self.find.trigger)
        self.show_door()

    def show_door(self) -> None:
        """Offer only what makes sense while the store is closed."""
        self._clear()
        self._enable(desk=False)
        self._menu("文件(&F)", [self.leave])
        self._menu("编辑(&E)", self._edits)
        self._add_looks(self._menu("查看(&V)", []))
        self._add_help()

    def show_desk(self, commands: Commands, go: Callable[[str], None]) -> None:
        """Offer everything the pages can do."""
        self._clear()
        self._enable(desk=True)
        named = {action.objectName(): action for each in commands.values() for action in each}
        paper = [named[name] for name in FILE_NAMES]
        lists = [named[name] for name in LIST_NAMES]
        kept = [named["back_up"], None, self.lock, self.leave]
        self._menu("文件(&F)", [*paper, None, *lists, None, *kept])
        self._menu("编辑(&E)", [named["undo_last"], None, *self._edits, None, self.find])
        view = self._menu("查看(&V)", self._place_actions(go))
        view.addSeparator()
        view.addActions(commands["steps"])
        view.addSeparator()
        view.addActions(commands["preview"])
        view.addSeparator()
        view.addAction(self.refresh)
        view.addAction(named["switch_pane"])
        view.addSeparator()
        self._add_looks(view)
        self._show_people_menu(commands)
        self._show_meeting_menu(commands)
        papers = self._menu("文书(&P)", commands["documents"])
        papers.addMenu(self._submenu("签字件", commands["signing"]))
        papers.addMenu(self._submenu("登记签字", commands["signatures"]))
        self._menu("设置(&U)", commands["settings"])
        self._add_help()
        self.corner.fit()

    def _show_people_menu(self, commands: Commands) -> None:
        tabs = [a for a in commands["case"] if a.shortcut().toString().startswith("Alt+")]
        rest = [a for a in commands["case"] if a not in tabs]
        about = [a for a in commands["patients"] if a.objectName() not in LIST_NAMES]
        menu = self._menu("患者(&G)", about)
        menu.addSeparator()
        menu.addActions(commands["entering"])
        for title, page in WRITING:
            if commands[page]:
                menu.addMenu(self._submenu(title, commands[page]))
        menu.addSeparator()
        menu.addAction(rest[0])
        case = self._submenu("个案页", rest[1:])
        case.insertMenu(rest[1], self._submenu("页签", tabs))
        menu.addMenu(case)

    def _show_meeting_menu(self, commands: Commands) -> None:
        live = [a for a in commands["live"] if a.objectName() not in ELSEWHERE]
        levels = [a for a in live if a.objectName().startswith("choose_level")]
        menu = self._menu("会议(&M)", [*commands["today"], *commands["meetings"]])
        menu.addSeparator()
        menu.addActions([a for a in live if a not in levels])
        menu.addMenu(self._submenu("集体评估等级", levels))
        menu.addActions(commands["projector"])
        menu.addMenu(self._submenu("会末核对", commands["read_back"]))
        menu.addSeparator()
        menu.addMenu(self._submenu("任务", commands["tasks"]))

    def mark_demo(self, demo: bool) -> None:
        """Say at all times that the data is invented, where it is."""
        self._demo = demo
        self._enable(desk=self.find.isEnabled())

    def marks_demo(self) -> bool:
        """Whether the mark is on."""
        return self._demo

    def entries(self) -> list[MenuEntry]:
        """Every entry of every menu, with the menus it stands in."""
        return entries_of(self._bar.actions())

    def commands(self) -> list[MenuEntry]:
        """What can be done now from wherever one is; editing needs a field that holds the caret."""
        left_out = {*self._edits, self.find}
        return [e for e in self.entries() if e.action.isEnabled() and e.action not in left_out]

    def all_actions(self) -> list[QAction]:
        """Every entry of every menu."""
        return [entry.action for entry in self.entries()]

    def _enable(self, *, desk: bool) -> None:
        for action in (self.lock, self.refresh, self.find, self.manual):
            action.setEnabled(desk)
        self.corner.show_state(demo=self._demo, finding=desk)

    def _clear(self) -> None:
        for action in self._bar.actions():
            menu = action.menu()
            self._bar.removeAction(action)
            if isinstance(menu, QMenu):
                menu.deleteLater()
        for action in self._places:
            action.deleteLater()
        self._places = []

    def _menu(self, title: str, actions: list[QAction | None] | list[QAction]) -> QMenu:
        menu = self._submenu(title, actions)
        self._bar.addMenu(menu)
        return menu

    def _submenu(self, title: str, actions: list[QAction | None] | list[QAction]) -> QMenu:
        menu = QMenu(title, self._window)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu

    def _action(self, name: str, text: str, keys: str) -> QAction:
        action = QAction(with_keys(text, QKeySequence(keys)), self._window)
        action.setIconText(text)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        return action

    def _place_actions(self, go: Callable[[str], None]) -> list[QAction]:
        for name, text, keys in PLACES:
            action = self._action(f"go_{name}", text, keys)
            action.triggered.connect(partial(self._go, go, name))
            self._places.append(action)
        return list(self._places)

    @staticmethod
    def _go(go: Callable[[str], None], name: str, _: bool = False) -> None:
        go(name)

    def _look_actions(self) -> tuple[QActionGroup, QActionGroup]:
        modes, scales = QActionGroup(self._window), QActionGroup(self._window)
        for mode in Mode:
            action = modes.addAction(mode.label)
            action.triggered.connect(partial(self._set_mode, mode))
        for scale in SCALES:
            action = scales.addAction(f"{scale}%")
            action.triggered.connect(partial(self._set_scale, scale))
        for group in (modes, scales):
            for action in group.actions():
                action.setCheckable(True)
        theme().changed.connect(self._tick_looks)
        return modes, scales

    @Slot()
    def _tick_looks(self) -> None:
        for action in self._looks[0].actions():
            action.setChecked(action.text() == theme().mode.label)
        for action in self._looks[1].actions():
            action.setChecked(action.text() == f"{theme().scale}%")

    def _add_looks(self, view: QMenu) -> None:
        view.addMenu(self._submenu("明暗", self._looks[0].actions()))
        view.addMenu(self._submenu("字号", self._looks[1].actions()))
        self._tick_looks()

    def _set_mode(self, mode: Mode, _: bool = False) -> None:
        self._preferences.set_mode(mode)

    def _set_scale(self, scale: int, _: bool = False) -> None:
        self._preferences.set_scale(scale)

    def _edit_action(self, verb: str, text: str, keys: str) -> QAction:
        action = QAction(with_keys(text, QKeySequence(keys)), self._window)
        action.setIconText(text)
        action.setObjectName(verb)
        # The field holding the caret knows these keys itself; here they are only to be found.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(partial(_edit, verb))
        return action

    def _add_help(self) -> None:
        keys = self._action("show_keys", "快捷键一览", "Ctrl+/")
        keys.triggered.connect(self._show_keys)
        about = self._action("about", "关于", "")
        about.triggered.connect(self._show_about)
        self._places += [keys, about]
        self._menu("帮助(&H)", [self.chapter, keys, self.manual, None, about])

    def _show_keys(self, _: bool = False) -> None:
        KeysDialog(self.entries(), self._window).open()

    def _show_about(self, _: bool = False) -> None:
        AboutDialog(self._window).open()


def _edit(verb: str, _: bool = False) -> None:
    """Do to the field that holds the caret what its own menu would do."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QPlainTextEdit):
        getattr(field, verb)()
