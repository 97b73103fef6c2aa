"""`assess`: what the rules say about the facts in a file. It opens no store."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from data.codes import Stability
from data.rule_values import RuleValue
from workbench.questions import BadFacts, Questions, read_questions
from workbench.rules.answers import Answers, answer
from workbench.rules.criteria import Finding

BAD_INPUT = 2


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    parser = commands.add_parser("assess", help="按规则评估一个文件里的患者情况，以 JSON 输出")
    parser.add_argument("facts", type=Path, metavar="FACTS.json", help="患者情况")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出（总是如此）")
    parser.set_defaults(run=_run)


def assessed(questions: Questions) -> dict[str, object]:
    """Answer for every patient, in plain values with English keys."""
    profile, on = questions.profile, questions.on
    return {
        "profile": profile.name,
        "on": on.isoformat(),
        "patients": [
            {"id": key, **_written(answer(facts, on=on, profile=profile))}
            for key, facts in questions.patients
        ],
    }


def _run(asked: argparse.Namespace) -> int:
    try:
        answers = assessed(read_questions(asked.facts))
    except BadFacts as refusal:
        sys.stderr.write(f"{refusal.message}\n")
        return BAD_INPUT
    # A console that is not Unicode could not print every name; JSON escapes mean the same.
    plain = "utf" not in (sys.stdout.encoding or "").lower()
    sys.stdout.write(f"{json.dumps(answers, ensure_ascii=plain, indent=1)}\n")
    return 0


def _written(answers: Answers) -> dict[str, object]:
    visit = answers.visit
    return {
        "stability": _stability(answers.stability.stability),
        "stability_because": answers.stability.because,
        "case_kind": answers.entry.kind,
        "case_kind_because": answers.entry.because,
        "criteria": [_criterion(finding) for finding in answers.findings],
        "missing": answers.missing,
        "missing_for": {
            "stability": answers.stability.missing,
            "case_kind": answers.entry.missing,
            "next_visit_on": visit.missing,
            "key_patient": answers.key_patient.missing,
        },
        "next_visit_on": visit.on.isoformat() if visit.on else None,
        "because": visit.because,
        "key_patient": answers.key_patient.is_key,
        "reasons": answers.key_patient.reasons,
        "supplied_by": {rule.key: _rule(rule) for rule in answers.used},
    }


def _stability(stability: Stability | None) -> str | None:
    """The word of the command; the value of the code is a number of the visit record."""
    return stability.name.lower() if stability else None


def _criterion(finding: Finding) -> dict[str, object]:
    return {"key": finding.criterion, "met": finding.met, "because": finding.because}


def _rule(rule: RuleValue) -> dict[str, object]:
    return {
        "profile": rule.profile,
        "amount": rule.amount,
        "unit": rule.unit,
        "standing": rule.standing,
        "source": rule.source,
    }
