"""Files kept with a patient: never lost, never in the clear, and never about somebody else."""

import json
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from data import audit, triggers
from data.attachment_codes import AttachmentKind
from data.codes import AccountKind
from data.models.audit import AuditRow
from tests.builders import a_closed_meeting, at_bench, reopened
from tests.workbench.files import DAY, REPORT, WORD, a_file, described
from tests.workbench.register import a_moment
from workbench.attachment_errors import AlreadyAttached, NotOfThisPatient, OtherEnding
from workbench.attachments import (
    add_attachment,
    correct_attachment,
    list_attachments,
    read_attachment,
    restore_attachment,
    save_attachment,
    withdraw_attachment,
)
from workbench.audit import verify_store
from workbench.changes import list_changes
from workbench.errors import EmptyField, NotFound, NotPermitted
from workbench.file_errors import FileRefused
from workbench.register_errors import DayNotCome


@pytest.fixture
def patient(team):
    return team.patients["GA0101"]


def files(bench):
    """Every encrypted file beside the store."""
    return sorted(p for p in (bench.store.folder / "attachments").rglob("*") if p.is_file())


def finding(bench):
    return next(f for f in verify_store(bench) if f.subject == "attachments")


def test_a_file_is_read_back_as_it_came_and_listed_with_all_that_is_said_of_it(
    bench, team, patient
):
    meeting = a_closed_meeting(bench, team)
    given = described(note="县医院", meeting_id=meeting.id)
    key = add_attachment(bench, patient, a_file(), given, case_id=team.cases["GA0101"])
    (row,) = list_attachments(bench, patient)
    assert (row.id, row.on, row.kind, row.title, row.note) == (
        key,
        DAY,
        AttachmentKind.DISCHARGE,
        "出院小结",
        "县医院",
    )
    assert (row.suffix, row.size, row.pages) == (".pdf", len(WORD.encode()), 2)
    assert (row.added_on, row.added_by, row.meeting) == (
        bench.today(),
        "记录员",
        "2026年第1次例会",
    )
    assert read_attachment(bench, key) == WORD.encode()
    assert read_attachment(reopened(bench), key) == WORD.encode()


def test_nothing_of_a_file_lies_beside_the_store_in_the_clear(bench, patient):
    add_attachment(bench, patient, a_file(), REPORT)
    (path,) = files(bench)
    assert WORD.encode() not in path.read_bytes()
    assert path.parent.name == "attachments"
    assert not any(words in path.name for words in ("出院", ".pdf"))


def test_what_is_said_of_a_file_is_corrected_and_the_bytes_stay(bench, team, patient):
    key = add_attachment(bench, patient, a_file(), REPORT)
    correct_attachment(bench, key, described(title="出院记录（县医院）"), why="抬头是县医院")
    (row,) = list_attachments(bench, patient)
    assert row.title == "出院记录（县医院）"
    assert read_attachment(bench, key) == WORD.encode()
    with pytest.raises(EmptyField, match="标题"):
        correct_attachment(bench, key, described(title=" "), why="x")
    with pytest.raises(EmptyField):
        correct_attachment(bench, key, REPORT, why=" ")
    assert finding(bench).good


def test_a_withdrawn_file_keeps_its_bytes_and_comes_back(bench, patient, clock):
    key = add_attachment(bench, patient, a_file(), REPORT)
    clock.move(minutes=1)
    day = clock()
    clock.move(days=1)
    with pytest.raises(EmptyField):
        withdraw_attachment(bench, key, why="")
    withdraw_attachment(bench, key, why="别人的报告")
    (row,) = list_attachments(bench, patient)
    assert (row.withdrawn, row.why) == (True, "别人的报告")
    assert read_attachment(bench, key) == WORD.encode()
    assert not list_attachments(bench, patient, at=day)[0].withdrawn
    assert list_attachments(bench, patient, at=day - timedelta(hours=1)) == []
    clock.move(days=1)
    restore_attachment(bench, key)
    assert not list_attachments(bench, patient)[0].withdrawn
    with pytest.raises(NotFound):
        restore_attachment(bench, key)
    assert finding(bench).good


def test_the_latest_stand_first_and_the_withdrawn_last(bench, patient):
    keys = [
        add_attachment(bench, patient, a_file(str(n)), described(on=date(2026, month, 1)))
        for n, month in enumerate((3, 9, 6))
    ]
    withdraw_attachment(bench, keys[1], why="错")
    assert [row.id for row in list_attachments(bench, patient)] == [keys[2], keys[0], keys[1]]


def test_the_same_file_is_kept_once_with_a_patient(bench, team, patient):
    key = add_attachment(bench, patient, a_file(), REPORT, request_id="r")
    assert add_attachment(bench, patient, a_file(), REPORT, request_id="r") == key
    with pytest.raises(AlreadyAttached, match="2026年11月3日的“出院小结”"):
        add_attachment(bench, patient, a_file(), described(title="又一份"))
    withdraw_attachment(bench, key, why="错")
    again = add_attachment(bench, patient, a_file(), REPORT)
    with pytest.raises(AlreadyAttached):
        restore_attachment(bench, key)
    add_attachment(bench, team.patients["GA0102"], a_file(), REPORT)
    assert again != key
    assert len(files(bench)) == 3


def test_a_refused_file_leaves_no_bytes(bench, team, patient):
    meeting = a_closed_meeting(bench, team)
    other = team.cases["GA0102"]
    for given, more, refusal in (
        (described(title=""), {}, EmptyField),
        (described(on=bench.today() + timedelta(1)), {}, DayNotCome),
        (described(meeting_id=meeting.id + 9), {}, NotOfThisPatient),
        (REPORT, {"case_id": other}, NotOfThisPatient),
        (REPORT, {"sheet_id": 99}, NotOfThisPatient),
    ):
        with pytest.raises(refusal):
            add_attachment(bench, patient, a_file(), given, **more)
    with pytest.raises(NotFound):
        add_attachment(bench, 99, a_file(), REPORT)
    assert files(bench) == []
    add_attachment(bench, patient, a_file(), REPORT, sheet_id=1)


def test_a_row_that_cannot_be_written_leaves_no_bytes(bench, patient, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError

    monkeypatch.setattr(audit, "append", broken)
    with pytest.raises(RuntimeError):
        add_attachment(bench, patient, a_file(), REPORT)
    monkeypatch.undo()
    assert files(bench) == []
    assert list_attachments(bench, patient) == []


def test_each_account_does_what_it_may(bench, patient):
    doctor = at_bench(bench.store, bench.now, kind=AccountKind.PSYCHIATRIST, administers=False)
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    key = add_attachment(doctor, patient, a_file(), REPORT)
    assert read_attachment(reader, key) == WORD.encode()
    with pytest.raises(NotPermitted):
        add_attachment(reader, patient, a_file("别的"), REPORT)
    with pytest.raises(NotPermitted):
        withdraw_attachment(doctor, key, why="错")
    with pytest.raises(NotPermitted):
        save_attachment(doctor, key, bench.store.folder / "a.pdf")
    assert len(files(bench)) == 1


def test_a_clear_copy_is_written_under_its_own_ending_and_audited(bench, patient, tmp_path):
    key = add_attachment(bench, patient, a_file(), REPORT)
    with pytest.raises(OtherEnding, match=r"\.pdf"):
        save_attachment(bench, key, tmp_path / "copy.docx")
    save_attachment(bench, key, tmp_path / "copy.PDF")
    assert (tmp_path / "copy.PDF").read_bytes() == WORD.encode()
    with bench.store.reading() as session:
        rows = session.scalars(sa.select(AuditRow).order_by(AuditRow.id.desc()).limit(2)).all()
    assert [(row.action, row.outcome) for row in rows] == [
        ("save_attachment", "done"),
        ("save_attachment", "refused"),
    ]
    assert json.loads(rows[0].detail) == {"key": key, "patient": patient}


def test_what_was_added_withdrawn_and_corrected_is_told(bench, patient, clock):
    since = a_moment(clock)
    key = add_attachment(bench, patient, a_file(), described(note="县医院"))
    told = [change.sentence for change in list_changes(bench, patient, since)]
    assert told == ["2026年11月3日，附件“出院小结”：种类为出院记录，说明为县医院。"]
    added = a_moment(clock)
    withdraw_attachment(bench, key, why="别人的报告")
    (change,) = list_changes(bench, patient, added)
    assert change.sentence.startswith("撤回2026年11月3日的附件“出院小结”")


def test_a_missing_changed_or_swapped_file_is_found_and_its_row_named(bench, team, patient):
    assert finding(bench).sentence == "附件：还没有附件。"
    add_attachment(bench, patient, a_file("一"), REPORT)
    add_attachment(bench, patient, a_file("二"), described(kind=AttachmentKind.PHOTO))
    assert finding(bench).sentence == "附件：2份都在，与登记一致。"
    one, two = files(bench)
    kept = one.read_bytes(), two.read_bytes()
    names = ("第1号附件（出院记录，2026年11月3日）", "第2号附件（照片，2026年11月3日）")
    one.write_bytes(kept[1])
    two.write_bytes(kept[0])
    found = finding(bench)
    assert not found.good
    assert all(f"{name}的文件已损坏或被换过" in found.sentence for name in names)
    one.write_bytes(kept[0])
    two.write_bytes(kept[1][:-1] + bytes([kept[1][-1] ^ 1]))
    assert finding(bench).sentence.count("已损坏或被换过") == 1
    two.unlink()
    found = finding(bench)
    assert found.sentence.count("的文件不见了") == 1
    left, gone = (1, 2) if "第2号" in found.sentence else (2, 1)
    assert read_attachment(bench, left)
    with pytest.raises(FileRefused, match="不见了"):
        read_attachment(bench, gone)


COLUMNS = {
    "file = (SELECT file FROM attachment WHERE id = 2)": "file",
    "patient_id = 2": "patient",
    "digest = 'x'": "digest",
    "size = size + 1": "size",
    "suffix = '.png'": "suffix",
    "pages = 9": "pages",
}


def test_a_row_changed_behind_the_back_of_the_program_is_found_and_the_field_named(bench, patient):
    for words in ("一", "二"):
        add_attachment(bench, patient, a_file(words), REPORT)
    with bench.store.writing() as session:
        triggers.drop_all(session.connection())
    for change, name in COLUMNS.items():
        with changed(bench, change):
            found = finding(bench)
            assert not found.good
            assert "第1号附件（出院记录，2026年11月3日）的" in found.sentence
            assert f"（{name}）与审计链的记载不同" in found.sentence
            with pytest.raises(FileRefused):
                read_attachment(bench, 1)
    assert finding(bench).good


@contextmanager
def changed(bench, change):
    """The first row with one column changed, and as it was again."""
    with bench.store.writing() as session:
        row = session.execute(sa.text("SELECT * FROM attachment WHERE id = 1")).mappings().one()
        session.execute(sa.text(f"UPDATE attachment SET {change} WHERE id = 1"))
    yield
    with bench.store.writing() as session:
        back = ", ".join(f"{name} = :{name}" for name in row)
        session.execute(sa.text(f"UPDATE attachment SET {back} WHERE id = 1"), dict(row))
