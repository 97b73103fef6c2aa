"""Getting in: first use, the password, the recovery code, and the lock."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.printers import OneFile
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.accounts import create_store, unlock, unlock_with_recovery
from workbench.errors import Refused

PASSWORD = "龙井茶要七分水温"
NEXT = "换成一个更长的新口令"


@pytest.fixture
def made(folder):
    """A store with a password, closed again."""
    new = create_store(folder, unit="云栖镇", password=PASSWORD, computer=lambda: None)
    new.bench.close()
    return new


@pytest.fixture
def door(qtbot, folder, made):
    return Screen(qtbot, MainWindow(folder=folder))


def _leave(screen):
    screen.window.close()
    screen.waits_until(lambda: not screen.window.isVisible())


def test_a_wrong_password_is_said_in_place(door):
    door.write("口令", "记错了的口令")
    door.press(Qt.Key.Key_Return)
    door.waits_for("口令不正确。")
    assert door.dialog() is None
    assert "恢复口令" in door.words()


def test_the_right_password_opens_the_desk_and_closing_makes_a_backup(door, folder):
    door.write("口令", PASSWORD)
    door.press(Qt.Key.Key_Return)
    door.waits_for("还没有定下次会议")
    _leave(door)
    assert len(list((folder / "backups").iterdir())) == 1


def test_the_recovery_code_opens_and_asks_for_a_new_password(door, made, folder):
    door.click("忘记口令…")
    door.write("恢复口令", made.recovery_code.lower())
    door.press(Qt.Key.Key_Return)
    door.waits_for("请设一个新口令")
    door.write("新口令", NEXT)
    door.write("再输一遍新口令", NEXT + "多")
    door.press(Qt.Key.Key_Return)
    assert "两次输入的口令不一样。" in door.words()
    door.named("再输一遍新口令").setText(NEXT)
    door.press(Qt.Key.Key_Return)
    door.waits_for("还没有定下次会议")
    _leave(door)
    unlock(folder, NEXT, computer=lambda: None).close()


def test_a_wrong_recovery_code_is_said_in_place(door):
    door.click("忘记口令…")
    door.write("恢复口令", "AAAAAA-BBBBBB")
    door.press(Qt.Key.Key_Return)
    door.waits_for("恢复口令抄写有误")


def test_a_second_window_is_refused_in_words(door, qtbot, folder):
    door.write("口令", PASSWORD)
    door.press(Qt.Key.Key_Return)
    door.waits_for("还没有定下次会议")
    second = Screen(qtbot, MainWindow(folder=folder))
    second.write("口令", PASSWORD)
    second.press(Qt.Key.Key_Return)
    second.waits_for("另一个窗口使用")
    _leave(door)


def test_locking_takes_the_words_away_and_returns_to_the_same_place(door):
    door.write("口令", PASSWORD)
    door.press(Qt.Key.Key_Return)
    door.waits_for("还没有定下次会议")
    door.do("go_settings")
    assert "还没有小组成员。" in door.words()
    door.do("lock")
    assert "已锁屏" in door.words()
    assert "还没有小组成员。" not in door.words()
    assert not door.can("plan_meeting")
    door.write("口令", PASSWORD)
    door.press(Qt.Key.Key_Return)
    door.waits_for("还没有小组成员。")
    _leave(door)


@pytest.fixture
def first(qtbot, folder):
    return Screen(qtbot, MainWindow(folder=folder))


def _answer_first_questions(first):
    first.write("单位名称", "云栖镇个案管理小组")
    first.press(Qt.Key.Key_Return)
    first.write("口令", PASSWORD)
    first.write("再输一遍口令", PASSWORD)
    first.press(Qt.Key.Key_Return)
    first.waits_for("抄下恢复口令")


def test_the_recovery_code_is_printed_on_a_page_of_its_own(first, tmp_path):
    _answer_first_questions(first)
    first.window.door.printers = OneFile(tmp_path / "code.pdf")
    code = first.window.door.code.text().replace("\n", "")
    first.click("打印…")
    first.waits_for("本次将打印 1 页（1 张纸）")
    first.dialog().verb.click()
    first.waits_until(lambda: first.named("已经打印或抄在纸上，另外存放").isChecked())
    assert first.window.door.printers.sheets() == [(210, 297)]
    assert not any(code.encode() in path.read_bytes() for path in tmp_path.rglob("*.db"))


def test_first_use_needs_a_unit_and_two_equal_passwords(first, folder):
    first.press(Qt.Key.Key_Return)
    assert "还没有写单位名称。" in first.words()
    first.write("单位名称", "云栖镇个案管理小组")
    first.press(Qt.Key.Key_Return)
    first.write("口令", PASSWORD)
    first.write("再输一遍口令", PASSWORD + "多")
    first.press(Qt.Key.Key_Return)
    assert "两次输入的口令不一样。" in first.words()
    assert not folder.exists()


def test_a_short_password_is_refused_in_words(first, folder):
    first.write("单位名称", "云栖镇个案管理小组")
    first.press(Qt.Key.Key_Return)
    for name in ("口令", "再输一遍口令"):
        first.write(name, "短口令")
    first.press(Qt.Key.Key_Return)
    first.waits_for("口令少于8个字符。")


def test_the_recovery_code_has_to_be_kept_and_proved(first, folder):
    _answer_first_questions(first)
    code = next(w for w in first.words().split() if w.count("-") == 3)
    assert not first.named("下一页：核对").isEnabled()
    first.window.close()
    assert first.window.isVisible()
    assert "恢复口令只显示这一次。" in first.words()
    first.named("已经打印或抄在纸上，另外存放").click()
    last = first.window.door.code.text().split("-")[-1]
    first.click("下一页：核对")
    assert code not in first.words()
    first.write("恢复口令的最后一段", "ZZZZZZ")
    first.press(Qt.Key.Key_Return)
    assert "不一样" in first.words()
    first.named("恢复口令的最后一段").setText(last.lower())
    first.press(Qt.Key.Key_Return)
    first.waits_for("还没有定下次会议")
    _leave(first)


def test_invented_data_opens_by_one_button_and_is_marked(first, tmp_path, qtbot):
    shown = Screen(qtbot, MainWindow(folder=tmp_path / "none", demo_folder=tmp_path / "demo"))
    shown.click("想先看看？用示例数据试一试")
    shown.waits_for("示例数据，人物均为虚构")
    shown.waits_for("下次")
    assert "（示例）" in shown.window.windowTitle()
    _leave(shown)


def test_a_desk_that_is_left_alone_locks_itself(qtbot, bench):
    left = Screen(qtbot, MainWindow(bench, idle_lock=300))
    left.waits_for("已锁屏")


def test_a_meeting_in_session_does_not_lock_itself(qtbot, bench, meeting):
    busy = Screen(qtbot, MainWindow(bench, idle_lock=1500))
    busy.do("go_meetings")
    busy.do("enter_meeting")
    busy.qtbot.wait(2000)
    assert "已锁屏" not in busy.words()
    busy.do("leave_meeting")
    busy.waits_for("已锁屏")


def test_a_new_recovery_code_is_shown_until_somebody_says_it_is_kept(qtbot, tmp_path):
    made = create_store(
        tmp_path / "store", unit="云栖镇个案管理小组", password=PASSWORD, computer=lambda: None
    )
    screen = Screen(qtbot, MainWindow(made.bench))
    screen.do("go_settings")
    screen.do("renew_recovery")
    dialog = screen.dialog()
    screen.click("换发")
    screen.waits_for("新的恢复口令只显示这一次")
    code = dialog.code.text().replace("\n", "")
    dialog.reject()
    assert dialog.isVisible()
    screen.click("已经存好")
    assert screen.dialog() is None
    made.bench.close()
    with pytest.raises(Refused):
        unlock_with_recovery(tmp_path / "store", made.recovery_code)
    unlock_with_recovery(tmp_path / "store", code).close()
