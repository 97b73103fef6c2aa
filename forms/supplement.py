"""严重精神障碍患者个人信息补充表: what is asked once of a patient besides who they are."""

from __future__ import annotations

from forms.blocks import Density
from forms.definition import Form, Heads, Section
from forms.fields import Field, Kind
from forms.record_rows import ROW, asked, choice, ink, numbers
from forms.rows import KeyGrid

WIDTHS = (28.0, 55.0, 28.0, 59.0)

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
PEOPLE = (
    (
        asked("监护人姓名", "{guardian}", Field("guardian", Kind.NAME)),
        asked("与患者关系", "{relation}", Field("relation")),
    ),
    (
        asked("监护人住址", "{guardian_address}", Field("guardian_address")),
        asked("监护人电话", "{guardian_phone}", Field("guardian_phone")),
    ),
    (
        asked("辖区村（居）委会联系人", "{committee_contact}", Field("committee_contact")),
        asked("联系人电话", "{committee_phone}", Field("committee_phone")),
    ),
    (
        choice("户别", "household", "households"),
        choice("经济状况", "economy", "economies"),
    ),
    (choice("就业情况", "employment", "employments", span=3),),
    (
        asked(
            "知情同意",
            "{consent}\u3000签字时间{consented_on}",
            numbers("consent", "consents"),
            Field("consented_on", Kind.LONG_DATE),
            span=3,
        ),
    ),
    (ink("知情同意签字", "consenting", span=3),),
)
PAST = (
    (asked("初次发病时间", "{onset}", Field("onset", room=12), span=3),),
    (choice("既往主要症状", "symptoms", "symptoms", boxes=12, span=3),),
    (choice("既往关锁情况", "locking", "locking", span=3),),
    (
        asked(
            "既往治疗情况（门诊）",
            "{outpatient}\u3000首次抗精神病药治疗时间{first_treated}",
            numbers("outpatient", "outpatient"),
            Field("first_treated", room=6),
            span=3,
        ),
    ),
    (
        asked(
            "既往治疗情况（住院）",
            "曾住精神专科医院／综合医院精神专科{admissions}次",
            Field("admissions", Kind.COUNT),
            span=3,
        ),
    ),
    (
        asked(
            "目前诊断情况",
            "诊断{diagnosis}\u3000确诊医院{hospital}\u3000确诊日期{confirmed}",
            Field("diagnosis", room=8),
            Field("hospital", room=8),
            Field("confirmed", room=6),
            span=3,
        ),
    ),
    (choice("最近一次治疗效果", "effect", "effects", span=3),),
    (choice("危险行为", "acts", "acts", boxes=6, span=3),),
)
OPINION = (
    (
        asked(
            "专科医生的意见（如果有请记录）",
            "{specialist_words}",
            Field("specialist_words", Kind.PEN),
            span=3,
        ),
    ),
    (
        asked("填表日期", "{filled_on}", Field("filled_on", Kind.LONG_DATE)),
        ink("医生签字", "doctor"),
    ),
)

SUPPLEMENT = Form(
    code="BC",
    revision="2026-11",
    title="严重精神障碍患者个人信息补充表",
    sections=(
        Section(
            "",
            (HEADS, KeyGrid(WIDTHS, (*PEOPLE, *PAST, *OPINION), ROW, density=Density.DENSE)),
        ),
    ),
)
