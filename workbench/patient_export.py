"""A list of patients as a file for a table program: chosen columns, names hidden unless asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from data.codes import Labelled
from data.files import write_whole
from data.models.patients import PatientDetails
from forms.writers.tables import CSV as CSV
from forms.writers.tables import EXCEL as EXCEL
from forms.writers.tables import write_table
from workbench.bench import Bench
from workbench.errors import EmptyField, Refused
from workbench.masking import masked_id, masked_phone
from workbench.masking_rules import Masking, masking_in
from workbench.patient_standings import PatientStanding, patient_standings
from workbench.patients import details_of

SHEET = "患者名单"
_HIDDEN = "已隐去"


class ExportColumn(Labelled):
    """What an exported list can say of each person."""

    NUMBER = "number", "个案编号"
    NAME = "name", "姓名"
    SEX = "sex", "性别"
    AGE = "age", "年龄"
    ID_NUMBER = "id_number", "身份证号"
    PHONE = "phone", "联系电话"
    VILLAGE = "village", "村组"
    ADDRESS = "address", "住址"
    DIAGNOSIS = "diagnosis", "诊断"
    LEVEL = "level", "危险性等级"
    STABILITY = "stability", "病情分类"
    ADHERENCE = "adherence", "服药依从性"
    LAST_VISIT = "last_visit", "上次随访"
    NEXT_VISIT = "next_visit", "下次随访"
    CASE_MANAGER = "case_manager", "个案管理员"
    STANDING = "standing", "管理状态"
    GAPS = "gaps", "缺少的资料"


# What tells who somebody is, or what they suffer from.
IDENTITY = (
    ExportColumn.NAME,
    ExportColumn.ID_NUMBER,
    ExportColumn.PHONE,
    ExportColumn.ADDRESS,
    ExportColumn.DIAGNOSIS,
)


class ExportPurpose(Labelled):
    """What names leave the program for."""

    COUNTERPARTS = "counterparts", "与公安、民政、残联等部门核对"
    SUPERIORS = "superiors", "上级检查或上报"
    VISITS = "visits", "安排随访、上门服务"
    ARCHIVE = "archive", "打印台账存档"


class NothingToExport(Refused):
    """A list without people or without columns is no list."""

    def __init__(self, what: str) -> None:
        super().__init__(f"导出名单没有{what}。", next_step=f"请先选好{what}再导出。")


class NotATable(Refused):
    """The file was to have another ending than the one that can be written."""

    def __init__(self) -> None:
        super().__init__(
            "名单只能存成表格文件。", next_step="请把文件名的结尾改成 .xlsx 或 .csv 。"
        )


def export_patients(
    bench: Bench,
    target: Path,
    patient_ids: Sequence[int],
    columns: Collection[ExportColumn],
    *,
    named: bool = False,
    purpose: ExportPurpose | None = None,
) -> int:
    """Write a list of people in this order; return how many. Names only for a stated purpose."""
    with bench.preparing("export_patients") as session:
        _require(target, patient_ids, columns, named, purpose)
        day = bench.today()
        standings = {row.id: row for row in patient_standings(session, day)}
        details = {key: one.details for key, one in details_of(session, patient_ids, day).items()}
        shown = masking_in(session)
    wanted = [column for column in ExportColumn if column in columns]
    people = [key for key in dict.fromkeys(patient_ids) if key in standings]
    lines = [
        _line(standings[key], details[key], wanted, None if named else shown) for key in people
    ]
    table = [[column.label for column in wanted], *lines]
    content = write_table(target.suffix, SHEET, table, bench.now())
    with bench.doing("export_patients") as work:
        write_whole(target, content)
        work.about(
            patients=len(people),
            columns=",".join(wanted),
            named=int(named),
            purpose=purpose.value if purpose else "",
        )
    return len(people)


def require_table(target: Path) -> None:
    """Refuse a file whose ending says that it is no table."""
    if target.suffix.lower() not in (EXCEL, CSV):
        raise NotATable


def _require(
    target: Path,
    patient_ids: Sequence[int],
    columns: Collection[ExportColumn],
    named: bool,
    purpose: ExportPurpose | None,
) -> None:
    if not patient_ids or not columns:
        raise NothingToExport("列" if patient_ids else "患者")
    require_table(target)
    if named and purpose is None:
        raise EmptyField("导出姓名的用途")


def _line(
    row: PatientStanding,
    details: PatientDetails,
    columns: Sequence[ExportColumn],
    shown: Masking | None,
) -> list[str]:
    """One person; without a masking by name."""
    said = _standing(row) | (_hidden(row, details, shown) if shown else _by_name(details))
    return [said[column] for column in columns]


def _standing(row: PatientStanding) -> dict[ExportColumn, str]:
    return {
        ExportColumn.NUMBER: row.case.number if row.case else "",
        ExportColumn.SEX: row.sex.label,
        ExportColumn.AGE: "" if row.age is None else str(row.age),
        ExportColumn.VILLAGE: row.village,
        ExportColumn.DIAGNOSIS: row.diagnosis,
        ExportColumn.LEVEL: row.level.label if row.level is not None else "",
        ExportColumn.STABILITY: row.stability.label if row.stability else "",
        ExportColumn.ADHERENCE: row.adherence.label if row.adherence else "",
        ExportColumn.LAST_VISIT: _day(row.last_visit_on),
        ExportColumn.NEXT_VISIT: _day(row.visit_due_on),
        ExportColumn.CASE_MANAGER: row.case_manager,
        ExportColumn.STANDING: row.case.standing.label if row.case else "未入组",
        ExportColumn.GAPS: "、".join(row.gaps),
    }


def _by_name(details: PatientDetails) -> dict[ExportColumn, str]:
    return {
        ExportColumn.NAME: details.name,
        ExportColumn.ID_NUMBER: details.id_number or "",
        ExportColumn.PHONE: details.phone,
        ExportColumn.ADDRESS: details.address,
    }


def _hidden(
    row: PatientStanding, details: PatientDetails, shown: Masking
) -> dict[ExportColumn, str]:
    return {
        ExportColumn.NAME: row.masked,
        ExportColumn.ID_NUMBER: masked_id(details.id_number or "", shown.first, shown.last),
        ExportColumn.PHONE: masked_phone(details.phone),
        ExportColumn.ADDRESS: _HIDDEN if details.address else "",
    }


def _day(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else ""
