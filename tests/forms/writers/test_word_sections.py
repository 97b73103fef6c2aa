"""Papers bound into one Word file keep their pages, their furniture and their numbering."""

from dataclasses import replace

import pytest

from forms.blocks import Ending
from forms.pages import LANDSCAPE, OFFICIAL, PLAIN_PORTRAIT, PORTRAIT, Paper
from forms.writers.word import bind_word, write_word
from tests.forms.reading import WORD, word_parts, word_words
from tests.forms.samples import STAMP
from tests.forms.writers.papers import PAPERS, PLAIN_STAMP, stamp_of, task

CUT_LINE = "沿此线裁开"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def mm(twips):
    """Word's lengths in mm."""
    return round(int(twips) * 25.4 / 1440, 1)


def said(root):
    """What a part says."""
    return "".join(text.text or "" for text in root.iter(f"{WORD}t"))


def sections(docx):
    """The properties of every section, in order."""
    return list(word_parts(docx)["word/document.xml"].iter(f"{WORD}sectPr"))


def fields(root):
    """What the fields of a part count."""
    return [field.get(f"{WORD}instr").strip() for field in root.iter(f"{WORD}fldSimple")]


def furniture(docx, kind):
    """The headers or the footers of a file."""
    return [root for name, root in word_parts(docx).items() if kind in name]


def test_each_paper_keeps_its_page_and_counts_from_one():
    papers = [PAPERS[name] for name in ("assessment", "summary", "official")]
    found = sections(bind_word([(paper, stamp_of(paper)) for paper in papers], "卷"))
    sizes = [section.find(f"{WORD}pgSz") for section in found]
    assert [(mm(s.get(f"{WORD}w")), mm(s.get(f"{WORD}h"))) for s in sizes] == [
        *((210.0, 297.0), (297.0, 210.0), (210.0, 297.0))
    ]
    assert [s.get(f"{WORD}orient") for s in sizes] == [None, "landscape", None]
    assert [s.find(f"{WORD}pgNumType").get(f"{WORD}start") for s in found] == ["1"] * 3


@pytest.mark.parametrize(
    ("page", "left", "right"),
    [(PORTRAIT, 25, 15), (LANDSCAPE, 15, 15), (PLAIN_PORTRAIT, 25, 15), (OFFICIAL, 28, 26)],
)
def test_the_frame_is_that_of_the_page(page, left, right):
    (section,) = sections(write_word(Paper("表", page, (Ending("以下空白"),)), STAMP))
    margins = section.find(f"{WORD}pgMar")
    assert (mm(margins.get(f"{WORD}left")), mm(margins.get(f"{WORD}right"))) == (left, right)


def test_a_strip_takes_its_room_from_the_body():
    margins = [
        mm(sections(write_word(paper, STAMP))[0].find(f"{WORD}pgMar").get(f"{WORD}bottom"))
        for paper in (PAPERS["summary"], replace(PAPERS["summary"], strip=None))
    ]
    assert margins[0] - margins[1] >= 27


def test_bound_papers_count_their_own_pages_and_one_alone_counts_all():
    bound = bind_word([(PAPERS["visit"], STAMP), (PAPERS["redline"], STAMP)], "卷")
    assert {tuple(fields(root)) for root in furniture(bound, "head")} == {("PAGE", "SECTIONPAGES")}
    alone = write_word(PAPERS["visit"], STAMP)
    assert {tuple(fields(root)) for root in furniture(alone, "head")} == {("PAGE", "NUMPAGES")}


def test_every_section_has_headers_and_footers_of_its_own():
    bound = bind_word([(PAPERS["visit"], STAMP), (PAPERS["brief"], PLAIN_STAMP)], "卷")
    references = [
        reference.get(RELATED)
        for section in sections(bound)
        for reference in section
        if reference.tag in (f"{WORD}headerReference", f"{WORD}footerReference")
    ]
    assert len(references) == len(set(references)) == 8
    feet = [said(root) for root in furniture(bound, "foot")]
    assert [("内部材料" in foot, "摘要" in foot) for foot in feet] == [
        *((False, True), (False, True), (True, False), (True, False))
    ]


def test_a_paper_within_a_file_says_which_leaf_it_is():
    (foot, _) = furniture(write_word(PAPERS["visit"], replace(STAMP, leaf=12)), "foot")
    instructions = "".join(code.text for code in foot.iter(f"{WORD}instrText"))
    assert instructions.split() == ["=", "PAGE", "+", "11"]
    assert "卷内第 " in said(foot)


def test_halves_share_a_sheet_two_and_two():
    parts = [(task(number), STAMP) for number in (1, 2, 3)]
    bound = bind_word(parts, "任务单")
    document = word_parts(bound)["word/document.xml"]
    assert len(sections(bound)) == 2
    tables = document[0].findall(f"{WORD}tbl")
    slips = [next(t.text for t in table.iter(f"{WORD}t") if "T-" in t.text) for table in tables]
    assert [slip.split()[-1] for slip in slips] == ["T-1126-01", "T-1126-02", "T-1126-03"]
    assert said(document).count(CUT_LINE) == 2
    assert said(tables[2].getnext()).strip() == CUT_LINE


def test_both_halves_are_equally_high_with_the_cut_in_the_middle():
    bound = bind_word([(task(1), STAMP), (task(2), STAMP)], "任务单")
    body = word_parts(bound)["word/document.xml"][0]
    first, second = (
        sum(mm(row.find(f"{WORD}trPr/{WORD}trHeight").get(f"{WORD}val")) for row in table)
        for table in (t.findall(f"{WORD}tr") for t in body.findall(f"{WORD}tbl"))
    )
    cut = body[1].find(f"{WORD}pPr/{WORD}spacing")
    before, line, after = (mm(cut.get(f"{WORD}{name}")) for name in ("before", "line", "after"))
    top = mm(sections(bound)[0].find(f"{WORD}pgMar").get(f"{WORD}top"))
    assert first == second
    assert abs(top + first + before + line / 2 - 148.5) < 0.5
    assert top + first + before + line + after + second < 297 - 8


def test_a_half_says_that_it_is_a_draft_and_no_code():
    document = word_parts(write_word(task(1), STAMP))["word/document.xml"]
    assert "编辑稿 · 不作签字件" in said(document)
    assert "第 1 页\u3000共 1 页" in said(document)
    assert "K7QF" not in said(document)


def test_bound_papers_say_everything_one_after_another():
    parts = [(PAPERS[name], STAMP) for name in ("visit", "redline", "task", "official")]
    alone = [word_words(write_word(paper, stamp)) for paper, stamp in parts]
    assert word_words(bind_word(parts, "卷")) == "".join(alone)


def test_the_number_of_an_official_page_stands_outside():
    parts = word_parts(write_word(PAPERS["official"], STAMP))
    (section,) = parts["word/document.xml"].iter(f"{WORD}sectPr")
    kinds = [r.get(f"{WORD}type") for r in section.findall(f"{WORD}footerReference")]
    feet = [root for name, root in parts.items() if "foot" in name]
    sides = {
        kind: root.find(f"{WORD}p/{WORD}pPr/{WORD}jc").get(f"{WORD}val")
        for kind, root in zip(kinds, feet, strict=True)
    }
    assert sides == {"first": "right", "default": "right", "even": "left"}
    assert section.find(f"{WORD}docGrid").get(f"{WORD}linePitch") == "580"


def test_official_text_is_set_on_the_lines_of_the_page():
    document = word_parts(write_word(PAPERS["official"], STAMP))["word/document.xml"]
    paragraph = next(p for p in document.iter(f"{WORD}p") if said(p).startswith("由镇卫生院"))
    spacing = paragraph.find(f"{WORD}pPr/{WORD}spacing")
    assert abs(int(spacing.get(f"{WORD}line")) - 580) <= 1
    assert spacing.get(f"{WORD}lineRule") == "exact"
    fonts = paragraph.find(f"{WORD}r/{WORD}rPr/{WORD}rFonts")
    assert fonts.get(f"{WORD}eastAsia") == "仿宋"


def test_a_cover_carries_nothing_but_what_marks_the_whole_store():
    drawn = write_word(PAPERS["cover"], replace(PLAIN_STAMP, mark="示例"))
    heads = {said(root) for root in furniture(drawn, "head")}
    feet = {said(root) for root in furniture(drawn, "foot")}
    assert (heads, feet) == ({"【示例】"}, {""})


def test_a_break_begins_a_new_page():
    drawn = word_parts(write_word(PAPERS["matrix"], STAMP))["word/document.xml"]
    (broken,) = drawn.iter(f"{WORD}pageBreakBefore")
    following = broken.getparent().getparent().getnext()
    assert said(following) == "下一页另起。"


def test_somebody_absent_is_named_in_the_room_for_ink():
    document = word_parts(write_word(PAPERS["assessment"], STAMP))["word/document.xml"]
    cells = [said(cell) for cell in list(document.iter(f"{WORD}tbl"))[-1].iter(f"{WORD}tc")]
    at = cells.index("缺席（公务）")
    assert cells[at + 1].startswith("补签")
