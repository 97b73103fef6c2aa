"""严重精神障碍患者随访服务记录表: one follow-up visit, as the national form asks it."""

from __future__ import annotations

from forms.blocks import Density
from forms.definition import Form, Heads, Section
from forms.fields import Field, Kind
from forms.record_rows import ROW, asked, choice, ink, numbers
from forms.rows import Beside, Column, Entry, EntryRows, Grid, KeyGrid

WIDTHS = (28.0, 55.0, 28.0, 59.0)
NAMED = asked("", "药物{position}：{name}", Field("position", Kind.COUNT), Field("name", Kind.PEN))

HEADS = Heads(
    "",
    "姓名：{name}\u3000\u3000\u3000编号 {number_area}-{number_serial}",
    (
        Field("unit"),
        Field("case_number"),
        Field("name", room=10),
        Field("number_area", Kind.SQUARES, boxes=3),
        Field("number_serial", Kind.SQUARES, boxes=5),
    ),
)


def _used(sentence: str) -> Entry:
    return Entry("", sentence, (Field("usage"),), 2, pen_room=ROW, printed=True, instead="usage")


def _function(name: str, key: str, *, options: str = "functions", span: int = 1) -> Entry:
    return asked("", f"{name}\u2002{{{key}}}", numbers(key, options), span=span)


WHAT_WAS_SEEN = (
    (
        asked("随访日期", "{visited_on}", Field("visited_on", Kind.LONG_DATE)),
        choice("本次随访形式", "form", "forms"),
    ),
    (choice("本次随访对象", "seen", "seen", boxes=3, span=3),),
    (choice("若失访，原因", "lost_reason", "lost_reasons", span=3),),
    (
        asked(
            "如死亡，日期和原因",
            "死亡日期{died_on}\u3000{death_cause}（躯体疾病：{death_detail}）",
            Field("died_on", Kind.LONG_DATE),
            numbers("death_cause", "death_causes"),
            numbers("death_detail", "death_details"),
            span=3,
        ),
    ),
    (choice("危险性评估", "rated", "levels", span=3),),
    (choice("目前症状", "symptoms", "symptoms", boxes=12, span=3),),
    (choice("自知力", "insight", "insight"), choice("睡眠情况", "sleep", "conditions")),
    (choice("饮食情况", "diet", "conditions"), choice("实验室检查", "lab_check", "lab_checks")),
    Beside(
        "社会功能情况",
        (
            (
                _function("个人生活料理", "self_care", span=2),
                _function("家务劳动", "housework"),
            ),
            (
                _function("生产劳动及工作", "productive_work", options="work", span=2),
                _function("学习能力", "learning"),
            ),
            (
                _function("社会人际交往", "social_contact", span=2),
                asked("", "（上次随访以来的情况）"),
            ),
        ),
    ),
    (choice("危险行为", "acts", "acts", boxes=6, span=3),),
    (
        asked(
            "期间关锁情况",
            "{locking}\u3000（两次随访期间）",
            numbers("locking", "locking"),
            span=3,
        ),
    ),
    (
        asked(
            "期间住院情况",
            "{hospital_stay}\u3000末次出院日期{discharged_on}",
            numbers("hospital_stay", "hospital_stays"),
            Field("discharged_on", Kind.LONG_DATE),
            span=3,
        ),
    ),
)
WHAT_IS_DONE = (
    (
        choice("用药依从性", "adherence", "adherence"),
        choice("药物不良反应", "reaction", "reactions"),
    ),
    (choice("治疗效果", "effect", "effects"), choice("是否转诊", "referred", "referral")),
    Beside(
        "用药情况",
        (
            EntryRows(
                Field("taken", Kind.ROWS),
                (NAMED, _used("用法：每日（月）＿＿次\u3000每次剂量＿＿＿＿mg")),
                least=3,
            ),
        ),
    ),
    Beside(
        "用药指导",
        (
            EntryRows(
                Field("advised", Kind.ROWS),
                (NAMED, _used("早＿＿＿mg\u3000中＿＿＿mg\u3000晚＿＿＿mg")),
                least=2,
            ),
            EntryRows(
                Field("long_acting", Kind.ROWS),
                (
                    asked("", "长效药：{name}", Field("name", Kind.PEN)),
                    _used("每＿＿周1次\u3000每次剂量＿＿＿＿mg"),
                ),
                least=1,
            ),
        ),
    ),
    (choice("康复措施", "rehabilitation", "rehabilitation", boxes=5, span=3),),
    (
        choice("本次随访分类", "stability", "stabilities"),
        asked("下次随访日期", "{next_visit_on}", Field("next_visit_on", Kind.LONG_DATE)),
    ),
)
SIGNED = (ink("随访医生签名", "doctor"), ink("患者（家属）签名", "witness"))

MORE = Grid(
    field=Field("more", Kind.ROWS),
    columns=(Column("item", "项目", 28), Column("words", "内容", 142)),
    density=Density.DENSE,
)

VISIT = Form(
    code="SF",
    revision="2026-11",
    title="严重精神障碍患者随访服务记录表",
    sections=(
        Section(
            "",
            (
                HEADS,
                KeyGrid(
                    WIDTHS, (*WHAT_WAS_SEEN, *WHAT_IS_DONE, SIGNED), ROW, density=Density.DENSE
                ),
            ),
        ),
        Section("其他记录", (MORE,), needs="more", blank=False),
    ),
    ending="",
)
