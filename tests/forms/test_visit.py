"""What the record of one visit says."""

import pytest

from forms.blocks import Table
from forms.layout import lay_out
from forms.visit import VISIT
from forms.writers.pdf import write_pdf
from tests.forms.outline import outline, words_of
from tests.forms.samples import STAMP
from tests.forms.visit_samples import LISTS, blank, bursting_visit, said, thin_visit, visit

NORMAL = [
    (
        "Title 严重精神障碍患者随访服务记录表 · 姓名：石䶮\u3000\u3000\u3000编号 [0][1][0]-[0"
        "][0][1][2][3]"
    ),
    "Table 28·55·28·59",
    "  row 随访日期 | 2026年11月17日 | 本次随访形式 | 1门诊\u20022家庭访视\u20023电话 [2]",
    "  row 本次随访对象 | 1患者本人\u20022患者家属、监护人\u20023其他知情人 [1][2][ ]",
    (
        "  row 若失访，原因 | 1外出打工/务工\u20022迁居他处\u20023走失\u20024连续3次未访到"
        "\u20025其他＿ [ ]"
    ),
    (
        "  row 如死亡，日期和原因 | 死亡日期＿年＿月＿日\u30001躯体疾病\u20022自杀\u20023他杀"
        "\u20024意外\u20025精神疾病相关并发症\u20026其他＿（躯体疾病：①传染病和寄生虫病\u2002"
        "②肿瘤\u2002③心脏病\u2002④脑血管病\u2002⑤呼吸系统疾病\u2002⑥消化系统疾病\u2002⑦其他疾"
        "病\u2002⑧不详） [ ]\u2002[ ]"
    ),
    (
        "  row 危险性评估 | 0（0级）\u20021（1级）\u20022（2级）\u20023（3级）\u20024（4级）"
        "\u20025（5级） [3]"
    ),
    (
        "  row 目前症状 | 1幻觉\u20022交流困难\u20023猜疑\u20024喜怒无常\u20025行为怪异\u2002"
        "6兴奋话多\u20027伤人毁物\u20028悲观厌世\u20029无故外走\u200210自语自笑\u200211孤僻懒"
        "散\u200212其他＿ [3][10][ ][ ][ ][ ][ ][ ][ ][ ][ ][ ]"
    ),
    (
        "  row 自\u2002知\u2002力 | 1完全\u20022不全\u20023缺失 [3] | 睡眠情况 | 1良好\u20022"
        "一般\u20023较差 [3]"
    ),
    "  row 饮食情况 | 1良好\u20022一般\u20023较差 [2] | 实验室检查 | 1无\u20022有＿ [1]",
    "  group 社会功能情况",
    (
        "  row 个人生活料理\u20021良好\u20022一般\u20023较差 [2] | 家务劳动\u20021良好\u20022"
        "一般\u20023较差 [2]"
    ),
    (
        "  row 生产劳动及工作\u20021良好\u20022一般\u20023较差\u20029不适用 [3] | 学习能力"
        "\u20021良好\u20022一般\u20023较差 [2]"
    ),
    "  row 社会人际交往\u20021良好\u20022一般\u20023较差 [3] | （上次随访以来的情况）",
    (
        "  row 危险行为 | 1轻度滋事0次\u20022肇事0次\u20023肇祸0次\u20024其他危害行为1次"
        "\u20025自伤0次\u20026自杀未遂0次\u20027无 [4][ ][ ][ ][ ][ ]"
    ),
    "  row 期间关锁情况 | 1无关锁\u20022关锁\u20023关锁已解除\u3000（两次随访期间） [1]",
    (
        "  row 期间住院情况 | 0未住院\u20021目前正在住院\u20022曾住院，现未住院\u3000末次出院"
        "日期＿年＿月＿日 [0]"
    ),
    (
        "  row 用药依从性 | 1按医嘱规律用药\u20022间断用药\u20023不用药\u20024医嘱勿需用药 [2"
        "] | 药物不良反应 | 1无\u20022有嗜睡、体重增加\u20029不适用 [2]"
    ),
    (
        "  row 治疗效果 | 1痊愈\u20022好转\u20023无变化\u20024加重\u20029不适用 [4] | 是否转"
        "诊 | 1否\u20022是\u2002原因＿\u2002转至＿ [1]"
    ),
    "  group 用药情况",
    "  row 药物1：奥氮平 | 用法：每日1次，每次剂量10\u00a0mg",
    "  row 药物2： | 用法：每日（月）＿次\u3000每次剂量＿mg",
    "  row 药物3： | 用法：每日（月）＿次\u3000每次剂量＿mg",
    "  group 用药指导",
    "  row 药物1：奥氮平 | 晚10\u00a0mg",
    "  row 药物2： | 早＿mg\u3000中＿mg\u3000晚＿mg",
    "  row 长效药： | 每＿周1次\u3000每次剂量＿mg",
    (
        "  row 康复措施 | 1生活劳动能力\u20022职业训练\u20023学习能力\u20024社会交往\u20025其"
        "他＿ [1][4][ ][ ][ ]"
    ),
    "  row 本次随访分类 | 1不稳定\u20022基本稳定\u20023稳定 [1] | 下次随访日期 | 2026年11月24日",
    "  row 随访医生签名 | 月\u3000日 #doctor:2 | 患者（家属）签名 | 月\u3000日 #patient:1",
]
BLANK = [
    (
        "Title 严重精神障碍患者随访服务记录表 · 姓名：＿\u3000\u3000\u3000编号 [ ][ ][ ]-[ ]["
        " ][ ][ ][ ]"
    ),
    "Table 28·55·28·59",
    "  row 随访日期 |  | 本次随访形式 | 1门诊\u20022家庭访视\u20023电话 [ ]",
    "  row 本次随访对象 | 1患者本人\u20022患者家属、监护人\u20023其他知情人 [ ][ ][ ]",
    (
        "  row 若失访，原因 | 1外出打工/务工\u20022迁居他处\u20023走失\u20024连续3次未访到"
        "\u20025其他＿ [ ]"
    ),
    (
        "  row 如死亡，日期和原因 | 死亡日期＿年＿月＿日\u30001躯体疾病\u20022自杀\u20023他杀"
        "\u20024意外\u20025精神疾病相关并发症\u20026其他＿（躯体疾病：①传染病和寄生虫病\u2002"
        "②肿瘤\u2002③心脏病\u2002④脑血管病\u2002⑤呼吸系统疾病\u2002⑥消化系统疾病\u2002⑦其他疾"
        "病\u2002⑧不详） [ ]\u2002[ ]"
    ),
    (
        "  row 危险性评估 | 0（0级）\u20021（1级）\u20022（2级）\u20023（3级）\u20024（4级）"
        "\u20025（5级） [ ]"
    ),
    (
        "  row 目前症状 | 1幻觉\u20022交流困难\u20023猜疑\u20024喜怒无常\u20025行为怪异\u2002"
        "6兴奋话多\u20027伤人毁物\u20028悲观厌世\u20029无故外走\u200210自语自笑\u200211孤僻懒"
        "散\u200212其他＿ [ ][ ][ ][ ][ ][ ][ ][ ][ ][ ][ ][ ]"
    ),
    (
        "  row 自\u2002知\u2002力 | 1完全\u20022不全\u20023缺失 [ ] | 睡眠情况 | 1良好\u20022"
        "一般\u20023较差 [ ]"
    ),
    "  row 饮食情况 | 1良好\u20022一般\u20023较差 [ ] | 实验室检查 | 1无\u20022有＿ [ ]",
    "  group 社会功能情况",
    (
        "  row 个人生活料理\u20021良好\u20022一般\u20023较差 [ ] | 家务劳动\u20021良好\u20022"
        "一般\u20023较差 [ ]"
    ),
    (
        "  row 生产劳动及工作\u20021良好\u20022一般\u20023较差\u20029不适用 [ ] | 学习能力"
        "\u20021良好\u20022一般\u20023较差 [ ]"
    ),
    "  row 社会人际交往\u20021良好\u20022一般\u20023较差 [ ] | （上次随访以来的情况）",
    (
        "  row 危险行为 | 1轻度滋事＿次\u20022肇事＿次\u20023肇祸＿次\u20024其他危害行为＿次"
        "\u20025自伤＿次\u20026自杀未遂＿次\u20027无 [ ][ ][ ][ ][ ][ ]"
    ),
    "  row 期间关锁情况 | 1无关锁\u20022关锁\u20023关锁已解除\u3000（两次随访期间） [ ]",
    (
        "  row 期间住院情况 | 0未住院\u20021目前正在住院\u20022曾住院，现未住院\u3000末次出院"
        "日期＿年＿月＿日 [ ]"
    ),
    (
        "  row 用药依从性 | 1按医嘱规律用药\u20022间断用药\u20023不用药\u20024医嘱勿需用药 [ "
        "] | 药物不良反应 | 1无\u20022有＿\u20029不适用 [ ]"
    ),
    (
        "  row 治疗效果 | 1痊愈\u20022好转\u20023无变化\u20024加重\u20029不适用 [ ] | 是否转"
        "诊 | 1否\u20022是\u2002原因＿\u2002转至＿ [ ]"
    ),
    "  group 用药情况",
    "  row 药物1： | 用法：每日（月）＿次\u3000每次剂量＿mg",
    "  row 药物2： | 用法：每日（月）＿次\u3000每次剂量＿mg",
    "  row 药物3： | 用法：每日（月）＿次\u3000每次剂量＿mg",
    "  group 用药指导",
    "  row 药物1： | 早＿mg\u3000中＿mg\u3000晚＿mg",
    "  row 药物2： | 早＿mg\u3000中＿mg\u3000晚＿mg",
    "  row 长效药： | 每＿周1次\u3000每次剂量＿mg",
    (
        "  row 康复措施 | 1生活劳动能力\u20022职业训练\u20023学习能力\u20024社会交往\u20025其"
        "他＿ [ ][ ][ ][ ][ ]"
    ),
    "  row 本次随访分类 | 1不稳定\u20022基本稳定\u20023稳定 [ ] | 下次随访日期 | ",
    "  row 随访医生签名 | 月\u3000日 | 患者（家属）签名 | 月\u3000日",
]


def lines(answers):
    return outline(lay_out(VISIT, answers))


def test_a_visit_says_this():
    assert lines(visit()) == NORMAL


def test_a_blank_record_leaves_room_for_all_of_it():
    assert lines(blank()) == BLANK


def test_the_record_asks_for_exactly_these_answers():
    assert {field.key for field in VISIT.fields()} | {"lists"} == set(visit())


@pytest.mark.parametrize("answers", [visit(), thin_visit(), blank(), bursting_visit()])
def test_every_table_is_as_wide_as_the_frame(answers):
    blocks = lay_out(VISIT, answers).blocks
    assert {sum(block.widths) for block in blocks if isinstance(block, Table)} == {170}


@pytest.mark.parametrize("answers", [visit(), thin_visit(), blank()])
def test_an_ordinary_record_is_one_page(answers):
    assert write_pdf(lay_out(VISIT, answers), STAMP).pages == 1


def test_doctor_and_patient_sign():
    printed = write_pdf(lay_out(VISIT, visit()), STAMP)
    assert [slot.key for slot in printed.slots] == ["doctor:2", "patient:1"]
    assert all(slot.width >= 25 and slot.height >= 12 for slot in printed.slots)


def test_numbers_stand_in_the_squares_and_the_rest_stay_white():
    symptoms = next(line for line in lines(visit()) if "目前症状" in line)
    assert symptoms.endswith("[3][10]" + "[ ]" * 10)
    assert next(line for line in lines(blank()) if "目前症状" in line).endswith("[ ]" * 12)


def test_what_happened_is_counted_and_what_did_not_is_none():
    said_of_acts = next(line for line in lines(visit()) if "轻度滋事" in line)
    assert "1轻度滋事0次\u20022肇事0次" in said_of_acts
    assert "4其他危害行为1次" in said_of_acts


def test_acts_nobody_asked_about_keep_their_blanks():
    assert "1轻度滋事＿次" in next(line for line in lines(thin_visit()) if "轻度滋事" in line)


def test_two_blanks_of_one_option_take_their_words_in_order():
    asked = next(
        line
        for line in lines(visit(referred=said("2", n2=["断药", "县医院"])))
        if "是否转诊" in line
    )
    assert "原因断药\u2002转至县医院" in asked
    only = lines(visit(referred=said("2", n2=["", "县医院"])))
    assert any("原因＿\u2002转至县医院" in line for line in only)


def test_more_medicines_than_the_form_has_rows_are_all_printed():
    text = "".join(lines(bursting_visit()))
    assert [f"药物{n}：棕榈酸帕利哌酮注射液" in text for n in range(1, 8)] == [True] * 6 + [False]


def test_further_records_stand_only_where_they_are_asked_for():
    assert "Heading 其他记录" not in lines(visit())
    assert "Heading 其他记录" not in lines(blank())
    assert "Heading 其他记录" in lines(bursting_visit())


def test_long_words_and_rare_names_are_printed_whole():
    printed = write_pdf(lay_out(VISIT, bursting_visit()), STAMP)
    assert printed.missing == ()
    said_words = words_of(lay_out(VISIT, bursting_visit()))
    assert "阿依努尔·买买提" in said_words
    assert all(str(row["label"]).strip("＿") in said_words for row in LISTS["symptoms"])
