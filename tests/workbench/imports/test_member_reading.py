"""Rows of members as they are copied from a sheet."""

import pytest

from data.codes import MemberRole
from workbench.imports.errors import SheetUnreadable
from workbench.imports.member_reading import read_member_file, read_pasted_members


def said(found):
    return [(line.name, line.role, line.unit, line.phone) for line in found.lines]


def test_columns_are_known_by_their_heads_in_any_order():
    found = read_pasted_members(
        "通讯录\n工作单位\t联系电话\t姓名\t身份\t职称\n"
        "镇卫生院\t139 0000 0112\t石 䶮\t精防医生\t主治\n"
    )
    assert found.lines[0].post == "主治"
    assert said(found) == [("石䶮", MemberRole.PREVENTION, "镇卫生院", "139 0000 0112")]


def test_without_heads_columns_are_known_by_what_stands_in_them():
    found = read_pasted_members(
        "1\t龚砚秋\t镇综治中心\t组长\t13900000111\n2\t石䶮\t镇卫生院\t精防\t13900000112\n"
    )
    assert said(found) == [
        ("龚砚秋", MemberRole.LEADER, "镇综治中心", "13900000111"),
        ("石䶮", MemberRole.PREVENTION, "镇卫生院", "13900000112"),
    ]


def test_a_role_nobody_knows_is_left_to_be_chosen_and_said():
    found = read_pasted_members("姓名\t角色\t单位\n邬沅芷\t巡查员\t派出所\n")
    assert said(found) == [("邬沅芷", None, "派出所", "")]
    assert "第2行：角色“巡查员”不在选项里" in found.notices[0]


def test_a_file_is_read_likewise_and_what_is_none_is_refused(tmp_path):
    file = tmp_path / "名单.csv"
    file.write_text("姓名,角色,单位\n束帛,村干部,幸福村\n", "utf-8")
    assert said(read_member_file(file)) == [("束帛", MemberRole.VILLAGE, "幸福村", "")]
    with pytest.raises(SheetUnreadable):
        read_member_file(tmp_path / "没有.xlsx")
