"""The audit chain: every change to it is found, and the first bad row is named."""

import random
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from data import audit, triggers
from data.backups import read_manifest
from data.codes import AccountKind, Outcome
from data.models.accounts import Account
from tests.builders import Clock, a_store
from workbench.backups import back_up

ROWS = 30
COLUMNS = ("at", "account_id", "action", "outcome", "detail", "before", "digest")


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    """A store with a chain of thirty rows and its guards taken away, as an attacker would."""
    bench = a_store(
        tmp_path_factory.mktemp("chain") / "store", Clock(datetime(2026, 1, 1, tzinfo=UTC))
    )
    with bench.store.writing() as session:
        session.add(Account(name="另一人", kind=AccountKind.READER))
        for number in range(1, ROWS + 1):
            at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
            audit.append(session, at, 1, f"act_{number}", Outcome.DONE, {"key": number})
        triggers.drop_all(session.connection())
    yield bench.store
    bench.close()


def test_a_chain_as_written_fits(chain):
    with chain.reading() as session:
        assert audit.first_broken(session) is None
        assert audit.count(session) == ROWS


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("number", [1, 2, 17, ROWS])
def test_a_change_to_any_column_of_any_row_is_found(chain, column, number):
    value = {"at": "2027-01-01 00:00:00.000000", "account_id": 2, "outcome": "refused"}
    with chain.reading() as session:
        session.execute(
            sa.text(f'UPDATE audit SET "{column}" = :value WHERE id = :number'),
            {"value": value.get(column, "x" * 64), "number": number},
        )
        assert audit.first_broken(session) in {number, number + 1}


@pytest.mark.parametrize("number", [1, 2, 17])
def test_a_row_cut_out_is_found(chain, number):
    with chain.reading() as session:
        session.execute(sa.text("DELETE FROM audit WHERE id = :n"), {"n": number})
        assert audit.first_broken(session) == number


def test_swapped_rows_are_found(chain):
    draw = random.Random(7)
    for _ in range(40):
        one, other = sorted(draw.sample(range(1, ROWS + 1), 2))
        with chain.reading() as session:
            for was, becomes in ((one, 900), (other, one), (900, other)):
                session.execute(
                    sa.text("UPDATE audit SET id = :b WHERE id = :w"), {"b": becomes, "w": was}
                )
            assert audit.first_broken(session) == one


def rewrite(session, number):
    """Change one row and make every later row fit again, as one who knows the program could."""
    rows = list(session.scalars(sa.select(audit.AuditRow).order_by(audit.AuditRow.id)))
    rows[number - 1].action = "something_else"
    before = audit.FIRST
    for row in rows:
        row.before = before
        row.digest = before = audit._digest(row)
    session.flush()


def test_a_chain_rewritten_whole_is_found_by_an_anchor_kept_elsewhere(chain):
    with chain.reading() as session:
        head = audit.head(session)
        rewrite(session, 5)
        assert audit.first_broken(session) is None  # by itself the chain cannot know
        assert not audit.holds(session, head)
        assert not audit.holds_at(session, ROWS, head)


def test_a_cut_tail_is_found_by_an_anchor_kept_elsewhere(chain):
    with chain.reading() as session:
        head = audit.head(session)
        session.execute(sa.text("DELETE FROM audit WHERE id > 20"))
        assert audit.first_broken(session) is None
        assert not audit.holds_at(session, ROWS, head)


def test_each_copy_of_the_store_keeps_an_anchor(bench, team):
    with bench.store.reading() as session:
        head, count = audit.head(session), audit.count(session)
    manifest = read_manifest(back_up(bench))
    assert (manifest.audit_head, manifest.audit_rows) == (head, count)
