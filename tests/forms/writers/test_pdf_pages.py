"""Every kind of sheet stands on its page: whole words, room for ink, codes that can be scanned."""

from contextlib import closing
from dataclasses import replace
from random import Random

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops

from forms.pages import HALF_HEIGHT, PLAIN_LANDSCAPE
from forms.writers.pdf import bind_pdf, write_pdf
from tests.forms.reading import MM, page_bodies, paper_words, pdf_words, strip_words, words_within
from tests.forms.samples import DIGEST, STAMP
from tests.forms.writers.papers import PAPERS, SUMMARY, rows, stamp_of, task

CODED = [name for name, paper in PAPERS.items() if paper.page.coded]
PLAIN = [name for name, paper in PAPERS.items() if not paper.page.coded]
ENDING = "以下空白"
RULE = 0.3


def printed(name, **changes):
    return write_pdf(PAPERS[name], replace(stamp_of(PAPERS[name]), **changes))


def opened(pdf):
    return closing(pypdfium2.PdfDocument(pdf))


def pictures(pdf, dpi, mode="L"):
    with opened(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil().convert(mode) for page in document]


def codes_in(picture):
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return sorted(code.text for code in found)


@pytest.mark.parametrize("name", PAPERS)
def test_all_words_are_printed_in_order(name):
    paper = PAPERS[name]
    # A page that is full to the end has no rest to declare empty.
    expected = paper_words(paper).removesuffix(ENDING)
    assert pdf_words(printed(name).pdf, paper).removesuffix(ENDING) == expected


@pytest.mark.parametrize("name", PAPERS)
def test_no_character_is_missing(name):
    assert printed(name).missing == ()


@pytest.mark.parametrize("name", PAPERS)
def test_equal_papers_give_equal_bytes(name):
    assert printed(name) == printed(name)


@pytest.mark.parametrize("name", CODED)
def test_ink_has_room_and_no_words_but_why_somebody_is_absent(name):
    sheet, page = printed(name), PAPERS[name].page
    with opened(sheet.pdf) as document:
        for slot in sheet.slots:
            left, top = slot.x + 10, slot.y + 10
            assert slot.width >= 25
            assert slot.height >= 12
            assert left >= page.left
            assert left + slot.width <= page.right + RULE
            assert top >= page.top
            assert top + slot.height <= page.bottom + RULE
            inside = (left + RULE, top + RULE, left + slot.width - RULE, top + slot.height - RULE)
            assert words_within(document[slot.page - 1], *inside) in ("", "缺席（公务）")


def test_every_sheet_that_is_signed_has_places_to_sign():
    counts = {name: len(printed(name).slots) for name in CODED if name != "visit"}
    assert counts == {"assessment": 8, "summary": 11, "matrix": 10, "task": 2, "redline": 3}


@pytest.mark.parametrize("name", PAPERS)
def test_paper_has_the_size_of_its_page(name):
    page = PAPERS[name].page
    height = 2 * HALF_HEIGHT if page.half else page.height
    with opened(printed(name).pdf) as document:
        for side in document:
            size = side.get_width() / MM, side.get_height() / MM
            assert size == pytest.approx((page.width, height), abs=0.01)


@pytest.mark.parametrize("name", CODED)
def test_marks_stand_in_the_corners_and_nothing_near_them(name):
    page = PAPERS[name].page
    for picture in pictures(printed(name).pdf, 4 * 25.4):
        for x, y in page.marks:
            dot = picture.crop(
                tuple(int(4 * edge) for edge in (x - 1.5, y - 1.5, x + 1.5, y + 1.5))
            )
            assert dot.getextrema()[1] < 60
            around = picture.crop(
                tuple(round(4 * e) for e in (x - 4.75, y - 4.75, x + 4.75, y + 4.75))
            )
            around.paste(255, (10, 10, 28, 28))
            assert around.getextrema()[0] == 255


@pytest.mark.parametrize("name", PLAIN)
def test_a_sheet_that_does_not_come_back_has_neither_code_nor_marks(name):
    sheet = printed(name, sheet=STAMP.sheet)
    assert all(codes_in(picture) == [] for picture in pictures(sheet.pdf, 150))
    for picture in pictures(sheet.pdf, 4 * 25.4):
        assert picture.crop((0, 0, 60, 60)).getextrema()[0] == 255


@pytest.mark.parametrize("dpi", [150, 200])
@pytest.mark.parametrize("turned", [-2, 2])
@pytest.mark.parametrize("name", ["assessment", "summary"])
def test_codes_are_read_from_a_poor_scan(name, turned, dpi):
    sheet = printed(name)
    for number, picture in enumerate(pictures(sheet.pdf, dpi), 1):
        assert codes_in(worn(picture, turned)) == [STAMP.sheet.payload(number, DIGEST)]


def worn(picture, turned):
    """A page laid askew on a dusty scanner that reads black as grey."""
    laid = picture.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    pale = laid.point(lambda shade: 60 + shade * 0.7)
    dust = Image.frombytes("L", laid.size, Random(1).randbytes(laid.width * laid.height))
    return ImageChops.add(pale, dust.point(lambda shade: 98 + shade * 60 // 255), offset=-128)


def test_both_halves_of_a_sheet_are_read():
    stamps = [replace(STAMP, sheet=replace(STAMP.sheet, sheet=number)) for number in (7, 8)]
    bound = bind_pdf([(task(n), stamp) for n, stamp in enumerate(stamps)], "任务通知单")
    (picture,) = pictures(bound.pdf, 200)
    assert codes_in(worn(picture, 2)) == [stamp.sheet.payload(1, DIGEST) for stamp in stamps]


@pytest.mark.parametrize("name", PAPERS)
def test_everything_is_black_but_the_head_of_an_official_paper(name):
    for picture in pictures(printed(name).pdf, 72, "RGB"):
        red, green, blue = picture.split()
        coloured = ImageChops.difference(red, green).getextrema()[1]
        assert ImageChops.difference(green, blue).getextrema()[1] == 0
        assert coloured == 0 or name == "official"
    first, *others = pictures(printed("official").pdf, 72, "RGB")
    assert ImageChops.difference(*first.split()[:2]).getextrema()[1] > 0
    assert all(ImageChops.difference(*p.split()[:2]).getextrema()[1] == 0 for p in others)


@pytest.mark.parametrize("name", sorted(PAPERS.keys() - {"summary"}))  # every row of it is full
def test_no_page_is_heavy_with_ink(name):
    for picture in pictures(printed(name).pdf, 72):
        shades = picture.histogram()
        ink = sum((255 - shade) * count for shade, count in enumerate(shades)) / 255
        assert ink / sum(shades) < 0.09


def test_the_strip_stands_on_every_page_with_places_of_its_own():
    table = SUMMARY.blocks[1]
    more = tuple((str(n), f"GA{n:04d}", *["—"] * 8) for n in range(13, 40))
    long = replace(table, groups=(*table.groups, *rows(*more, least=9)))
    paper = replace(SUMMARY, blocks=(SUMMARY.blocks[0], long, SUMMARY.blocks[2]))
    sheet = write_pdf(paper, STAMP)
    bodies = page_bodies(sheet.pdf, paper.page)
    assert len(bodies) == sheet.pages > 2
    strip = "".join(strip_words(paper).split())
    assert all(body.endswith(strip) for body in bodies)
    assert pdf_words(sheet.pdf, paper) == paper_words(paper)
    places = [(slot.key, slot.x, slot.y) for slot in sheet.slots if slot.page == 1]
    for page in range(1, sheet.pages + 1):
        assert [(s.key, s.x, s.y) for s in sheet.slots if s.page == page] == places


def test_the_strip_ends_where_the_body_of_other_pages_would():
    slots = printed("summary").slots
    assert max(slot.y + slot.height for slot in slots) + 10 == pytest.approx(191, abs=0.01)
    assert min(slot.y for slot in slots) + 10 == pytest.approx(164, abs=0.01)


def test_a_plain_sheet_has_a_note_instead_of_version_and_digest():
    with opened(printed("brief").pdf) as document:
        foot = words_within(document[0], 20, 281, 200, 290)
    assert foot == "内部材料会后收回第份GA0123打印2026-11-2516:40第1/1页"


def test_a_page_of_a_file_says_which_of_its_leaves_it_is():
    sheet = printed("official", leaf=0)
    assert sheet.pages == 2
    filed = printed("matrix", leaf=17)
    with opened(filed.pdf) as document:
        feet = [words_within(page, 10, 194.6, 290, 203) for page in document]
    assert [foot.partition("卷内")[2] for foot in feet] == ["第17页第1/2页", "第18页第2/2页"]


def test_a_cover_has_neither_head_nor_foot():
    with opened(printed("cover").pdf) as document:
        page = document[0]
        assert words_within(page, 0, 0, 210, 20) + words_within(page, 0, 278, 210, 297) == ""


def test_official_pages_are_numbered_at_their_outer_edge():
    with opened(printed("official").pdf) as document:
        odd, even = document
        assert words_within(odd, 105, 262, 200, 280) == "—1—"
        assert words_within(odd, 10, 262, 105, 280) == ""
        assert words_within(even, 10, 262, 105, 280) == "—2—"
        assert words_within(even, 105, 262, 200, 280) == ""


def test_the_imprint_stands_at_the_foot_of_the_last_page():
    with opened(printed("official").pdf) as document:
        last = words_within(document[1], 20, 243, 200, 263)
    assert last == "分送：小组各成员单位。幸福镇个案管理小组办公室2026年11月27日印发"


def test_a_demonstration_is_marked_on_official_pages_too():
    with opened(printed("official", mark="示例").pdf) as document:
        assert all(words_within(page, 20, 10, 200, 25) == "【示例】" for page in document)


def test_later_pages_of_a_plain_landscape_sheet_say_what_they_continue():
    paper = replace(SUMMARY, page=PLAIN_LANDSCAPE, strip=None)
    table = paper.blocks[1]
    long = replace(table, groups=table.groups * 2)
    sheet = write_pdf(replace(paper, blocks=(paper.blocks[0], long)), STAMP)
    with opened(sheet.pdf) as document:
        band = words_within(document[1], 10, 18, 290, 32.4)
    assert band == "社会危险性集体评估汇总签字表（续）2026年第11次例会11月25日14:30—16:20"
