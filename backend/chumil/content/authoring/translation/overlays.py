"""What the client lays over the Spanish of a pack: the texts of one language that are ready."""

import json
from collections.abc import Iterable

from chumil.content.authoring.translation.catalogs import translated
from chumil.content.authoring.translation.documents import Document

ENOUGH = 0.9
"""The share of its texts that must be ready; what is missing then is shown in Spanish."""


def overlays(documents: Iterable[Document]) -> dict[str, bytes]:
    """File names and their bytes: `i18n/<language>/<hash or key>.json`, {of, lang, strings}."""
    files = {}
    for document in documents:
        for language in document.languages():
            catalog = document.catalog(language)
            strings = translated(document.texts, catalog) if catalog is not None else {}
            if strings and len(strings) >= ENOUGH * len(document.texts):
                overlay = {"of": document.published, "lang": language, "strings": strings}
                body = json.dumps(overlay, ensure_ascii=False, separators=(",", ":"))
                files[f"i18n/{language}/{document.published}.json"] = body.encode()
    return files
