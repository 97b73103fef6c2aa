"""What the supplementary record of a patient says."""

import pytest

from forms.blocks import Table
from forms.layout import lay_out
from forms.supplement import SUPPLEMENT
from forms.writers.pdf import write_pdf
from tests.forms.outline import outline
from tests.forms.samples import STAMP
from tests.forms.supplement_samples import (
    blank,
    bursting_supplement,
    supplement,
    thin_supplement,
)

NORMAL = [
    (
        "Title 严重精神障碍患者个人信息补充表 · 姓名：石䶮\u3000\u3000\u3000编号 [0][0][1]-[0"
        "][0][0][0][7]"
    ),
    "Table 28·55·28·59",
    "  row 监护人姓名 | 石守田 | 与患者关系 | 父亲",
    "  row 监护人住址 | 梧桐村3组17号 | 监护人电话 | 139****0001",
    "  row 辖区村（居）委会联系人 | 皮桂香 | 联系人电话 | 990**003",
    (
        "  row 户\u3000\u3000别 | 1城镇\u20022农村 [2] | 经济状况 | 1贫困，在当地贫困线标准以"
        "下\u20022非贫困 [1]"
    ),
    (
        "  row 就业情况 | 1在岗工人\u20022在岗管理者\u20023农民\u20024下岗或无业\u20025在校学"
        "生\u20026退休\u20027专业技术人员\u20028其他\u20029不详 [3]"
    ),
    "  row 知情同意 | 1同意参加管理\u20020不同意参加管理\u3000签字时间2026年1月5日 [1]",
    "  row 知情同意签字 | 月\u3000日 #guardian:1",
    "  row 初次发病时间 | 2009年3月",
    (
        "  row 既往主要症状 | 1幻觉\u20022交流困难\u20023猜疑\u20024喜怒无常\u20025行为怪异"
        "\u20026兴奋话多\u20027伤人毁物\u20028悲观厌世\u20029无故外走\u200210自语自笑\u200211"
        "孤僻懒散\u200212其他＿ [3][6][ ][ ][ ][ ][ ][ ][ ][ ][ ][ ]"
    ),
    "  row 既往关锁情况 | 1无关锁\u20022关锁\u20023关锁已解除 [1]",
    (
        "  row 既往治疗情况（门诊） | 1未治\u20022间断门诊治疗\u20023连续门诊治疗\u3000首次抗"
        "精神病药治疗时间2010年 [2]"
    ),
    "  row 既往治疗情况（住院） | 曾住精神专科医院／综合医院精神专科2次",
    (
        "  row 目前诊断情况 | 诊断双相情感障碍，目前为躁狂发作\u3000确诊医院云栖县精神病院"
        "\u3000确诊日期2010年"
    ),
    "  row 最近一次治疗效果 | 1临床痊愈\u20022好转\u20023无变化\u20024加重 [2]",
    (
        "  row 危险行为 | 1轻度滋事0次\u20022肇事1次\u20023肇祸0次\u20024其他危害行为0次"
        "\u20025自伤0次\u20026自杀未遂0次\u20027无 [2][ ][ ][ ][ ][ ]"
    ),
    "  row 专科医生的意见（如果有请记录） | ",
    "  row 填表日期 | 2026年1月5日 | 医生签字 | 月\u3000日 #doctor:2",
    "Ending 以下空白",
]
BLANK = [
    (
        "Title 严重精神障碍患者个人信息补充表 · 姓名：＿\u3000\u3000\u3000编号 [ ][ ][ ]-[ ]["
        " ][ ][ ][ ]"
    ),
    "Table 28·55·28·59",
    "  row 监护人姓名 |  | 与患者关系 | ",
    "  row 监护人住址 |  | 监护人电话 | ",
    "  row 辖区村（居）委会联系人 |  | 联系人电话 | ",
    (
        "  row 户\u3000\u3000别 | 1城镇\u20022农村 [ ] | 经济状况 | 1贫困，在当地贫困线标准以"
        "下\u20022非贫困 [ ]"
    ),
    (
        "  row 就业情况 | 1在岗工人\u20022在岗管理者\u20023农民\u20024下岗或无业\u20025在校学"
        "生\u20026退休\u20027专业技术人员\u20028其他\u20029不详 [ ]"
    ),
    "  row 知情同意 | 1同意参加管理\u20020不同意参加管理\u3000签字时间＿年＿月＿日 [ ]",
    "  row 知情同意签字 | 月\u3000日",
    "  row 初次发病时间 | ",
    (
        "  row 既往主要症状 | 1幻觉\u20022交流困难\u20023猜疑\u20024喜怒无常\u20025行为怪异"
        "\u20026兴奋话多\u20027伤人毁物\u20028悲观厌世\u20029无故外走\u200210自语自笑\u200211"
        "孤僻懒散\u200212其他＿ [ ][ ][ ][ ][ ][ ][ ][ ][ ][ ][ ][ ]"
    ),
    "  row 既往关锁情况 | 1无关锁\u20022关锁\u20023关锁已解除 [ ]",
    (
        "  row 既往治疗情况（门诊） | 1未治\u20022间断门诊治疗\u20023连续门诊治疗\u3000首次抗"
        "精神病药治疗时间＿ [ ]"
    ),
    "  row 既往治疗情况（住院） | 曾住精神专科医院／综合医院精神专科＿次",
    "  row 目前诊断情况 | 诊断＿\u3000确诊医院＿\u3000确诊日期＿",
    "  row 最近一次治疗效果 | 1临床痊愈\u20022好转\u20023无变化\u20024加重 [ ]",
    (
        "  row 危险行为 | 1轻度滋事＿次\u20022肇事＿次\u20023肇祸＿次\u20024其他危害行为＿次"
        "\u20025自伤＿次\u20026自杀未遂＿次\u20027无 [ ][ ][ ][ ][ ][ ]"
    ),
    "  row 专科医生的意见（如果有请记录） | ",
    "  row 填表日期 |  | 医生签字 | 月\u3000日",
    "Ending 以下空白",
]


def lines(answers):
    return outline(lay_out(SUPPLEMENT, answers))


def test_a_record_says_this():
    assert lines(supplement()) == NORMAL


def test_a_blank_record_leaves_room_for_all_of_it():
    assert lines(blank()) == BLANK


def test_the_record_asks_for_exactly_these_answers():
    assert {field.key for field in SUPPLEMENT.fields()} | {"lists"} == set(supplement())


@pytest.mark.parametrize(
    "answers", [supplement(), thin_supplement(), blank(), bursting_supplement()]
)
def test_every_table_is_as_wide_as_the_frame(answers):
    blocks = lay_out(SUPPLEMENT, answers).blocks
    assert {sum(block.widths) for block in blocks if isinstance(block, Table)} == {170}


@pytest.mark.parametrize("answers", [supplement(), thin_supplement(), blank()])
def test_an_ordinary_record_is_one_page(answers):
    assert write_pdf(lay_out(SUPPLEMENT, answers), STAMP).pages == 1


def test_whoever_agreed_and_the_doctor_sign():
    printed = write_pdf(lay_out(SUPPLEMENT, supplement()), STAMP)
    assert [slot.key for slot in printed.slots] == ["guardian:1", "doctor:2"]


def test_admissions_nobody_asked_about_are_no_nought():
    assert any("精神专科＿次" in line for line in lines(thin_supplement()))
    assert any("精神专科0次" in line for line in lines(supplement(admissions=0)))


def test_long_words_and_rare_names_are_printed_whole():
    printed = write_pdf(lay_out(SUPPLEMENT, bursting_supplement()), STAMP)
    assert (printed.missing, printed.pages) == ((), 2)
