"""Option numbers of the visit record by version of the form, read and written.

Of the lists that moved between 2011 and 2017 the older numbers are known for those below; every
other list has the numbers its codes are stored by.
"""

from __future__ import annotations

from typing import TypeVar

from data.clinical_codes import Adherence, Insight
from data.codes import Labelled, Stability
from data.visit_codes import (
    DangerousAct,
    FormVersion,
    HospitalStay,
    ReactionSeen,
    TreatmentEffect,
)

C = TypeVar("C", bound=Labelled)

# Stored as words, because the rules of case work share them; numbered on paper only.
_NUMBERS_2017: dict[type[Labelled], dict[str, Labelled]] = {
    Insight: {"1": Insight.FULL, "2": Insight.PARTIAL, "3": Insight.ABSENT},
    Adherence: {
        "1": Adherence.REGULAR,
        "2": Adherence.INTERMITTENT,
        "3": Adherence.NONE,
        "4": Adherence.NOT_NEEDED,
    },
}

# The words of the form where they differ from those used everywhere else. By list, because codes
# of different lists may be equal as text.
_WORDS: dict[FormVersion, dict[type[Labelled], dict[Labelled, str]]] = {
    FormVersion.V2017: {
        Adherence: {
            Adherence.REGULAR: "按医嘱规律用药",
            Adherence.INTERMITTENT: "间断用药",
            Adherence.NONE: "不用药",
        },
    },
    FormVersion.V2011: {
        Adherence: {
            Adherence.REGULAR: "规律",
            Adherence.INTERMITTENT: "间断",
            Adherence.NONE: "不服药",
        },
        HospitalStay: {
            HospitalStay.NONE: "从未住院",
            HospitalStay.PAST: "既往住院，现未住院",
        },
    },
}
_NOT_REACHED = "未访到"

_READ_2011: dict[type[Labelled], dict[str, Labelled]] = {
    DangerousAct: {
        "1": DangerousAct.MINOR,
        "2": DangerousAct.OFFENCE,
        "3": DangerousAct.GRAVE_OFFENCE,
        "4": DangerousAct.SELF_HARM,
        "5": DangerousAct.SUICIDE_ATTEMPT,
        "6": DangerousAct.NONE,
    },
    Adherence: {"1": Adherence.REGULAR, "2": Adherence.INTERMITTENT, "3": Adherence.NONE},
    # 从未住院 says more than 未住院, so it can be read; 既往住院 does not say when, so it cannot.
    HospitalStay: {"0": HospitalStay.NONE, "1": HospitalStay.PRESENT},
    ReactionSeen: {"1": ReactionSeen.NONE, "2": ReactionSeen.SEEN},
    TreatmentEffect: {
        "1": TreatmentEffect.CURED,
        "2": TreatmentEffect.BETTER,
        "3": TreatmentEffect.SAME,
        "4": TreatmentEffect.WORSE,
    },
    # 0未访到 is no class of a condition; such a visit has a 失访 reason instead.
    Stability: {code.value: code for code in Stability},
}
# Not having been in hospital lately does not say never, so 未住院 cannot be written.
_WRITTEN_2011: dict[type[Labelled], dict[str, Labelled]] = {
    **_READ_2011,
    HospitalStay: {"1": HospitalStay.PRESENT, "2": HospitalStay.PAST},
}


class NoCounterpart(Exception):
    """The answer does not exist in the other version of the form."""


def read_number(codes: type[C], number: str, version: FormVersion) -> C:
    """The code that a number on a form stands for; raise NoCounterpart when there is none."""
    found = _readable(codes, version).get(number)
    if not isinstance(found, codes):
        raise NoCounterpart(f"{version.value} {codes.__name__} {number}")
    return found


def number_of(
    code: Labelled, version: FormVersion, *, filled_in: FormVersion = FormVersion.V2017
) -> str:
    """The number a code has on a form; raise NoCounterpart when it has none.

    `filled_in` is the form the answer was given on: what was read from a form goes back onto it.
    """
    read, written = _readable(type(code), version), _writable(type(code), version)
    for number, meant in (read if filled_in is version else written).items():
        if meant is code:
            return number
    raise NoCounterpart(f"{version.value} {type(code).__name__} {code.value}")


def is_on(version: FormVersion, code: Labelled) -> bool:
    """Tell whether a code can be what somebody ticked on a form of this version."""
    return any(meant is code for meant in _readable(type(code), version).values())


def options(codes: type[Labelled], version: FormVersion) -> tuple[tuple[str, str], ...]:
    """The numbers and words of a list as one version of the form prints them."""
    printed = {**_readable(codes, version), **_writable(codes, version)}
    lines = {number: words_of(code, version) for number, code in printed.items()}
    if codes is Stability and version is FormVersion.V2011:
        lines["0"] = _NOT_REACHED
    return tuple(sorted(lines.items(), key=lambda line: int(line[0])))


def words_of(code: Labelled, version: FormVersion) -> str:
    """The words a form prints for a code."""
    return _WORDS[version].get(type(code), {}).get(code, code.label)


def _readable(codes: type[Labelled], version: FormVersion) -> dict[str, Labelled]:
    older = _READ_2011 if version is FormVersion.V2011 else {}
    return older.get(codes) or _numbers_2017(codes)


def _writable(codes: type[Labelled], version: FormVersion) -> dict[str, Labelled]:
    older = _WRITTEN_2011 if version is FormVersion.V2011 else {}
    return older.get(codes) or _numbers_2017(codes)


def _numbers_2017(codes: type[Labelled]) -> dict[str, Labelled]:
    return _NUMBERS_2017.get(codes) or {code.value: code for code in codes}
