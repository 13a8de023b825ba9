"""What guardians are told before their children's class is opened. A new text gets a new version."""

from dataclasses import dataclass

VERSION = "2026-11"
_ES = """
En nuestra clase vamos a usar Chumil: historias cortas en el teléfono en las que niñas, niños y jóvenes practican qué
hacer cuando alguien les escribe con malas intenciones, les pide fotos, les amenaza o se burla de ellos, y con qué
palabras pedir ayuda.

Cada niña o niño usa un apodo inventado, como «Quetzal valiente». Chumil no pide ni guarda su nombre, su correo, su
teléfono, su foto, su fecha de nacimiento ni su ubicación, y no deja escribir texto libre. Quién es quién lo sabe solo
la maestra o el maestro, en una lista que no sale de su aparato.

Se guarda qué historias jugó ese apodo, qué eligió y cuántas estrellas ganó. La maestra o el maestro ve el avance. De
las historias sobre temas delicados ve únicamente que se terminaron.

No hay anuncios, ni compras, ni mensajes entre niños, ni lista pública de puntos. Ver los teléfonos de ayuda nunca
queda registrado.

Participar es voluntario. Ustedes pueden pedir en cualquier momento ver lo guardado o borrarlo; basta con decírselo a
la maestra o al maestro.
"""
_EN = """
Our class is going to use Chumil: short stories on the phone in which children and teenagers practise what to do when
somebody writes to them with bad intentions, asks for photos, threatens or mocks them, and which words get help.

Every child uses an invented nickname, such as «Quetzal valiente». Chumil neither asks for nor keeps their name,
e-mail, phone number, photo, date of birth or location, and nothing can be written freely. Who is who only the teacher
knows, by a list that never leaves the teacher's device.

What is kept: which stories that nickname played, what was chosen and how many stars were earned. The teacher sees the
progress. Of stories on delicate matters the teacher sees only that they were finished.

There are no advertisements, no purchases, no messages between children and no public ranking. Opening the help screen
is never recorded.

Taking part is voluntary. You may ask at any time to see what is kept or to have it erased; telling the teacher is
enough.
"""


@dataclass(frozen=True)
class Notice:
    """A version of the notice in one language: to read out, to print or to send on."""

    version: str
    title: str
    paragraphs: tuple[str, ...]


def _notice(title: str, text: str) -> Notice:
    return Notice(VERSION, title, tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n")))


ES = _notice("Aviso a las familias", _ES)
EN = _notice("Notice to guardians", _EN)
