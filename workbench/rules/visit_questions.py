"""Questions as a screen asks them: how each is answered, and what makes it be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from data.clinical_codes import AdverseReaction, Insight, Symptoms
from data.codes import Labelled, RiskLevel
from data.form_versions import is_on, number_of, words_of
from data.visit_codes import FormVersion

Filled: TypeAlias = Mapping[str, object]  # what stands in the fields, by item; None is open


class Reached(Labelled):
    """How a visit went. It is not kept: it follows from the reason or the death written down."""

    MET = "1", "访到了"
    MISSED = "2", "没有访到"
    DEAD = "3", "患者已死亡"


class AnswerKind(Enum):
    """How a question is answered."""

    ONE = "one"
    MANY = "many"
    TIMES = "times"
    LEVEL = "level"
    LINE = "line"
    TEXT = "text"
    DAY = "day"


@dataclass(frozen=True)
class Option:
    """One answer to choose: the number the form has for it, its words, and what is kept."""

    number: str
    words: str
    value: object


@dataclass(frozen=True)
class Question:
    """One item. `after` names the item and the answers that call for it; empty for always."""

    item: str
    title: str
    kind: AnswerKind
    codes: tuple[object, ...] = ()
    after: tuple[str, frozenset[object]] | None = None
    note: str = ""

    def options(self, version: FormVersion) -> tuple[Option, ...]:
        """What can be chosen on one version of the form."""
        return tuple(
            _option(place, code, version)
            for place, code in enumerate(self.codes, 1)
            if not isinstance(code, Labelled) or is_on(version, code)
        )

    def called_for(self, filled: Filled) -> bool:
        """Whether the other answers call for this one."""
        if self.after is None:
            return True
        item, wanted = self.after
        given = filled.get(item)
        answers = given if isinstance(given, tuple | Mapping) else (given,)
        return any(answer in wanted for answer in answers)


@dataclass(frozen=True)
class Section:
    """Questions under one heading. `asked_of` says after which kinds of visit they are asked."""

    title: str
    questions: tuple[Question, ...]
    asked_of: frozenset[Reached] = frozenset({Reached.MET})


def _option(place: int, code: object, version: FormVersion) -> Option:
    match code:
        case RiskLevel():
            return Option(str(int(code)), code.label, code)
        case bool():
            return Option(str(place), "是" if code else "否", code)
        case Labelled():
            number = number_of(code, version)
            return Option(number if number.isdigit() else str(place), _short(code, version), code)
        case _:
            raise TypeError(f"no option can be made of {code!r}")


def _short(code: Labelled, version: FormVersion) -> str:
    """The words of a code without what its question says already."""
    words = words_of(code, version)
    if isinstance(code, Symptoms | Insight):
        return words.replace("精神症状", "").removeprefix("自知力")
    if isinstance(code, AdverseReaction):
        return words.removesuffix("药物不良反应")
    return {"此项不适用": "不适用", "患者家属、监护人": "家属、监护人"}.get(words, words)
