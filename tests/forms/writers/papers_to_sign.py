"""Papers that a team signs, made by hand, with invented people only."""

from __future__ import annotations

from forms.blocks import (
    Break,
    Cell,
    Change,
    Density,
    Ending,
    Heading,
    Ink,
    Role,
    Row,
    SignatureGrid,
    Table,
    Text,
    Title,
    Words,
)
from forms.pages import LANDSCAPE, PORTRAIT, Paper, Strip
from tests.forms.writers.parts import (
    DAY,
    NAMES,
    ROLES,
    form,
    group,
    head,
    label,
    rows,
    said,
    signers,
    strong,
    ticks,
)

ASSESSMENT = Paper(
    "社会危险性集体评估签字表",
    PORTRAIT,
    (
        Title("社会危险性集体评估签字表", form("严重精神障碍患者"), form("编号 2026-11-02")),
        Table(
            (22, 37, 19, 32, 22, 38),
            (
                group(
                    *(label("姓\u3000\u3000名"), Cell((said("石䶮"),), Role.KEY)),
                    *(label("性别年龄"), Cell((said("男\u300046岁"),))),
                    *(label("个案编号"), Cell((said("GA0123"),))),
                ),
                group(
                    label("信息来源"),
                    Cell((ticks("面访本人", "面访监护人", "走访邻居", "公安", "医院"),), span=5),
                ),
            ),
        ),
        Heading("一、近期情况", form("（逐项注明日期和来源）")),
        Table(
            (25, 101, 14, 30),
            rows(
                ("服药情况", "间断服药，本期断药9天。" * 4, "11-17", "精防 石䶮"),
                ("生活事件", "母亲跌倒骨折，照看能力下降。", "11-09", "网格员 缪清嘉"),
            ),
            head=head("项\u3000目", "情\u3000\u3000况", "日\u3000期", "来\u3000源"),
        ),
        Heading("三、集体意见"),
        Table(
            (22, 25, 25, 25, 25, 23, 25),
            (
                group(
                    label("集体评定"),
                    *(Cell((form(f"{n}级"),), Role.LABEL, centred=True) for n in range(4)),
                    Cell((strong("▲4级"),), Role.LEVEL, centred=True, framed=True),
                    Cell((form("▲5级"),), Role.LABEL, centred=True),
                    least=12,
                ),
                group(label("变动理由"), Cell((said("断药后症状加重。"),), span=6), least=16),
            ),
            whole=True,
        ),
        Heading("五、精神科医师批注"),
        Table(
            (170,),
            (
                group(
                    Cell(
                        (said("换用长效针剂前须有肝功能检查结果。"),),
                        low=(*form("医师签名"), Ink("doctor"), *DAY),
                        ruled=True,
                    ),
                    least=34,
                ),
            ),
        ),
        Heading("七、签字"),
        Text((form("本人参加了本次集体评估，已阅本表全部2页。不得代签。"),), indented=False),
        SignatureGrid(signers(7, absent="公务")),
        Ending("以下空白"),
    ),
)

SUMMARY = Paper(
    "社会危险性集体评估汇总签字表",
    LANDSCAPE,
    (
        Title("社会危险性集体评估汇总签字表", (), form("2026年11月25日\u3000本次评估12例")),
        Table(
            (9, 18, 34, 26, 16, 16, 17, 91, 26, 14),
            rows(
                *(
                    (
                        *(str(n), f"GA{n:04d}", NAMES[n % 6], "幸福村3组"),
                        *("▲3级", "2级", "降1级"),
                        *("改为每两周随访一次；继续用药，下次例会再议。" * 2, "缪清嘉", "12-09"),
                    )
                    for n in range(1, 13)
                ),
                least=9,
            ),
            head=head(
                "序", "编号", "姓名", "住址", "上次", "本次", "变动", "主要决定", "责任人", "时限"
            ),
            density=Density.FINE,
        ),
        Ending("以下空白"),
    ),
    Strip(
        "本页签字\u2002本人参加了以上各案的集体评估，对本页所列等级和决定已阅。",
        Table(
            (18, 26.5) * 6,
            (
                group(
                    *(
                        cell
                        for role, name in zip(ROLES, NAMES, strict=True)
                        for cell in (
                            Cell((form(role), (Words(name, whole=True),)), Role.NOTE, centred=True),
                            Cell(slot=name),
                        )
                    ),
                    least=13.5,
                ),
                group(
                    *(
                        cell
                        for role in ROLES[:5]
                        for cell in (
                            Cell(
                                (form(role), (Words("桑榆晚", whole=True),)),
                                Role.NOTE,
                                centred=True,
                            ),
                            Cell(corner=form("缺席（公务）"), slot=role),
                        )
                    ),
                    Cell(corner=form("补签、代签注明："), span=2),
                    least=13.5,
                ),
            ),
        ),
    ),
)

MATRIX = Paper(
    "集体评估签字矩阵",
    LANDSCAPE,
    (
        Title("集体评估签字矩阵", (), form("每人在自己一列从上往下逐案签名。")),
        Table(
            (9, 41, 22, 65, 65, 65),
            (
                *(
                    group(
                        Cell((form(str(n)),), centred=True),
                        Cell(((Words("石䶮", whole=True),), form("GA0123\u3000幸福村3组"))),
                        Cell((strong("▲4级"), form("上次▲3级")), Role.LEVEL, centred=True),
                        Cell(slot="a"),
                        Cell(slot="b"),
                        Cell(struck=True),
                        least=16.4,
                    )
                    for n in range(1, 6)
                ),
                group(
                    Cell((form("签名日期"),), Role.HEAD, span=3, centred=True),
                    *(Cell(low=DAY) for _ in range(3)),
                    least=12,
                ),
            ),
            head=(
                Row(
                    (
                        *(
                            Cell((form(t),), Role.HEAD, centred=True)
                            for t in ("序", "个案", "等级")
                        ),
                        *(
                            Cell(
                                (form(f"{n} 组长"), (Words(NAMES[n], whole=True),)),
                                Role.HEAD,
                                centred=True,
                            )
                            for n in range(3)
                        ),
                    ),
                    13,
                ),
            ),
        ),
        Text((form("本页第1—3人，共6人；个案共5例。补签的写真实日期。"),), indented=False),
        Break(),
        Text((form("下一页另起。"),), indented=False),
    ),
)

REDLINE = Paper(
    "计划修订对照单",
    PORTRAIT,
    (
        Title("计划修订对照单", form("个案管理计划（高风险）"), form("GA0123\u3000第2次→第3次")),
        Text(
            (form("共修改2处：新增1、修改1；划去的字用单线，新写的字下加双线。"),), indented=False
        ),
        Table(
            (10, 21, 52, 56, 31),
            (
                group(
                    Cell((form("1"),), centred=True),
                    Cell((said("周边核查"),)),
                    Cell(
                        (
                            (
                                Words("责任人缪清嘉，"),
                                Words("11-20", change=Change.REMOVED),
                                Words("前完成。"),
                            ),
                        )
                    ),
                    Cell(
                        (
                            (
                                Words("责任人缪清嘉，"),
                                Words("12-05", change=Change.ADDED),
                                Words("前完成。"),
                            ),
                        )
                    ),
                    Cell((said("学校秋假，改期"),)),
                ),
            ),
            head=head("序", "项目", "原", "现", "修改理由"),
        ),
        SignatureGrid(signers(3)),
        Ending("本页以下空白"),
    ),
)
