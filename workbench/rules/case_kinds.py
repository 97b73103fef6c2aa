"""Whether the criteria make a case, and of which kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.clinical_codes import CaseFact, Criterion
from data.codes import CaseKind
from data.rule_values import Profile, RuleValue
from workbench.rules.criteria import Finding
from workbench.rules.facts import named
from workbench.rules.truth import Truth, at_least

_OF_LEVEL = {Criterion.LOW_LEVEL, Criterion.HIGH_LEVEL}
# What a level can add to the two counts: nothing, a low one, a high one; never both.
_LEVELS = ((0, 0), (1, 0), (0, 1))


@dataclass(frozen=True)
class Entry:
    """The kind of case the known facts establish, and what could still change it."""

    kind: CaseKind | None
    high_risk: Truth
    unstable: Truth
    because: str
    missing: tuple[CaseFact, ...]
    used: tuple[RuleValue, ...]


def propose_kind(findings: Sequence[Finding], profile: Profile) -> Entry:
    """Propose a kind of case: 高风险 from so many of six, 病情不稳定 from so many of four.

    管庄地区方案（2019），二1与二2; that 病情不稳定 leads when both hold is a default of this
    program. The meeting decides; nothing open becomes yes here.
    """
    needed = (profile["entry.high_risk.min_criteria"], profile["entry.unstable.min_criteria"])
    high_risk, unstable = (
        at_least(wanted.amount, [f.met for f in findings if f.criterion.kind is kind])
        for kind, wanted in zip(CaseKind, needed, strict=True)
    )
    missing = _missing(findings, needed[0].amount, needed[1].amount)
    return Entry(
        kind=_kind(high_risk is True, unstable is True),
        high_risk=high_risk,
        unstable=unstable,
        because=_because(findings, needed, missing),
        missing=missing,
        used=needed,
    )


def _kind(high_risk: bool, unstable: bool) -> CaseKind | None:
    if unstable:
        return CaseKind.UNSTABLE
    return CaseKind.HIGH_RISK if high_risk else None


def _missing(findings: Sequence[Finding], high_risk: int, unstable: int) -> tuple[CaseFact, ...]:
    """Name each fact some answer to which could still change the kind.

    The level speaks for both kinds, but never at once; all other criteria rest on facts of their
    own. So it is enough to count, over every number of open criteria that may turn out met.
    """
    rest = [f for f in findings if f.criterion not in _OF_LEVEL]
    risky = [f for f in rest if f.criterion.kind is CaseKind.HIGH_RISK]
    unsteady = [f for f in rest if f.criterion.kind is CaseKind.UNSTABLE]

    def kind(met: tuple[int, int], level: tuple[int, int]) -> CaseKind | None:
        return _kind(met[0] + level[0] >= high_risk, met[1] + level[1] >= unstable)

    levels = _levels(findings)
    counts = [(i, j) for i in _counts(risky) for j in _counts(unsteady)]
    found: list[CaseFact] = []
    if any(len({kind(met, level) for level in levels}) > 1 for met in counts):
        found.append(CaseFact.RISK_LEVEL)
    for group, step in ((risky, (1, 0)), (unsteady, (0, 1))):
        further = [(met, (met[0] + step[0], met[1] + step[1])) for met in counts]
        pairs = [(a, b) for a, b in further if b in counts]
        if any(kind(a, level) != kind(b, level) for a, b in pairs for level in levels):
            found += [fact for f in group for fact in f.missing]
    return tuple(fact for fact in CaseFact if fact in found)


def _levels(findings: Sequence[Finding]) -> Sequence[tuple[int, int]]:
    met = {f.criterion: f.met for f in findings}
    low, high = met[Criterion.LOW_LEVEL], met[Criterion.HIGH_LEVEL]
    return _LEVELS if low is None or high is None else [(int(low), int(high))]


def _counts(findings: Sequence[Finding]) -> Sequence[int]:
    met = sum(f.met is True for f in findings)
    return range(met, met + sum(f.met is None for f in findings) + 1)


def _because(
    findings: Sequence[Finding],
    needed: tuple[RuleValue, RuleValue],
    missing: tuple[CaseFact, ...],
) -> str:
    sentences = list(_tallies(findings, needed))
    if missing:
        sentences.append(f"尚缺：{named(missing)}")
    return f"{'；'.join(sentences)}。"


def _tallies(findings: Sequence[Finding], needed: tuple[RuleValue, RuleValue]) -> Iterator[str]:
    for kind, wanted in zip(CaseKind, needed, strict=True):
        of_kind = [f for f in findings if f.criterion.kind is kind]
        met = [f.criterion.label for f in of_kind if f.met]
        which = f"（{'；'.join(met)}）" if met else ""
        unknown = sum(f.met is None for f in of_kind)
        open_too = f"、{unknown}条未知" if unknown else ""
        yield (
            f"{kind.label}{len(of_kind)}条中符合{len(met)}条{which}{open_too}，"
            f"须{wanted.words}（{wanted.basis}）"
        )
