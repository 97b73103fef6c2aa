"""Getting in: the password, the recovery code, and every way in which that can fail."""

import errno
import re
import shutil

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt

from data.folder import FILE
from tests.privileges import a_closed_copy, without_privileges
from tests.ui.screens import Screen
from tests.workbench.test_accounts import KeyChain
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Mode, theme
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


def _knock(screen):
    screen.write("口令", PASSWORD)
    screen.press(Qt.Key.Key_Return)


def _open(screen):
    _knock(screen)
    screen.waits_for("还没有定下次会议")


def _damage(folder):
    content = bytearray((folder / FILE).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / FILE).write_bytes(content)
    return bytes(content)


def _no_room(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


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


@pytest.mark.parametrize("mode", list(Mode))
def test_the_colours_and_the_size_one_chose_are_those_behind_the_door(door, mode):
    """At every opening the first action that has no name was triggered: 跟随系统."""
    theme().show(mode, 130)
    _open(door)
    assert (theme().mode, theme().scale) == (mode, 130)


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


def test_a_second_window_is_refused_in_words_until_the_first_is_closed(door, qtbot, folder):
    _open(door)
    second = Screen(qtbot, MainWindow(folder=folder))
    _knock(second)
    second.waits_for("另一个窗口使用")
    assert "请切换到已打开的窗口" in second.words()
    _leave(door)
    second.click("再试一次")
    _open(second)
    _leave(second)


def test_on_another_computer_the_recovery_code_is_asked_for(qtbot, folder):
    there = KeyChain()
    new = create_store(folder, unit="云栖镇", password=PASSWORD, computer=lambda: there)
    new.bench.close()
    here = Screen(qtbot, MainWindow(folder=folder))
    _knock(here)
    here.waits_for("只在原来的电脑上有效，本机没有对应的密钥。数据没有动。")
    here.write("恢复口令", new.recovery_code)
    here.press(Qt.Key.Key_Return)
    here.waits_for("请设一个新口令")
    for name in ("新口令", "再输一遍新口令"):
        here.write(name, NEXT)
    here.press(Qt.Key.Key_Return)
    here.waits_for("还没有定下次会议")
    _leave(here)


def test_a_damaged_file_is_put_back_from_the_copy_one_chooses(door, folder):
    _open(door)
    _leave(door)
    damaged = _damage(folder)
    again = Screen(door.qtbot, MainWindow(folder=folder))
    _knock(again)
    again.waits_for("数据文件已损坏，程序没有打开它。")
    assert "损坏的文件保持原样，备份不受影响。" in again.words()
    again.click("从备份恢复…")
    again.waits_until(lambda: again.shows("完好的备份"))
    (row,) = again.rows("完好的备份")
    assert re.fullmatch(r"\d{4}年\d+月\d+日 \d\d:\d\d，\d+\.\d MB", row)
    again.press(Qt.Key.Key_Return)
    again.waits_for("已恢复到")
    assert [path.read_bytes() for path in folder.glob(f"damaged-*/{FILE}")] == [damaged]
    _open(again)
    _leave(again)


def test_without_a_whole_copy_the_damaged_file_is_left_alone(door, folder):
    damaged = _damage(folder)
    _knock(door)
    door.click_when_there("从备份恢复…")
    door.waits_for("没有找到完好的备份。所有文件都没有动。")
    assert not door.shows("恢复这一份")
    door.click("返回")
    door.waits_for("请输入口令")
    assert (folder / FILE).read_bytes() == damaged


def test_a_full_disk_while_restoring_leaves_the_damaged_file(door, folder, monkeypatch):
    _open(door)
    _leave(door)
    damaged = _damage(folder)
    again = Screen(door.qtbot, MainWindow(folder=folder))
    _knock(again)
    again.click_when_there("从备份恢复…")
    again.waits_until(lambda: again.shows("完好的备份"))
    with monkeypatch.context() as world:
        world.setattr(shutil, "copytree", _no_room)
        again.press(Qt.Key.Key_Return)
        again.waits_for("磁盘空间不足，没有写成。")
    assert (folder / FILE).read_bytes() == damaged


def test_a_file_that_is_gone_is_not_begun_anew_over_its_copies(door, folder):
    _open(door)
    _leave(door)
    (folder / FILE).unlink()
    again = Screen(door.qtbot, MainWindow(folder=folder))
    again.waits_for("数据文件不见了")
    again.click("从备份恢复…")
    again.write("口令", PASSWORD)
    again.press(Qt.Key.Key_Return)
    again.waits_until(lambda: again.shows("完好的备份"))
    again.click("恢复这一份")
    again.waits_for("已恢复到")
    _open(again)
    _leave(again)


@pytest.mark.parametrize("harm", ["gone", "garbled"])
def test_lost_key_slots_come_back_from_a_copy(door, folder, harm):
    _open(door)
    _leave(door)
    slots = folder / "keys.json"
    slots.unlink() if harm == "gone" else slots.write_text("{")
    again = Screen(door.qtbot, MainWindow(folder=folder))
    _knock(again)
    again.click_when_there("从备份取回口令文件")
    again.waits_for("口令文件已从备份取回。")
    _open(again)
    _leave(again)


def test_lost_key_slots_without_a_copy_are_said_to_be_lost(door, folder):
    (folder / "keys.json").unlink()
    _knock(door)
    door.waits_for("口令文件（keys.json）不见了")
    door.click("从备份取回口令文件")
    door.waits_for("没有找到可以用的备份。所有文件都没有动。")


def test_a_file_of_a_later_program_asks_for_the_later_program(door, folder):
    bench = unlock(folder, PASSWORD, computer=lambda: None)
    with bench.store.writing() as session:
        session.execute(sa.text("INSERT INTO schema_step VALUES (99, '2030-01-01')"))
    bench.close()
    _knock(door)
    door.waits_for("这份数据由更新版本的程序写成，当前版本不能打开。")
    assert "数据没有动。" in door.words()
    assert "请先升级本程序，再打开。" in door.words()
    assert not door.shows("从备份恢复")


def test_a_folder_that_cannot_be_written_is_said_to_be_so(qtbot, made, folder):
    with a_closed_copy(folder) as closed, without_privileges():
        screen = Screen(qtbot, MainWindow(folder=closed))
        _knock(screen)
        screen.waits_for("这个文件夹不能写入。")
        assert "原有数据没有动" in screen.words()


def test_a_full_disk_at_closing_is_said_and_does_not_hold_the_window(door, folder, monkeypatch):
    _open(door)
    with monkeypatch.context() as world:
        world.setattr(shutil, "copyfile", _no_room)
        door.window.close()
        door.waits_for("磁盘空间不足，没有写成。")
    door.click("知道了")
    door.waits_until(lambda: not door.window.isVisible())
    assert list((folder / "backups").iterdir()) == []


def test_a_backup_disk_that_is_away_is_said_calmly_and_closing_goes_on(
    qtbot, made, folder, tmp_path
):
    preferences = Preferences(folder)
    screen = Screen(qtbot, MainWindow(folder=folder, preferences=preferences))
    preferences.keep_backup_place(tmp_path / "away")
    _open(screen)
    screen.do("go_settings")
    screen.window.desk.settings.show_part("备份与恢复")
    assert "现在没有接上" in screen.words()
    screen.window.close()
    screen.waits_for("备份盘没有接上，这次没有复制过去。本机的备份照常做了，数据都在。")
    screen.waits_until(lambda: not screen.window.isVisible())
    assert len(list((folder / "backups").iterdir())) == 1
    assert not (tmp_path / "away").exists()


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
