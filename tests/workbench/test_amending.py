"""What is sealed is amended beside, never rewritten."""

import json

import pypdfium2
import pytest
import sqlalchemy as sa

from data.codes import AccountKind
from data.models.signatures import Seal
from forms.amendment import AMENDMENT
from forms.minutes import MINUTES
from tests.builders import a_closed_meeting, at_bench
from tests.forms.reading import words_within
from workbench.amending import Amended, amend_sheet
from workbench.audit import verify_store
from workbench.errors import EmptyField, NotPermitted
from workbench.paperwork.documents import preview_document
from workbench.paperwork.subjects import of_sheet
from workbench.signature_errors import AlreadyArchived, StillUnsigned
from workbench.signatures import archive_meeting, list_sheets, mark_sheet_signed, read_sheet

WRONG = Amended("第2例的会议决定", "12月23日前", "12月16日前", "会后核对发现日期写错")


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


@pytest.fixture
def minutes(bench, closed):
    return next(row for row in list_sheets(bench, closed.id) if row.form == MINUTES.code)


def page_of(bench, minutes):
    return preview_document(bench, AMENDMENT.code, of_sheet(minutes.id))


def words_on(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return words_within(document[0], 0, 0, 210, 297)


def sealed_minutes(bench):
    with bench.store.reading() as session:
        return session.scalars(sa.select(Seal.pdf).where(Seal.form == MINUTES.code)).all()


def test_an_amendment_says_what_stands_there_and_what_should_and_leaves_the_paper_alone(
    bench, minutes
):
    before = sealed_minutes(bench)
    amend_sheet(bench, minutes.id, WRONG)
    told = words_on(page_of(bench, minutes).pdf)
    for words in ("12月23日前", "12月16日前", "会后核对发现日期写错", minutes.caption):
        assert words in told
    assert sealed_minutes(bench) == before
    assert list_sheets(bench)[0].void_on is None
    assert all(finding.good for finding in verify_store(bench))


def test_whoever_signed_the_paper_signs_its_amendment(bench, minutes):
    sheet = amend_sheet(bench, minutes.id, WRONG)
    signers = [slot.name for slot in read_sheet(bench, sheet)]
    assert sorted(signers) == sorted({slot.name for slot in read_sheet(bench, minutes.id)})


def test_marks_on_the_amendment_are_no_marks_on_the_paper(bench, minutes):
    mark_sheet_signed(bench, amend_sheet(bench, minutes.id, WRONG))
    assert {slot.state.value for slot in read_sheet(bench, minutes.id)} == {"to_sign"}


def test_a_second_amendment_joins_the_first_on_a_new_version(bench, minutes):
    first = amend_sheet(bench, minutes.id, WRONG)
    amend_sheet(bench, minutes.id, Amended("地点", "三楼", "二楼", "临时换了会议室"))
    with bench.store.reading() as session:
        newest = sa.select(Seal).where(Seal.form == AMENDMENT.code).order_by(Seal.version.desc())
        seal = session.scalars(newest).first()
        rows = json.loads(seal.answers)["amended"]
    assert [(row["position"], row["now"]) for row in rows] == [(1, "12月16日前"), (2, "二楼")]
    assert next(row for row in list_sheets(bench) if row.id == first).void_on is not None
    assert all(finding.good for finding in verify_store(bench))


def test_the_archive_waits_for_the_amendment_too_and_then_nothing_is_amended(
    bench, closed, minutes
):
    amend_sheet(bench, minutes.id, WRONG)
    for row in list_sheets(bench, closed.id):
        if row.form != AMENDMENT.code:
            mark_sheet_signed(bench, row.id)
    with pytest.raises(StillUnsigned, match="更正页"):
        archive_meeting(bench, closed.id)
    for row in list_sheets(bench, closed.id):
        mark_sheet_signed(bench, row.id)
    archive_meeting(bench, closed.id)
    with pytest.raises(AlreadyArchived):
        amend_sheet(bench, minutes.id, WRONG)


@pytest.mark.parametrize("part", ["place", "was", "now", "why"])
def test_every_part_of_an_amendment_has_to_be_said(bench, minutes, part):
    told = {**vars(WRONG), part: " "}
    with pytest.raises(EmptyField):
        amend_sheet(bench, minutes.id, Amended(**told))


def test_only_whoever_records_may_amend(bench, minutes):
    doctor = at_bench(bench.store, bench.now, kind=AccountKind.PSYCHIATRIST)
    with pytest.raises(NotPermitted):
        amend_sheet(doctor, minutes.id, WRONG)
