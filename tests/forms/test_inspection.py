"""What the lists of the 迎检包 say."""

from forms.inspection import MEETING_TASKS, PACK_CONTENTS, SIGNED_STATES
from forms.layout import lay_out
from tests.forms import inspection_samples as samples
from tests.forms.outline import outline


def told(form, answers):
    return outline(lay_out(form, answers))


def test_the_contents_name_each_paper_with_its_pages():
    assert told(PACK_CONTENTS, samples.contents()) == [
        "Title 迎检包目录 · 云栖镇个案管理小组 · 2026年第11次例会\u3000\u30002026年11月25日",
        "Table 12·66·28·20·13·31",
        "  head 序号 | 文\u3000书 | 关\u3000于 | 页\u3000号 | 页数 | 备\u3000注",
        "  row 1 | 会议通知与议程 | — | 1 | 1 | ",
        "  row 2 | 个案会议记录 | — | 2—4 | 3 | ",
        "  row 3 | 评估签字表 | GA0101 石* | 5—6 | 2 | ",
        "  row 4 | 照片：会场 | — | 7 | 1 | ",
    ]


def test_the_list_of_signatures_names_who_is_missing():
    rows = told(SIGNED_STATES, samples.sheets())
    assert rows[-1].endswith("1 | 3/4 | 阿依努尔·买买提、亓文涛")
    assert rows[-2].endswith("1 | 4/4 | ")


def test_tasks_stand_under_the_meeting_they_were_given_at():
    rows = told(MEETING_TASKS, samples.tasks())
    assert "上次布置 | GA0101 | 申请护理补贴 | 亓文涛 | 2026-10-28 | 未落实 | 材料不全" in rows[-2]
    assert "本次布置" in rows[-1]


def test_a_meeting_without_tasks_says_so():
    assert "没有任务。" in "\n".join(told(MEETING_TASKS, samples.tasks(tasks=[])))
