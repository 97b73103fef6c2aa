"""A unit's own name, signers and white rows come from settings, and sealed papers keep theirs."""

import pytest

from data.codes import AccountKind, MemberRole
from tests.builders import a_closed_meeting, a_running_meeting, at_bench, settle_all
from tests.forms.reading import page_bodies
from workbench.audit import verify_store
from workbench.errors import NotFound, NotPermitted
from workbench.paper_settings import (
    PaperKey,
    SettingDoesNotFit,
    list_paper_settings,
    set_paper_setting,
)
from workbench.paperwork.documents import MINUTES_CODE, preview_blank, preview_document
from workbench.paperwork.subjects import of_meeting


def bodies(document):
    return "".join(page_bodies(document.pdf))


def minutes_of(bench, meeting):
    return preview_document(bench, MINUTES_CODE, of_meeting(meeting.id))


def test_signers_are_chosen_by_role_besides_those_with_a_part(bench, team):
    meeting = a_running_meeting(bench, team)
    settle_all(bench, team, meeting)
    roles = [MemberRole.VILLAGE.value, MemberRole.CIVIL_AFFAIRS.value]
    set_paper_setting(bench, MINUTES_CODE, PaperKey.SIGNER_ROLES, roles)
    text = bodies(minutes_of(bench, meeting))
    signed = text[text.index("角色·姓名") :]
    assert [name for name in team.members if name.replace("·", "") in signed.replace("·", "")] == [
        "龚砚秋",
        "穆青禾",
        "皮桂香",
        "阿依努尔·买买提",
    ]


def test_a_least_number_of_signers_leaves_places_to_nobody(bench, team):
    meeting = a_running_meeting(bench, team)
    settle_all(bench, team, meeting)
    before = bodies(minutes_of(bench, meeting))
    set_paper_setting(bench, "", PaperKey.LEAST_SIGNERS, 8)
    assert bodies(minutes_of(bench, meeting)).count("月日") == before.count("月日") + 4


def test_white_rows_of_a_blank_form_are_set_by_the_unit(bench):
    few = len(preview_blank(bench, MINUTES_CODE).pdf)
    set_paper_setting(bench, MINUTES_CODE, PaperKey.SPARE_ROWS, 40)
    assert len(preview_blank(bench, MINUTES_CODE).pdf) > few


def test_what_was_sealed_before_a_setting_still_verifies(bench, team):
    closed = a_closed_meeting(bench, team)
    before = minutes_of(bench, closed)
    set_paper_setting(bench, "", PaperKey.UNIT_NAME, "云栖镇平安办")
    set_paper_setting(bench, "", PaperKey.LEAST_SIGNERS, 12)
    assert minutes_of(bench, closed) == before
    assert all(finding.good for finding in verify_store(bench))


def test_a_setting_of_one_form_goes_before_that_of_all(bench):
    set_paper_setting(bench, MINUTES_CODE, PaperKey.LEAST_SIGNERS, 4)
    set_paper_setting(bench, "", PaperKey.LEAST_SIGNERS, 9)
    assert [(r.form, r.value) for r in list_paper_settings(bench)] == [("", 9), (MINUTES_CODE, 4)]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (PaperKey.UNIT_NAME, "长" * 61),
        (PaperKey.UNIT_NAME, 3),
        (PaperKey.SIGNER_ROLES, []),
        (PaperKey.SIGNER_ROLES, ["king"]),
        (PaperKey.LEAST_SIGNERS, 0),
        (PaperKey.SPARE_ROWS, -1),
        (PaperKey.SPARE_ROWS, 61),
    ],
)
def test_a_value_no_paper_can_be_printed_with_is_refused(bench, key, value):
    with pytest.raises(SettingDoesNotFit, match=key.label):
        set_paper_setting(bench, "", key, value)
    assert list_paper_settings(bench) == []


def test_a_form_that_does_not_exist_has_no_settings(bench):
    with pytest.raises(NotFound):
        set_paper_setting(bench, "ZZ", PaperKey.SPARE_ROWS, 3)


def test_settings_belong_to_whoever_administers(bench, clock):
    recorder = at_bench(bench.store, clock, kind=AccountKind.RECORDER, administers=False)
    with pytest.raises(NotPermitted):
        set_paper_setting(recorder, "", PaperKey.SPARE_ROWS, 3)
