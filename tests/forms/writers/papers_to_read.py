"""Papers that nobody signs, made by hand, with invented people only."""

from __future__ import annotations

from forms.blocks import (
    Banner,
    Blank,
    Cell,
    Chapter,
    Cover,
    Emphasis,
    Heading,
    Imprint,
    Mark,
    RedHead,
    Table,
    Text,
    Timeline,
    Track,
    TrackKind,
)
from forms.pages import OFFICIAL, PLAIN_PORTRAIT, Paper
from tests.forms.writers.parts import form, group, head, rows, said, strong

TIMELINE = Timeline(
    "近12个月",
    tuple(f"{(n + 10) % 12 + 1}月" for n in range(1, 13)),
    (
        Track(
            "危险等级",
            TrackKind.STEPS,
            (
                Mark(0.0, 0.18, "2级", 2),
                Mark(0.18, 0.28, "▲4级", 4),
                Mark(0.28, 0.63, "▲3级", 3),
                Mark(0.63, 0.97, "2级", 2),
            ),
        ),
        Track("住院", TrackKind.BARS, (Mark(0.19, 0.27, "32天"), Mark(0.9, 0.99, "28天"))),
        Track(
            "口服药",
            TrackKind.BARS,
            (
                Mark(0.0, 0.19),
                Mark(0.28, 0.41),
                Mark(0.41, 0.44, "12天", hollow=True),
                Mark(0.44, 0.97),
            ),
        ),
        Track(
            "长效针剂",
            TrackKind.DOTS,
            (
                Mark(0.46, 0.46),
                Mark(0.54, 0.54),
                Mark(0.71, 0.71, "漏", hollow=True),
                Mark(0.8, 0.8),
            ),
        ),
        Track("随访", TrackKind.TICKS, tuple(Mark(n / 10, n / 10) for n in range(1, 10))),
        Track("事件", TrackKind.DIAMONDS, (Mark(0.18, 0.18), Mark(0.97, 0.97))),
        Track(
            "例会",
            TrackKind.DIAMONDS,
            tuple(Mark(n / 12, n / 12, hollow=True) for n in range(1, 12)),
        ),
    ),
    "服药：实条规律，空条间断\u3000针剂：实点已打，空点漏打\u3000菱形：事件；空心菱形：例会",
    ("2026年2月5日升为▲4级。", "7月中断服药12天。", "9月漏打一针。"),
)

BRIEF = Paper(
    "会前个案摘要",
    PLAIN_PORTRAIT,
    (
        Banner(
            "会前个案摘要",
            form("议程 二-1"),
            (*strong("石䶮"), *said("\u3000男 46岁\u3000GA0123\u3000幸福村3组\u3000精神分裂症")),
            (form("上次"), form("不稳定")),
            strong("▲3级"),
        ),
        Emphasis(
            (
                (*form("1\u3000集体等级：▲3级→"), Blank(4), *form("级")),
                form("2\u3000是否评估长效针剂"),
            ),
            "今天要定的事",
            25.4,
        ),
        Heading("一、上次例会以来"),
        Table(
            (17, 113, 40),
            rows(("11-17", "断药9天；猜疑加重", "家访 缪清嘉")),
            head("日期", "变化", "来源"),
        ),
        TIMELINE,
        Heading("三、会上记录"),
        Table((170,), (group(Cell(ruled=True), least=24, fills=True),)),
    ),
)

COVER = Paper(
    "个案档案",
    PLAIN_PORTRAIT,
    (
        Cover(
            "档\u3000号\u3000XFZ·GA·2025·0123",
            "密\u3000级\u3000内部",
            "个案档案",
            "严重精神障碍患者个案管理",
            (
                ("个案编号", said("GA0123")),
                ("姓\u3000\u3000名", said("石䶮")),
                ("身份证号", said("990***********2317")),
                ("居住地址", said("幸福镇幸福村3组12号")),
                ("监 护 人", said("缪清嘉（兄）")),
                ("入组日期", said("2025年3月19日")),
                ("出组日期", ((Blank(4), *form("年")))),
            ),
            "幸福镇严重精神障碍患者个案管理小组",
            ("建档 2025年3月19日", "保管期限 30年", "本卷共＿＿件＿＿页"),
        ),
    ),
)

OFFICIAL_PAPER = Paper(
    "会议纪要",
    OFFICIAL,
    (
        RedHead(
            "幸福镇个案管理小组会议纪要", "第 11 期", "幸福镇个案管理小组办公室", "2026年11月27日"
        ),
        Text(
            (
                said(
                    "2026年11月25日，镇党委副书记龚砚秋主持召开例会，听取落实情况，现将议定事项纪要如下。"
                    * 2
                ),
            )
        ),
        Chapter("一、上次议定事项落实情况"),
        Text((said("上次会议议定9项，已办5项，未到期1项，未落实2项。" * 6),)),
        Chapter("（一）石某（GA0123）"),
        Text((said("由镇卫生院牵头，监护人陪同，12月2日前到县医院评估用药方案。" * 8),)),
        Text(((*form("出席："), *said("龚砚秋、阿依努尔·买买提、石䶮")),)),
        Imprint("小组各成员单位。", "幸福镇个案管理小组办公室", "2026年11月27日"),
    ),
)
