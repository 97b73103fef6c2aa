"""书面意见征询单: for a member who cannot come, to say what they think of each case."""

from __future__ import annotations

from forms.definition import Form, Heads, Section, Signatures
from forms.fields import Field, Kind
from forms.prose import FreeBox, Remark
from forms.rows import Entry, KeyGrid, Repeated

ASKED = KeyGrid(
    widths=(22, 63, 22, 63),
    rows=(
        (
            Entry("征询对象", "{name}", (Field("name", Kind.NAME),)),
            Entry("单位职务", "{unit_and_post}", (Field("unit_and_post"),)),
        ),
        (
            Entry(
                "会议时间",
                "{held_on}{begins}",
                (Field("held_on", Kind.DAY), Field("begins", Kind.TIME)),
            ),
            Entry("交回", "会前交{return_to}", (Field("return_to", room=10),)),
        ),
    ),
)

CASE = KeyGrid(
    widths=(22, 94, 22, 32),
    rows=(
        (
            Entry(
                "个案",
                "{position}. {case_number}\u3000{name}\u3000{facts}",
                (
                    Field("position", Kind.COUNT),
                    Field("case_number"),
                    Field("name", Kind.NAME),
                    Field("facts", room=10),
                ),
            ),
            Entry("上次等级", "{previous}", (Field("previous", Kind.RATED),)),
        ),
        (
            Entry(
                "征询事项",
                "上会原因：{reasons}。请说明：{question}。",
                (Field("reasons", room=12), Field("question", room=12)),
                span=3,
            ),
        ),
        (
            Entry(
                "建议等级",
                "{level}",
                (Field("level", Kind.TICKS, options="levels"),),
                span=3,
                pen_room=8,
            ),
        ),
        (Entry("意见", "{words}", (Field("words", Kind.PEN),), span=3, ruled=True, pen_room=18),),
    ),
)

WRITTEN_OPINION = Form(
    code="YJ",
    revision="2026-11",
    title="书面意见征询单",
    sections=(
        Section(
            "",
            (
                Heads("{unit}", "{meeting}", (Field("unit", room=12), Field("meeting"))),
                ASKED,
                Remark(
                    "您不能到会，请对下列个案逐一填写本人意见；没有意见的写“无”，不了解的写“不了解”。"
                    "意见在会上宣读并记入会议记录，本件与会议记录一并归档。"
                ),
            ),
        ),
        Section(
            "一、逐案意见",
            (Repeated(Field("cases", Kind.ROWS), CASE, pen_tables=4),),
        ),
        Section("二、其他意见", (FreeBox(Field("other_words"), least=26),)),
        Section(
            "三、签字",
            (
                Signatures(
                    Field("signers", Kind.SIGNERS),
                    roles=("征询对象",),
                    sentence="以上是本人的意见，由本人填写。不得代签。",
                ),
            ),
        ),
    ),
)
