"""What holds with a projector plugged in; run with two screens by the test of this name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.builders import a_running_meeting, a_team, settle_all
from tests.ui.screens import Screen, big_screen, paused, projected
from ui.main_window import MainWindow
from workbench.accounts import create_store

PASSWORD = "龙井茶要七分水温"
LEFT_OF_A_CASE = ["石*", "3级", "走访", "第1"]


@pytest.fixture
def table(qtbot, bench, later):
    """The page of a meeting while the big screen is on the second screen."""
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("go_meetings")
    screen.do("enter_meeting")
    screen.write("会议决定", "每周走访1次")
    screen.do("project_meeting")
    yield screen
    screen.window.close()


def _left():
    return [word for word in LEFT_OF_A_CASE if word in projected()]


def test_the_big_screen_fills_the_other_screen_and_one_goes_on_typing(table):
    other = QGuiApplication.screens()[1]
    assert big_screen().geometry() == other.geometry()
    assert big_screen().screen() is other
    assert not table.window.isFullScreen()
    assert table.window.isActiveWindow()
    table.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert "2级" in projected()
    table.press(Qt.Key.Key_F11)
    assert big_screen() is None


def test_a_projector_that_is_unplugged_leaves_the_window_as_it_was(table):
    QGuiApplication.instance().screenRemoved.emit(QGuiApplication.screens()[1])
    table.settle()
    assert big_screen() is None
    assert not table.window.isFullScreen()
    assert "投屏已停止" in table.words()
    assert table.reads("会议决定") == "每周走访1次"


def test_it_pauses_behind_a_window_put_away_and_behind_another_page(table):
    table.window.showMinimized()
    table.settle()
    assert _left() == []
    table.window.showNormal()
    table.settle()
    assert "石*" in projected()
    table.do("go_today")
    assert paused()
    assert _left() == []


def test_it_is_gone_with_the_window(table):
    table.window.close()
    table.settle()
    assert big_screen() is None
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def test_the_lock_leaves_a_pause_and_opening_again_goes_on(qtbot, folder, clock):
    new = create_store(folder, unit="云栖镇", password=PASSWORD, now=clock, computer=lambda: None)
    screen = _at_the_table(qtbot, new.bench)
    screen.do("lock")
    screen.waits_for("已锁屏")
    assert paused()
    assert _left() == []
    screen.write("口令", PASSWORD)
    screen.press(Qt.Key.Key_Return)
    screen.waits_until(lambda: "石*" in projected())
    screen.window.close()


def _at_the_table(qtbot, bench):
    a_running_meeting(bench, a_team(bench))
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("go_meetings")
    screen.do("enter_meeting")
    screen.do("project_meeting")
    assert "石*" in projected()
    return screen


def test_an_ended_meeting_is_no_longer_shown(qtbot, bench, team, meeting):
    settle_all(bench, team, meeting)
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("go_meetings")
    screen.do("enter_meeting")
    screen.do("project_meeting")
    assert "石*" in projected()
    screen.do("read_back")
    screen.do("close_meeting")
    screen.waits_until(paused)
    assert _left() == []
    screen.window.close()
