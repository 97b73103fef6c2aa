"""The encrypted files beside the store: each written once, whole, and bound to what its row says.

A file arrives in a folder of its own and moves to its place once its row is committed. So what a
crash leaves behind without a row can be cleared away at the next opening without ever touching a
file that is in its place.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection

from data.canonical import canonical
from data.files import flush_folder, make_folder, write_whole
from data.problems import AttachmentChanged, AttachmentMissing

FOLDER = "attachments"
_ARRIVING = "arriving"
_MARK = b"GAF1"
_NONCE = 12
_NAME = re.compile(r"[0-9a-f]{32}")
_ROWS = "SELECT DISTINCT file, patient_id, digest, size, suffix, pages FROM attachment"


@dataclass(frozen=True)
class Bound:
    """What is sealed into a file: any of it said otherwise by the row, and it does not open."""

    file: str
    patient_id: int
    digest: str
    size: int
    suffix: str
    pages: int | None


class AttachmentFolder:
    """Keeps and hands out the bytes; only their rows say what they are."""

    def __init__(self, store: Path, key: bytes) -> None:
        self._folder = store / FOLDER
        self._key = key

    def __repr__(self) -> str:
        """Show nothing of the key."""
        return "<AttachmentFolder>"

    def put(self, content: bytes, patient_id: int, suffix: str, pages: int | None) -> Bound:
        """Write bytes that are about to get a row; after any cut they are there whole or not."""
        digest = hashlib.sha256(content).hexdigest()
        bound = Bound(secrets.token_hex(16), patient_id, digest, len(content), suffix, pages)
        make_folder(self._folder / _ARRIVING)
        write_whole(self._folder / _ARRIVING / bound.file, self._sealed(bound, content))
        return bound

    def read(self, bound: Bound) -> bytes:
        """The plain bytes; raise AttachmentMissing, or AttachmentChanged when anything differs."""
        return self._opened(bound, self._path(bound.file))

    def settle(self, connection: Connection, only: str = "") -> None:
        """Move what arrived and has a row to its place, and remove what has none.

        What cannot be moved now is read where it is, and moved another time.
        """
        arriving = self._folder / _ARRIVING
        if not arriving.is_dir():
            return
        known = {bound.file for bound in bound_files(connection)}
        for path in arriving.glob(only or "*"):
            with suppress(OSError):
                if path.name in known:
                    path.replace(self._folder / path.name)
                else:
                    path.unlink()
        flush_folder(self._folder)

    def copy_to(
        self, copy: Path, rows: Collection[Bound], earlier: Path | None
    ) -> tuple[set[str], set[str]]:
        """Copy the files of these rows beside a copy of the store; what is broken is left out.

        A file that an earlier copy holds is linked to, which takes no room. Returns the names of
        the files linked and of those left out.
        """
        linked, absent = set[str](), set[str]()
        if rows:
            make_folder(copy / FOLDER)
        for bound in rows:
            target = copy / FOLDER / bound.file
            if not _NAME.fullmatch(bound.file):
                absent.add(bound.file)
            elif earlier is not None and _linked(earlier / FOLDER / bound.file, target, bound):
                linked.add(bound.file)
            elif not self._copied(bound, target):
                absent.add(bound.file)
        return linked, absent

    def absent(self, rows: Collection[Bound], trusted: Collection[str] = ()) -> set[str]:
        """Name the files that are gone or changed; of trusted ones only the size is looked at."""
        return {bound.file for bound in rows if not self._holds(bound, bound.file in trusted)}

    def _holds(self, bound: Bound, trusted: bool) -> bool:
        try:
            if trusted:
                return _has_size(self._path(bound.file), bound)
            self.read(bound)
        except (AttachmentMissing, AttachmentChanged):
            return False
        return True

    def _copied(self, bound: Bound, target: Path) -> bool:
        """Copy one file and open the copy."""
        source = self._path(bound.file)
        if not source.is_file():
            return False
        shutil.copyfile(source, target)
        try:
            self._opened(bound, target)
        except AttachmentChanged:
            target.unlink()
            return False
        with target.open("rb+") as file:
            os.fsync(file.fileno())
        return True

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise AttachmentChanged
        settled = self._folder / name
        return settled if settled.exists() else self._folder / _ARRIVING / name

    def _sealed(self, bound: Bound, content: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return _MARK + nonce + self._cipher(bound).encrypt(nonce, content, _told(bound))

    def _opened(self, bound: Bound, path: Path) -> bytes:
        try:
            sealed = path.read_bytes()
        except FileNotFoundError as error:
            raise AttachmentMissing from error
        if not sealed.startswith(_MARK):
            raise AttachmentChanged
        nonce, rest = sealed[len(_MARK) :][:_NONCE], sealed[len(_MARK) + _NONCE :]
        try:
            return self._cipher(bound).decrypt(nonce, rest, _told(bound))
        except (InvalidTag, ValueError) as error:
            raise AttachmentChanged from error

    def _cipher(self, bound: Bound) -> AESGCM:
        """A key of its own for each file, so that no two share a key and a nonce."""
        derived = HKDF(
            SHA256(), 32, salt=bound.file.encode(), info=b"case-conference-workbench attachment"
        )
        return AESGCM(derived.derive(self._key))


def bound_files(connection: Connection) -> list[Bound]:
    """What the rows of a store say of its files; nothing of a store from before there were any."""
    there = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'attachment'")
    if there.first() is None:
        return []
    return [Bound(*row) for row in connection.exec_driver_sql(_ROWS)]


def _told(bound: Bound) -> bytes:
    return canonical(asdict(bound)).encode()


def _linked(source: Path, target: Path, bound: Bound) -> bool:
    if not _has_size(source, bound):
        return False
    with suppress(OSError, NotImplementedError):  # a disk that knows no links
        os.link(source, target)
        return True
    return False


def _has_size(path: Path, bound: Bound) -> bool:
    expected = len(_MARK) + _NONCE + bound.size + 16
    return path.is_file() and path.stat().st_size == expected
