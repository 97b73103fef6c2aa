"""What screens can reach: every code that a use case takes or answers with."""

import inspect
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import Enum
from importlib import import_module
from pkgutil import walk_packages
from typing import get_args, get_type_hints

import pytest

import workbench
from data.codes import Labelled, RiskLevel
from workbench import screen
from workbench.bench import Bench


def use_cases():
    """Every public function of the workbench that works at a bench."""
    for module in walk_packages(workbench.__path__, "workbench."):
        if module.name.endswith("__main__"):
            continue
        found = import_module(module.name)
        for name, function in vars(found).items():
            if inspect.isfunction(function) and function.__module__ == found.__name__:
                first = next(iter(inspect.signature(function).parameters), None)
                if first == "bench" and not name.startswith("_"):
                    yield function


def codes_in(hint: object, seen: set[object]) -> Iterator[type[Enum]]:
    """The codes with labels in a type, in what it is made of, and in the fields of its values."""
    for part in get_args(hint):
        yield from codes_in(part, seen)
    if not inspect.isclass(hint) or hint in seen or hint is Bench:
        return
    seen.add(hint)
    if issubclass(hint, (Labelled, RiskLevel)):
        yield hint
    if is_dataclass(hint):
        for part in get_type_hints(hint).values():
            yield from codes_in(part, seen)
        for _, part in inspect.getmembers(hint, lambda member: isinstance(member, property)):
            yield from codes_in(get_type_hints(part.fget).get("return"), seen)


CODES = {
    code
    for function in use_cases()
    for hint in get_type_hints(function).values()
    for code in codes_in(hint, set())
}


@pytest.mark.parametrize("code", sorted(CODES, key=str), ids=lambda code: code.__name__)
def test_a_screen_can_name_every_code_that_a_use_case_takes_or_answers(code):
    if code.__module__.startswith("data."):
        assert code in {getattr(screen, name) for name in screen.__all__}
    assert all(one.label for one in code)


def test_the_walk_looks_into_arguments_lists_values_and_answers():
    names = {code.__name__ for code in CODES}
    assert {"TaskOutcome", "PersonSeen", "Criterion", "RiskLevel", "InjectionState"} <= names
