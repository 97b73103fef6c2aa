"""Which sample wordings fit an area of a plan, and which answer a criterion."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from data.casework_codes import PlanArea
from data.clinical_codes import Criterion
from data.codes import CaseKind
from data.plan_samples import PlanSample, plan_samples
from workbench.rules.plans import AREAS

__all__ = ["PlanSample", "samples_answering", "samples_for"]


def samples_for(area: PlanArea) -> tuple[PlanSample, ...]:
    """The samples to offer for one area."""
    return tuple(sample for sample in plan_samples() if sample.area is area)


def samples_answering(kind: CaseKind, criteria: Collection[Criterion]) -> tuple[PlanSample, ...]:
    """Samples that answer each of these criteria for which a plan of this kind has an area.

    What else a sample could answer is left out of it.
    """
    fitting = [sample for sample in plan_samples() if sample.area in AREAS[kind]]
    first = (
        next((sample for sample in fitting if criterion in sample.criteria), None)
        for criterion in Criterion
        if criterion in criteria
    )
    return tuple(
        replace(sample, criteria=tuple(c for c in sample.criteria if c in criteria))
        for sample in dict.fromkeys(first)
        if sample is not None
    )
