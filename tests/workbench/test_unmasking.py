"""Names are hidden until somebody asks for them, and who asked is kept."""

import json

import pytest
from sqlalchemy import select

from data.codes import AccountKind
from data.models.audit import AuditRow
from tests.builders import at_bench
from tests.workbench.register import FULL, GUARDIAN, fill
from workbench.errors import NotPermitted
from workbench.patients import register_patient
from workbench.unmasking import read_masked_patient, unmask


@pytest.fixture
def patient(bench):
    key = register_patient(bench, FULL)
    fill(bench, key)
    return key


def audited(bench, action):
    with bench.store.reading() as session:
        rows = session.scalars(select(AuditRow).where(AuditRow.action == action))
        return [json.loads(row.detail) for row in rows]


def test_nothing_that_names_anybody_is_in_the_masked_words(bench, patient):
    shown = repr(read_masked_patient(bench, patient).__dict__)
    hidden = (FULL.name, FULL.former_name, FULL.id_number, FULL.phone, FULL.address)
    guardian = (GUARDIAN.name, GUARDIAN.id_number, GUARDIAN.phone)
    for secret in (*hidden, *guardian, FULL.committee_contact, "夜里顾不过来"):
        assert secret not in shown


def test_what_is_known_stands_there_all_the_same(bench, patient):
    shown = read_masked_patient(bench, patient)
    assert shown.particulars.name == "石*"
    assert shown.particulars.id_number.endswith(FULL.id_number[-4:])
    assert shown.guardian.particulars.name == "石*田"
    assert shown.consent.asked.signed_by == "石*田"
    assert shown.diagnosis_words == "双相情感障碍，目前为躁狂发作"


def test_reading_masked_leaves_no_trace_and_unmasking_does(bench, patient):
    read_masked_patient(bench, patient)
    assert audited(bench, "unmask") == []
    assert unmask(bench, patient).particulars == FULL
    assert audited(bench, "unmask") == [{"patient": patient}]


def test_a_reader_does_not_see_names(bench, patient):
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    assert read_masked_patient(reader, patient).particulars.name == "石*"
    with pytest.raises(NotPermitted):
        unmask(reader, patient)
