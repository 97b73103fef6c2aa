"""How a person likes the screen is remembered beside the store, and nowhere before there is one."""

import pytest
from PySide6.QtCore import QByteArray

from tests.ui.screens import Screen
from ui.main_window import MainWindow
from ui.preferences import FILE_NAME, Preferences
from ui.theme import Mode, theme


def test_size_theme_and_place_are_remembered(bench):
    chosen = Preferences(bench.store.folder)
    chosen.set_scale(130)
    chosen.set_mode(Mode.DARK)
    chosen.keep_geometry(QByteArray(b"here"))
    theme().show(Mode.LIGHT, 100)
    later = Preferences(bench.store.folder)
    later.apply()
    assert (theme().mode, theme().scale) == (Mode.DARK, 130)
    assert later.geometry() == QByteArray(b"here")


def test_nothing_is_written_before_there_is_a_store(tmp_path):
    chosen = Preferences(tmp_path)
    chosen.set_scale(115)
    assert theme().scale == 115
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kept", ["mode=plaid", "scale=7", "scale=%%%", "geometry=nonsense"])
def test_a_damaged_file_leaves_the_usual_look(bench, kept):
    (bench.store.folder / FILE_NAME).write_text(f"[General]\n{kept}\n")
    damaged = Preferences(bench.store.folder)
    damaged.apply()
    assert theme().scale == 100
    assert damaged.geometry() == QByteArray()


def test_the_settings_change_the_look_at_once(qtbot, bench):
    screen = Screen(qtbot, MainWindow(bench, preferences=Preferences(bench.store.folder)))
    screen.do("go_settings")
    screen.open_line("设置的内容", "屏幕")
    screen.click("深色")
    screen.click("115%")
    assert (theme().mode, theme().scale) == (Mode.DARK, 115)
    assert "scale=115" in (bench.store.folder / FILE_NAME).read_text()
