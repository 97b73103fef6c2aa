"""The PDF is the sheet to sign: whole rows, room for ink, a code on every page."""

import io
from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from forms.layout import lay_out
from forms.minutes import MINUTES
from forms.writers.pdf import write_pdf
from tests.forms.reading import MM, PAGE_HEIGHT, page_bodies, words_within
from tests.forms.samples import (
    DIGEST,
    NAMES,
    RARE,
    STAMP,
    STOCK,
    a_decision,
    an_item,
    an_opinion,
    earlier,
    minutes,
    signers,
    thirty_items,
)

BODY_TOP, BODY_BOTTOM, FOOT_RULE = 41.0, 277.0, 280.6
RULE = 0.5  # more than half the thickness of any rule, in mm
TALL = [an_item(1, opinions=[an_opinion("石䶮", "很长的发言" * 800)]), an_item(2)]
MANY = [an_item(1, decisions=[a_decision(f"第{number}件事") for number in range(60)])]
LONG = {
    "thirty items": minutes(items=thirty_items(), earlier=earlier(60)),
    "a speech over pages": minutes(items=TALL),
    "decisions over pages": minutes(items=MANY),
    "forty signers": minutes(signers=signers(40)),
}


def printed(answers, stamp=STAMP):
    return write_pdf(lay_out(MINUTES, answers), stamp)


def opened(pdf):
    return closing(pypdfium2.PdfDocument(pdf))


@pytest.fixture(scope="module")
def filled():
    return printed(minutes(opening=RARE))


def test_every_page_says_whose_it_is(filled):
    with opened(filled.pdf) as document:
        for number, page in enumerate(document, 1):
            head = words_within(page, 20, 8, 172, 40)
            assert "幸福镇个案管理小组·2026年第11次例会" in head
            assert f"第{number}页共{filled.pages}页" in head
            foot = words_within(page, 20, 281, 200, 290)
            assert foot.startswith("K7QF-0001234第1版摘要90E6-3D85审计链3C9E07B2")
            assert foot.endswith(f"打印2026-11-2516:40第{number}/{filled.pages}页")


def test_later_pages_carry_the_title_and_what_it_is_about():
    sheet = printed(LONG["thirty items"])
    with opened(sheet.pdf) as document:
        for page in list(document)[1:]:
            band = words_within(page, 20, 15, 172, 40)
            assert band == "个案会议记录（续）2026年第11次例会11月25日14:30—16:20主持龚砚秋记录石䶮"


def test_the_code_of_each_page_can_be_read_back(filled):
    with opened(filled.pdf) as document:
        for number, page in enumerate(document, 1):
            image = page.render(scale=200 / 72, grayscale=True).to_pil()
            found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
            assert [code.text for code in found] == [STAMP.sheet.payload(number, DIGEST)]


def test_nothing_is_printed_close_to_the_code():
    with opened(printed(minutes(), replace(STAMP, head="很长的小组名称" * 20)).pdf) as document:
        assert words_within(document[0], 171.5, 5, 205, 36) == ""


def test_four_marks_stand_in_the_corners_of_a_coded_page_only(filled):
    corners = [(9, 9), (199, 9), (9, 286), (199, 286)]
    for sheet, expected in ((filled, True), (printed({}, STOCK), False)):
        with opened(sheet.pdf) as document:
            image = document[0].render(scale=4 / MM, grayscale=True).to_pil()
            dots = [image.getpixel((4 * (x + 1), 4 * (y + 1))) < 40 for x, y in corners]
            assert dots == [expected] * 4


@pytest.mark.parametrize("name", LONG)
def test_no_row_crosses_a_page(name):
    with opened(printed(LONG[name]).pdf) as document:
        for page in document:
            for thing in page.get_objects():
                left, bottom, _, top = thing.get_bounds()
                upper, lower = PAGE_HEIGHT - top / MM, PAGE_HEIGHT - bottom / MM
                inside = upper >= BODY_TOP - RULE and lower <= BODY_BOTTOM + RULE
                is_marks = left < 10 * MM
                assert inside or is_marks or lower <= BODY_TOP or upper >= FOOT_RULE - RULE


def test_a_table_repeats_its_head_overleaf():
    bodies = page_bodies(printed(LONG["thirty items"]).pdf)
    assert bodies[1].startswith("个案事项责任人结果说明GA")


def test_a_case_repeats_its_head_with_a_remark():
    bodies = page_bodies(printed(LONG["decisions over pages"]).pdf)
    assert all(
        "厉树北GA0001幸福村3组精神分裂症高风险（续上页）会议决定（续）" in b for b in bodies[1:3]
    )


def test_the_remark_overleaf_does_not_cover_a_long_subject():
    facts = ["很长的村名和诊断" * 7]
    sheet = printed(minutes(items=[an_item(1, facts=facts, opinions=TALL[0]["opinions"])]))
    with opened(sheet.pdf) as document:
        page = document[1]
        beside = words_within(page, 174, 41.5, 194, 49)
        assert beside == "（续上页）"


def test_a_speech_over_pages_goes_on_under_the_same_label():
    bodies = page_bodies(printed(LONG["a speech over pages"]).pdf)
    assert bodies[1].startswith("1厉树北GA0001幸福村3组精神分裂症高风险（续上页）讨论（续）")


@pytest.mark.parametrize("lines", range(0, 60, 3))
def test_the_signature_grid_never_stands_alone(lines):
    answers = minutes(other_matters="\n".join(["其他事项"] * lines))
    pages = [body for body in page_bodies(printed(answers).pdf) if "角色·姓名" in body]
    assert len(pages) == 1
    before, _, grid = pages[0].partition("角色·姓名")
    assert before
    assert all(name in grid for name in NAMES[2:4])


def test_the_heading_of_a_section_never_ends_a_page():
    for lines in range(20, 40):
        answers = minutes(other_matters="\n".join(["其他事项"] * lines))
        for body in page_bodies(printed(answers).pdf):
            assert not body.endswith(("三、其他事项", "四、核对与散会", "二、逐案讨论"))


@pytest.mark.parametrize("count", [1, 4, 11, 40])
def test_slots_lie_on_the_page_with_room_for_ink_and_no_text(count):
    sheet = printed(minutes(signers=signers(count)))
    assert sorted(slot.key for slot in sheet.slots) == sorted(f"s{n}" for n in range(count))
    with opened(sheet.pdf) as document:
        for slot in sheet.slots:
            left, top = slot.x + 10, slot.y + 10
            assert slot.width >= 25
            assert slot.height >= 12
            assert left >= 25
            assert left + slot.width <= 195
            assert top >= BODY_TOP
            assert top + slot.height <= BODY_BOTTOM
            page = document[slot.page - 1]
            inside = (left + 0.3, top + 0.3, left + slot.width - 0.3, top + slot.height - 0.3)
            assert words_within(page, *inside) == ""


def test_the_longest_names_are_printed_whole_beside_their_room():
    long_names = ["阿卜杜如苏力·阿卜杜热合曼", "很长的名字" * 10, "阿依努尔·买买提"]
    people = [{"key": name, "role": "主持人", "name": name} for name in long_names]
    sheet = printed(minutes(signers=people))
    with opened(sheet.pdf) as document:
        for slot in sheet.slots:
            left, top = slot.x + 10, slot.y + 10
            name = words_within(document[slot.page - 1], left - 29, top, left, top + slot.height)
            assert name.endswith(f"主持人{slot.key}")


def test_minutes_without_signers_have_no_empty_grid():
    sheet = printed(minutes(signers=[]))
    assert sheet.slots == ()
    assert "角色·姓名" not in "".join(page_bodies(sheet.pdf))


def test_the_rest_of_the_last_page_is_declared_empty(filled):
    assert page_bodies(filled.pdf)[-1].endswith("以下空白")


def test_rare_characters_can_be_found_in_the_file(filled):
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(filled.pdf)).pages)
    assert RARE in text
    assert "阿依努尔·买买提" in text


def test_every_typeface_is_embedded(filled):
    for page in PdfReader(io.BytesIO(filled.pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in described
            assert "Workbench" in described["/FontName"]


def test_the_file_names_nobody(filled):
    found = PdfReader(io.BytesIO(filled.pdf))
    assert found.metadata.title == "个案会议记录"
    assert not found.metadata.author
    assert not found.metadata.creator
    assert found.trailer["/Root"]["/Lang"] == "zh-CN"


def test_a_page_is_not_heavy_with_ink():
    for answers, stamp in ((minutes(), STAMP), ({}, STOCK)):
        with opened(printed(answers, stamp).pdf) as document:
            for page in document:
                histogram = page.render(scale=1, grayscale=True).to_pil().histogram()
                ink = sum((255 - shade) * count for shade, count in enumerate(histogram)) / 255
                assert ink / sum(histogram) < 0.09


def test_a_demonstration_is_marked_on_every_page():
    sheet = printed(minutes(), replace(STAMP, mark="示例"))
    with opened(sheet.pdf) as document:
        assert all("【示例】幸福镇" in words_within(page, 20, 8, 172, 15) for page in document)


def test_a_reprint_says_so_and_nothing_else_changes():
    first, again = printed(minutes()), printed(minutes(), replace(STAMP, reprint=1))
    assert page_bodies(first.pdf) == page_bodies(again.pdf)
    with opened(again.pdf) as document:
        assert "重印1" in words_within(document[0], 20, 281, 200, 290)
    assert first.slots == again.slots


def test_a_stock_form_has_no_code_and_belongs_to_nobody():
    sheet = printed({}, STOCK)
    assert sheet.slots == ()
    with opened(sheet.pdf) as document:
        image = document[0].render(scale=200 / 72, grayscale=True).to_pil()
        assert zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode) == []
