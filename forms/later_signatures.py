"""补签页: for those who had not signed a sheet when it came back."""

from __future__ import annotations

from forms.definition import Form, Heads, Section, Signatures
from forms.fields import Field, Kind
from forms.prose import Remark

LATER_SIGNATURES = Form(
    code="BQ",
    revision="2026-11",
    title="补签页",
    sections=(
        Section(
            "",
            (
                Heads("{unit}", "{about}", (Field("unit"), Field("about"))),
                Remark(
                    "本页是《{title}》（编号 {caption}，第{version}版，摘要 {digest}）的补签页，"
                    "与原件一并归档。本人已阅原件全部内容。签名写补签当天的真实日期，"
                    "不得倒签；确需代签的，注明“代签（受托人）”。",
                    (
                        Field("title", room=10),
                        Field("caption", room=8),
                        Field("version", Kind.COUNT),
                        Field("digest", room=6),
                    ),
                ),
                Signatures(Field("signers", Kind.SIGNERS), roles=("",) * 8),
            ),
        ),
    ),
)
