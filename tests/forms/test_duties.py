"""What a guardian undertakes on paper."""

import pytest

from forms.blocks import SignatureGrid, Table
from forms.duties import DUTIES
from forms.layout import lay_out
from forms.writers.pdf import write_pdf
from tests.forms.duties_samples import blank, bursting_duties, duties, thin_duties
from tests.forms.outline import outline, words_of
from tests.forms.samples import STAMP, STOCK

NORMAL = [
    "Title 监护责任书 · 云栖镇个案管理小组",
    "Heading 一、患者和监护人",
    "Table 22·63·22·63",
    "  row 患者姓名 | 石\u3000䶮 | 性\u3000\u3000别 | 男",
    "  row 身份证号 | 990***********0015 | 个案编号 | GA0101",
    "  row 患者住址 | 梧桐村3组17号",
    "  row 监护人姓名 | 石守田 | 与患者关系 | 父亲",
    "  row 身份证号 | 990***********0038 | 联系电话 | 139****0001",
    "  row 监护人住址 | 梧桐村3组17号",
    "Heading 二、监护责任",
    "Text 本人自愿承担下列打勾的各项监护责任，直到约定到期。",
    "Table 140·30",
    "  head 责\u3000任 | 承\u3000诺",
    "  row 照看被监护人，防止其伤害自己或他人 | ☑承诺",
    "  row 领取或购买药品，督促按时按量服药 | ☑承诺",
    "  row 接受随访，配合个案管理小组的工作 | ☑承诺",
    "  row 如实反映被监护人的情况 | ☑承诺",
    "  row 发现迁居、走失、病情波动或伤害行为及时报告 | ☑承诺",
    "  row 送被监护人就医，办理入院和出院手续 | ☑承诺",
    "  row 帮助被监护人参加康复，恢复社会功能 | ☑承诺",
    "  row 善待被监护人，不使用暴力，不遗弃，不虐待 | ☑承诺",
    (
        "Text 承担责任有困难，或者患者的情况有变化，可以随时告诉个案管理员，由小组一起想办法"
        "；紧急情况拨打110或120。"
    ),
    "Heading 三、约定",
    "Table 22·63·22·63",
    "  row 签订情况 | 已签 | 签订日期 | 2026年1月5日",
    "  row 到期日期 | 2026年12月31日 | 个案管理员 | 穆青禾",
    "  row 约定说明 | ",
    "Heading 四、签字 · 本人已阅本责任书全部各页。不得代签；确需代签的，注明“代签（受托人）”。",
    (
        "SignatureGrid guardian:1 · 监护人 · 石守田 / village:5 · 村（社区）干部 · 皮桂香 / p"
        "olice:4 · 民警 · 亓文涛 / clinic:2 · 精防医师 · 穆青禾"
    ),
    "Ending 以下空白",
]
BLANK = [
    "Title 监护责任书",
    "Heading 一、患者和监护人",
    "Table 22·63·22·63",
    "  row 患者姓名 |  | 性\u3000\u3000别 | ",
    "  row 身份证号 |  | 个案编号 | ",
    "  row 患者住址 | ",
    "  row 监护人姓名 |  | 与患者关系 | ",
    "  row 身份证号 |  | 联系电话 | ",
    "  row 监护人住址 | ",
    "Heading 二、监护责任",
    "Text 本人自愿承担下列打勾的各项监护责任，直到约定到期。",
    "Table 140·30",
    "  head 责\u3000任 | 承\u3000诺",
    "  row 照看被监护人，防止其伤害自己或他人 | ☐承诺",
    "  row 领取或购买药品，督促按时按量服药 | ☐承诺",
    "  row 接受随访，配合个案管理小组的工作 | ☐承诺",
    "  row 如实反映被监护人的情况 | ☐承诺",
    "  row 发现迁居、走失、病情波动或伤害行为及时报告 | ☐承诺",
    "  row 送被监护人就医，办理入院和出院手续 | ☐承诺",
    "  row 帮助被监护人参加康复，恢复社会功能 | ☐承诺",
    "  row 善待被监护人，不使用暴力，不遗弃，不虐待 | ☐承诺",
    (
        "Text 承担责任有困难，或者患者的情况有变化，可以随时告诉个案管理员，由小组一起想办法"
        "；紧急情况拨打110或120。"
    ),
    "Heading 三、约定",
    "Table 22·63·22·63",
    "  row 签订情况 |  | 签订日期 | ",
    "  row 到期日期 |  | 个案管理员 | ",
    "  row 约定说明 | ",
    "Heading 四、签字 · 本人已阅本责任书全部各页。不得代签；确需代签的，注明“代签（受托人）”。",
    "SignatureGrid 监护人 / 村（社区）干部 / 民警 / 精防医师",
    "Ending 以下空白",
]


def lines(answers):
    return outline(lay_out(DUTIES, answers))


def test_a_sheet_says_this():
    assert lines(duties()) == NORMAL


def test_a_blank_sheet_lists_every_duty_and_ticks_none():
    assert lines(blank()) == BLANK
    assert "☑" not in words_of(lay_out(DUTIES, blank()))


def test_the_sheet_asks_for_exactly_these_answers():
    assert {field.key for field in DUTIES.fields()} | {"lists"} == set(duties())


@pytest.mark.parametrize("answers", [duties(), thin_duties(), blank(), bursting_duties()])
def test_every_table_is_as_wide_as_the_frame(answers):
    blocks = lay_out(DUTIES, answers).blocks
    assert {sum(block.widths) for block in blocks if isinstance(block, Table)} == {170}


@pytest.mark.parametrize("answers", [duties(), thin_duties(), bursting_duties(), blank()])
def test_nothing_is_said_about_locking_anybody_in(answers):
    said = words_of(lay_out(DUTIES, answers))
    assert not any(word in said for word in ("锁", "限制活动", "看管", "禁闭"))


@pytest.mark.parametrize(("answers", "stamp"), [(duties(), STAMP), (blank(), STOCK)])
def test_an_ordinary_sheet_is_one_page(answers, stamp):
    assert write_pdf(lay_out(DUTIES, answers), stamp).pages == 1


def test_guardian_village_police_and_clinic_sign():
    printed = write_pdf(lay_out(DUTIES, duties()), STAMP)
    keys = {slot.key for slot in printed.slots}
    assert keys == {"guardian:1", "village:5", "police:4", "clinic:2"}


def test_a_patient_without_a_guardian_leaves_the_place_to_nobody():
    (grid,) = [b for b in lay_out(DUTIES, thin_duties()).blocks if isinstance(b, SignatureGrid)]
    assert (grid.signers[0].role, grid.signers[0].key) == ("监护人", "")


def test_long_words_and_rare_names_are_printed_whole():
    printed = write_pdf(lay_out(DUTIES, bursting_duties()), STAMP)
    assert (printed.missing, len(printed.slots)) == ((), 12)
