"""The export of a child as a page that people can read: one table for each part."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

TITLES = {
    "child": "La niña o el niño",
    "phones": "Teléfonos donde entró",
    "cards": "Tarjetas",
    "classes": "Clases",
    "phone_requests": "Teléfonos que pidieron entrar",
    "progress": "Avance en cada historia",
    "badges": "Insignias",
    "plays": "Partidas",
    "credits": "Partidas que jugó en el teléfono de otra persona",
    "refused": "Envíos que no se aceptaron",
    "refused_counts": "Cuántos envíos más no se aceptaron",
    "awaited_versions": "Versiones que aún no conocíamos",
    "trail": "Qué hizo con estos datos quien enseña o atiende",
}
_INTRODUCTION = (
    "Esto es todo lo que Chumil guarda. No guarda nombre, correo, foto, fecha de nacimiento ni lugar.",
    "De las historias delicadas aquí solo dice que se terminaron. Lo demás lo puede pedir la familia.",
)
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#222}table{border-collapse:collapse;margin:0 0 2rem}"
    "th,td{border:1px solid #aaa;padding:.2rem .5rem;text-align:left;vertical-align:top}"
)


def page(export: Mapping[str, Any]) -> str:
    """HTML in Spanish, without anything to load or to run."""
    parts = ((TITLES[name], export[name]) for name in TITLES if export[name])
    return format_html(
        '<!doctype html><html lang="es"><meta charset="utf-8"><title>Chumil</title><style>{}</style>'
        "<h1>Datos de {}</h1><p>{}</p><p>{}</p>{}</html>",
        SafeString(_STYLE),
        export["child"][0]["nickname"],
        _text(export["exported_at"]),
        _INTRODUCTION[0] if export["complete"] else " ".join(_INTRODUCTION),
        format_html_join("", "<h2>{}</h2>{}", ((title, _table(rows)) for title, rows in parts)),
    )


def _table(rows: list[dict[str, Any]]) -> SafeString:
    names = list(dict.fromkeys(name for row in rows for name in row))
    head = format_html_join("", "<th>{}</th>", ((name.replace("_", " "),) for name in names))
    body = format_html_join("", "<tr>{}</tr>", ((_cells(row, names),) for row in rows))
    return format_html("<table><tr>{}</tr>{}</table>", head, body)


def _cells(row: Mapping[str, Any], names: list[str]) -> SafeString:
    return format_html_join("", "<td>{}</td>", ((_text(row.get(name)),) for name in names))


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "sí" if value else "no"
    return "" if value is None else str(value)
