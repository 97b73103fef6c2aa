"""What one answers in each kind of entry, and the words it is found by afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from ui.widgets.inputs import Choice
from ui.widgets.segmented import Segmented
from ui.widgets.ticks import Ticks

Answers = dict[str, str]


@dataclass(frozen=True)
class Example:
    """One entry: what is typed and chosen by label, what is read of it, and what is corrected."""

    kind: str
    answers: Answers
    found: str
    corrects: Answers = field(default_factory=dict)
    then: str = ""
    withdrawn: bool = True


EXAMPLES = (
    Example(
        "监护人",
        {"监护人姓名": "石守田", "与患者关系": "父亲", "电话": "99010001"},
        "监护人“石守田”：状态为在任，与患者关系为父亲，电话为99010001",
        {"监护人姓名": "石守畴"},
        "监护人“石守畴”",
        withdrawn=False,
    ),
    Example(
        "监护协议",
        {"监护人": "石守畴（父亲）"},
        "监护协议“石守畴”：已签订为是",
        {"协议到期日": "2026-12-31"},
        "到期日为2026年12月31日",
    ),
    Example(
        "监护能力",
        {"结论": "弱监护", "依据": "夜里顾不过来"},
        "监护能力：结论为弱监护，依据为夜里顾不过来",
        {"依据": "白天也顾不过来"},
        "依据为白天也顾不过来",
    ),
    Example(
        "监护补贴",
        {"监护人": "石守畴（父亲）", "状态": "已批准", "每年标准": "2400"},
        "监护补贴“石守畴”：状态为已批准，每年标准为2400元",
        {"每年标准": "1800.5"},
        "每年标准为1800.50元",
    ),
    Example(
        "补贴建议",
        {"建议": "取消补贴", "理由": "没有照看"},
        "监护补贴建议“取消补贴”：理由为没有照看",
    ),
    Example(
        "补贴发放",
        {"监护人": "石守畴（父亲）", "发放金额": "600", "所属时间": "第三季度"},
        "监护补贴发放“石守畴”：金额为600元，所属时间为第三季度",
        {"发放金额": "601"},
        "金额为601元",
    ),
    Example(
        "服药",
        {
            "药品通用名": "棕榈酸帕利哌酮",
            "长效针剂": "是",
            "起用日期": "11-20",
            "单位": "mg",
            "每次剂量": "75",
        },
        "用药“棕榈酸帕利哌酮”：种类为用药情况，长效为是，每次为75mg，起用为2026年11月20日",
        {"处方机构或医师": "闻人澜"},
        "处方为闻人澜",
    ),
    Example(
        "针剂",
        {"部位": "左三角肌"},
        "已打长效针剂，注射“棕榈酸帕利哌酮”：剂量为75mg，部位为左三角肌",
        {"部位": "右三角肌"},
        "部位为右三角肌",
    ),
    Example(
        "一人一策",
        {
            "服药分类": "间断服药",
            "原因": "购药不方便",
            "措施": "送药上门",
            "责任人": "民警 亓*涛",
            "期限": "12-25",
        },
        "一人一策：服药分类为间断服药，原因为购药不方便，措施为送药上门，责任人为亓文涛，期限为2026年12月25日",
        {"服药分类": "持续未服药"},
        "服药分类为持续未服药",
    ),
    Example(
        "事件、警情",
        {"发生日期": "昨天", "类型": "肇事", "经过": "在集市推倒摊位", "来源": "皮桂香"},
        "2026-11-24肇事，在集市推倒摊位，来源：皮桂香",
        {"地点": "梧桐村集市"},
        "肇事，在集市推倒摊位，梧桐村集市",
    ),
    Example(
        "生活事件",
        {"类型": "物质滥用", "情况说明": "每天饮酒"},
        "生活事件“物质滥用”：有这种情况为是，情况为每天饮酒",
        {"情况说明": "每天饮白酒"},
        "情况为每天饮白酒",
    ),
    Example(
        "住院",
        {"入院日期": "1101", "医院": "云栖县精神病院", "住院原因": "其他"},
        "2026-11-01住院，云栖县精神病院，仍在院",
        {"医院": "云栖县二院"},
        "2026-11-01住院，云栖县二院，仍在院",
    ),
    Example(
        "救助",
        {"项目": "低保", "状态": "已申请"},
        "救助“低保”：状态为已申请",
        {"状态": "已享受"},
        "救助“低保”：状态为已享受",
    ),
    Example(
        "知情同意",
        {"答复": "同意参加管理", "签字人": "石守畴"},
        "知情同意：答复为同意参加管理，签字人为石守畴",
        {"签字人": "石䶮"},
        "签字人为石䶮",
    ),
    Example(
        "诊断",
        {"类别": "双相（情感）障碍", "确诊医院": "云栖县精神病院", "确诊日期": "2010-04"},
        "诊断：类别为双相（情感）障碍，确诊医院为云栖县精神病院，确诊日期为2010年4月",
        {"疾病编码": "F31.1"},
        "ICD-10编码为F31.1",
    ),
    Example(
        "标志",
        {"项目": "残疾人证", "结论": "符合", "残疾等级": "二级"},
        "标志“残疾人证”：结论为符合，等级为二级",
        {"说明": "证件已核对"},
        "说明为证件已核对",
    ),
    Example(
        "关爱帮扶小组",
        {"小组": "梧桐村关爱帮扶小组"},
        "关爱帮扶小组：小组为梧桐村关爱帮扶小组",
        {"说明": "每周上门"},
        "说明为每周上门",
    ),
    Example(
        "既往史",
        {"住院次数": "2", "既往主要症状": "猜疑", "肇事次数": "1"},
        "主要症状为猜疑，住院为2次，危险行为为肇事1次",
        {"肇事次数": "0"},
        "危险行为为无",
    ),
    Example(
        "搬家、换电话",
        {"联系电话": "99010002"},
        "患者信息变更：电话由未知改为“99010002”",
        withdrawn=False,
    ),
)


def answer(screen, answers: Answers) -> None:
    """Answer by label: type into lines, choose from lists, press what is side by side."""
    screen.dialog().activateWindow()  # as a window manager does; the test has none
    screen.settle()
    for label, words in answers.items():
        if not screen.shows(label):
            screen.press(Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
            screen.waits_until(lambda label=label: screen.shows(label))
        box = screen.named(label)
        if isinstance(box, Choice):
            screen.pick(label, words)
        elif isinstance(box, Segmented | Ticks):
            buttons = box.findChildren(QAbstractButton)
            next(each for each in buttons if each.text() == words).setFocus()
            screen.press(Qt.Key.Key_Space)
        else:
            box.setFocus()
            box.selectAll()
            screen.write(label, words)


def confirm(screen) -> None:
    """Ctrl+Enter, wherever the caret is."""
    screen.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
