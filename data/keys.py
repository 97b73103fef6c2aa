"""Key slots: the data key of a store, wrapped once for each password and once for recovery.

A slot can be opened only with what it was made from, for the store and account it was made for,
and with the cost written in it: all of that is authenticated together with the wrapped key.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from data.canonical import canonical
from data.files import write_whole
from data.problems import (
    ComputerUnknown,
    RecoveryWrong,
    SlotsDamaged,
    SlotsMissing,
    WrongPassword,
    of_system,
)
from data.recovery import new_code, secret_of

FILE = "keys.json"
_FORMAT = 1
_PASSWORD, _RECOVERY = "password", "recovery"


@dataclass(frozen=True)
class Cost:
    """What one guess costs (argon2id): passes, memory in KiB, lanes. RFC 9106, second choice."""

    passes: int = 3
    memory: int = 65536
    lanes: int = 4

    def allowed(self) -> bool:
        """Refuse a cost so low that guessing is cheap, or so high that opening would not end."""
        return 2 <= self.passes <= 16 and 19456 <= self.memory <= 1048576 and 1 <= self.lanes <= 8


@dataclass(frozen=True)
class KeySlot:
    """One way to the data key. `computer` says that this computer's secret is needed too."""

    id: str
    kind: str
    account: int
    computer: bool
    cost: Cost
    salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True)
class KeySlots:
    """All slots of one store, and what the accounts are called at its door."""

    store: str
    slots: tuple[KeySlot, ...] = ()
    names: tuple[tuple[int, str], ...] = ()

    @property
    def accounts(self) -> tuple[tuple[int, str], ...]:
        """Every account that has a password, with what it is called before anything is open.

        The names only help to choose: they open nothing, and so nothing vouches for them.
        """
        known = dict(self.names)
        owners = (slot.account for slot in self.slots if slot.kind == _PASSWORD)
        return tuple((account, known.get(account, "")) for account in sorted(owners))

    @property
    def bound(self) -> bool:
        """Whether passwords open the store on this computer only."""
        return any(s.computer for s in self.slots)

    def with_password(
        self, key: bytes, account: int, password: str, secret: bytes | None, cost: Cost = Cost()
    ) -> KeySlots:
        """Give an account a password, in place of an earlier one."""
        slot = _blank(_PASSWORD, account, secret is not None, cost)
        kept = (s for s in self.slots if (s.kind, s.account) != (_PASSWORD, account))
        return replace(self, slots=(*kept, _wrap(self.store, slot, key, _plain(password), secret)))

    def with_names(self, names: Mapping[int, str]) -> KeySlots:
        """Call the accounts by these names at the door."""
        return replace(self, names=tuple(sorted(names.items())))

    def without_account(self, account: int) -> KeySlots:
        """Take an account's password away."""
        kept = (s for s in self.slots if (s.kind, s.account) != (_PASSWORD, account))
        return replace(self, slots=tuple(kept))

    def with_recovery(self, key: bytes, cost: Cost = Cost()) -> tuple[KeySlots, str]:
        """Make a new recovery code, in place of an earlier one; return it to be printed."""
        code = new_code()
        slot = _wrap(self.store, _blank(_RECOVERY, 0, False, cost), key, secret_of(code), None)
        kept = (s for s in self.slots if s.kind != _RECOVERY)
        return replace(self, slots=(*kept, slot)), code

    def open_with_password(
        self, password: str, secret: bytes | None, account: int | None = None
    ) -> tuple[bytes, int]:
        """Return the data key and the account whose password it is; only of one where named."""
        slots = [s for s in self.slots if s.kind == _PASSWORD and account in (None, s.account)]
        if slots and secret is None and all(s.computer for s in slots):
            raise ComputerUnknown
        for slot in slots:
            if slot.computer and secret is None:
                continue
            key = _unwrap(self.store, slot, _plain(password), secret)
            if key is not None:
                return key, slot.account
        raise WrongPassword

    def open_with_recovery(self, typed: str) -> bytes:
        """Return the data key; a mistyped code and a wrong one are different problems."""
        drawn = secret_of(typed)
        for slot in self.slots:
            key = _unwrap(self.store, slot, drawn, None) if slot.kind == _RECOVERY else None
            if key is not None:
                return key
        raise RecoveryWrong

    def save(self, folder: Path) -> None:
        """Write the slots beside the store; after any cut there are the old ones or the new."""
        content = {
            "format": _FORMAT,
            "store": self.store,
            "slots": [asdict(slot) for slot in self.slots],
            "names": {str(account): name for account, name in self.names},
        }
        write_whole(folder / FILE, json.dumps(content, indent=1).encode())


def load_slots(folder: Path) -> KeySlots:
    """Read the slots beside a store."""
    try:
        content = json.loads((folder / FILE).read_text("utf-8"))
        names = {int(account): str(name) for account, name in content.get("names", {}).items()}
        slots = KeySlots(str(content["store"]), tuple(map(_read, content["slots"])))
        return slots.with_names(names)
    except FileNotFoundError as error:
        raise SlotsMissing from error
    except OSError as error:
        raise of_system(error) or SlotsDamaged() from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SlotsDamaged from error


def _read(fields: dict[str, object]) -> KeySlot:
    cost = Cost(**fields["cost"])  # type: ignore[arg-type] # checked by allowed()
    slot = KeySlot(**{**fields, "cost": cost})  # type: ignore[arg-type] # authenticated below
    if type(slot.account) is not int or not all(
        isinstance(part, int) for part in (cost.passes, cost.memory, cost.lanes)
    ):
        raise SlotsDamaged
    if not cost.allowed():
        raise SlotsDamaged
    for part in (slot.salt, slot.nonce, slot.wrapped):
        bytes.fromhex(part)
    return slot


def _blank(kind: str, account: int, computer: bool, cost: Cost) -> KeySlot:
    name = secrets.token_hex(8)
    return KeySlot(name, kind, account, computer, cost, secrets.token_hex(16), "", "")


def _wrap(store: str, slot: KeySlot, key: bytes, words: str, secret: bytes | None) -> KeySlot:
    nonce = secrets.token_bytes(12)
    wrapped = _cipher(slot, words, secret).encrypt(nonce, key, _bound_to(store, slot))
    return replace(slot, nonce=nonce.hex(), wrapped=wrapped.hex())


def _unwrap(store: str, slot: KeySlot, words: str, secret: bytes | None) -> bytes | None:
    cipher = _cipher(slot, words, secret if slot.computer else None)
    nonce, wrapped = bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped)
    try:
        return cipher.decrypt(nonce, wrapped, _bound_to(store, slot))
    except (InvalidTag, ValueError):
        return None


def _cipher(slot: KeySlot, words: str, secret: bytes | None) -> AESGCM:
    hashed = hash_secret_raw(
        words.encode(),
        bytes.fromhex(slot.salt),
        time_cost=slot.cost.passes,
        memory_cost=slot.cost.memory,
        parallelism=slot.cost.lanes,
        hash_len=32,
        type=Type.ID,
    )
    mixed = HKDF(SHA256(), 32, salt=None, info=b"case-conference-workbench slot")
    return AESGCM(mixed.derive(hashed + (secret or b"")))


def _bound_to(store: str, slot: KeySlot) -> bytes:
    parts = asdict(slot)
    del parts["nonce"], parts["wrapped"]
    return canonical({"format": _FORMAT, "store": store, **parts}).encode()


def _plain(password: str) -> str:
    """Full-width digits typed through an input method count as the digits they stand for."""
    return unicodedata.normalize("NFKC", password)
