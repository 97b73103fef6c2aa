"""The first month of a unit, from the first start to a printed case file, by keyboard alone."""

import re

import pytest

from tests.ui.keyboard import Keyboard
from tests.ui.printers import OneFile
from ui.main_window import MainWindow
from ui.preferences import Preferences

PASSWORD = "龙井茶要七分水温"
NAME, MANAGER, POLICE = "石䶮", "精防医师 穆*禾", "民警 亓*涛"
ROWS = (
    "姓名\t角色\t单位\t电话\n"
    "龚砚秋\t组长\t镇综治中心\t\n"
    "穆青禾\t精防医生\t镇卫生院\t\n"
    "闻人澜\t精神科医师\t县精神病院\t\n"
    "亓文涛\t警察\t派出所\t\n"
    "皮桂香\t村居干部\t梧桐村\t\n"
)
PLAN = (
    ("家中有刀具", "无冲动行为", "每周走访一次"),
    ("间断服药", "规律服药", "监护人每晚看服"),
    ("父亲年老", "有人看护", "村干部每周上门"),
)


@pytest.fixture
def clerk(qtbot, folder, tmp_path):
    """Somebody who has just started the program for the first time, with a printer at hand."""
    window = MainWindow(
        folder=folder, demo_folder=tmp_path / "demo", preferences=Preferences(folder)
    )
    return Keyboard(qtbot, window)


def test_a_month_from_the_first_start_to_a_printed_case_file(clerk, tmp_path):
    sets_up(clerk)
    registers(clerk)
    weighs_and_enters(clerk)
    writes_a_visit(clerk)
    writes_entries(clerk)
    plans(clerk)
    meets(clerk)
    printed = OneFile(tmp_path / "out.pdf")
    clerk.window.desk.handing.printers = printed
    prints_the_sheet(clerk, printed)
    prints_the_case_file(clerk, printed)
    clerk.window.close()
    clerk.waits_until(lambda: not clerk.window.isVisible())


def sets_up(clerk):
    clerk.fills("口令", PASSWORD)
    clerk.fills("再输一遍口令", PASSWORD)
    clerk.keys("Return")
    clerk.waits_for("抄下恢复口令")
    shown = re.findall(r"^(?:[A-Z2-9]{6}-?){3}$", clerk.words(), re.MULTILINE)
    groups = "".join(shown).split("-")
    clerk.pushes("已经打印或抄在纸上，另外存放")
    clerk.pushes("下一页：核对")
    for number in dict.fromkeys(re.findall(r"恢复口令第(\d)组", clerk.words())):
        clerk.goes_to(f"恢复口令第{number}组")
        clerk.types_keys(groups[int(number) - 1])
    clerk.keys("Return")
    clerk.waits_for("这台电脑给哪个单位用")
    clerk.fills("单位名称", "云栖镇平安办")
    clerk.keys("Return", "Return")
    clerk.pastes(ROWS)
    clerk.waits_for("已填入5人")
    clerk.pushes("下一页：例会规则")
    clerk.chooses("每月第几个", "最后一个")
    clerk.pushes("下一页：备份位置")
    clerk.pushes("下一页：完成")
    clerk.pushes("登记患者")
    clerk.waits_until(lambda: clerk.dialog() is not None)


def registers(clerk):
    clerk.fills("姓名", NAME)
    clerk.pushes("男")
    clerk.goes_to("出生日期")
    clerk.types_keys("19800229")
    clerk.fills("村组", "梧桐村3组")
    clerk.fills("诊断", "精神分裂症")
    clerk.keys("Ctrl+Return")
    clerk.waits_until(lambda: clerk.shows("患者列表"))
    assert re.search(r"男\d+岁", clerk.rows("患者列表")[0])


def weighs_and_enters(clerk):
    clerk.keys("Ctrl+Shift+K")
    clerk.waits_until(lambda: clerk.here() == "还不知道")
    for words in ("上门时口头威胁邻居", "自行停药两周"):
        clerk.keys("Left", "Left", "Tab")
        clerk.types(words)
        clerk.goes_to("还不知道")
    assert "结论：符合高风险的标准" in clerk.words()
    clerk.keys("Ctrl+Return")
    clerk.waits_for("建议高风险")
    clerk.keys("Escape", "Ctrl+F5")
    clerk.chooses("个案管理员", MANAGER)
    clerk.keys("Return")
    clerk.waits_until(lambda: "GA0001" in clerk.rows("患者列表")[0])


def writes_a_visit(clerk):
    clerk.keys("Ctrl+Shift+V")
    clerk.waits_until(lambda: clerk.here() == "1 门诊")
    # Form, person seen and on, level, acts, locking, hospital, medicine, class.
    clerk.keys("2", "1", "Return", "2", "7", "1", "0", "1", "F4", "2")
    clerk.keys("Ctrl+Return")
    clerk.waits_until(lambda: clerk.shows("患者列表") and "规律服药" in clerk.rows("患者列表")[0])


def writes_entries(clerk):
    clerk.keys("Ctrl+N")
    clerk.types_keys("fy")
    clerk.keys("Return")
    clerk.fills("药品通用名", "奥氮平")
    clerk.fills("起用日期", "昨天")
    clerk.fills("晚", "10mg")
    clerk.keys("Ctrl+Return")
    clerk.waits_for("已记录服药：奥氮平")
    clerk.keys("Ctrl+N")
    clerk.types("监护人")
    clerk.keys("Return")
    clerk.fills("监护人姓名", "石守田")
    clerk.chooses("与患者关系", "父亲")
    clerk.keys("Ctrl+Return")
    clerk.waits_for("已记录监护人：父亲")


def plans(clerk):
    clerk.keys("Ctrl+Shift+L")
    clerk.waits_for("还没有干预计划")
    clerk.keys("Ctrl+Shift+N")
    clerk.waits_until(lambda: clerk.here() == "计划内容")
    for problem, goal, measure in PLAN:
        clerk.keys("Ctrl+N")
        clerk.fills("问题", problem)
        clerk.fills("目标", goal)
        clerk.fills("措施", measure)
        clerk.chooses("责任人", POLICE)
        clerk.fills("期限", "1225")
    clerk.keys("Return")
    rows = clerk.rows("计划内容")
    assert [any(measure in row for row in rows) for *_, measure in PLAN] == [True] * 3
    clerk.keys("Escape")


def meets(clerk):
    clerk.keys("Alt+Y", "Ctrl+N")
    clerk.fills("地点", "镇政府三楼会议室")
    clerk.chooses("记录人", MANAGER)
    clerk.keys("Return")
    clerk.waits_for("筹备")
    clerk.keys("Ctrl+G", "Return")
    clerk.waits_for("GA0001")
    clerk.keys("Ctrl+M")
    if clerk.dialog() is not None:  # the rule proposed another day than this one
        clerk.keys("Return")
    clerk.waits_until(lambda: clerk.here() == "0级")
    clerk.keys("Ctrl+2", "Tab", "Right", "Space")
    clerk.fills("讨论要点", "民警：近一月未接到警情。")
    clerk.fills("会议决定", "每周联合随访1次")
    clerk.keys("Ctrl+Return")
    clerk.waits_for("1/1 已过")
    clerk.keys("Ctrl+E")
    clerk.waits_for("共1项，都有结论。")
    clerk.keys("Ctrl+Return")
    clerk.waits_until(lambda: clerk.here() == "签字件列表")
    clerk.keys("Ctrl+W")
    clerk.waits_until(lambda: clerk.here() == "文书列表")


def prints_the_sheet(clerk, printed):
    clerk.goes_down_to("集体评估汇总签字表")
    prints(clerk)
    assert printed.sheets() == [(297, 210)]


def prints_the_case_file(clerk, printed):
    clerk.keys("Alt+Z", "Down", "Ctrl+Return")
    clerk.waits_for("个案管理员穆青禾")
    for words in ("石守田（父亲）", "奥氮平", "每周联合随访1次"):
        assert words in clerk.words()
    prints(clerk)
    assert len(printed.sheets()) > 3


def prints(clerk):
    clerk.keys("Ctrl+D")
    clerk.waits_for("本次将打印")
    clerk.keys("Return")
    clerk.waits_until(lambda: clerk.dialog() is None)
