"""What one needs for going through the criteria of one patient: read once, weighed live."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from data.clinical_codes import CaseFact, Criterion
from data.codes import CaseKind, MemberRole
from data.rule_values import Profile
from workbench.bench import Bench
from workbench.case_steps import NextMeeting, case_loads, next_meeting
from workbench.cases import CaseRow, case_rows, open_case_of
from workbench.intake_reading import IntakeDetails, intakes_of
from workbench.intake_suggestions import RESTS_ON, Suggested, suggested_on
from workbench.recording import require_patient
from workbench.rules.case_kinds import propose_kind
from workbench.rules.criteria import Finding
from workbench.rules.truth import Truth
from workbench.rules.whom_to_ask import asked_about
from workbench.teams import MemberRow, everybody_on
from workbench.unit_rules import rules_of


@dataclass(frozen=True)
class IntakeSheet:
    """One patient on a day: what the record says of the criteria, and what was written before."""

    patient_id: int
    on: date
    case: CaseRow | None
    suggested: Suggested
    earlier: tuple[IntakeDetails, ...]
    members: tuple[MemberRow, ...]
    loads: dict[int, int]
    meeting: NextMeeting | None
    rules: Profile


@dataclass(frozen=True)
class Weighed:
    """What the answers come to: a kind or none, how far each is, and what could change it.

    That is to be asked of somebody, or stands in the record and was not taken over.
    """

    kind: CaseKind | None
    words: str
    tallies: tuple[str, ...]
    asks: tuple[str, ...]
    recorded: tuple[CaseFact, ...]


def read_intake_sheet(bench: Bench, patient_id: int, on: date | None = None) -> IntakeSheet:
    """Everything about a patient for going through the criteria on a day."""
    day = on or bench.today()
    with bench.asking("read_intake_sheet") as session:
        require_patient(session, patient_id)
        case = open_case_of(session, patient_id)
        return IntakeSheet(
            patient_id=patient_id,
            on=day,
            case=case_rows(session, [case], day)[0] if case else None,
            suggested=suggested_on(session, patient_id, day),
            earlier=tuple(intakes_of(session, patient_id, bench.today())),
            members=tuple(everybody_on(session, bench.today())),
            loads=case_loads(session, bench.today()),
            meeting=next_meeting(session, patient_id),
            rules=rules_of(session, day),
        )


def weigh_intake(sheet: IntakeSheet, met: Mapping[Criterion, Truth]) -> Weighed:
    """What answers to the criteria come to by the rules of the unit; nothing is read or written."""
    findings = [
        Finding(c, met.get(c), "", () if met.get(c) is not None else _missing(sheet, c))
        for c in Criterion
    ]
    entry = propose_kind(findings, sheet.rules)
    truths = {CaseKind.HIGH_RISK: entry.high_risk, CaseKind.UNSTABLE: entry.unstable}
    known = sheet.suggested.known
    wanted = dict(zip(CaseKind, (value.amount for value in entry.used), strict=True))
    return Weighed(
        kind=entry.kind,
        words=_concluded(truths) + _short_of(truths, findings, wanted),
        tallies=tuple(_tally(kind, findings, wanted[kind]) for kind in CaseKind),
        asks=whom_to_ask((f for f in entry.missing if f not in known), sheet.members),
        recorded=tuple(fact for fact in entry.missing if fact in known),
    )


def whom_to_ask(facts: Iterable[CaseFact], members: Iterable[MemberRow]) -> tuple[str, ...]:
    """Sentences that name who may know what is not known: 民警：公安列管重点."""
    present = {member.role for member in members}
    return tuple(
        f"{_asked(role, present)}：{'、'.join(fact.label for fact in wanted)}"
        for role, wanted in asked_about(facts).items()
    )


def _asked(role: MemberRole, present: set[MemberRole]) -> str:
    return role.label if role in present else f"{role.label}（小组里还没有）"


def _missing(sheet: IntakeSheet, criterion: Criterion) -> tuple[CaseFact, ...]:
    """What the record does not tell; all of it where somebody doubts what the record tells."""
    rests = RESTS_ON[criterion]
    return tuple(fact for fact in rests if fact not in sheet.suggested.known) or rests


def _concluded(truths: Mapping[CaseKind, Truth]) -> str:
    met = [kind for kind in CaseKind if truths[kind]]
    unsure = [kind for kind in CaseKind if truths[kind] is None]
    if len(met) == len(truths):
        return f"两类标准都符合，按{CaseKind.UNSTABLE.label}建议入组"
    if met:
        rest = f"；是否{unsure[0].label}还不能确定" if unsure else ""
        return f"符合{met[0].label}的标准{rest}"
    if unsure:
        return "还不能下结论"
    return "不符合入组标准"


def _short_of(
    truths: Mapping[CaseKind, Truth], findings: Collection[Finding], wanted: Mapping[CaseKind, int]
) -> str:
    if True in truths.values():
        return ""
    short = [f"{kind.label}还差{wanted[kind] - _met(kind, findings)}条" for kind in CaseKind]
    return f"：{'，'.join(short)}"


def _met(kind: CaseKind, findings: Iterable[Finding]) -> int:
    return sum(f.met is True for f in findings if f.criterion.kind is kind)


def _tally(kind: CaseKind, findings: Collection[Finding], needed: int) -> str:
    met = _met(kind, findings)
    unknown = sum(f.met is None for f in findings if f.criterion.kind is kind)
    short = f"，还差{needed - met}条" if met < needed else ""
    open_too = f"，{unknown}条还不知道" if unknown else ""
    return f"须{needed}条，符合{met}条{short}{open_too}"
