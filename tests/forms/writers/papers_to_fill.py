"""Papers that one person fills in, made by hand, with invented people only."""

from __future__ import annotations

from forms.blocks import (
    Blank,
    Box,
    Cell,
    Density,
    Ending,
    PenLines,
    Role,
    Squares,
    Table,
    Text,
    Title,
)
from forms.pages import HALF, PORTRAIT, Paper
from tests.forms.writers.parts import DAY, form, group, label, said, strong, ticks


def task(number):
    """A slip for one task, half a sheet of paper."""
    return Paper(
        "任务通知单",
        HALF,
        (
            Title("任务通知单", (), form(f"编号 T-1126-{number:02d}")),
            Table(
                (22, 63, 22, 63),
                (
                    group(
                        label("任\u3000\u3000务"),
                        Cell((strong("陪同到县医院精神科门诊，评估长效针剂。"),), Role.KEY, span=3),
                        least=14,
                    ),
                    group(
                        *(label("完成时限"), Cell((said("2026年12月2日前"),), Role.KEY)),
                        *(label("涉及患者"), Cell((said("GA0123 石*"),))),
                    ),
                ),
            ),
            Table(
                (22, 63, 22, 63),
                (
                    group(
                        label("办理结果"),
                        Cell((ticks("已办", "部分办理", "未办：不再需要"),), span=3),
                    ),
                    group(label("办理情况"), Cell(span=3, ruled=True), least=18.5),
                    group(
                        label("所附证据"),
                        Cell(
                            ((*ticks("照片"), Blank(3), *form("张"), Box(), *form("无")),), span=3
                        ),
                    ),
                    group(
                        *(label("办理人签名"), Cell(low=DAY, slot="a")),
                        *(label("核对人签名"), Cell(low=DAY, slot="b")),
                        least=14,
                    ),
                ),
            ),
            Text(
                (form("请在时限前填好交回记录员缪清嘉。办不到的也请写明原因交回。"),),
                indented=False,
            ),
        ),
    )


VISIT = Paper(
    "严重精神障碍患者随访服务记录表",
    PORTRAIT,
    (
        Title(
            "严重精神障碍患者随访服务记录表",
            (),
            (
                *form("编号"),
                Squares(("0", "1", "0")),
                *form("-"),
                Squares(("0", "0", "1", "2", "")),
            ),
        ),
        Table(
            (28, 55, 28, 59),
            (
                group(
                    label("随访日期"),
                    Cell((strong("2026年11月17日"),)),
                    label("本次形式"),
                    Cell((form("1门诊 2家庭访视 3电话"),), aside=(Squares(("2",)),)),
                    least=7.9,
                ),
                group(
                    label("目前症状"),
                    Cell(
                        (form("1幻觉 2交流困难 3猜疑 4喜怒无常 5行为怪异 6兴奋话多 7其他"),),
                        span=3,
                        aside=(Squares(("3", "10", *[""] * 8), slashes=True),),
                    ),
                    least=7.9,
                ),
                group(
                    *(
                        label("药物"),
                        Cell(
                            (form("药物1："),),
                        ),
                    ),
                    *(label("用法"), Cell(((*form("每日"), Blank(3), *form("次")),))),
                    least=7.9,
                ),
            ),
            density=Density.DENSE,
        ),
        PenLines(2),
        Ending("以下空白"),
    ),
)
