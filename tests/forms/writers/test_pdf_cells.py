"""What stands in a cell stands at its place, and what fills a page fills it."""

from contextlib import closing

import pypdfium2
import pytest

from forms.blocks import (
    Break,
    Cell,
    Change,
    Cover,
    Ending,
    Face,
    Group,
    Heading,
    Ink,
    Role,
    Row,
    SignatureGrid,
    Signer,
    Squares,
    Table,
    Text,
    Title,
    Words,
)
from forms.pages import LANDSCAPE, PLAIN_PORTRAIT, PORTRAIT, Paper
from forms.writers.pdf import write_pdf
from tests.forms.reading import MM, page_bodies, words_within
from tests.forms.samples import STAMP
from tests.forms.writers.papers import form, group, label, said, signers

FRAME, TOP, BOTTOM = (170,), 41.0, 277.0
DAY = form("月\u3000日")
LINE = Text((said("其他事项"),), indented=False)


def printed(*blocks, page=PORTRAIT):
    return write_pdf(Paper("集体评估签字表", page, (Title("集体评估签字表"), *blocks)), STAMP)


def opened(pdf):
    return closing(pypdfium2.PdfDocument(pdf))


def table(*cells, widths=FRAME, least=20.0, **others):
    return Table(widths, (group(*cells, least=least),), **others)


def words_at(sheet, *edges, page=1):
    with opened(sheet.pdf) as document:
        return words_within(document[page - 1], *edges)


def rules(sheet, page=1):
    """Everything drawn on a page but letters, as edges in mm from the top left corner."""
    with opened(sheet.pdf) as document:
        side = document[page - 1]
        for thing in side.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = (edge / MM for edge in thing.get_bounds())
            yield left, side.get_height() / MM - top, right, side.get_height() / MM - bottom


def level_rules(sheet, page=1):
    """How far down the level rules as wide as the frame stand, each once."""
    wide = [(y, low) for x, y, right, low in rules(sheet, page) if x > 20 and right - x > 169]
    return sorted({round(y) for pair in wide for y in pair if TOP - 1 < y < BOTTOM + 1})


def test_small_words_text_and_what_stands_aside_each_have_their_corner():
    cell = Cell((said("正文"),), corner=form("角上"), aside=form("旁边"), low=form("下面"))
    sheet = printed(table(cell, least=40))
    assert words_at(sheet, 25, 41, 60, 47) == "角上"
    assert words_at(sheet, 25, 47, 60, 60) == "正文"
    assert words_at(sheet, 160, 47, 195, 60) == "旁边"
    assert words_at(sheet, 160, 74, 195, 81) == "下面"


def test_what_finds_no_room_beside_the_last_line_stands_on_its_own():
    options = "1幻觉 2交流困难 3猜疑 4喜怒无常 5行为怪异 6兴奋话多 7伤人毁物 8悲观厌世"
    squares = (Squares(("3", "10", *[""] * 10), slashes=True),)
    short = printed(table(Cell((form("1门诊"),), aside=squares), least=7.9))
    long = printed(table(Cell((form(options),), aside=squares), least=7.9))
    assert words_at(short, 25, 41, 195, 49) == "1门诊310"
    assert words_at(long, 25, 41, 195, 47) == options.replace(" ", "")
    assert words_at(long, 110, 47, 195, 54) == "310"


def test_room_for_ink_ends_before_the_words_in_its_cell():
    cell = Cell(low=DAY, slot="s1")
    (slot,) = printed(table(cell, Cell(), widths=(44.5, 125.5), least=14)).slots
    assert (slot.x, slot.y, slot.height) == (15, 31, 14)
    assert 25 <= slot.width < 33


def test_room_for_ink_is_never_lower_than_a_hand_needs():
    (slot,) = printed(table(Cell(slot="s1"), least=5)).slots
    assert slot.height == 12


def test_room_on_a_line_is_kept_between_the_words():
    line = (*form("医师签名"), Ink("doctor", 32), *DAY)
    sheet = printed(table(Cell((said("同意集体意见。"),), low=line, ruled=True), least=31))
    (slot,) = sheet.slots
    assert (slot.width, slot.height) == (32, 12)
    left, top = slot.x + 10, slot.y + 10
    assert words_at(sheet, left, top, left + 32, top + 12) == ""
    assert words_at(sheet, left - 20, top, left, top + 12) == "医师签名"
    assert words_at(sheet, left + 32, top, 195, top + 12) == "月日"


def test_a_ruled_cell_has_lines_to_write_on_below_its_words():
    empty, used = (
        [y for x, y, right, _ in rules(printed(table(cell, least=34))) if 26 < x < 28 and y < 80]
        for cell in (Cell(ruled=True), Cell((said("同意"),), low=DAY, ruled=True))
    )
    assert [round(y) for y in empty] == [49, 57, 65, 73]
    assert len(used) == 2
    assert used[0] > 54


def test_the_one_chosen_is_framed_and_stands_free():
    steps = [Cell((form(f"{n}级"),), Role.LABEL, centred=True, framed=n == 2) for n in range(4)]
    sheet = printed(table(label("评定"), *steps, widths=(22, 37, 37, 37, 37), least=12))
    frames = [(r - x, b - t) for x, t, r, b in rules(sheet) if 17 < r - x < 20 and 41 < t < 53]
    assert frames == [pytest.approx((18, 9), abs=1.1)]
    upright = [x for x, t, r, b in rules(sheet) if r - x < 1 and 10 < b - t < 14 and t > 40]
    assert {round(x) for x in upright} == {25, 47}


def test_nobody_signs_in_a_cell_that_is_struck():
    sheet = printed(table(Cell(struck=True), Cell(slot="a"), widths=(85, 85), least=16.4))
    assert [slot.key for slot in sheet.slots] == ["a"]
    slanting = [r for r in rules(sheet) if r[2] - r[0] > 80 and 15 < r[3] - r[1] < 18]
    assert any(x < 26 and right < 112 for x, _, right, _ in slanting)


def test_names_beside_room_for_ink_are_as_large_as_they_fit():
    def size(name):
        cell = Cell(
            (form("社工"), (Words(name, Face.STRONG, whole=True),)), Role.NOTE, centred=True
        )
        sheet = printed(table(cell, Cell(slot="s"), widths=(18, 152), least=13.5))
        assert "".join(words_at(sheet, 24, 41, 43.5, 55)) == f"社工{name}"
        with opened(sheet.pdf) as document:
            texts = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
            found = [t.get_bounds() for t in texts if t.get_bounds()[0] < 43 * MM]
            boxes = [b for b in found if 41 < 297 - b[3] / MM < 55]
            assert all(b[0] / MM > 24.9 and b[2] / MM < 43.1 for b in boxes)
            return max(b[3] - b[1] for b in boxes)

    assert size("石䶮") > size("阿依努尔·买买提")


def test_additions_are_underlined_twice_and_removals_struck():
    def drawn(change):
        cell = Cell(((Words("责任人缪清嘉，"), Words("11-20", change=change)),))
        plain = [r for r in rules(printed(table(cell))) if 5 < r[2] - r[0] < 15 and r[1] < 62]
        return [r for r in plain if r[0] > 40]

    assert drawn(Change.NONE) == []
    assert len(drawn(Change.ADDED)) == 2
    (struck,), (upper, lower) = drawn(Change.REMOVED), drawn(Change.ADDED)
    assert struck[1] < upper[1] < lower[1]


def test_a_table_to_decide_in_has_a_heavier_frame():
    def weight(heavy):
        sheet = printed(table(Cell((said("今天要定"),)), heavy=heavy))
        wide = [(x, r) for x, t, r, b in rules(sheet) if x > 20 and b - t > 19 and r - x > 169]
        return max(r - x for x, r in wide)

    assert weight(True) > weight(False)


def test_a_row_that_fills_takes_what_is_left_of_its_page():
    sheet = printed(LINE, Table(FRAME, (group(Cell(ruled=True), least=24, fills=True),)))
    assert sheet.pages == 1
    assert level_rules(sheet)[-1] == round(BOTTOM)


def test_a_row_that_fills_is_left_out_with_its_heading_where_there_is_no_room():
    tall = table(Cell((said("很长"),)), least=115)
    filling = Table(FRAME, (group(Cell(ruled=True), least=24, fills=True),))
    sheet = printed(tall, tall, Heading("三、会上记录"), filling)
    assert sheet.pages == 1
    assert "会上记录" not in page_bodies(sheet.pdf)[0]


def test_white_rows_fill_a_page_at_their_least_height():
    white = group(Cell(), Cell(), least=9.2, fills=True)
    sheet = printed(Table((85, 85), (group(Cell((said("1"),)), Cell(), least=9.2), white)))
    found = level_rules(sheet)
    assert BOTTOM - 9.2 < found[-1] <= BOTTOM
    assert {round((y - TOP) / 9.2) for y in found} == set(range(26))


def test_a_whole_table_moves_rather_than_be_divided():
    rows = tuple(group(Cell((said(f"第{n}行"),)), least=9) for n in range(12))
    before = table(Cell((said("很长"),)), least=115)
    parted = printed(before, table(Cell(), least=60), Table(FRAME, rows))
    whole = printed(before, table(Cell(), least=60), Heading("三"), Table(FRAME, rows, whole=True))
    assert "第0行" in page_bodies(parted.pdf)[0]
    assert page_bodies(whole.pdf)[1].startswith("三第0行第1行")


def test_a_whole_table_that_no_page_holds_is_divided():
    rows = tuple(group(Cell((said(f"第{n}行"),)), least=9) for n in range(60))
    bodies = page_bodies(printed(Table(FRAME, rows, whole=True)).pdf)
    assert [f"第{n}行" in "".join(bodies) for n in range(60)] == [True] * 60


@pytest.mark.parametrize("page", [PORTRAIT, LANDSCAPE])
def test_a_group_as_high_as_a_page_leaves_room_for_the_head(page):
    rows = tuple(Row((Cell((said(f"第{n}行"),)),), 11.5) for n in range(20))
    grouped = Table((20, 150), (Group(rows, label("领域")),), head=(Row((Cell(), Cell())),))
    sheet = printed(grouped, page=page)
    with opened(sheet.pdf) as document:
        for number in range(len(document)):
            low = [
                b
                for x, _, _, b in rules(sheet, number + 1)
                if 14 < x < 283 and b < page.foot_rule - 1
            ]
            assert max(low) <= page.bottom + 0.5


def test_the_rows_beside_a_high_label_reach_down_to_its_end():
    """The rules of the last row stopped halfway where the name of a body took two lines."""
    rows = (Row((Cell((said("甲"),)), Cell((said("乙"),)))),)
    sheet = printed(Table((20, 75, 75), (Group(rows, label("云栖街道社区卫生服务中心")),)))
    drawn = [edges for edges in rules(sheet) if edges[3] < PORTRAIT.foot_rule - 1]
    ends = [low for left, top, right, low in drawn if right - left < 1 < low - top]
    assert ends
    assert max(low for *_, low in drawn) - min(ends) < 0.5


def test_what_follows_a_break_begins_a_page():
    bodies = page_bodies(printed(LINE, Break(), Break(), LINE, Break()).pdf)
    assert bodies == ["其他事项", "其他事项"]


def test_ink_in_a_row_never_stands_alone_either():
    ink = Table((85, 85), (group(Cell(slot="a"), Cell(slot="b"), least=14),), whole=True)
    for height in range(206, 236, 3):
        for heading in ((), (Heading("签字"),)):
            tall = Table(FRAME, (group(Cell(), least=height - 20), group(Cell((said("末行"),)))))
            sheet = printed(tall, *heading, ink)
            page = sheet.slots[0].page
            assert "末行" in page_bodies(sheet.pdf)[page - 1]


def test_absence_and_its_later_signature_are_told_in_the_grid():
    sheet = printed(SignatureGrid(signers(2, absent="公务")))
    body = page_bodies(sheet.pdf)[0]
    assert body.endswith("2社工阿依努尔·买买提缺席（公务）补签月日")
    slot = next(slot for slot in sheet.slots if slot.key == "s1")
    left, top = slot.x + 10, slot.y + 10
    assert words_at(sheet, left, top, left + 35, top + 5) == "缺席（公务）"
    assert words_at(sheet, left, top + 5, left + 35, top + 15) == ""


def test_a_long_role_stays_out_of_the_room_for_ink():
    for role in ("监护人（知情）", "残疾人联合会联络员代表"):
        sheet = printed(SignatureGrid((Signer("k", role, "龚砚秋"),)))
        (slot,) = sheet.slots
        left, top = slot.x + 10, slot.y + 10
        assert words_at(sheet, left, top, left + 35, top + slot.height) == ""
        assert words_at(sheet, 25, top, left, top + slot.height) == f"1{role}龚砚秋"


def test_a_long_note_beside_a_heading_goes_on_below():
    note = "本人参加了本次集体评估，已阅本表全部各页。" * 4
    sheet = printed(Heading("七、签字", form(note)), LINE, Ending("以下空白"))
    assert page_bodies(sheet.pdf)[0] == f"七、签字{note}其他事项以下空白"
    with opened(sheet.pdf) as document:
        for thing in document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            assert thing.get_bounds()[2] <= 197 * MM


def test_a_long_entry_of_a_cover_stands_on_two_lines_above_its_rule():
    address = "幸福镇幸福村三组东头第二排平房靠河沿一侧红砖院内西厢房"
    entries = (("居住地址", said(address)), ("诊断", said("精神分裂症")))
    cover = Cover("", "", "个案档案", "", entries, "", ())
    sheet = write_pdf(Paper("个案档案", PLAIN_PORTRAIT, (cover,)), STAMP)
    assert words_at(sheet, 78, 106, 173, 118.5) == address
    assert words_at(sheet, 78, 118.5, 173, 130) == "精神分裂症"
