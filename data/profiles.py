"""The profiles that ship with the program: a base, and what single places say instead."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data.rule_values import Profile, RuleValue, Standing, Unit

NATIONAL = "国家规范"
_FOLDER = Path(__file__).parent / "reference" / "profiles"
_BASE = "national.toml"
_OVERLAYS = ("guanzhuang-2019.toml", "qiyunshan-2024.toml", "dalate-2024.toml")
_HALF_WIDTH = str.maketrans("（）", "()")


class UnknownProfile(Exception):
    """No profile has this name."""


def profile_names() -> tuple[str, ...]:
    """The names of the profiles, the base first."""
    return tuple(_profiles())


def read_profile(name: str) -> Profile:
    """The profile of a name, whose brackets may be of either width."""
    try:
        return _profiles()[name.strip().translate(_HALF_WIDTH)]
    except KeyError as error:
        raise UnknownProfile from error


@cache
def rule_titles() -> Mapping[str, str]:
    """What each value is called, in the order they are shown."""
    rules = _seed(_BASE)["rules"]
    return MappingProxyType({key: str(row["title"]) for key, row in rules.items()})


@cache
def _profiles() -> Mapping[str, Profile]:
    name, rules = _read(_BASE)
    base = Profile(name, rules)
    found = {name: base}
    for file in _OVERLAYS:
        name, own = _read(file)
        _check_against(base, name, own)
        found[name] = base.overlaid(name, own)
    return MappingProxyType(found)


def _read(file: str) -> tuple[str, dict[str, RuleValue]]:
    seed = _seed(file)
    name = seed["name"]
    return name, {key: _value(name, key, row) for key, row in seed["rules"].items()}


def _seed(file: str) -> dict[str, Any]:
    """The file as it is written; what stands in it is of any type."""
    return tomllib.loads((_FOLDER / file).read_text("utf-8"))


def _value(profile: str, key: str, row: Mapping[str, object]) -> RuleValue:
    amount = row["amount"]
    if type(amount) is not int or amount < 1:
        raise ValueError(f"profile {profile}: {key}")
    return RuleValue(
        key=key,
        amount=amount,
        unit=Unit(str(row["unit"])),
        standing=Standing(str(row["standing"])),
        source=str(row["source"]),
        profile=profile,
    )


def _check_against(base: Profile, name: str, own: Mapping[str, RuleValue]) -> None:
    for key, value in own.items():
        known = base.rules.get(key)
        if known is None or not value.unit.fits(known.unit):
            raise ValueError(f"profile {name}: {key}")
