"""What the guardian's copy of a rating says, and what it keeps to itself."""

import pytest

from forms.blocks import SignatureGrid, Signer, Table
from forms.guardian_copy import GUARDIAN_COPY
from forms.layout import lay_out
from forms.writers.pdf import write_pdf
from tests.forms.assessment_samples import (
    OPINION,
    blank_guardian_copy,
    bursting_guardian_copy,
    guardian_copy,
    thin_guardian_copy,
)
from tests.forms.outline import outline, words_of
from tests.forms.samples import STAMP

NORMAL = [
    (
        "Title 社会危险性集体评估表（监护人副本） · 严重精神障碍患者 · 编号 2026-11-02\u3000"
        "评估日期 2026-11-25\u3000地点 镇政府三楼会议室"
    ),
    "Table 22·37·19·32·22·38",
    "  row 姓\u3000\u3000名 | 厉树北 | 性别年龄 | 男\u300046岁 | 个案编号 | GA0123",
    (
        "  row 身份证号 | 990***********2317 | 诊\u3000\u3000断 | 精神分裂症 | 确诊医院 | 县"
        "第三人民医院"
    ),
    "  row 住\u3000\u3000址 | 幸福镇幸福村3组12号 | 个案类型 | 高风险（第3次入组）",
    "  row 监\u2002护\u2002人 | 厉树林（兄） | 联系电话 | 139****0617 | 个案管理员 | 石\u3000䶮",
    (
        "  row 上次评估 | ▲3级\u200210-28 | 临床等级 | ▲3级\u200211-17 | 公安列管 | 是（2025-"
        "03-11起）"
    ),
    "Heading 一、近期情况 · （2026-10-28 至 2026-11-25，逐项注明日期）",
    "Table 25·131·14",
    "  head 项\u3000目 | 情\u3000况 | 日\u3000期",
    "  group 危险行为",
    "  row 口头威胁邻居1次；无肇事肇祸。 | 11-14",
    "  group 症状与自知力",
    "  row 猜疑、自语自笑；自知力缺失。 | 11-17",
    "  group 服药情况",
    "  row 间断服药；奥氮平 10\u00a0mg 每晚1次，本期断药9天。自述嗜睡、体重增加。 | 11-17",
    "  group 住院与检查",
    "  row 未住院；血糖 6.3 mmol/L，肝功能未查。 | 11-10",
    "  group 监护与家庭",
    "  row 弱监护；由70岁母亲照看。 | 2026年 / 01-05",
    "  group 生活事件",
    "  row 母亲跌倒骨折，照看能力下降。 | 11-09",
    "  group 场所因素",
    "  row — | —",
    "Heading 二、集体意见",
    "Table 22·24.6667·24.6667·24.6667·24.6667·3.33333·20·1.33333·24.6667",
    "  row 集体评定 | 0级 | 1级 | 2级 | ▲3级 | ▲4级 □ | ▲5级",
    (
        "  row 病情分类 | ☐稳定\u2002☐基本稳定\u2002☑不稳定\u3000重点管理：☑是\u2002☐否 | 下"
        "次评估 | 2026-12-23"
    ),
    "  row 变动理由 | 上次▲3级 → 本次 ▲4级。断药9天后猜疑加重，有口头威胁，监护人不在身边。",
    "Heading 三、决定与分工",
    "Table 9·84·22·34·21",
    "  head 序 | 措\u3000施 | 责任人 | 协\u3000同 | 完成时限",
    "  row 1 | 陪同到县三院精神科门诊，评估长效针剂。 | 阿依努尔·买买提 | 监护人、民政 | 12-01",
    "  row 2 | 每周联合随访1次，直到病情分类转为基本稳定。 | 石\u3000䶮 | — | 12-02",
    "  row 3 | 与监护人补签监护协议，明确外出期间的委托照看人。 | 闻人㛃 | — | 12-03",
    "  row 4 | 申请母亲临时救助；办理药费补助。 | 缪清嘉 | 残联 | 12-04",
    "Heading 四、精神科医师批注",
    "Table 170",
    "  row 换用长效针剂前须有肝功能、心电图结果（随访，2026-11-18，待处理）",
    ("Heading 五、知情签名 · 本人已了解以上评估结果和需要配合的事项。知情签名不等于同意评估结果。"),
    "SignatureGrid guardian:7 · 监护人（知情） · 厉树林",
    "Ending 以下空白",
]
BLANK = [
    (
        "Title 社会危险性集体评估表（监护人副本） · 严重精神障碍患者 · 编号 ＿\u3000评估日期 "
        "＿年＿月＿日\u3000地点 ＿"
    ),
    "Table 22·37·19·32·22·38",
    "  row 姓\u3000\u3000名 |  | 性别年龄 |  | 个案编号 | ",
    "  row 身份证号 |  | 诊\u3000\u3000断 |  | 确诊医院 | ",
    "  row 住\u3000\u3000址 |  | 个案类型 | ",
    "  row 监\u2002护\u2002人 |  | 联系电话 |  | 个案管理员 | ",
    "  row 上次评估 |  | 临床等级 |  | 公安列管 | ",
    "Heading 一、近期情况 · （＿，逐项注明日期）",
    "Table 25·131·14",
    "  head 项\u3000目 | 情\u3000况 | 日\u3000期",
    "  group 危险行为",
    "  row  | ",
    "  group 症状与自知力",
    "  row  | ",
    "  group 服药情况",
    "  row  | ",
    "  group 住院与检查",
    "  row  | ",
    "  group 监护与家庭",
    "  row  | ",
    "  group 生活事件",
    "  row  | ",
    "  group 场所因素",
    "  row  | ",
    "Heading 二、集体意见",
    "Table 22·24.6667·24.6667·24.6667·24.6667·3.33333·20·1.33333·24.6667",
    "  row 集体评定 | 0级 | 1级 | 2级 | ▲3级 | ▲4级 | ▲5级",
    (
        "  row 病情分类 | ☐稳定\u2002☐基本稳定\u2002☐不稳定\u3000重点管理：☐是\u2002☐否 | 下"
        "次评估 | ＿"
    ),
    "  row 变动理由 | ",
    "Heading 三、决定与分工",
    "Table 9·84·22·34·21",
    "  head 序 | 措\u3000施 | 责任人 | 协\u3000同 | 完成时限",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "Heading 四、精神科医师批注",
    "Table 170",
    "  row ",
    ("Heading 五、知情签名 · 本人已了解以上评估结果和需要配合的事项。知情签名不等于同意评估结果。"),
    "SignatureGrid 监护人（知情）",
    "Ending 以下空白",
]


def signers(answers):
    blocks = lay_out(GUARDIAN_COPY, answers).blocks
    return next(block for block in blocks if isinstance(block, SignatureGrid)).signers


def test_a_copy_says_this():
    assert outline(lay_out(GUARDIAN_COPY, guardian_copy())) == NORMAL


def test_a_blank_copy_leaves_room_for_all_of_it():
    assert outline(lay_out(GUARDIAN_COPY, blank_guardian_copy())) == BLANK


def test_the_copy_asks_for_exactly_these_answers():
    assert {field.key for field in GUARDIAN_COPY.fields()} | {"lists"} == set(guardian_copy())


def test_it_says_neither_what_members_thought_nor_who_told_them():
    said = words_of(lay_out(GUARDIAN_COPY, guardian_copy()))
    assert OPINION not in said
    assert "建议维持3级" not in said
    assert "来源" not in said.replace("信息来源", "")
    assert "网格员" not in said


def test_the_guardian_alone_has_a_place_to_sign():
    assert signers(guardian_copy()) == (Signer("guardian:7", "监护人（知情）", "厉树林"),)
    printed = write_pdf(lay_out(GUARDIAN_COPY, guardian_copy()), STAMP)
    assert [slot.key for slot in printed.slots] == ["guardian:7"]


def test_without_a_guardian_the_place_belongs_to_nobody_yet():
    assert signers(thin_guardian_copy()) == (Signer("", "监护人（知情）", ""),)


@pytest.mark.parametrize(
    "answers", [guardian_copy(), blank_guardian_copy(), bursting_guardian_copy()]
)
def test_every_table_is_as_wide_as_the_frame(answers):
    blocks = lay_out(GUARDIAN_COPY, answers).blocks
    widths = {round(sum(b.widths), 6) for b in blocks if isinstance(b, Table)}
    assert widths == {170}
