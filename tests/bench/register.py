"""The register of many people: listing, finding, one person's sheet, against the bare query."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from data.codes import RiskLevel, Sex
from data.models.patients import Patient, PatientDetails
from data.models.visits import Visit
from tests.bench.history import FIRST, History, visit
from tests.bench.timing import median_ms
from tests.builders import a_store
from workbench.bench import system_clock
from workbench.patient_standings import list_patient_standings
from workbench.unmasking import read_masked_patient

SURNAMES = "龚穆亓皮仇曾解单查翟盖乐朴区员尉佘郗鄢蔺蒯芮羿阚暨逄訾仉缪邸"
GIVEN = "砚秋青禾澜涛桂香松柏小满墨言知远云舒景行怀瑾清和望舒若谷扶摇长庚"
VISITS = 6


def a_register(bench, people):
    """Fill a store with so many people, each visited a few times."""
    history = History()
    today = date.today()  # noqa: DTZ011 - only how long ago matters here
    for number in range(people):
        patient = history.add(Patient, registered_on=FIRST)
        history.fact(
            PatientDetails,
            patient,
            FIRST,
            name=name_of(number),
            sex=Sex.MALE if number % 2 else Sex.FEMALE,
            born_on=date(1950, 1, 1) + timedelta(days=number * 7 % 20000),
            village=f"{'梧柳鹤砚'[number % 4]}溪村{number % 9 + 1}组",
            diagnosis="精神分裂症",
        )
        for month in range(VISITS):
            on = today - timedelta(days=30 * month + number % 28)
            visit(history, patient, on, RiskLevel((number + month) % 4), month)
    with bench.store.writing() as session:
        history.write(session)


def name_of(number):
    """An invented name; the same number has the same name."""
    first, second = divmod(number, len(SURNAMES))
    given = GIVEN[first % len(GIVEN)] + GIVEN[(first // len(GIVEN) + second) % len(GIVEN)]
    return SURNAMES[second] + given


def register(folder, people):
    """Everybody's standing, and one sheet, each against reading the same rows plainly."""
    bench = a_store(folder / f"register-{people}", system_clock)
    a_register(bench, people)

    def rows():
        with bench.store.reading() as session:
            session.execute(select(PatientDetails.__table__)).all()
            session.execute(select(Visit.__table__)).all()

    def row():
        with bench.store.reading() as session:
            about = PatientDetails.patient_id == people // 2
            session.execute(select(PatientDetails.__table__).where(about)).all()
            about = Visit.patient_id == people // 2
            session.execute(select(Visit.__table__).where(about)).all()

    listed = median_ms(lambda: list_patient_standings(bench), 3)
    read = median_ms(rows, 3)
    sheet = median_ms(lambda: read_masked_patient(bench, people // 2))
    bare = median_ms(row)
    bench.close()
    return listed, read, sheet, bare
