"""Every kind of sheet says in Word what it should say, in a file that opens everywhere."""

import io
from dataclasses import replace
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from lxml import etree

from forms.blocks import Text, Timeline, Words
from forms.pages import PLAIN_PORTRAIT, PORTRAIT, Paper
from forms.writers.word import write_word
from tests.forms.reading import SPACES, WORD, paper_words, strip_words, word_parts, word_words
from tests.forms.writers.papers import PAPERS, TIMELINE, stamp_of

ORDER = {
    "pPr": "pStyle keepNext pageBreakBefore framePr pBdr tabs spacing ind jc sectPr",
    "rPr": "rFonts b strike vanish color spacing position sz szCs u bdr",
    "tblPr": "tblpPr tblW tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vMerge tcBorders tcMar vAlign",
    "tcBorders": "top left bottom right insideH insideV tl2br tr2bl",
    "pBdr": "top left bottom right between",
    "sectPr": "headerReference footerReference pgSz pgMar pgNumType titlePg docGrid",
}


@pytest.fixture(scope="module", params=PAPERS)
def sheet(request):
    paper = PAPERS[request.param]
    return paper, write_word(paper, stamp_of(paper))


def with_facts(paper):
    """The paper as Word says it, where a timeline is a picture with its facts beside it."""
    told = (
        Text(tuple((Words(fact),) for fact in block.facts))
        if isinstance(block, Timeline)
        else block
        for block in paper.blocks
    )
    return replace(paper, blocks=tuple(told))


def test_the_body_says_the_words_of_the_paper_in_order(sheet):
    paper, drawn = sheet
    assert word_words(drawn) == paper_words(with_facts(paper))


def test_the_strip_stands_in_every_footer(sheet):
    paper, drawn = sheet
    words = SPACES.sub("", strip_words(paper))
    footers = [root for name, root in word_parts(drawn).items() if "foot" in name]
    said = (
        SPACES.sub("", "".join(t.text or "" for t in root.iter(f"{WORD}t"))) for root in footers
    )
    assert footers
    assert all(words in text for text in said)


def test_every_run_names_its_typefaces(sheet):
    for root in word_parts(sheet[1]).values():
        for run in root.iter(f"{WORD}r"):
            fonts = run.find(f"{WORD}rPr/{WORD}rFonts")
            assert fonts.get(f"{WORD}eastAsia") in {"黑体", "楷体", "宋体", "仿宋"}
            assert fonts.get(f"{WORD}ascii") == fonts.get(f"{WORD}hAnsi")


def test_elements_stand_in_the_order_of_the_schema(sheet):
    for root in word_parts(sheet[1]).values():
        for name, order in ORDER.items():
            for element in root.iter(f"{WORD}{name}"):
                names = [etree.QName(child).localname for child in element]
                assert names == sorted(names, key=order.split().index)


def test_rows_are_as_wide_as_their_table_and_never_split(sheet):
    for root in word_parts(sheet[1]).values():
        for table in root.iter(f"{WORD}tbl"):
            assert table.find(f"{WORD}tblPr/{WORD}tblLayout").get(f"{WORD}type") == "fixed"
            columns = sum(int(c.get(f"{WORD}w")) for c in table.find(f"{WORD}tblGrid"))
            for row in table.findall(f"{WORD}tr"):
                cells = row.findall(f"{WORD}tc/{WORD}tcPr/{WORD}tcW")
                assert abs(sum(int(c.get(f"{WORD}w")) for c in cells) - columns) < 8
                assert row.find(f"{WORD}trPr/{WORD}cantSplit") is not None


def test_every_cell_and_every_section_ends_in_a_paragraph(sheet):
    body = word_parts(sheet[1])["word/document.xml"][0]
    assert body[-1].tag == f"{WORD}sectPr"
    assert body[-2].tag == f"{WORD}p"
    assert all(cell[-1].tag == f"{WORD}p" for cell in body.iter(f"{WORD}tc"))


def test_no_two_tables_touch(sheet):
    for table in word_parts(sheet[1])["word/document.xml"].iter(f"{WORD}tbl"):
        assert table.getnext() is None or table.getnext().tag != f"{WORD}tbl"


def test_the_archive_is_plain_and_holds_nothing_foreign(sheet):
    with ZipFile(io.BytesIO(sheet[1])) as archive:
        entries = archive.infolist()
        relations = b"".join(archive.read(e) for e in entries if e.filename.endswith(".rels"))
    assert {entry.compress_type for entry in entries} == {ZIP_DEFLATED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert b"External" not in relations
    assert {entry.filename.rsplit(".")[-1] for entry in entries} <= {"xml", "rels", "png"}


def test_it_opens_again_and_equal_papers_give_equal_bytes(sheet):
    paper, drawn = sheet
    assert Document(io.BytesIO(drawn)).core_properties.title == paper.title
    assert write_word(paper, stamp_of(paper)) == drawn


def test_a_paper_without_any_block_is_a_page():
    empty = write_word(Paper("空白", PORTRAIT, ()), stamp_of(PAPERS["visit"]))
    assert word_words(empty) == ""


def test_markup_and_control_characters_stay_text_wherever_they_stand():
    hostile = '甲<w:t>&"乙\x00\x1f\n丙\ufffe'
    shown = '甲<w:t>&"乙丙'
    timeline = replace(TIMELINE, label=hostile, facts=(hostile,), legend=hostile)
    cover = PAPERS["cover"].blocks[0]
    bare = replace(cover, left=hostile, unit=hostile, foot=(hostile,), entries=())
    for block in (timeline, replace(PAPERS["brief"].blocks[0], text=hostile), bare):
        drawn = write_word(Paper(hostile, PLAIN_PORTRAIT, (block,)), stamp_of(PAPERS["brief"]))
        assert shown in word_words(drawn)


def test_what_the_timeline_shows_can_be_searched_but_is_not_printed():
    drawn = write_word(PAPERS["brief"], stamp_of(PAPERS["brief"]))
    document = word_parts(drawn)["word/document.xml"]
    hidden = [run for run in document.iter(f"{WORD}r") if run.find(f".//{WORD}vanish") is not None]
    assert ["".join(run.itertext()) for run in hidden] == list(TIMELINE.facts)
