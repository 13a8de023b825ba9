"""Sign-in cards to print: ten on an A4 page, with dashed lines to cut along."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import segno
from fpdf import FPDF

from chumil.accounts.nicknames import AVATARS
from chumil.common import clock

FONTS = Path(__file__).parent / "fonts"
COLUMNS, ROWS = 2, 5
WIDTH, HEIGHT = 95.0, 54.0  # millimetres, like everything here but the fonts' points
LEFT, TOP = (210 - COLUMNS * WIDTH) / 2, (297 - ROWS * HEIGHT) / 2
QR = 42.0
INK, SOFT, LINE = (25, 26, 54), (86, 80, 106), (143, 147, 201)
# Cloth and thread of the tile.
CLOTHS = (
    ((184, 29, 69), (245, 173, 46)),
    ((11, 107, 83), (85, 209, 169)),
    ((26, 92, 156), (210, 233, 252)),
    ((245, 173, 46), (124, 15, 44)),
    ((52, 57, 128), (245, 173, 46)),
)
HOW = "Apunta aquí con la cámara del teléfono o con «Escanear tarjeta» en Chumil."
KEEP = "Esta tarjeta abre tu cielo: no la prestes ni le tomes foto."


@dataclass(frozen=True)
class Hand:
    """How a text is set: points, style, colour, and at most how many lines."""

    size: float
    style: str
    colour: tuple[int, int, int]
    lines: int


LARGE = Hand(14, "B", INK, 2)
NORMAL = Hand(7, "", INK, 3)
SMALL = Hand(7, "", SOFT, 3)


@dataclass(frozen=True)
class Card:
    """One child's: the nickname, the animal of the tile, and the link with the secret."""

    nickname: str
    avatar: str
    link: str


def sheet(title: str, cards: Sequence[Card]) -> bytes:
    """The PDF. `title` is the class, and stands small on every card."""
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_title("Tarjetas de Chumil")
    pdf.set_lang("es")
    pdf.set_creation_date(clock.now())
    for style, name in (("", "Regular"), ("B", "Bold")):
        pdf.add_font("Noto", style, FONTS / f"NotoSans-{name}.ttf")
    for number, card in enumerate(cards):
        place = number % (COLUMNS * ROWS)
        if place == 0:
            pdf.add_page()
            _cut_lines(pdf)
        row, column = divmod(place, COLUMNS)
        _card(pdf, LEFT + column * WIDTH, TOP + row * HEIGHT, card, title)
    return bytes(pdf.output())


def _cut_lines(pdf: FPDF) -> None:
    pdf.set_draw_color(*LINE)
    pdf.set_line_width(0.2)
    pdf.set_dash_pattern(dash=2, gap=2)
    for column in range(COLUMNS + 1):
        x = LEFT + column * WIDTH
        pdf.line(x, TOP - 6, x, TOP + ROWS * HEIGHT + 6)
    for row in range(ROWS + 1):
        y = TOP + row * HEIGHT
        pdf.line(LEFT - 6, y, LEFT + COLUMNS * WIDTH + 6, y)
    pdf.set_dash_pattern()


def _card(pdf: FPDF, x: float, y: float, card: Card, title: str) -> None:
    _qr(pdf, x + 3, y + (HEIGHT - QR) / 2, card.link)
    left, width = x + QR + 6, WIDTH - QR - 9
    _tile(pdf, left + 6, y + 11, card.avatar)
    _text(pdf, left + 14, y + 5, width - 14, title, SMALL)
    _text(pdf, left, y + 19, width, card.nickname, LARGE)
    _text(pdf, left, y + 33, width, HOW, NORMAL)
    _text(pdf, left, y + 44, width, KEEP, SMALL)


def _text(pdf: FPDF, x: float, y: float, width: float, text: str, hand: Hand) -> None:
    """Wrapped in its box; what does not fit in its lines is left out."""
    pdf.set_font("Noto", hand.style, hand.size)
    pdf.set_text_color(*hand.colour)
    height = hand.size * 0.46
    wrapped = pdf.multi_cell(width, height, text, dry_run=True, output="LINES")
    assert isinstance(wrapped, list)  # what `output` asks for
    for number, line in enumerate(wrapped[: hand.lines]):
        pdf.set_xy(x, y + number * height)
        pdf.cell(width, height, line)


def _tile(pdf: FPDF, x: float, y: float, avatar: str) -> None:
    """A diamond of cloth with a stitched border; colours and middle together are the animal's own."""
    size, colours = divmod(AVATARS.index(avatar), len(CLOTHS))
    cloth, thread = CLOTHS[colours]
    pdf.set_fill_color(*cloth)
    pdf.polygon(_diamond(x, y, 6), style="F")
    pdf.set_draw_color(*thread)
    pdf.set_line_width(0.4)
    pdf.set_dash_pattern(dash=1, gap=0.7)
    pdf.polygon(_diamond(x, y, 4.8), style="D")
    pdf.set_dash_pattern()
    pdf.set_fill_color(*thread)
    pdf.polygon(_diamond(x, y, 1.2 + size * 0.6), style="F")


def _diamond(x: float, y: float, size: float) -> list[tuple[float, float]]:
    return [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]


def _qr(pdf: FPDF, x: float, y: float, link: str) -> None:
    """Error correction M: a crumpled corner does no harm."""
    rows = list(segno.make_qr(link, error="m").matrix_iter(border=4))
    module = QR / len(rows)
    pdf.set_fill_color(0, 0, 0)
    for number, row in enumerate(rows):
        for start, length in _dark_runs(row):
            pdf.rect(x + start * module, y + number * module, length * module, module, style="F")


def _dark_runs(row: Iterable[int]) -> Iterator[tuple[int, int]]:
    """(start, length) of each run of dark modules."""
    start = 0
    for is_dark, run in groupby(row):
        length = len(list(run))
        if is_dark:
            yield start, length
        start += length
