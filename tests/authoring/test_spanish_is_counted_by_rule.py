import pytest

from chumil.content.authoring.spanish import reading, sentences, syllables, words

COUNTS = {
    "día": 2, "país": 2, "agua": 2, "guitarra": 3, "queso": 2, "maestro": 3, "teléfono": 4,
    "murciélago": 4, "contraseña": 4, "ciudad": 2, "aún": 2, "construir": 2, "pingüino": 3,
    "muy": 1, "y": 1, "yo": 1, "ley": 1, "río": 2, "tía": 2, "búho": 2, "leer": 2, "no": 1,
    "guerra": 2, "aire": 2, "bloquear": 3, "ahora": 3, "quién": 1, "Guatemala": 4, "mayo": 2,
}  # fmt: skip


BY_HAND = {
    1: """
        quién ya yo muy rey ley hoy buey voy cuy miau guau fue fui dio vio pie guion crio bien chat
        huir ti tú
    """,
    2: """
        búho ahí rehén maíz raíz baúl reír frío tío grúa púa caos leer creer feo real agua cuando causa
        deuda peine oigo viuda ruido triunfo viaje piedra nadie cielo bueno queso aquí quiosco guerra
        seguir sigue guapo estoy mayo leyes yerno vieira limpiáis también después canción huésped huevo
        hielo hueso WhatsApp aula reunión reunir ciudad influir K'iche' xela maya huipil día días mío
        Raúl aún audio radio siento tiene puede nuevo país dúo búhos tahúr vaho nahual
    """,
    3: """
        prohibir ahora alcohol cohete ahogar bahía rehíce caída oído tenía actúa sonríe poeta héroe
        chiita toalla peatón teatro línea ideal cuidado jesuita estudio antiguo ambiguo guitarra
        cigüeña vergüenza pingüino bilingüe paraguay agüita ayuda apoyo Uruguay proyecto estudiáis
        internet celular Europa Tz'utujil Atitlán marimba había María sandía vacío desvío aúlla secreto
        mensaje video nervioso enviaste confianza ansioso idea área museo deseo empleo leído países
        cohíbe prohíbe azahar Nahualá
    """,
    4: """
        vehículo ahijado almohada zanahoria ahumado desahogo egoísta paraíso todavía continúa evalúo
        aéreo cooperar océano averigua lingüística averiguáis radioyente acariciáis contraseña Ixmucané
        Guatemala biología policía compañía energía alegría periódico increíble prohibido retahíla
    """,
    5: """
        zoológico Quetzaltenango Chimaltenango psicología fotografía
    """,
}
"""Counted by hand: hiatus, diphthong, qu, gu, ü, y, and h, which parts vowels unless an í or ú follows."""


@pytest.mark.parametrize("word", COUNTS)
def test_a_word_has_its_syllables(word: str) -> None:
    assert syllables(word) == COUNTS[word]


@pytest.mark.parametrize(("count", "word"), [(count, word) for count, row in BY_HAND.items() for word in row.split()])
def test_a_word_counted_by_hand_has_its_syllables(count: int, word: str) -> None:
    assert syllables(word) == count


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
