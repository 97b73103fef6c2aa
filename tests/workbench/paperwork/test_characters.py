"""Every character of the standard table goes from the store to the page and can be read back."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from tests.builders import a_running_meeting
from tests.forms.test_fonts import BEYOND_GB2312, RARE, gb2312
from workbench.meetings import write_meeting_notes
from workbench.paperwork.documents import MINUTES_CODE, preview_document, save_document
from workbench.paperwork.subjects import of_meeting

STANDARD = sorted(gb2312(0xB0, 0xF8) | set(Path(BEYOND_GB2312).read_text("utf-8").strip()))


@pytest.fixture
def noted(bench, team):
    """A meeting in whose notes all 8,105 characters were typed, and rare names beside them."""
    meeting = a_running_meeting(bench, team)
    write_meeting_notes(
        bench,
        meeting.id,
        opening=RARE,
        other_matters="".join(STANDARD),
        closing="无",
        next_held_on=None,
    )
    return MINUTES_CODE, of_meeting(meeting.id)


def test_the_standard_table_is_read_back_from_the_pages(bench, noted):
    document = preview_document(bench, *noted)
    assert document.missing == ()
    with closing(pypdfium2.PdfDocument(document.pdf)) as pages:
        texts = [page.get_textpage() for page in pages]
        printed = "".join(text.get_text_range() for text in texts)
        for text in texts:
            text.close()
    assert len(STANDARD) >= 8105
    assert not (set(STANDARD) | set(RARE)) - set(printed)


def test_it_stands_in_the_word_file_too(bench, noted, tmp_path):
    save_document(bench, *noted, tmp_path / "a.docx")

    said = "".join(paragraph.text for paragraph in Document(tmp_path / "a.docx").paragraphs)
    assert not set(STANDARD) - set(said)
