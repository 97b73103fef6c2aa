"""What can be wrong with the file, its keys or its folder. The workbench puts each into words."""

from __future__ import annotations

import errno


class StoreProblem(Exception):
    """Parent of everything the world can do to the file; nothing here is a fault of the program."""


class StoreMissing(StoreProblem):
    """There is no store in this folder."""


class FileGone(StoreProblem):
    """The file of a store is not there, but its key slots or copies are."""


class FolderInUse(StoreProblem):
    """The folder for a new store already holds something."""


class AlreadyOpen(StoreProblem):
    """Another instance of the program has the store open."""


class FolderNotWritable(StoreProblem):
    """The folder cannot be written to."""


class DiskFull(StoreProblem):
    """There is no room left on the disk."""


class NoEncryption(StoreProblem):
    """The database driver would have written plain text."""


class SettingRefused(StoreProblem):
    """The database did not take one of the settings that keep records safe."""


class Damaged(StoreProblem):
    """The file fails its own checks; the message names the check, never its contents."""


class GuardsMissing(StoreProblem):
    """The triggers that guard sealed rows are not those of this program."""


class FileTooNew(StoreProblem):
    """A later version of the program wrote the file."""


class BrokenReferences(StoreProblem):
    """Rows point at nothing."""


class SlotsMissing(StoreProblem):
    """The key slots that belong beside the store are not there."""


class SlotsDamaged(StoreProblem):
    """The key slots cannot be read or were changed."""


class WrongPassword(StoreProblem):
    """No slot opens with this password."""


class ComputerUnknown(StoreProblem):
    """The password slots need this computer's secret, and its key store does not have it."""


class RecoveryMistyped(StoreProblem):
    """The recovery code has a typing error: its check characters do not fit."""


class RecoveryWrong(StoreProblem):
    """A well-formed recovery code, but not the one of this store."""


class BackupBad(StoreProblem):
    """A copy did not open or does not equal what it was made from."""


class AttachmentMissing(StoreProblem):
    """The file of an attachment is not beside the store."""


class AttachmentChanged(StoreProblem):
    """The file of an attachment does not open with what its row says."""


def of_database(error: Exception) -> StoreProblem | None:
    """Tell which problem of the world a database error stands for, if it is one."""
    said = str(getattr(error, "orig", None) or error)  # what the driver said, where it was wrapped
    if "disk is full" in said:
        return DiskFull()
    if "readonly" in said or "unable to open" in said:
        return FolderNotWritable()
    if "not a database" in said or "malformed" in said or "disk I/O error" in said:
        return Damaged("read")
    return None


def of_system(error: OSError) -> StoreProblem | None:
    """Tell which problem of the world a failed file operation stands for, if it is one."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FolderNotWritable()
    return None
