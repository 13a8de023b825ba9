import pytest

from chumil.content.authoring.spanish import reading, sentences, syllables, words

COUNTS = {
    "día": 2, "país": 2, "agua": 2, "guitarra": 3, "queso": 2, "maestro": 3, "teléfono": 4,
    "murciélago": 4, "contraseña": 4, "ciudad": 2, "aún": 2, "construir": 2, "pingüino": 3,
    "muy": 1, "y": 1, "yo": 1, "ley": 1, "río": 2, "tía": 2, "búho": 2, "leer": 2, "no": 1,
    "guerra": 2, "aire": 2, "bloquear": 3, "ahora": 3, "quién": 1, "Guatemala": 4, "mayo": 2,
}  # fmt: skip


@pytest.mark.parametrize("word", COUNTS)
def test_a_word_has_its_syllables(word: str) -> None:
    assert syllables(word) == COUNTS[word]


def test_sentences_end_at_every_mark_and_begin_with_any() -> None:
    assert sentences("¿Qué haces? ¡Para! Ya… Cuenta. ") == ["¿Qué haces", "¡Para", "Ya", "Cuenta"]


@pytest.mark.parametrize("word", ["ch'umil", "K’iche’", "kʼaslemal"])
def test_an_apostrophe_or_saltillo_does_not_break_a_word(word: str) -> None:
    assert len(words(word)) == 1


def test_a_harder_text_reads_harder() -> None:
    easy = reading(["Para. Cuenta. Mamá te oye. No es tu culpa."])
    hard = reading(["La responsabilidad institucional correspondiente requiere comunicación."])
    assert easy.inflesz > 86
    assert hard.inflesz < 56
    assert easy.crawford < hard.crawford


def test_the_formula_is_szigriszts() -> None:
    measured = reading(["La casa es roja."])
    assert measured.inflesz == pytest.approx(206.835 - 62.3 * 6 / 4 - 4)
