"""The one window: a door while the store is closed or locked, the desk once it is open."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QMainWindow

from ui.background import Job, file_pool
from ui.doors import Doors
from ui.helping import DOOR, Helping
from ui.loading import load_the_rest
from ui.menus import Menus
from ui.messages import ProblemDialog, explain
from ui.preferences import Preferences
from workbench.door import default_folder, store_exists
from workbench.errors import Refused

if TYPE_CHECKING:
    from ui.desk import Desk, Place
    from ui.projector import Projector
    from workbench.bench import Bench

NAME = "个案会商工作台"
IDLE_LOCK = 5 * 60 * 1000
TIME_TO_READ = 2500


class MainWindow(QMainWindow):
    """Opens with a bench, or asks at the door of the folder for one."""

    def __init__(
        self,
        bench: Bench | None = None,
        *,
        folder: Path | None = None,
        demo_folder: Path | None = None,
        preferences: Preferences | None = None,
        idle_lock: int = IDLE_LOCK,
    ) -> None:
        super().__init__()
        self._folder = bench.store.folder if bench else folder
        self._demo_folder = demo_folder
        self._preferences = preferences or Preferences(None)
        self.pool = file_pool(self)
        self._bench: Bench | None = None
        self._place: Place | None = None
        self._opened_here = self._leaving = False
        self.desk: Desk | None = None
        self.door: Doors | None = None
        self.projector: Projector | None = None
        self._set_up(idle_lock)
        if bench is not None:
            self.enter(bench)
        else:
            self._show_door(locked=False)

    @Slot(object)
    def enter(self, bench: Bench) -> None:
        """Lay out the desk of an open store."""
        load_the_rest()
        from ui.desk import FIRST, Desk
        from ui.projecting import Projecting
        from ui.projector import Projector

        self._bench, self._folder = bench, bench.store.folder
        self.door = None
        self.desk = Desk(bench, self.pool, self._preferences)
        self.setCentralWidget(self.desk)
        self.projector = self.projector or Projector(self)
        Projecting(bench, self.pool, self.desk, self.projector)
        on_screen = {"projector": self.projector.commands()}
        self.menus.show_desk(self.desk.commands() | on_screen, self.desk.go)
        self.helping.about(self.desk.commands())
        self.helping.turn(FIRST)
        self.desk.turned.connect(self.helping.turn)
        whose = f" · {bench.unit}" if bench.unit else ""
        self.setWindowTitle(NAME + whose + ("（示例）" if bench.demo else ""))
        self.menus.mark_demo(bench.demo)
        if self._place is not None:
            self.desk.go_back_to(self._place)
            self._place = None
        self._idle.start()

    @Slot()
    def lock(self) -> None:
        """Take everything off the screen, let go of the key, and ask for the password again."""
        if self.desk is None or self._bench is None:
            return
        self._close_dialogs()
        if self.projector is not None:
            self.projector.lock()
        self.desk.keep_drafts()
        self._place = self.desk.place()
        bench, self._bench, self.desk = self._bench, None, None
        self._idle.stop()
        self._show_door(locked=True)  # replaces the desk: its fields and their words are gone
        Job(self, bench.lock_away, lambda _: None, self._tell).start(self.pool)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep drafts, make a backup, let go of the file; an unread recovery code keeps it open."""
        if self.door is not None and self.door.keeps_code():
            event.ignore()
        elif self._leaving or (self._bench is not None and self._opened_here):
            event.ignore()
            self._leave()
        else:
            if self.projector is not None:
                self.projector.end()
            if self.desk is not None:
                self.desk.keep_drafts()
            self.pool.waitForDone()
            super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the keys and presses that come to this window."""
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every key and every press puts the lock off again."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self._idle.start()
        return False

    def _set_up(self, idle_lock: int) -> None:
        self.setWindowTitle(NAME)
        self.resize(1366, 697)
        self.menus = Menus(self, self._preferences)
        self.menus.lock.triggered.connect(self.lock)
        self.menus.leave.triggered.connect(self.close)
        self.menus.refresh.triggered.connect(self._refresh)
        self.menus.find.triggered.connect(self._find)
        self.helping = Helping(self)
        self.menus.chapter.triggered.connect(self.helping.show_chapter)
        self.menus.manual.triggered.connect(self._preview_manual)
        self.helping.paper_wanted.connect(self._preview_manual)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(idle_lock)
        self._idle.timeout.connect(self._lock_idle)
        self.restoreGeometry(self._preferences.geometry())

    @Slot()
    def _refresh(self) -> None:
        if self.desk is not None:
            self.desk.refresh()

    @Slot()
    def _find(self) -> None:
        if self.desk is not None:
            self.desk.finding.open(self.menus.commands())

    @Slot()
    def _preview_manual(self) -> None:
        if self.desk is not None and self._bench is not None:
            from ui.models.manual import manual_paper

            paper = manual_paper(self._bench, self.menus.entries())
            self.desk.openings.preview(paper)

    def _show_door(self, *, locked: bool) -> None:
        self.menus.show_door()
        self.helping.about({})
        self.helping.turn(DOOR)
        self.door = Doors(
            self._folder or default_folder(),
            self.pool,
            self._preferences,
            locked=locked,
            hint=_demo_hint() if self.menus.marks_demo() else "",
        )
        self.door.opened.connect(self._enter_by_door)
        self.door.held.connect(self._hold)
        self.door.demo_wanted.connect(self.open_demo)
        self.setCentralWidget(self.door)
        self.door.begin()
        # After the door has been painted: loading takes its share of every moment.
        QTimer.singleShot(0, self, self._load_the_rest)

    @Slot()
    def _load_the_rest(self) -> None:
        Job(self, load_the_rest, lambda _: None, self._tell).start(self.pool)

    @Slot(object)
    def _hold(self, bench: Bench) -> None:
        """A store is open behind the first questions: closing now backs it up like any other."""
        self._bench, self._folder = bench, bench.store.folder
        self._opened_here = True

    @Slot(object, str)
    def _enter_by_door(self, bench: Bench, wish: str = "") -> None:
        self._hold(bench)
        if wish == "demo":
            self.open_demo()
            return
        self.enter(bench)
        if wish and self.desk is not None:
            self.desk.go("patients")  # both wishes are commands of that page
            self.desk.patients.command(wish).trigger()

    @Slot()
    def open_demo(self) -> None:
        """Make or open the store of invented data."""
        if self.door is not None:
            self.door.notice.say("正在准备示例数据，大约需要十几秒…")
            self.door.setEnabled(False)
        before, self._bench = self._bench, None
        work = partial(open_demo, self._demo_folder or default_demo_folder(), before)
        Job(self, work, self._enter_by_door, self._tell).start(self.pool)

    @Slot()
    def _lock_idle(self) -> None:
        if self.desk is not None and self.desk.in_meeting():
            self._idle.start()  # nobody should have to type a password in front of the table
        else:
            self.lock()

    def _close_dialogs(self) -> None:
        for dialog in self.findChildren(QDialog):
            dialog.done(QDialog.DialogCode.Rejected)

    def _leave(self) -> None:
        """Back up and let go of the file beside the screen, then close for good."""
        if self._leaving or self._bench is None:
            return
        self._leaving = True
        self._close_dialogs()
        if self.projector is not None:
            self.projector.end()
        self._preferences.keep_geometry(self.saveGeometry())
        self.menus.show_door()
        place = None if self._bench.demo else self._preferences.backup_place()
        self.centralWidget().setEnabled(False)
        self._say_leaving("正在备份，马上关闭…")
        if self.desk is not None:
            self.desk.keep_drafts()
        work = partial(_shut, self._bench, place)
        Job(self, work, self._gone, self._gone_with).start(self.pool)

    def _say_leaving(self, words: str) -> None:
        if self.desk is not None:
            self.desk.status.show_saved(words)
        elif self.door is not None:
            self.door.notice.say(words)

    def _gone(self, missed: object) -> None:
        """Close; where the second place was not there, leave the words time to be read."""
        self._leaving, self._bench = False, None
        if missed and isinstance(missed, str):
            self._say_leaving(missed)
            QTimer.singleShot(TIME_TO_READ, self, self.close)
        else:
            self.close()

    def _gone_with(self, problem: Exception) -> None:
        dialog = ProblemDialog(explain(problem), self)
        dialog.finished.connect(self._gone)
        dialog.open()

    def _tell(self, problem: Exception) -> None:
        if self.door is not None:
            self.door.setEnabled(True)
            self.door.begin()
            self.door.notice.say(explain(problem).text, bad=True)


def default_demo_folder() -> Path:
    """Where the invented data lies unless another folder is named."""
    folder = default_folder()
    return folder.with_name(f"{folder.name}-demo")


def open_demo(folder: Path, before: Bench | None = None) -> Bench:
    """Open the store of invented data, making it first where there is none. Slow.

    A store that was open before is backed up and let go of.
    """
    load_the_rest()  # first, so that nothing is loaded on two threads at a time
    from workbench.accounts import unlock
    from workbench.demo import PASSWORD, make_demo

    if before is not None:
        _shut(before, None)
    if not store_exists(folder):
        make_demo(folder).bench.close()
    return unlock(folder, PASSWORD)


def _demo_hint() -> str:
    from workbench.demo import PASSWORD

    return f"示例数据的口令：{PASSWORD}"


def _shut(bench: Bench, place: Path | None) -> str:
    """Back up here and in the second place, and let go; say so where that place is not there."""
    from workbench.backup_places import back_up_elsewhere
    from workbench.backups import CLOSING, back_up

    try:
        back_up(bench, CLOSING)
        if place is None:
            return ""
        try:
            back_up_elsewhere(bench, place)
        except Refused as refusal:
            return explain(refusal).text
        return ""
    finally:
        bench.close()
