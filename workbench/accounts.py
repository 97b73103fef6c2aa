"""Making a store, opening it, and the passwords and recovery code that do so."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from data import audit, keys, recovery, store
from data.codes import AccountKind, Outcome
from data.computer import KeyStore, make_secret, read_secret, this_computer
from data.facts import Written
from data.files import flush_folder, write_whole
from data.folder import FILE
from data.models.accounts import Account, Identity
from data.problems import FolderInUse, SlotsDamaged
from data.store import Store, open_store
from workbench.bench import Bench, system_clock
from workbench.door import slots_of, store_exists
from workbench.errors import PasswordTooShort
from workbench.file_errors import in_words
from workbench.unit_rules import start_rules
from workbench.words import required

SHORTEST_PASSWORD = 8
FIRST_ACCOUNT = "记录员"
_CODE_LENGTH = 4
Clock = Callable[[], datetime]
Computer = Callable[[], KeyStore | None]


@dataclass(frozen=True)
class NewStore:
    """A store just made, with the code to print and keep."""

    bench: Bench
    recovery_code: str
    bound_to_computer: bool


def create_store(
    folder: Path,
    *,
    password: str,
    unit: str | None = None,
    demo: bool = False,
    now: Clock = system_clock,
    computer: Computer = this_computer,
) -> NewStore:
    """Make an encrypted store with one account that records and administers.

    Slow on purpose: deriving the keys takes a good part of a second. The store appears in the
    folder only when it is complete. Whose it is may be said later.
    """
    _require_password(password)
    name = "" if unit is None else required("单位名称", unit)
    new = folder / ".new"
    with in_words():
        if store_exists(folder) or (folder / keys.FILE).exists():
            raise FolderInUse
        shutil.rmtree(new, ignore_errors=True)
    identity = _identity(name, demo, now())
    key = secrets.token_bytes(32)
    with in_words():
        _write_first_rows(store.create_store(new, key, now()), identity, now)
        secret = make_secret(computer(), identity.store)
        slots = keys.KeySlots(identity.store).with_password(key, 1, password, secret)
        slots, code = slots.with_recovery(key)
        slots.save(new)
        _move_in(new, folder)
        bench = _bench(open_store(folder, key, now()), 1, slots.store, now)
    return NewStore(bench, code, slots.bound)


def unlock(
    folder: Path,
    password: str,
    *,
    account: int | None = None,
    now: Clock = system_clock,
    computer: Computer = this_computer,
) -> Bench:
    """Open a store with a password, of one account where it is named. Slow on purpose.

    Every problem is a refusal in words.
    """
    return _unlock(folder, password, now, computer, guarded=True, account=account)


def unlock_with_recovery(folder: Path, code: str, *, now: Clock = system_clock) -> Bench:
    """Open a store with its printed recovery code, as the account that administers."""
    with in_words():
        slots = slots_of(folder)
        key = slots.open_with_recovery(code)
        return _bench(open_store(folder, key, now()), None, slots.store, now)


def unlock_for_checks(
    folder: Path, password: str, *, now: Clock = system_clock, computer: Computer = this_computer
) -> Bench:
    """Open a store whose guards may have been tampered with, to find out what is wrong."""
    return _unlock(folder, password, now, computer, guarded=False)


def set_password(bench: Bench, password: str, *, computer: Computer = this_computer) -> None:
    """Give the account that is open a new password, valid on this computer. Slow."""
    changed = slots_with_password(bench.store, bench.account_id, password, computer)
    with bench.doing("set_password") as work:
        changed.save(bench.store.folder)
        work.about(account=bench.account_id)


def slots_with_password(
    opened: Store, account_id: int, password: str, computer: Computer
) -> keys.KeySlots:
    """The store's slots with a new password for one account, not yet saved. Slow."""
    _require_password(password)
    with in_words():
        slots = slots_of(opened.folder)
        here = computer()
        secret = read_secret(here, slots.store) or make_secret(here, slots.store)
        return slots.with_password(opened.key, account_id, password, secret)


def renew_recovery(bench: Bench) -> str:
    """Make a new recovery code to print; the earlier one opens nothing any more. Slow."""
    with in_words():
        changed, code = slots_of(bench.store.folder).with_recovery(bench.store.key)
    with bench.doing("renew_recovery"):
        changed.save(bench.store.folder)
    return code


def save_recovery_code(target: Path, code: str) -> None:
    """Write the recovery code where the user asked, to be printed or kept apart."""
    with in_words():
        write_whole(target, f"个案会商工作台 恢复口令\n{code}\n".encode())


def _unlock(
    folder: Path,
    password: str,
    now: Clock,
    computer: Computer,
    *,
    guarded: bool,
    account: int | None = None,
) -> Bench:
    with in_words():
        slots = slots_of(folder)
        secret = read_secret(computer(), slots.store) if slots.bound else None
        key, opener = slots.open_with_password(password, secret, account)
        opened = open_store(folder, key, now(), guarded=guarded)
        return _bench(opened, opener, slots.store, now)


def _require_password(password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise PasswordTooShort(SHORTEST_PASSWORD)


def _identity(unit: str, demo: bool, at: datetime) -> Identity:
    code = "".join(secrets.choice(recovery.ALPHABET) for _ in range(_CODE_LENGTH))
    return Identity(store=secrets.token_hex(16), code=code, unit=unit, demo=demo, created_at=at)


def _write_first_rows(made: Store, identity: Identity, now: Clock) -> None:
    first = Account(name=FIRST_ACCOUNT, kind=AccountKind.RECORDER, administers=True)
    try:
        with made.writing() as session:
            session.add_all([identity, first])
            session.flush()
            at = now()
            start_rules(session, Written(at, first.id))
            audit.append(session, at, first.id, "create_store", Outcome.DONE, {})
    finally:
        made.close()


def _move_in(new: Path, folder: Path) -> None:
    """Move the finished store into its folder; the file itself comes last and makes it one."""
    (new / keys.FILE).replace(folder / keys.FILE)
    (new / FILE).replace(folder / FILE)
    flush_folder(folder)
    shutil.rmtree(new)


def _bench(opened: Store, account_id: int | None, store_name: str, now: Clock) -> Bench:
    try:
        with opened.reading() as session:
            identity = session.scalars(select(Identity)).one()
            if identity.store != store_name:
                raise SlotsDamaged
            who = select(Account).where(Account.archived_on.is_(None)).order_by(Account.id)
            if account_id is None:
                account = session.scalars(who.where(Account.administers)).first()
            else:
                account = session.scalars(who.where(Account.id == account_id)).first()
            if account is None:
                raise SlotsDamaged
    except BaseException:
        opened.close()
        raise
    return Bench(
        store=opened,
        account_id=account.id,
        kind=account.kind,
        administers=account.administers,
        unit=identity.unit,
        code=identity.code,
        demo=identity.demo,
        now=now,
    )
