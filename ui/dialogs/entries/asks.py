"""What an entry asks: one field as data, named as the record names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Protocol, TypedDict, Unpack

from workbench.bench import Bench

Offer = tuple[object, str]
Offers = Callable[[Bench, int], Sequence[Offer]]
YES_NO: tuple[Offer, ...] = ((True, "是"), (False, "否"), (None, "不清楚"))
TODAY = object()


class How(Enum):
    """What kind of answer a field takes."""

    LINE = auto()
    TEXT = auto()
    DAY = auto()
    ROUGH_DAY = auto()
    NUMBER = auto()
    SUM = auto()
    ONE = auto()
    SEVERAL = auto()


@dataclass(frozen=True)
class Ask:
    """One field. `offers` are the choices, or find them for a patient; `start` stands at first.

    `absent` says what to do where nothing is offered. Names and addresses are `quiet`: the report
    of what was written stands on pages that mask them.
    `nothing` is what the record is told where nothing was answered. What lies `behind` is shown
    only to whoever asks for more.
    """

    name: str
    label: str
    how: How
    offers: tuple[Offer, ...] | Offers = ()
    required: bool = False
    hint: str = ""
    behind: bool = False
    wide: bool = False
    ahead: bool = False
    start: object = None
    nothing: object = None
    suggested: Callable[[], Sequence[str]] | None = None
    absent: str = ""
    quiet: bool = False

    def offered(self, bench: Bench, patient_id: int) -> list[Offer]:
        """What can be chosen for this patient."""
        found = self.offers(bench, patient_id) if callable(self.offers) else self.offers
        return list(found)


class More(TypedDict, total=False):
    """What else a field may say of itself."""

    required: bool
    behind: bool
    wide: bool
    ahead: bool
    start: object
    suggested: Callable[[], Sequence[str]]
    absent: str
    quiet: bool


class Named(Protocol):
    """A code with its words."""

    @property
    def label(self) -> str:
        """How it is said."""


def line(name: str, label: str, hint: str = "", **more: Unpack[More]) -> Ask:
    """A few words on one line."""
    return Ask(name, label, How.LINE, hint=hint, nothing="", **more)


def text(
    name: str, label: str, hint: str = "", *, required: bool = False, behind: bool = False
) -> Ask:
    """Some sentences."""
    words = Ask(name, label, How.TEXT, hint=hint, wide=True, nothing="")
    return replace(words, required=required, behind=behind)


def day(name: str, label: str, hint: str = "", **more: Unpack[More]) -> Ask:
    """A day that need not be known."""
    return Ask(name, label, How.DAY, hint=hint, **more)


def today(name: str, label: str) -> Ask:
    """The day the entry is about: today unless another is typed."""
    return Ask(name, label, How.DAY, required=True, start=TODAY)


def rough_day(name: str, label: str, **more: Unpack[More]) -> Ask:
    """A day of which perhaps only the month or the year is known."""
    return Ask(name, label, How.ROUGH_DAY, hint="如 2010、2010-04", **more)


def number(
    name: str, label: str, hint: str = "", *, nothing: int | None = None, **more: Unpack[More]
) -> Ask:
    """A whole number."""
    return Ask(name, label, How.NUMBER, hint=hint, nothing=nothing, **more)


def money(name: str, label: str, **more: Unpack[More]) -> Ask:
    """A sum in 元."""
    return Ask(name, label, How.SUM, hint="元", **more)


def one_of(name: str, label: str, offers: tuple[Offer, ...] | Offers, **more: Unpack[More]) -> Ask:
    """One of several answers."""
    return Ask(name, label, How.ONE, offers, **more)


def some_of(
    name: str,
    label: str,
    offers: tuple[Offer, ...],
    *,
    required: bool = False,
    start: object = None,
    nothing: tuple[()] | None = None,
) -> Ask:
    """Any number of answers. Where nothing is ticked, that is not known or, as (), none."""
    ticked = Ask(name, label, How.SEVERAL, offers, wide=True, nothing=nothing)
    return replace(ticked, required=required, start=start)


def yes_no(name: str, label: str, **more: Unpack[More]) -> Ask:
    """是, 否 or 不清楚."""
    return Ask(name, label, How.ONE, YES_NO, **more)


def coded(codes: Iterable[Named], *but: object) -> tuple[Offer, ...]:
    """The codes of a list with their labels, but for some of them."""
    return tuple((code, code.label) for code in codes if code not in but)
