"""The criteria as they stand in the fields of a screen, and as earlier looks at them read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ui.models.cases import Entry
from ui.widgets.lists import Face
from workbench.cases import CaseRow
from workbench.intake_reading import FindingRow, IntakeDetails
from workbench.intake_sheet import IntakeSheet, whom_to_ask
from workbench.intake_suggestions import RESTS_ON
from workbench.intakes import Assessed, Evidence
from workbench.screen import CaseKind, Criterion, IntakeOutcome

UNKNOWN = Evidence(None)
ANSWERS: tuple[tuple[object, str], ...] = ((True, "符合"), (False, "不符合"), ("", "还不知道"))
SAID = {True: "符合", False: "不符合", None: "还不知道"}


@dataclass(frozen=True)
class IntakeEntry:
    """Everything typed about one patient. Without a kind the criteria decide it."""

    on: date
    answers: dict[Criterion, Evidence] = field(default_factory=dict)
    kind: CaseKind | None = None
    manager_id: int | None = None
    remarks: str = ""

    def payload(self) -> dict[str, object]:
        """The entry as a draft keeps it."""
        answers = {
            criterion.value: [each.met, each.words, str(each.on or ""), each.source]
            for criterion, each in self.answers.items()
        }
        kind = self.kind.value if self.kind else ""
        manager, remarks = self.manager_id, self.remarks
        return {
            "on": str(self.on),
            "answers": answers,
            "kind": kind,
            "manager": manager,
            "remarks": remarks,
        }

    def assessed(self) -> Assessed:
        """What the use cases take."""
        answers = {c: fit_to_keep(each) for c, each in self.answers.items()}
        return Assessed(self.on, answers, self.kind, self.remarks.strip(), self.manager_id)


def fit_to_keep(given: Evidence) -> Evidence:
    """What is not known has no evidence, and a day alone shows nothing."""
    if given.met is None:
        return UNKNOWN
    return given if given.met or given.words.strip() else Evidence(False)


def blank_entry(today: date) -> IntakeEntry:
    """Nothing known yet."""
    return IntakeEntry(today, dict.fromkeys(Criterion, UNKNOWN))


def restored_entry(payload: dict[str, Any], blank: IntakeEntry) -> IntakeEntry:
    """A draft put back over an empty entry."""
    answers = dict(blank.answers)
    for code, (met, words, on, source) in payload.get("answers", {}).items():
        day = date.fromisoformat(on) if on else None
        answers[Criterion(code)] = Evidence(met, words, day, source)
    kind = str(payload.get("kind", ""))
    return IntakeEntry(
        date.fromisoformat(str(payload.get("on") or blank.on)),
        answers,
        CaseKind(kind) if kind else None,
        payload.get("manager"),
        str(payload.get("remarks", "")),
    )


def recorded_entry(intake: IntakeDetails) -> IntakeEntry:
    """An earlier look at the criteria, for correcting it."""
    answers = {f.criterion: Evidence(f.met, f.words, f.on, f.source) for f in intake.findings}
    kind = intake.kind if intake.by_hand else None
    return IntakeEntry(intake.on, answers, kind, intake.case_manager_id, intake.reason)


def head_words(called: str, case: CaseRow | None) -> tuple[str, str]:
    """The title of the page, and a word beside it."""
    if case is None:
        return f"入组评估　{called}", "F9 逐条采用记录里有的"
    return f"复核入组标准　{called}", f"{case.kind.label}个案，{case.entered_on}入组"


def record_words(found: Evidence) -> str:
    """What the record says of one criterion, with its day and source."""
    where = "，".join(filter(None, (str(found.on or ""), found.source)))
    return f"记录：{SAID[found.met]}。{found.words}" + (f"（{where}）" if where else "")


def open_words(criterion: Criterion, sheet: IntakeSheet) -> str:
    """What the record does not say of one criterion, and who may know it."""
    known = sheet.suggested.known
    missing = [f for f in RESTS_ON[criterion] if f not in known] or RESTS_ON[criterion]
    return f"记录里没有。问{'；'.join(whom_to_ask(missing, sheet.members))}"


def intake_entries(intakes: Iterable[IntakeDetails]) -> list[Entry | Face]:
    """Every look at the criteria of one patient, the last one first."""
    return [_entry(intake) for intake in intakes]


def _entry(intake: IntakeDetails) -> Entry:
    what = "复核入组标准" if intake.review_of is not None else "入组评估"
    return Entry(
        Face(
            f"{intake.on}　{what}",
            _met_words(intake.findings),
            right=state_words(intake),
            strong=intake.outcome is None and intake.review_of is None,
        ),
        f"{intake.on}　{what}",
        tuple(each for each in _paragraphs(intake) if each[1]),
        intake=intake.id,
    )


def _paragraphs(intake: IntakeDetails) -> Sequence[tuple[str, str]]:
    by_hand = "（由人选定）" if intake.by_hand else ""
    return (
        ("结论", f"{state_words(intake)}{by_hand}"),
        ("建议个案管理员", intake.case_manager),
        ("理由和备注", intake.reason),
        *(
            (f"{SAID[met]}的标准", "\n".join(_finding(f) for f in intake.findings if f.met is met))
            for met in (True, None, False)
        ),
        ("会议决定", "：".join(filter(None, (_outcome(intake), intake.ruling)))),
    )


def _finding(row: FindingRow) -> str:
    where = "，".join(filter(None, (str(row.on or ""), row.source)))
    told = "".join(filter(None, (row.words, f"（{where}）" if where else "")))
    return "：".join(filter(None, (row.criterion.label, told)))


def _met_words(findings: Iterable[FindingRow]) -> str:
    found = list(findings)
    met = [row.criterion.label for row in found if row.met]
    unknown = sum(row.met is None for row in found)
    parts = ("、".join(met) or "没有符合的标准", f"{unknown}条还不知道" if unknown else "")
    return "·".join(filter(None, parts))


def state_words(intake: IntakeDetails) -> str:
    """What came of it: the meeting's word, else the kind it proposes."""
    if intake.outcome is not None:
        return intake.outcome.label
    if intake.review_of is not None:
        return f"仍符合{intake.kind.label}" if intake.kind else "不再符合或还不确定"
    return f"建议{intake.kind.label}" if intake.kind else "没有建议入组"


def _outcome(intake: IntakeDetails) -> str:
    return intake.outcome.label if intake.outcome else ""


def waits_for_meeting(intake: IntakeDetails) -> bool:
    """Whether a meeting may still decide on it."""
    return intake.review_of is None and intake.outcome in (None, IntakeOutcome.DEFERRED)
