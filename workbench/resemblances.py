"""Two records that may be of one person: found, compared, and judged by somebody with a reason.

Nothing is ever merged. A record found to be a duplicate gives way to the other one: the register
no longer counts it, all that was written in it stays readable, and the verdict can be withdrawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from data.casework_codes import Standing
from data.models.patients import Resemblance
from data.register_codes import Verdict
from workbench.bench import Bench, Work
from workbench.cases import CaseRow, cases_by
from workbench.comparing import ComparedLine, compared
from workbench.judgements import judgements, set_aside
from workbench.patients import Person, details_of
from workbench.recording import present, require_patient, withdraw
from workbench.register_errors import AlreadyJudged, DuplicateInUse, NotTwoRecords
from workbench.words import masked, required

Pair = tuple[int, int]


@dataclass(frozen=True)
class PairRow:
    """Two records that look alike, the older one first, and what was found, if anything yet.

    `judgement_id` and `set_aside` are empty until somebody judged.
    """

    pair: Pair
    who: tuple[str, str]
    alike: tuple[str, ...]
    verdict: Verdict | None = None
    judgement_id: int | None = None
    set_aside: int | None = None
    why: str = ""


def list_resemblances(bench: Bench, *, at: datetime | None = None) -> list[PairRow]:
    """Every two records that look alike, those nobody has judged yet first."""
    with bench.asking("list_resemblances") as session:
        day = bench.today()
        people = details_of(session, None, day, at)
        judged = {_pair(fact): fact for fact in judgements(session, day, at)}
        numbers = {row.patient_id: row.number for row in cases_by(session, day, at)}
        alike = _alike(people)
        rows = [
            _row(pair, alike.get(pair, ()), people, numbers, judged.get(pair))
            for pair in sorted(alike.keys() | judged.keys())
            if pair[0] in people and pair[1] in people
        ]
        return sorted(rows, key=lambda row: row.verdict is not None)


def compare_patients(bench: Bench, first: int, second: int) -> list[ComparedLine]:
    """Two records beside each other by name, line by line; who looked is kept in the audit."""
    with bench.doing("compare_patients") as work:
        work.about(patient=first, other=second)
        for key in (first, second):
            require_patient(work.session, key)
        return compared(work.session, first, second, work.today)


def judge_different(bench: Bench, first: int, second: int, *, why: str) -> int:
    """Say that two records are of two people, and how one knows; return the key of the verdict."""
    with bench.doing("judge_different") as work:
        return _judge(work, min(first, second), max(first, second), Verdict.DIFFERENT, why)


def mark_duplicate(bench: Bench, patient_id: int, *, kept_id: int, why: str) -> int:
    """Set a record aside because another one is of the same person; return the verdict's key.

    Refused while a case is open under it, while it stands for another, or where the other one
    was itself set aside.
    """
    with bench.doing("mark_duplicate") as work:
        aside = set_aside(work.session, work.today)
        if any(row.patient_id == patient_id for row in _open_cases(work)):
            raise DuplicateInUse("名下的个案还没有出组")
        if patient_id in aside.values():
            raise DuplicateInUse("已有别的重复登记并到它名下")
        if kept_id in aside:
            raise DuplicateInUse("要保留的那一条已作为重复登记收起")
        return _judge(work, patient_id, kept_id, Verdict.DUPLICATE, why)


def withdraw_judgement(bench: Bench, judgement_id: int, *, why: str) -> None:
    """Take a verdict back, with the reason: both records stand by themselves again, unjudged."""
    with bench.doing("withdraw_judgement") as work:
        withdraw(work, present(work, Resemblance, judgement_id, "这条核对结论"), why)


def _judge(work: Work, patient_id: int, other_id: int, verdict: Verdict, why: str) -> int:
    if patient_id == other_id:
        raise NotTwoRecords
    for key in (patient_id, other_id):
        require_patient(work.session, key)
    work.about(patient=patient_id, other=other_id)
    reason = required("理由", why)
    pair = min(patient_id, other_id), max(patient_id, other_id)
    if pair in {_pair(fact) for fact in judgements(work.session, work.today)}:
        raise AlreadyJudged
    fact = Resemblance.enter(
        work.session,
        work.written,
        patient_id=patient_id,
        true_from=work.today,
        why=reason,
        other_id=other_id,
        verdict=verdict,
    )
    return fact.root_id


def _open_cases(work: Work) -> Iterator[CaseRow]:
    rows = cases_by(work.session, work.today)
    return (row for row in rows if row.standing is not Standing.ENDED)


def _pair(fact: Resemblance) -> Pair:
    first = fact.patient_id or 0
    return min(first, fact.other_id), max(first, fact.other_id)


def _alike(people: dict[int, Person]) -> dict[Pair, tuple[str, ...]]:
    """Who shares what with whom."""
    found: dict[Pair, list[str]] = defaultdict(list)
    for what, groups in _groups(people.values()).items():
        for keys in groups.values():
            for pair in combinations(sorted(keys), 2):
                found[pair].append(what)
    return {pair: tuple(shared) for pair, shared in found.items()}


def _groups(people: Iterable[Person]) -> dict[str, dict[Hashable, list[int]]]:
    groups: dict[str, dict[Hashable, list[int]]] = defaultdict(lambda: defaultdict(list))
    for person in people:
        given = person.details
        if given.id_number:
            groups["身份证号相同"][given.id_number].append(person.patient_id)
        if person.born_on:
            groups["姓名和出生日期相同"][person.name, person.born_on].append(person.patient_id)
        if given.phone:
            groups["姓名和电话相同"][person.name, given.phone].append(person.patient_id)
    return groups


def _row(
    pair: Pair,
    alike: tuple[str, ...],
    people: dict[int, Person],
    numbers: dict[int, str],
    fact: Resemblance | None,
) -> PairRow:
    who = tuple(_who(people[key], numbers.get(key, "")) for key in pair)
    row = PairRow(pair, (who[0], who[1]), alike)
    if fact is None:
        return row
    aside = fact.patient_id if fact.verdict is Verdict.DUPLICATE else None
    return PairRow(pair, row.who, alike, fact.verdict, fact.root_id, aside, fact.why)


def _who(person: Person, number: str) -> str:
    return f"{masked(person.name)}（{number or f'患者{person.patient_id}号'}）"
