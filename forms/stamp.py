"""What surrounds the content on every page: whose it is, which version, and the code."""

from __future__ import annotations

from dataclasses import dataclass

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
DIGEST_SYMBOLS = 12
NOT_SEALED = "未封存，不作签字件"


@dataclass(frozen=True)
class SheetCode:
    """Names one printed sheet, in the code and in the words a person can type instead."""

    store: str
    sheet: int

    def caption(self) -> str:
        """What a person types when the code is spoilt."""
        return f"{self.store}-{self.sheet:07d}"

    def payload(self, page: int, digest: str) -> str:
        """What the code of one page says: the page, and 60 bits of what is being signed."""
        return f"GA1:{self.store}:{self.sheet:07d}:{page:02d}:{_symbols(digest)}"


@dataclass(frozen=True)
class Stamp:
    """Everything on a page that is not content. Equal stamps print equal bytes.

    A `note` stands at the left foot instead of version and digest. `leaf` is the number that the
    first page has within a file of papers.
    """

    head: str
    identity: tuple[str, ...]
    sheet: SheetCode | None
    version: int
    digest: str
    audit_head: str
    printed_at: str
    reprint: int = 0
    mark: str = ""
    subject: str = ""
    note: str = ""
    leaf: int = 0

    def foot_left(self) -> str:
        """Which sheet, version and content this is, or the note that takes their place."""
        if self.note:
            return self.note
        if not self.version:
            return NOT_SEALED
        caption = [self.sheet.caption()] if self.sheet else []
        reprint = [f"重印{self.reprint}"] if self.reprint else []
        words = [
            f"第{self.version}版",
            f"摘要 {digest_words(self.digest)}",
            f"审计链 {self.audit_head[:8].upper() or '—'}",
        ]
        return "\u3000".join([*caption, *words, *reprint])

    def foot_right(self) -> str:
        """Which case and when it was printed. The page number follows."""
        printed = f"打印 {self.printed_at}" if self.printed_at else ""
        return "\u3000".join(filter(None, (self.subject, printed)))

    def leaf_of(self, page: int) -> str:
        """Where a page of this sheet stands in a file of papers, if it does."""
        return f"卷内第 {self.leaf + page - 1} 页" if self.leaf else ""


def digest_words(digest: str) -> str:
    """The beginning of a digest as a person reads it."""
    return f"{digest[:4]}-{digest[4:8]}".upper() if digest else "—"


def _symbols(digest: str) -> str:
    bits = int(f"{digest:0<15}"[:15], 16)  # 15 hex digits are the 60 bits that 12 symbols hold
    places = range(DIGEST_SYMBOLS - 1, -1, -1)
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in places)
