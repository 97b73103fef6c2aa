"""What the manual says on paper."""

import pytest

from forms.blocks import Table
from forms.layout import lay_out
from forms.manual import CHAPTERS, MANUAL
from tests.forms.manual_samples import blank_manual, bursting_manual, manual
from tests.forms.outline import outline, words_of


def test_every_chapter_stands_under_its_number_with_all_its_steps():
    lines = outline(lay_out(MANUAL, manual()))
    assert lines[0] == "Title 操作手册 · 云栖镇 · 2026年11月25日（星期三）"
    assert lines[1] == "Heading 一、打开、锁屏和关闭"
    for chapter in CHAPTERS:
        place = next(n for n, line in enumerate(lines) if line.endswith(f"、{chapter.title}"))
        steps = [f"Text {number}. {step}" for number, step in enumerate(chapter.steps, 1)]
        assert lines[place + 1] == f"Text {chapter.purpose}"
        assert lines[place + 2 : place + 2 + len(steps)] == steps


def test_every_key_stands_in_the_table_at_the_end():
    assert outline(lay_out(MANUAL, manual()))[-3:] == [
        "  head 做什么 | 在哪个菜单 | 快捷键",
        "  row 维持原等级，下一例 | 会议 | F9",
        "  row 确认并下一例 | 会议 | Ctrl+Enter",
    ]


@pytest.mark.parametrize("answers", [manual(), bursting_manual(), blank_manual()])
def test_the_table_is_as_wide_as_the_frame(answers):
    tables = [block for block in lay_out(MANUAL, answers).blocks if isinstance(block, Table)]
    assert {round(sum(table.widths), 6) for table in tables} <= {MANUAL.page.frame}


def test_every_field_is_answered_once_and_nothing_else():
    assert sorted(field.key for field in MANUAL.fields()) == sorted(manual())


def test_the_chapters_are_plain_chinese_one_for_each_screen():
    words = "".join(c.title + c.purpose + "".join(c.steps) for c in CHAPTERS)
    assert not set(words) & set("!！,;:?()")
    assert len({chapter.page for chapter in CHAPTERS}) == len(CHAPTERS)
    assert words_of(lay_out(MANUAL, manual())).count("操作手册") == 1
