"""A walk over everything the menus lead to: what holds for one window holds for all of them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QLabel,
)

from tests.builders import a_closed_meeting, a_planned_meeting, a_running_meeting, settle_all
from tests.ui.screens import Screen, spoken_name
from ui.main_window import MainWindow
from ui.theme import Mode, theme
from ui.widgets.buttons import Button
from ui.widgets.text import ShortLabel

WIDE, LOW, FULL = 940, 470, (1366, 697)
DIGEST = re.compile(r"[0-9A-F]{4}-[0-9A-F]{4}|末端 [0-9A-F]{8}")  # of a paper, of the chain
# Letters of menus and keys, of case numbers, and of file formats.
LATIN = re.compile(
    r"[A-Z]|Ctrl|Alt|Shift|Enter|Esc|Del|Word|PDF|Excel|WPS|CSV|PgUp|PgDown|GA|TEST|YX"
)
# Dialogs about the agenda of a meeting that has not begun.
ON_AN_AGENDA = {
    *("print_pack", "plan_discussion", "add_patient_to_agenda"),
    *("record_written_opinion", "rearrange_meeting"),
}
# Dialogs that need something no store has on an ordinary day; their own tests open them.
ELSEWHERE = {
    *ON_AN_AGENDA,
    *("adopt_as_task", "adopt_as_plan_item", "decline_annotation"),
    *("write_annotation", "withdraw_annotation", "drop_plan"),
    *("end_record", "correct_record", "withdraw_record"),
    *("save_attachment", "correct_attachment", "withdraw_attachment"),
    *("correct_intake", "withdraw_intake", "open_case_management", "resume_case"),
    *("change_member_role", "record_phone", "end_membership", "change_phrase"),
    *("restore_unit_rule", "take_rule_updates", "give_password", "restore_copy"),
}
WITHOUT_ELLIPSIS = ("show_keys", "about")
ON_A_PERSON = ("open_selected_case", "write_visit", "write_intake", "write_plan")


@pytest.fixture(autouse=True)
def _no_files(monkeypatch):
    """Whoever is asked for a file by the system answers none."""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")


class Walk:
    """Goes from place to place with one window and collects what is wrong at each."""

    def __init__(self, screen):
        self.screen, self.wrong, self.opened = screen, [], set()

    def look(self, place):
        """Everything that must hold of what is on show, small and then in large type."""
        self._at(place, Mode.LIGHT, 100, (WIDE, LOW))
        self._size(place)
        self._names(place)
        self._words(place)
        self._at(place, Mode.LIGHT, 150, FULL)
        self._clipped(place)
        self._at(place, Mode.LIGHT, 100, FULL)

    def dialogs(self, place):
        """Open whatever can be opened from here: entries that end in an ellipsis do."""
        for entry in self.screen.window.menus.entries():
            name = entry.action.objectName()
            wanted = entry.words.endswith("…") or name in WITHOUT_ELLIPSIS
            if wanted and entry.action.isEnabled() and name not in self.opened:
                theme().show(Mode.LIGHT, 150)
                self.screen.do(name)
                self.opened.add(name)
                self._look_at_dialog(f"{place} {entry.words}")

    def _look_at_dialog(self, place):
        """Opened in large type, then asked how small it can be in ordinary type."""
        dialog = self.screen.dialog()
        if dialog is None:
            return
        self._names(place)
        self._words(place)
        self._clipped(place, dialog)
        theme().show(Mode.LIGHT, 100)
        self.screen.settle()
        self._size(place, dialog)
        while (dialog := self.screen.dialog()) is not None:
            dialog.done(QDialog.DialogCode.Rejected)
            self.screen.settle()

    def _at(self, place, mode, scale, size):
        theme().show(mode, scale)
        self.screen.window.resize(*size)
        self.screen.settle()
        if scale == 100 and (self.screen.window.width(), self.screen.window.height()) != size:
            self._say(place, f"is larger than {size}")

    def _size(self, place, window=None):
        least = (window or self.screen.window).minimumSizeHint()
        if least.width() > WIDE or least.height() > LOW:
            self._say(place, f"needs {least.width()}×{least.height()}")

    def _names(self, place):
        for control in self.screen.controls():
            inside = isinstance(control.parent(), QAbstractItemView)
            part = control.objectName().startswith("qt_") or isinstance(control, QDialog)
            name = spoken_name(control)
            if not inside and not part and (not name or "&" in name):
                self._say(place, f"unnamed {control!r}" if not name else f"mnemonic in {name}")

    def _words(self, place):
        words = re.sub(r"/\S+", "", self.screen.words())  # folders are called as they are
        words = DIGEST.sub("", words)
        foreign = {w for w in re.findall(r"[A-Za-z]+", words) if not LATIN.fullmatch(w)}
        if foreign or re.search("[!！]", words):
            self._say(place, f"words {sorted(foreign)} or an exclamation mark")

    def _clipped(self, place, window=None):
        for part in (window or self.screen.window).findChildren(QLabel):
            if part.isVisible() and not isinstance(part, ShortLabel) and _label_is_cut(part):
                self._say(place, f"cuts “{part.text()}”")
        for part in (window or self.screen.window).findChildren(QAbstractButton):
            if isinstance(part, Button) and part.isVisible() and _button_is_cut(part):
                self._say(place, f"cuts the button “{part.text()}”")

    def _say(self, place, what):
        self.wrong.append(f"{place}: {what}")


def _label_is_cut(label):
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    lines = label.text().split("\n")
    widest = max(QFontMetricsF(label.font()).horizontalAdvance(line) for line in lines)
    return widest > label.contentsRect().width() + 1


def _button_is_cut(button):
    least = button.minimumSizeHint()
    return button.width() < least.width() or button.height() < least.height()


@pytest.fixture
def walk(qtbot, bench, team):
    """A window on a meeting that waits for signatures and one in which everything was said."""
    a_closed_meeting(bench, team, held_on=bench.today().replace(month=10, day=28))
    settle_all(bench, team, a_running_meeting(bench, team))
    return Walk(Screen(qtbot, MainWindow(bench), FULL))


def on_people(walk):
    """The places of the rail, and what is written about one person."""
    screen = walk.screen
    for place in ("today", "patients", "meetings", "tasks"):
        screen.do(f"go_{place}")
        walk.look(place)
        walk.dialogs(place)
    for command in ON_A_PERSON:
        screen.do("go_patients")
        screen.open_row("患者列表", 0)
        screen.do(command)
        walk.look(command)
        walk.dialogs(command)


def in_the_settings(walk):
    """Every part of the settings."""
    screen = walk.screen
    settings = screen.window.desk.settings
    screen.do("go_settings")
    for part in settings.parts:
        settings.show_part(part.title)
        screen.settle()
        walk.look(f"settings {part.title}")
        walk.dialogs(part.title)


def at_the_table(walk):
    """The meeting in session, what it shows to everybody, and how it is read back."""
    screen = walk.screen
    screen.do("go_meetings")
    screen.do("preview_document")
    walk.look("preview")
    screen.do("go_meetings")
    screen.do("enter_meeting")
    walk.look("live")
    walk.dialogs("live")
    screen.do("project_meeting")
    walk.look("projector")
    screen.do("project_meeting")
    screen.do("read_back")
    walk.look("read back")


def after_a_meeting(walk):
    """The meeting that is over and its papers."""
    screen = walk.screen
    screen.do("go_meetings")
    screen.open_row("会议列表", 1)
    walk.look("after a meeting")
    walk.dialogs("after a meeting")
    screen.do("read_signing")
    walk.look("signing")
    walk.dialogs("signing")
    screen.do("open_documents")
    walk.look("documents")
    walk.dialogs("documents")
    sheet = next(n for n, row in enumerate(screen.rows("文书列表")) if "待签" in row)
    screen.open_row("文书列表", sheet)
    screen.do("open_sheet")
    walk.look("signatures")
    walk.dialogs("signatures")


def test_every_window_the_menus_lead_to(walk):
    screen, seen = walk.screen, set()
    desk = screen.window.desk
    desk.turned.connect(seen.add)
    on_people(walk)
    in_the_settings(walk)
    at_the_table(walk)
    after_a_meeting(walk)
    assert walk.wrong == []
    assert seen == set(desk.pages)
    entries = screen.window.menus.entries()
    dialogs = {e.action.objectName() for e in entries if e.words.endswith("…")}
    assert " ".join(sorted(dialogs - walk.opened - ELSEWHERE)) == ""


def test_the_agenda_of_a_coming_meeting_and_its_lights(qtbot, bench, team):
    a_planned_meeting(bench, team)
    walk = Walk(Screen(qtbot, MainWindow(bench), FULL))
    entries = walk.screen.window.menus.entries()
    walk.opened |= {entry.action.objectName() for entry in entries} - ON_AN_AGENDA
    walk.screen.do("go_meetings")
    walk.look("agenda")
    walk.dialogs("agenda")
    walk.screen.do("show_checkup")
    walk.look("lights")
    assert walk.wrong == []
    assert walk.opened >= ON_AN_AGENDA
