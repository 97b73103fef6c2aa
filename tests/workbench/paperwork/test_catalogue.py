"""Every paper of the catalogue, from the records of two years to its pages and its seal."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest
import sqlalchemy as sa

from data.codes import SheetKind
from data.models.visits import Visit
from tests.demo import made_demo
from tests.forms.reading import words_within
from workbench.accounts import unlock
from workbench.audit import verify_store
from workbench.demo import PASSWORD
from workbench.meetings import list_meetings
from workbench.paperwork.catalogue import BLANK_ONLY, CATALOGUE
from workbench.paperwork.documents import (
    list_documents,
    preview_blank,
    preview_document,
    preview_sheet,
    save_document,
)
from workbench.paperwork.places import in_words
from workbench.paperwork.subjects import About, Subject
from workbench.patients import change_patient
from workbench.register import list_patients, read_patient
from workbench.sealing import seal_document
from workbench.signature_errors import NotASignedPaper, NothingChanged, SealedAtClose
from workbench.signatures import list_sheets

SORTS = {sort.form.code: sort for sort in CATALOGUE}
FILLED = [code for code in SORTS if SORTS[code] not in BLANK_ONLY]


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    """A copy of the demo, which these tests add to."""
    folder = made_demo(tmp_path_factory).copy_to(tmp_path_factory.mktemp("papers") / "store")
    opened = unlock(folder, PASSWORD, computer=lambda: None)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def subjects(bench):
    """One thing each form can be about, the latest there is."""
    found = {
        row.form: row.subject
        for meeting in reversed(list_meetings(bench))
        for row in list_documents(bench, meeting.id)
    }
    patient = list_patients(bench)[0].id
    with bench.store.reading() as session:
        visit = session.scalar(sa.select(sa.func.max(Visit.root_id)))
    waiting = next(row.id for row in list_sheets(bench) if row.waiting and row.form == "PG")
    return {
        **found,
        "SF": Subject(About.VISIT, visit),
        "BC": Subject(About.PATIENT, patient),
        "ZR": Subject(About.PATIENT, patient),
        "BQ": Subject(About.SHEET, waiting),
        "GZ": Subject(About.SHEET, waiting),
    }


def pages(pdf):
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [words_within(page, 0, 0, 300, 300) for page in document]


def test_every_signed_form_has_a_kind_of_sheet():
    signed = {sort.form.code for sort in CATALOGUE if sort.signed}
    assert signed == {kind.value for kind in SheetKind}


@pytest.mark.parametrize("code", FILLED)
def test_every_paper_is_filled_from_the_records_and_says_what_it_is(bench, subjects, code):
    first = pages(preview_document(bench, code, subjects[code]).pdf)[0]
    title = SORTS[code].form.title
    assert ("会议纪要" if code == "JY" else title) in first


@pytest.mark.parametrize("code", FILLED)
def test_every_paper_is_saved_in_both_formats(bench, subjects, code, tmp_path):
    targets = tmp_path / "a.docx", tmp_path / "a.pdf"
    save_document(bench, code, subjects[code], *targets)
    assert [target.read_bytes()[:4] for target in targets] == [b"PK\x03\x04", b"%PDF"]


@pytest.mark.parametrize("code", [code for code in SORTS if SORTS[code].blank])
def test_every_blank_form_prints_and_carries_no_code(bench, code):
    first = pages(preview_blank(bench, code).pdf)[0]
    assert SORTS[code].form.title in first
    assert f"空白表{code}" in first or code == "DA"  # a cover has no foot


@pytest.mark.parametrize("code", [code for code in FILLED if SORTS[code].signed])
def test_every_signed_paper_is_sealed_and_told_again_from_the_records(bench, subjects, code):
    try:
        sheet = seal_document(bench, code, subjects[code])
    except (NothingChanged, SealedAtClose):
        found = [row.id for row in list_sheets(bench) if row.form == code]
        assert found, "neither sealed by its meeting nor by hand"
        sheet = found[-1]
    row = next(row for row in list_sheets(bench) if row.id == sheet)
    assert row.places > 0
    assert row.caption in pages(preview_sheet(bench, sheet).pdf)[0]


def test_after_all_that_the_store_is_whole(bench):
    assert [finding.sentence for finding in verify_store(bench) if not finding.good] == []


def test_a_paper_nobody_signs_is_not_sealed(bench, subjects):
    with pytest.raises(NotASignedPaper, match="会议通知与议程"):
        seal_document(bench, "YC", subjects["YC"])


def test_changed_content_voids_the_sheet_before_and_every_page_of_it_says_so(bench, subjects):
    about = Subject(About.PATIENT, list_patients(bench)[1].id)
    first = seal_document(bench, "BC", about)
    with pytest.raises(NothingChanged):
        seal_document(bench, "BC", about)
    known = read_patient(bench, about.key).particulars
    moved = replace(known, committee_contact="卞白露")
    change_patient(bench, about.key, moved, from_on=bench.today())
    second = seal_document(bench, "BC", about)
    rows = {row.id: row for row in list_sheets(bench) if row.id in (first, second)}
    assert (rows[first].void_on, rows[second].void_on) == (bench.today(), None)
    assert all("作废" in page for page in pages(preview_sheet(bench, first).pdf))
    assert not any("作废" in page for page in pages(preview_sheet(bench, second).pdf))


def test_every_answer_has_its_place_in_words(bench, subjects):
    unnamed = {
        field.key
        for code in FILLED
        for field in SORTS[code].form.fields()
        if in_words(field.key) == field.key
    }
    assert unnamed == set()


def test_no_two_forms_have_one_code():
    codes = [sort.form.code for sort in CATALOGUE]
    assert len(codes) == len(set(codes))
