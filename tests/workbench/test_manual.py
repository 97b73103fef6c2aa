"""The manual as a paper of this unit."""

import pypdfium2
import pytest

from forms.manual import MANUAL
from tests.forms.reading import words_within
from workbench.errors import Refused
from workbench.manual import KeyRow, chapters, preview_manual, save_manual

KEYS = tuple(KeyRow(f"第{number}件事", "会议", "F9") for number in range(150))


def test_it_fits_on_twelve_sheets_with_every_key(bench):
    pages = pypdfium2.PdfDocument(preview_manual(bench, KEYS).pdf)
    words = [words_within(page, 0, 0, 300, 300) for page in pages]
    assert len(words) <= 12
    assert "云栖镇" in words[0]
    assert "第149件事" in words[-1]
    pages.close()


def test_it_is_saved_as_word_and_as_pdf(bench, tmp_path):
    word, pdf = tmp_path / "手册.docx", tmp_path / "手册.pdf"
    save_manual(bench, KEYS[:2], word, pdf)
    assert (word.read_bytes()[:2], pdf.read_bytes()[:4]) == (b"PK", b"%PDF")
    with pytest.raises(Refused):
        save_manual(bench, KEYS[:2], tmp_path / "手册.txt")


def test_the_screen_reads_the_chapters_that_are_printed():
    titles = [section.title for section in MANUAL.sections]
    assert all(any(title.endswith(each.title) for title in titles) for each in chapters())
