"""Showing and saving the papers of a meeting."""

import errno
import io
import os

import pytest
from docx import Document as Word
from pypdf import PdfReader

from tests.builders import a_closed_meeting, reopened, settle_all
from workbench.errors import CannotPrint, NotFound
from workbench.file_errors import FileRefused
from workbench.paperwork.documents import (
    MINUTES_CODE,
    document_name,
    preview_document,
    save_document,
)
from workbench.paperwork.subjects import of_meeting
from workbench.patients import Particulars, correct_patient


def words(pdf):
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_before_closing_the_preview_is_a_draft_and_carries_no_code(bench, team, meeting):
    document = preview_document(bench, MINUTES_CODE, of_meeting(meeting.id))
    assert not document.sealed
    assert "草稿" in words(document.pdf)
    assert "TEST-0000001" not in words(document.pdf)


def test_after_closing_the_preview_is_the_sealed_pages(bench, team, tmp_path):
    closed = a_closed_meeting(bench, team)
    document = preview_document(bench, MINUTES_CODE, of_meeting(closed.id))
    save_document(bench, MINUTES_CODE, of_meeting(closed.id), tmp_path / "a.pdf")
    assert document.sealed
    assert (tmp_path / "a.pdf").read_bytes() == document.pdf
    assert "草稿" not in words(document.pdf)
    assert "TEST-0000001" in words(document.pdf)


def test_what_is_saved_stays_the_same_after_later_corrections(bench, team, tmp_path):
    closed = a_closed_meeting(bench, team)
    save_document(
        bench, MINUTES_CODE, of_meeting(closed.id), tmp_path / "a.pdf", tmp_path / "a.docx"
    )
    correct_patient(bench, team.patients["GA0101"], Particulars("石砚", "male"), why="抄错")
    save_document(
        bench, MINUTES_CODE, of_meeting(closed.id), tmp_path / "b.pdf", tmp_path / "b.docx"
    )
    for ending in (".pdf", ".docx"):
        one, other = (tmp_path / f"{name}{ending}" for name in "ab")
        assert one.read_bytes() == other.read_bytes()


def test_the_name_of_a_file_says_which_meeting_and_nobodys_name(bench, meeting):
    assert (
        document_name(bench, MINUTES_CODE, of_meeting(meeting.id))
        == "20261125_个案会议记录_2026年第1次例会"
    )


def test_word_says_that_it_is_not_for_signing(bench, team, tmp_path):
    closed = a_closed_meeting(bench, team)
    save_document(bench, MINUTES_CODE, of_meeting(closed.id), tmp_path / "a.docx")
    headers = " ".join(
        paragraph.text
        for section in Word(tmp_path / "a.docx").sections
        for header in (section.header, section.first_page_header)
        for paragraph in header.paragraphs
    )
    assert "不作签字件" in headers


@pytest.mark.parametrize("name", ["a.txt", "a", "a.doc"])
def test_another_format_is_refused(bench, meeting, tmp_path, name):
    with pytest.raises(CannotPrint):
        save_document(bench, MINUTES_CODE, of_meeting(meeting.id), tmp_path / name)
    assert [p.name for p in tmp_path.iterdir()] == ["store"]


def test_a_meeting_that_is_not_there_is_refused(bench, tmp_path):
    with pytest.raises(NotFound):
        save_document(bench, MINUTES_CODE, of_meeting(99), tmp_path / "a.pdf")


def test_a_full_disk_leaves_the_earlier_file_whole(bench, team, tmp_path, monkeypatch):
    closed = a_closed_meeting(bench, team)
    target = tmp_path / "out" / "a.pdf"
    target.parent.mkdir()
    target.write_bytes(b"earlier")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileRefused, match="磁盘空间不足"):
        save_document(bench, MINUTES_CODE, of_meeting(closed.id), target)
    monkeypatch.undo()
    assert [(p.name, p.read_bytes()) for p in target.parent.iterdir()] == [("a.pdf", b"earlier")]


def test_a_character_no_font_has_is_reported_with_its_place(bench, team, meeting):
    correct_patient(bench, team.patients["GA0102"], Particulars("龚\ue123", "male"), why="补")
    missing = preview_document(bench, MINUTES_CODE, of_meeting(meeting.id)).missing
    assert len(missing) == 1
    assert "\ue123" in missing[0]
    assert "二、逐案讨论" in missing[0]


def test_rare_characters_can_be_searched_in_the_pages(bench, team, meeting):
    settle_all(bench, team, meeting)
    assert "石䶮" in words(
        preview_document(bench, MINUTES_CODE, of_meeting(meeting.id)).pdf
    ).replace("\u3000", "")


def test_the_papers_are_the_same_after_the_file_was_closed_and_opened(bench, team):
    closed = a_closed_meeting(bench, team)
    before = preview_document(bench, MINUTES_CODE, of_meeting(closed.id))
    again = reopened(bench)
    assert preview_document(again, MINUTES_CODE, of_meeting(closed.id)) == before
    again.close()
