"""The Word file opens everywhere and cannot be taken for the sheet to sign."""

import io
from dataclasses import replace
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from forms.layout import lay_out
from forms.minutes import MINUTES
from forms.writers.word import write_word
from tests.forms.reading import WORD, word_parts, word_words
from tests.forms.samples import RARE, STAMP, STOCK, minutes


@pytest.fixture(scope="module")
def filled():
    return write_word(lay_out(MINUTES, minutes(opening=RARE)), STAMP)


def spoken(root):
    return "".join(text.text or "" for text in root.iter(f"{WORD}t"))


def test_every_run_names_its_east_asian_typeface(filled):
    for root in word_parts(filled).values():
        for run in root.iter(f"{WORD}r"):
            fonts = run.find(f"{WORD}rPr/{WORD}rFonts")
            assert fonts.get(f"{WORD}eastAsia") in {"黑体", "楷体", "宋体"}
            assert fonts.get(f"{WORD}ascii") == fonts.get(f"{WORD}hAnsi")
            assert fonts.get(f"{WORD}hint") == "eastAsia"


def test_the_language_is_chinese_and_no_style_follows_a_theme(filled):
    with ZipFile(io.BytesIO(filled)) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert 'w:eastAsia="zh-CN"' in styles
    assert "Theme" not in styles


def test_the_archive_is_plain_and_without_a_date(filled):
    with ZipFile(io.BytesIO(filled)) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.compress_type for entry in entries} == {ZIP_DEFLATED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert not any(entry.flag_bits & 1 for entry in entries)


def test_the_properties_name_nobody(filled):
    properties = Document(io.BytesIO(filled)).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == (
        "个案会议记录",
        "",
        "",
    )
    assert properties.created == properties.modified


def test_every_table_has_fixed_columns_of_the_same_sum(filled):
    for table in word_parts(filled)["word/document.xml"].iter(f"{WORD}tbl"):
        assert table.find(f"{WORD}tblPr/{WORD}tblLayout").get(f"{WORD}type") == "fixed"
        columns = [int(c.get(f"{WORD}w")) for c in table.iter(f"{WORD}gridCol")]
        assert abs(sum(columns) - 170 * 1440 / 25.4) < 4
        for row in table.iter(f"{WORD}tr"):
            cells = [int(c.get(f"{WORD}w")) for c in row.iter(f"{WORD}tcW")]
            assert abs(sum(cells) - sum(columns)) < 4


def test_no_row_splits_and_heads_are_repeated(filled):
    document = word_parts(filled)["word/document.xml"]
    assert all(
        row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in document.iter(f"{WORD}tr")
    )
    heads = [
        row for row in document.iter(f"{WORD}tr") if row.find(f".//{WORD}tblHeader") is not None
    ]
    assert [spoken(head)[:1] for head in heads] == ["个", "1", "2", "角"]


def test_the_signature_grid_stays_with_what_stands_before_it(filled):
    document = word_parts(filled)["word/document.xml"]
    grid = list(document.iter(f"{WORD}tbl"))[-1]
    before = grid.getprevious().getprevious()
    assert "散会" in spoken(before)
    assert before.find(f"{WORD}pPr/{WORD}keepNext") is not None
    *rows, last = grid.iter(f"{WORD}tr")
    assert all(row.find(f".//{WORD}keepNext") is not None for row in rows)
    assert last.find(f".//{WORD}keepNext") is None


def test_every_page_says_that_it_is_a_draft_and_counts_itself(filled):
    parts = word_parts(filled)
    headers = [root for name, root in parts.items() if "header" in name]
    assert len(headers) == 2
    for header in headers:
        assert "编辑稿 · 不作签字件" in spoken(header)
        fields = [field.get(f"{WORD}instr").strip() for field in header.iter(f"{WORD}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]


def test_later_pages_say_what_they_continue(filled):
    headers = [spoken(root) for name, root in word_parts(filled).items() if "header" in name]
    assert (
        sum("个案会议记录（续）" in header and "主持 龚砚秋" in header for header in headers) == 1
    )


def test_a_draft_has_no_code_of_a_sheet(filled):
    everything = "".join(map(spoken, word_parts(filled).values()))
    assert "K7QF" not in everything
    assert "摘要 90E6-3D85" in everything


def test_rare_characters_are_in_the_file(filled):
    assert RARE in word_words(filled)


def test_a_demonstration_is_marked_and_a_blank_form_can_be_written():
    sheet = lay_out(MINUTES, {})
    marked = write_word(sheet, replace(STOCK, mark="示例"))
    headers = [spoken(root) for name, root in word_parts(marked).items() if "header" in name]
    assert all("【示例】" in header for header in headers)
