"""Teams and members in the settings: added, pasted, reached, given another part, let go."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from data.codes import TeamKind
from tests.builders import a_closed_meeting
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.teams import add_team, list_contacts, list_members

LIST = "小组与成员列表"
COPIED = (
    "姓名\t角色\t单位\t电话\n丘迟\t网格员\t梧桐村委会\t99010001\n闻人语\t志愿者\t梧桐村\t99010002\n"
)


@pytest.fixture
def teams(qtbot, bench, team):
    a_closed_meeting(bench, team)
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("go_settings")
    return screen


def test_a_team_is_added_and_filled_by_hand_and_from_a_sheet(qtbot, bench):
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("go_settings")
    assert "先添加小组" in screen.words()
    screen.do("add_team")
    screen.write("小组名称", "梧桐村关爱帮扶小组")
    screen.pick("小组类型", "关爱帮扶小组")
    screen.write("管哪里", "梧桐村")
    screen.click("添加小组")
    (row,) = screen.rows(LIST)
    assert row.startswith(
        "梧桐村关爱帮扶小组，0人，关爱帮扶小组·梧桐村·还缺：组长（村、社区主任）、"
    )
    screen.do("change_team")
    screen.write("小组名称", "关爱小组")
    screen.press(Qt.Key.Key_Return)
    assert screen.rows(LIST)[0].startswith("关爱小组，")
    screen.do("add_member")
    screen.click("添加成员")
    assert "还没有填写" in screen.words()
    screen.write("姓名", "皮桂香")
    screen.write("单位", "梧桐村委会")
    screen.write("职务", "村委会主任")
    screen.write("电话", "99010003")
    screen.click("添加成员")
    assert screen.rows(LIST)[1] == "组长 皮*香，梧桐村委会·村委会主任·99010003"
    screen.do("record_members")
    QGuiApplication.clipboard().setText(COPIED)
    screen.click("从Excel粘贴")
    screen.waits_for("已填入2人")
    screen.press(Qt.Key.Key_Return)  # on the empty last row: the list is done
    assert screen.dialog() is None
    assert [row.partition("，")[0] for row in screen.rows(LIST)[1:]] == [
        "组长 皮*香",
        "网格员 丘*",
        "志愿者 闻*语",
    ]
    assert "组长（村、社区主任）、村、社区干部、网格员" not in screen.rows(LIST)[0]


def test_who_leaves_is_told_what_waits_for_a_successor(teams, bench, team):
    teams.open_line(LIST, "穆*禾")
    assert "管理个案3例" in teams.rows(LIST)[2]
    teams.do("end_membership")
    assert "还在手上：管理的个案GA0101、GA0102、GA0103" in teams.words()
    assert "任务另请人接着办" in teams.words()
    teams.day("最后一天", bench.today().replace(year=2025))
    teams.click("离开小组")
    assert "离开日期早于加入日期" in teams.words()
    teams.day("最后一天", bench.today())
    teams.click("离开小组")
    assert f"到{bench.today()}为止" in teams.rows(LIST)[2]
    tomorrow = bench.today() + timedelta(days=1)
    assert "穆青禾" not in [m.name for m in list_members(bench, team.id, tomorrow)]


def test_a_new_part_and_a_new_number_leave_the_old_ones_readable(teams, bench, team):
    teams.open_line(LIST, "亓*涛")
    teams.named(LIST).setFocus()
    teams.press(Qt.Key.Key_Return)
    teams.write("电话", "99010055")
    teams.click("改电话")
    teams.do("change_member_role")
    teams.pick("角色", "综治")
    teams.click("换角色")
    row = next(row for row in teams.rows(LIST) if "亓*涛" in row)
    assert row.startswith("综治 亓*涛")
    assert "99010055" in row
    yesterday = list_contacts(bench, bench.today() - timedelta(days=1))
    assert [c.role.label for c in yesterday if c.name == "亓文涛"] == ["民警"]


def test_a_member_joins_the_team_in_whose_lines_one_stands(teams, bench, team):
    village = add_team(bench, name="柳溪村关爱帮扶小组", kind=TeamKind.VILLAGE)
    teams.settle()
    assert not teams.can("record_phone")
    teams.open_line(LIST, "柳溪村")
    teams.do("add_member")
    assert "加入柳溪村关爱帮扶小组" in teams.words()
    teams.write("姓名", "丘迟")
    teams.write("单位", "柳溪村委会")
    teams.click("添加成员")
    assert [m.name for m in list_members(bench, village)] == ["丘迟"]
    assert teams.can("record_phone")  # the new line is the one in hand
