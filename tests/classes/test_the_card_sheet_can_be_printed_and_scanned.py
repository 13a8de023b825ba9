"""A sheet of cards: A4, ten to a page, every QR the very link, readable letters of the Mayan languages, no names."""

import io
from collections import Counter

import pytest
import segno
from pypdf import PdfReader
from pypdf.generic import ContentStream

from chumil.accounts import nicknames
from chumil.classes.cards import Card, sheet

LINK = "https://chumil.example/#/card/abcdefghijklmnopqrstuv"
MILLIMETRE = 72 / 25.4


def cards(count):
    return [Card(drawn.text, drawn.avatar, f"{LINK}{number}") for number, drawn in enumerate(nicknames.draw(count))]


def pages(title, made):
    return PdfReader(io.BytesIO(sheet(title, made))).pages


def black_rectangles(page):
    """[x, y, width, height] in points of every black rectangle, as the file draws them."""
    colour, found = [0.0], []  # a page begins in black
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator in {b"g", b"rg"}:
            colour = [float(value) for value in operands]
        elif operator == b"re" and not any(colour):
            found.append([float(value) for value in operands])
    return found


def matrix(rectangles):
    """The modules that the rectangles of one QR darken, row by row from the top."""
    side = min(abs(height) for _, _, _, height in rectangles)
    left = min(x for x, _, _, _ in rectangles)
    top = max(y for _, y, _, _ in rectangles)
    dark = set()
    for x, y, width, _ in rectangles:
        column = round((x - left) / side)
        dark |= {(round((top - y) / side), column + step) for step in range(round(width / side))}
    size = 1 + max(max(place) for place in dark)
    return [[(row, column) in dark for column in range(size)] for row in range(size)]


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (10, 1), (11, 2), (60, 6)])
def test_ten_cards_stand_on_an_a4_page(count, expected):
    made = pages("Quinto B", cards(count))
    assert len(made) == expected
    assert {(round(page.mediabox.width / MILLIMETRE), round(page.mediabox.height / MILLIMETRE)) for page in made} == {
        (210, 297)
    }


def test_every_child_has_one_card():
    made = cards(23)
    text = Counter(" ".join(page.extract_text() for page in pages("Quinto B", made)).split())
    words = Counter(word for card in made for word in card.nickname.split())
    assert {word: text[word] for word in words} == words


@pytest.mark.parametrize("secret", ["abcdefghijklmnopqrstuv", "ABCDEFGHIJKLMNOPQRSTUV", "0123456789_-0123456789"])
def test_the_squares_are_the_link(secret):
    link = f"https://chumil.example/#/card/{secret}"
    drawn = matrix(black_rectangles(pages("Quinto B", [Card("Jaguar leal", "jaguar", link)])[0]))
    assert drawn == [[bool(module) for module in row] for row in segno.make_qr(link, error="m").matrix]


def test_another_link_makes_other_squares():
    one, other = (black_rectangles(pages("Quinto B", [Card("Jaguar leal", "jaguar", LINK + end)])[0]) for end in "ab")
    assert matrix(one) != matrix(other)


def test_a_module_is_wide_enough_for_an_old_camera():
    squares = black_rectangles(pages("Quinto B", cards(1))[0])
    assert min(abs(height) for _, _, _, height in squares) / MILLIMETRE > 0.8


def test_the_letters_of_the_mayan_languages_are_in_the_file():
    title = "Kʼicheʼ tzʼ ẍ ä ë ö ü ñ"
    page = pages(title, cards(1))[0]
    assert title.split(maxsplit=1)[0] in page.extract_text()
    assert all(letter in page.extract_text() for letter in "ʼẍäëöüñ")
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert descriptors
    assert all("/FontFile2" in descriptor for descriptor in descriptors)


def test_sixty_cards_stay_small():
    assert len(sheet("Quinto B", cards(60))) < 200_000


def test_a_long_name_of_the_class_does_not_leave_the_card():
    page = pages("W" * 60, cards(1))[0]
    assert 0 < page.extract_text().count("W") < 60


def test_every_animal_has_a_tile():
    made = [Card("x", avatar, LINK) for avatar in nicknames.AVATARS]
    assert len(pages("Quinto B", made)) == 2
