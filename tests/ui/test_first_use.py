"""The first start: the key first, then what can be left for later, page by page."""

import re
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.demo import made_demo
from tests.ui.printers import OneFile
from tests.ui.screens import Screen
from ui.dialogs.first_use.backup_place import BackupPlaceStep
from ui.main_window import MainWindow
from ui.preferences import Preferences
from workbench import demo
from workbench.accounts import unlock
from workbench.backups import last_backup
from workbench.member_lists import list_member_lines
from workbench.setting_up import SetUpStep, read_setup
from workbench.teams import list_teams

PASSWORD = "龙井茶要七分水温"
ROWS = "姓名\t角色\t单位\t电话\n石䶮\t精防医生\t镇卫生院\t13900000112\n邬沅芷\t警察\t派出所\t\n"


@pytest.fixture
def first(qtbot, folder, tmp_path):
    window = MainWindow(
        folder=folder, demo_folder=tmp_path / "demo", preferences=Preferences(folder)
    )
    return Screen(qtbot, window)


def set_password(first):
    first.write("口令", PASSWORD)
    first.write("再输一遍口令", PASSWORD)
    first.press(Qt.Key.Key_Return)
    first.waits_for("抄下恢复口令")


def code_on_show(first):
    return "".join(re.findall(r"^(?:[A-Z2-9]{6}-?){3}$", first.words(), re.MULTILINE))


def prove_code(first):
    """Type back the two groups that are asked for."""
    groups = code_on_show(first).split("-")
    first.named("已经打印或抄在纸上，另外存放").click()
    first.click("下一页：核对")
    for number in re.findall(r"恢复口令第(\d)组", first.words()):
        first.write(f"恢复口令第{number}组", groups[int(number) - 1].lower())
    first.press(Qt.Key.Key_Return)
    first.waits_for("这台电脑给哪个单位用")


def leave(first):
    first.window.close()
    first.waits_until(lambda: not first.window.isVisible())


def opened(folder):
    return unlock(folder, PASSWORD, computer=lambda: None)


def test_nothing_is_stored_before_two_equal_passwords(first, folder):
    first.write("口令", PASSWORD)
    first.write("再输一遍口令", PASSWORD + "多")
    first.press(Qt.Key.Key_Return)
    assert "两次输入的口令不一样。还没有建立任何数据。" in first.words()
    assert not folder.exists()
    for name in ("口令", "再输一遍口令"):
        first.named(name).setText("短口令")
    first.press(Qt.Key.Key_Return)
    first.waits_for("口令少于8个字符。")
    assert not first.shows("跳过这一页")
    assert not folder.exists()


def test_the_recovery_code_is_printed_kept_and_proved(first, tmp_path):
    set_password(first)
    code = code_on_show(first)
    assert not first.named("下一页：核对").isEnabled()
    first.window.close()
    assert first.window.isVisible()
    assert "恢复口令只显示这一次。" in first.words()
    first.window.door.panel.code.printers = OneFile(tmp_path / "code.pdf")
    first.click("打印…")
    first.waits_for("本次将打印 1 页（1 张纸）")
    first.dialog().verb.click()
    first.waits_until(lambda: first.named("已经打印或抄在纸上，另外存放").isChecked())
    assert not any(code.encode() in path.read_bytes() for path in tmp_path.rglob("*.db"))
    first.click("下一页：核对")
    assert code not in first.words()
    for number in re.findall(r"恢复口令第(\d)组", first.words()):
        first.write(f"恢复口令第{number}组", "ZZZZZZ")
    first.click("下一页：单位与小组")
    assert "与恢复口令不一样。" in first.words()
    assert "这台电脑给哪个单位用" not in first.words()
    first.click("上一页")
    assert code_on_show(first) == code
    prove_code_again(first, code)
    assert code not in first.words()
    leave(first)


def prove_code_again(first, code):
    first.click("下一页：核对")
    for number in re.findall(r"恢复口令第(\d)组", first.words()):
        first.named(f"恢复口令第{number}组").setText(code.split("-")[int(number) - 1])
    first.click("下一页：单位与小组")
    assert "这台电脑给哪个单位用" in first.words()


def test_every_page_keeps_its_answer_once_and_going_back_writes_nothing_twice(
    first, folder, tmp_path
):
    set_password(first)
    prove_code(first)
    first.write("单位名称", "云栖镇平安办")
    assert first.reads("小组名称") == "云栖镇平安办个案管理小组"
    first.click("下一页：小组成员")
    assert first.holder() is first.named("第1行姓名")
    first.write("第1行姓名", "龚砚秋")
    first.pick("第1行角色", "组长")
    first.write("第1行单位", "镇综治中心")
    QGuiApplication.clipboard().setText(ROWS)
    first.named("第2行姓名").setFocus()
    first.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    first.waits_for("已填入2人")
    assert first.reads("第3行姓名") == "邬沅芷"
    assert "还没有精神科、村居干部、民政、残联，可以以后再加" in first.words()
    first.click("下一页：例会规则")
    first.pick("规则档", "齐云山镇(2024)")
    first.pick("每月第几个", "最后一个")
    first.click("上一页")
    assert first.reads("第2行姓名") == "石䶮"
    first.click("上一页")
    first.click("下一页：小组成员")
    first.click("下一页：例会规则")
    first.pick("每月第几个", "最后一个")
    first.click("下一页：备份位置")
    place = tmp_path / "disk"
    first.window.findChild(BackupPlaceStep).choose(place)
    assert "和数据在同一个盘上" in first.words()
    first.click("下一页：完成")
    assert "还没有填的" not in first.words()
    first.click("开始使用")
    first.waits_for("还没有定下次会议")
    assert "云栖镇平安办" in first.window.windowTitle()
    first.do("plan_meeting")
    assert "每月最后一个周三14:30，约90分钟" in first.words()
    leave(first)
    assert [len(list(found.glob("*"))) for found in place.iterdir()] == [1]
    bench = opened(folder)
    (team,) = list_teams(bench)
    assert len(list_member_lines(bench, team.id)) == 3
    assert read_setup(bench).missing == ()
    bench.close()


def test_closing_in_the_middle_leaves_a_store_that_opens_and_says_what_is_missing(
    first, folder, qtbot
):
    set_password(first)
    prove_code(first)
    first.write("单位名称", "云栖镇平安办")
    first.click("下一页：小组成员")
    first.write("第1行姓名", "龚砚秋")
    first.click("下一页：例会规则")
    assert "第1行还没有填写角色、单位。" in first.words()
    leave(first)
    bench = opened(folder)
    assert read_setup(bench).missing == (SetUpStep.MEMBERS, SetUpStep.MEETING)
    assert last_backup(bench) is not None
    later = Screen(qtbot, MainWindow(bench))
    later.do("go_settings")
    later.window.desk.settings.show_part("单位与例会")
    assert "还没有填：小组成员、例会规则。" in later.words()
    later.do("set_up")
    assert later.reads("小组名称") == "云栖镇平安办个案管理小组"
    later.click("下一页：小组成员")
    later.write("第1行姓名", "龚砚秋")
    later.pick("第1行角色", "组长")
    later.write("第1行单位", "镇综治中心")
    later.press(Qt.Key.Key_Return)
    later.press(Qt.Key.Key_Return)
    assert later.holder() is later.named("第2行姓名")
    later.press(Qt.Key.Key_Return)
    later.click("下一页：备份位置")
    later.click("完成")
    assert later.dialog() is None
    assert "还没有填：" not in later.words()
    bench.close()


def test_all_that_can_be_skipped_is_skipped_and_work_begins_where_one_wishes(first, folder):
    set_password(first)
    prove_code(first)
    for _ in range(4):
        first.click("跳过这一页")
    assert "还没有填的以后在“设置”里补：单位名称、小组、小组成员、例会规则。" in first.words()
    first.click("登记患者")
    first.waits_until(lambda: first.dialog() is not None)
    assert first.dialog().objectName() == "register_patient_dialog"
    first.dialog().reject()
    leave(first)
    bench = opened(folder)
    assert list_teams(bench) == []
    bench.close()


@pytest.fixture
def demo_at_hand(monkeypatch, tmp_path_factory):
    """Making the demo takes half a minute and is tested where it is made; here it is copied."""

    def copied(folder):
        store = made_demo(tmp_path_factory).copy_to(folder)
        return SimpleNamespace(bench=unlock(store, demo.PASSWORD))

    monkeypatch.setattr(demo, "make_demo", copied)


@pytest.mark.usefixtures("demo_at_hand")
def test_invented_data_opens_by_one_button_and_is_marked(first):
    first.click("想先看看？用示例数据试一试")
    first.waits_for("示例数据，人物均为虚构")
    first.waits_for("下次")
    assert "（示例）" in first.window.windowTitle()
    leave(first)
