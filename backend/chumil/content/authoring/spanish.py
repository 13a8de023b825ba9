"""Spanish by rule: syllables, words, sentences, and the readability formulas of the tiers."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

_LETTERS = "a-zA-ZáéíóúüñÁÉÍÓÚÜÑ"
_WORD = re.compile(rf"[{_LETTERS}0-9]+(?:['’ʼ-][{_LETTERS}0-9]+)*")
_SENTENCE = re.compile(r"[^.!?…]+")
_MUTE_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])")
_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_STRONG = set("aeoáéó")
_HIATUS = set("íú")


def words(text: str) -> list[str]:
    """The words of a text; an apostrophe or saltillo inside a word does not end it."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def sentences(text: str) -> list[str]:
    """The sentences of a text: what stands between . ! ? and … and has a word in it."""
    return [part.strip() for part in _SENTENCE.findall(text) if _WORD.search(part)]


def syllables(word: str) -> int:
    """How many syllables a Spanish word has; at least one."""
    plain = _MUTE_U.sub("", unicodedata.normalize("NFC", word).lower())
    plain = re.sub(r"(?<=[^aeiouáéíóúü])y(?![aeiouáéíóúü])|(?<=[aeiouáéíóúü])y$|^y$", "i", plain)
    plain = re.sub(r"(?<=[aeiou])h(?=[íú])", "", plain)
    return max(1, sum(_nuclei(group) for group in _VOWELS.findall(plain)))


def _nuclei(group: str) -> int:
    """The syllables of a run of vowels: a break between two strong ones or beside í and ú."""
    count = 1
    for left, right in pairwise(group):
        both_strong = left in _STRONG and right in _STRONG
        stressed = (left in _HIATUS and right in _STRONG) or (left in _STRONG and right in _HIATUS)
        count += both_strong or stressed or left == right
    return count


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is to read; `words` under 100 make the indices unsteady."""

    words: int
    inflesz: float
    crawford: float
    per_sentence: float


def reading(texts: list[str]) -> Reading:
    """The readability of texts together: Szigriszt-Pazos (INFLESZ scale) and Crawford's grade."""
    all_words = [word for text in texts for word in words(text)]
    count = max(1, len(all_words))
    parts = max(1, sum(len(sentences(text)) for text in texts))
    per_word = sum(map(syllables, all_words)) / count
    return Reading(
        words=len(all_words),
        inflesz=206.835 - 62.3 * per_word - count / parts,
        crawford=-0.205 * (100 * parts / count) + 0.049 * 100 * per_word - 3.407,
        per_sentence=count / parts,
    )
