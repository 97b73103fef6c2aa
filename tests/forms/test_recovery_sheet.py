"""What a recovery page says."""

import pytest

from forms.blocks import Role, Table
from forms.layout import lay_out
from forms.recovery_sheet import RECOVERY_SHEET
from tests.forms.outline import outline, words_of
from tests.forms.recovery_sheet_samples import (
    blank_recovery_sheet,
    bursting_recovery_sheet,
    recovery_sheet,
)

NORMAL = [
    "Title 恢复口令页 · 云栖镇 · 2026年11月25日（星期三）",
    "Emphasis 拿到本页和数据文件的人可以打开全部患者资料。按机要件保管，不得复印。",
    "Table 22·148",
    "  row 恢复口令 | 22WW22-33MM33-44HH44-55GG55-66RR66-77KK77",
    "  row 数据代号 | K7QF",
    "Heading 一、什么时候用",
    "Text 忘记登录口令，或换了电脑、系统重装以后打不开时，只有恢复口令能打开数据。",
    "Text 做法：启动程序，点“忘记口令…”，照抄上面的六段（不分大小写），打开后设一个新口令。",
    "Text 恢复口令里没有数字0、1和字母I、O。抄错了程序会提示，不会损坏数据。",
    "Heading 二、电脑丢失或损坏怎么办",
    "Text 1. 当天报告小组组长和单位负责信息安全的人；被盗的同时报警。说明最后一次备份是哪一天。",
    "Text 2. 数据是加密的，没有登录口令或恢复口令打不开。本页与电脑一起丢失的，报告时务必说明。",
    "Text 3. 找来最近一次的备份，拷到另一台装有本程序的电脑上，用恢复口令打开，设新口令。",
    "Text 4. 打开以后立即在“设置”里换发恢复口令，打印新的一页。换发以前的备份只认旧的一页。",
    "Heading 三、怎样保管",
    "Text 1. 装入信封封口、骑缝签名，锁进保险柜或带锁的文件柜，与电脑、备份盘分开存放。",
    "Text 2. 不拍照、不扫描、不用微信或邮件传送，不与登录口令写在一起，不存在这台电脑里。",
    (
        "Text 3. 每季度查看一次封口是否完好。被别人看到、封口破损或保管人离岗的，立即换发，旧页"
        "作废。"
    ),
    "Heading 四、领取和保管登记",
    "Table 24·32·36·48·30",
    "  head 日\u3000期 | 领取人 | 签\u3000名 | 保管地点 | 备\u3000注",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
]
BLANK = [
    "Title 恢复口令页",
    "Emphasis 拿到本页和数据文件的人可以打开全部患者资料。按机要件保管，不得复印。",
    "Table 22·148",
    "  row 恢复口令 | ",
    "  row 数据代号 | ",
    "Heading 一、什么时候用",
    "Text 忘记登录口令，或换了电脑、系统重装以后打不开时，只有恢复口令能打开数据。",
    "Text 做法：启动程序，点“忘记口令…”，照抄上面的六段（不分大小写），打开后设一个新口令。",
    "Text 恢复口令里没有数字0、1和字母I、O。抄错了程序会提示，不会损坏数据。",
    "Heading 二、电脑丢失或损坏怎么办",
    "Text 1. 当天报告小组组长和单位负责信息安全的人；被盗的同时报警。说明最后一次备份是哪一天。",
    "Text 2. 数据是加密的，没有登录口令或恢复口令打不开。本页与电脑一起丢失的，报告时务必说明。",
    "Text 3. 找来最近一次的备份，拷到另一台装有本程序的电脑上，用恢复口令打开，设新口令。",
    "Text 4. 打开以后立即在“设置”里换发恢复口令，打印新的一页。换发以前的备份只认旧的一页。",
    "Heading 三、怎样保管",
    "Text 1. 装入信封封口、骑缝签名，锁进保险柜或带锁的文件柜，与电脑、备份盘分开存放。",
    "Text 2. 不拍照、不扫描、不用微信或邮件传送，不与登录口令写在一起，不存在这台电脑里。",
    (
        "Text 3. 每季度查看一次封口是否完好。被别人看到、封口破损或保管人离岗的，立即换发，旧页"
        "作废。"
    ),
    "Heading 四、领取和保管登记",
    "Table 24·32·36·48·30",
    "  head 日\u3000期 | 领取人 | 签\u3000名 | 保管地点 | 备\u3000注",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
]


def test_a_sheet_says_this():
    assert outline(lay_out(RECOVERY_SHEET, recovery_sheet())) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(RECOVERY_SHEET, blank_recovery_sheet())) == BLANK


def tables(answers):
    return [block for block in lay_out(RECOVERY_SHEET, answers).blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    "answers", [recovery_sheet(), bursting_recovery_sheet(), blank_recovery_sheet()]
)
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {round(sum(table.widths), 6) for table in tables(answers)} <= {RECOVERY_SHEET.page.frame}


@pytest.mark.parametrize("answers", [recovery_sheet(), bursting_recovery_sheet()])
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in RECOVERY_SHEET.fields()]
    assert sorted(keys) == sorted(answers.keys() - {"lists"})


def test_the_code_stands_out_and_is_not_broken_up():
    cell = tables(recovery_sheet())[0].groups[0].rows[0].cells[1]
    assert cell.role is Role.LEVEL
    assert [run.text for run in cell.lines[0]] == ["22WW22-33MM33-44HH44-55GG55-66RR66-77KK77"]


def test_there_is_room_for_those_who_are_given_the_page():
    rows = [group.rows[0] for group in tables(recovery_sheet())[1].groups]
    assert [row.least for row in rows] == [12] * 4


def test_a_page_that_changed_hands_often_tells_all_of_them():
    words = words_of(lay_out(RECOVERY_SHEET, bursting_recovery_sheet()))
    assert words.count("阿依努尔·买买提") == 30
