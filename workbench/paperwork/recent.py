"""近期情况: what the record says of a patient since a day, each with its day and its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from data.facts import Fact, known
from data.medication_codes import MedicationPurpose
from data.models.events import Admission, Incident, LifeEvent
from data.models.guardians import GuardianAgreement, GuardianDetails
from data.models.medication import Injection, MedicationLine
from data.models.visits import Visit
from data.paper_codes import RecentTopic
from data.register_codes import GuardianState
from data.visit_codes import LabCheck, ReactionSeen
from workbench.changes import FactKey, key_of_fact
from workbench.events import incidents_by, life_events_by
from workbench.guardianship import capacity_on
from workbench.medication import lines_of
from workbench.speaking import in_words
from workbench.visit_columns import acts_of
from workbench.visits import visits_until

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True)
class Recent:
    """One thing known of a patient; `record` is the fact that says it, where that is one alone."""

    topic: RecentTopic
    words: str
    on: date
    source: str = ""
    record: FactKey | None = None

    def answer(self) -> dict[str, object]:
        """The same as a form is handed it."""
        return {
            "topic": self.topic.label,
            "words": self.words,
            "on": self.on.isoformat(),
            "source": self.source,
        }


@dataclass(frozen=True)
class Span:
    """Whose record is read, between which days, as known at which moment."""

    session: Session
    patient_id: int
    since: date
    until: date
    at: datetime | None

    def holds(self, day: date | None) -> bool:
        """Whether a day falls between the two, both included."""
        return day is not None and self.since <= day <= self.until

    def visits(self) -> list[Visit]:
        """The visits between the two days, the last one first."""
        found = visits_until(self.session, self.patient_id, self.until, self.at)
        return [visit for visit in found if self.holds(visit.true_from)]


def recents_of(span: Span) -> list[Recent]:
    """Everything that is known, topic by topic."""
    visits = span.visits()
    return [recent for tell in _TELLERS for recent in tell(span, visits)]


def recent_answers(span: Span) -> list[dict[str, object]]:
    """What is known on each topic by its day; a topic of which nothing is known has one row."""
    found = recents_of(span)
    answers: list[dict[str, object]] = []
    for topic in RecentTopic:
        mine = sorted((r for r in found if r.topic is topic), key=lambda recent: recent.on)
        unknown: dict[str, object] = {"topic": topic.label, "words": "", "on": "", "source": ""}
        answers += [recent.answer() for recent in mine] or [unknown]
    return answers


def _acts(span: Span, visits: Sequence[Visit]) -> Iterator[Recent]:
    """Every visit that heard of an act; else the last one that heard of none."""
    asked = [(visit, acts) for visit in visits if (acts := acts_of(visit)) is not None]
    happened = [(v, acts) for v, acts in asked if any(acts.values())]
    for visit, acts in happened or asked[:1]:
        told = "、".join(f"{act.label}{times}次" for act, times in acts.items() if times)
        yield _seen(RecentTopic.DANGER, told or "未发现危险行为", visit)


def _incidents(span: Span, visits: Sequence[Visit]) -> Iterator[Recent]:
    for row in incidents_by(span.session, span.patient_id, span.until, span.at):
        happened = row.happened
        if span.holds(happened.happened_on):
            source = happened.source or ("公安" if happened.police_informed else "")
            parts = _joined(happened.words, happened.place, happened.police_words)
            told = f"{happened.kind.label}：{parts}"
            record = Incident.__tablename__, row.id
            yield Recent(RecentTopic.DANGER, told, happened.happened_on, source, record)


def _symptoms(span: Span, visits: Sequence[Visit]) -> Iterator[Recent]:
    for visit in visits:
        told = _joined(
            in_words(visit.symptoms),
            visit.symptoms_other,
            in_words(visit.symptom_severity),
            in_words(visit.insight),
            _labelled("睡眠", in_words(visit.sleep)),
            visit.words,
        )
        if told:
            yield _seen(RecentTopic.SYMPTOMS, told, visit)
            return


def _adherence(span: Span, visits: Sequence[Visit]) -> Iterator[Recent]:
    for visit in visits:
        reaction = visit.reaction if visit.reaction is not ReactionSeen.NOT_APPLICABLE else None
        told = _joined(
            in_words(visit.adherence),
            _labelled("药物不良反应：", in_words(reaction)),
            in_words(visit.reaction_kinds),
            visit.reaction_words,
        )
        if told:
            yield _seen(RecentTopic.MEDICATION, told, visit)
            return


def _medicines(span: Span, visits: Sequence[Visit]) -> Iterator[Recent]:
    for line in lines_of(span.session, span.patient_id, span.at):
        if line.started_on is not None and span.holds(line.started_on):
            begun = "建议用" if line.purpose is MedicationPurpose.GUIDANCE else "起用"
            yield _of_line(line, f"{begun}{line.name}{_doses(line)}", line.started_on)
        if line.stopped_on is not None and span.holds(line.stopped_on):
            yield _of_line(line, _joined(f"停用{line.name}", line.stop_reason), line.stopped_on)


def _injections(span: Span, visits: Sequence[Visit]) -> Iterator[Recent]:
    names = {row.root_id: row.name for row in lines_of(span.session, span.patient_id, span.at)}
    query = known(Injection, span.at).where(Injection.patient_id == span.patient_id)
    for row in _within(span, list(span.session.scalars(query))):
        told = f"注射{names.get(row.line_id, '长效针剂')}{_dose(row.dose, row)}"
        record = key_of_fact(row)
        yield Recent(RecentTopic.MEDICATION, told, row.true_from, row.given_by, record)


def _stays(span: Span, visits: Sequence[Visit]) -> Iterator[Recent]:
    query = known(Admission, span.at).where(Admission.patient_id == span.patient_id)
    for stay in span.session.scalars(query):
        at = stay.hospital, key_of_fact(stay)
        if span.holds(stay.true_from):
            told = _joined(f"入住{stay.hospital}", stay.reason)
            yield Recent(RecentTopic.HOSPITAL, told, stay.true_from, *at)
        if stay.discharged_on is not None and span.holds(stay.discharged_on):
            yield Recent(RecentTopic.HOSPITAL, "出院", stay.discharged_on, *at)


def _checks(span: Span, visits: Sequence[Visit]) -> Iterator[Recent]:
    for visit in visits:
        checked = visit.lab_words if visit.lab_check is LabCheck.DONE else ""
        told = _joined(in_words(visit.hospital_stay), _labelled("检查：", checked))
        if told:
            yield _seen(RecentTopic.HOSPITAL, told, visit)
            return


def _guarding(span: Span, visits: Sequence[Visit]) -> Iterator[Recent]:
    """How well the patient is guarded is told whenever it was judged."""
    capacity = capacity_on(span.session, span.patient_id, span.until, span.at)
    if capacity is not None:
        judged = capacity.judged
        told = _joined(judged.level.label, judged.because)
        yield Recent(RecentTopic.GUARDIANSHIP, told, judged.from_on, "监护能力认定")
    agreements = known(GuardianAgreement, span.at).filter_by(patient_id=span.patient_id)
    for agreed in _within(span, list(span.session.scalars(agreements))):
        told = "已签监护协议" if agreed.signed else "未签监护协议"
        told = _joined(told, agreed.note)
        yield Recent(RecentTopic.GUARDIANSHIP, told, agreed.true_from, "监护协议")
    guardians = known(GuardianDetails, span.at).filter_by(patient_id=span.patient_id)
    for guardian in _within(span, list(span.session.scalars(guardians))):
        acts = guardian.state is GuardianState.ACTING
        told = f"监护人{guardian.name}{'' if acts else '：' + guardian.state.label}"
        told = _joined(told, "外出务工" if guardian.works_away else "")
        yield Recent(RecentTopic.GUARDIANSHIP, told, guardian.true_from, "监护人登记")


def _events(span: Span, visits: Sequence[Visit]) -> Iterator[Recent]:
    """Whatever weighs on the patient on the last day, and what was asked or ended since."""
    for row in life_events_by(span.session, span.patient_id, span.until, span.at):
        burden = row.burden
        lately = span.holds(burden.began_on) or span.holds(burden.until_on)
        if lately or burden.weighs_on(span.until):
            told = burden.words if burden.present else _joined("无", burden.words)
            told = f"{burden.kind.label}：{told}"
            record = LifeEvent.__tablename__, row.id
            yield Recent(RecentTopic.EVENTS, told, burden.began_on, burden.source, record)


_TELLERS: tuple[Callable[[Span, Sequence[Visit]], Iterator[Recent]], ...] = (
    *(_acts, _incidents, _symptoms, _adherence, _medicines, _injections),
    *(_stays, _checks, _guarding, _events),
)


def _seen(topic: RecentTopic, words: str, visit: Visit) -> Recent:
    source = f"随访\u3000{visit.doctor}" if visit.doctor else visit.form.label
    return Recent(topic, words, visit.true_from, source)


def _within(span: Span, facts: Sequence[F]) -> list[F]:
    return [fact for fact in facts if span.holds(fact.true_from)]


def _doses(line: MedicationLine) -> str:
    times = {"早": line.morning, "中": line.noon, "晚": line.evening, "每次": line.dose}
    told = (f"{when}{_dose(typed, line)}" for when, typed in times.items() if typed)
    return "".join(f" {part}" for part in told)


def _dose(typed: str, row: MedicationLine | Injection) -> str:
    """The dose as it was typed, kept together with its unit."""
    unit = row.unit.label if row.unit else ""
    written = unit and typed and not typed.endswith(unit)
    return f" {typed}\u00a0{unit}" if written else f" {typed}" if typed else ""


def _of_line(line: MedicationLine, words: str, on: date) -> Recent:
    return Recent(RecentTopic.MEDICATION, words, on, _by(line), key_of_fact(line))


def _by(line: MedicationLine) -> str:
    return f"处方\u3000{line.prescriber}" if line.prescriber else "用药记录"


def _labelled(label: str, words: str) -> str:
    return f"{label}{words}" if words else ""


def _joined(*parts: str) -> str:
    return "；".join(part.rstrip("。；") for part in parts if part)
