"""How a character may be typed in Latin letters: every reading, surnames' own ones included."""

from __future__ import annotations

from functools import cache

# Readings that surnames have and the dictionary does not know.
_SURNAMES = {"黑": ("he",), "谌": ("shen",), "费": ("bi",)}


@cache
def readings(character: str) -> frozenset[str]:
    """All syllables a character may be typed as; ü as v and as u. Empty where nobody knows one."""
    # Loading the dictionary takes longer than all else here, so only who searches pays for it.
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    syllables = {syllable for each in found for syllable in each if syllable.isascii()}
    syllables |= set(_SURNAMES.get(character, ()))
    return frozenset(syllables | {each.replace("v", "u") for each in syllables if "v" in each})
