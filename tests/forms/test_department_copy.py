"""What the copy for one department says."""

import pytest

from forms.blocks import Table
from forms.department_copy import DEPARTMENT_COPY
from forms.layout import lay_out
from tests.forms.department_copy_samples import (
    bursting_department_copy,
    department_copy,
    thin_department_copy,
)
from tests.forms.outline import outline, words_of

NORMAL = [
    "Title 部门抄件 · 云栖镇个案管理小组 · 2026年11月25日（星期三）",
    (
        "Text 云栖镇派出所：2026年第11次例会议定的事项中，与你单位有关的有2项，列在下面，"
        "请按时限办理。办理结果请告知穆青禾（云栖镇卫生院，13900000617）。"
    ),
    "Table 18·32·56·22·24·18",
    "  head 编\u3000号 | 个\u3000案 | 事\u3000项 | 责任人 | 协\u3000同 | 时\u3000限",
    "  row T-0007 | 石某某（GA0101） | 每周联合随访1次 | 亓文涛 | — | 12-23",
    "  row T-0009 | — | 年底前清点钥匙 | 亓文涛 | 镇残联 | 12-23",
    "Text 只列与收件单位有关的事项，患者姓名已经隐去；请勿转给无关人员。",
]


def test_a_sheet_says_this():
    assert outline(lay_out(DEPARTMENT_COPY, department_copy())) == NORMAL


@pytest.mark.parametrize(
    "answers", [department_copy(), thin_department_copy(), bursting_department_copy()]
)
def test_every_table_is_as_wide_as_the_frame(answers):
    blocks = lay_out(DEPARTMENT_COPY, answers).blocks
    widths = {round(sum(b.widths), 6) for b in blocks if isinstance(b, Table)}
    assert widths <= {DEPARTMENT_COPY.page.frame}


@pytest.mark.parametrize(
    "answers", [department_copy(), thin_department_copy(), bursting_department_copy()]
)
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in DEPARTMENT_COPY.fields()]
    assert sorted(keys) == sorted(answers)


def test_every_task_is_there():
    assert words_of(lay_out(DEPARTMENT_COPY, bursting_department_copy())).count("T-00") == 40
