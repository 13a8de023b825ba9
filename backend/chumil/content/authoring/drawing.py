"""A chart as text that others draw: DOT for Graphviz, Mermaid for a page."""

import re
import textwrap
from html import escape

from chumil.content.authoring.chart import Arrow, Box, Chart

TINTS = {
    "calm": "#e4edf5",
    "risk": "#fde7bf",
    "harm": "#f5c9c0",
    "help": "#cfe6f7",
    "safe": "#d5ecd4",
    "none": "#ffffff",
    "ending-safe": "#8fc79a",
    "ending-repaired": "#8cbfd0",
    "ending-open": "#d9c08c",
}
INK, LINE, ALARM = "#1d2733", "#5b6773", "#b3261e"
WIDE = 34


def dot(chart: Chart) -> str:
    """The chart in Graphviz's language."""
    font = f'fontname="Arial", fontcolor="{INK}", color="{LINE}"'
    lines = [
        "digraph story {",
        "graph [ranksep=0.55, nodesep=0.35, labelloc=t, labeljust=l];",
        f'graph [bgcolor=white, fontname="Arial", label=<{_legend(chart)}>];',
        f'node [{font}, fontsize=11, shape=box, style="rounded,filled", margin="0.12,0.08"];',
        f"edge [{font}, fontsize=9, arrowsize=0.7];",
        f'"*" [shape=circle, label="", width=0.18, fillcolor="{INK}", tooltip="start"];',
        f'"*" -> {_quoted(chart.boxes[0].id)};',
        *map(_node, chart.boxes),
        *map(_edge, chart.arrows),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _legend(chart: Chart) -> str:
    cells = "".join(f'<TD BGCOLOR="{tint}">{name}</TD>' for name, tint in TINTS.items() if name != "none")
    title = f'<TD BORDER="0" ALIGN="LEFT" COLSPAN="8"><FONT POINT-SIZE="18"><B>{_text(chart.title)}</B></FONT></TD>'
    return (
        f'<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="4" CELLPADDING="4" COLOR="{LINE}">'
        f"<TR>{title}</TR><TR>{cells}</TR></TABLE>"
    )


def _node(box: Box) -> str:
    lines = [f"<B>{box.id}</B>", *(f"{_text(line)}" for line in textwrap.wrap(f"{box.kind}: {box.text}", WIDE))]
    lines += [f"<I>{_text(line)}</I>" for fact in box.facts for line in textwrap.wrap(fact, WIDE)]
    if not box.reached:
        lines.append(f'<FONT COLOR="{ALARM}"><B>never reached</B></FONT>')
    looks = [f'fillcolor="{TINTS[box.tint]}"', f"tooltip={_quoted(box.text)}"]
    if box.kind == "ending":
        looks.append("peripheries=2")
    if not box.reached:
        looks.append(f'color="{ALARM}", penwidth=2, style="rounded,filled,dashed"')
    return f"{_quoted(box.id)} [label=<{'<BR/>'.join(lines)}>, {', '.join(looks)}];"


def _edge(arrow: Arrow) -> str:
    label = "".join(f'\N{NO-BREAK SPACE}{_text(line)}<BR ALIGN="LEFT"/>' for line in arrow.lines)
    style = ", style=dashed" if arrow.when else ""
    told = _quoted(" · ".join(filter(None, (arrow.when, *arrow.answers))))
    return f"{_quoted(arrow.start)} -> {_quoted(arrow.to)} [label=<{label}>, tooltip={told}{style}];"


def _text(text: str) -> str:
    return escape(text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def mermaid(chart: Chart) -> str:
    """The chart in Mermaid's language."""
    lines = ["flowchart TD"]
    for box in chart.boxes:
        left, right = ("([", "])") if box.kind == "ending" else ("[", "]")
        never = "" if box.reached else "<br/>never reached"
        label = f"<b>{box.id}</b><br/>{box.kind}: {_entity(box.text)}{never}"
        tint = box.tint if box.reached else "never"
        lines.append(f'  {_name(box.id)}{left}"{label}"{right}:::{tint}')
    for arrow in chart.arrows:
        line = "-.->" if arrow.when else "-->"
        label = "<br/>".join(_entity(one) for one in arrow.lines)
        lines.append(f'  {_name(arrow.start)} {line}|"{label}"| {_name(arrow.to)}')
    lines += [f"  classDef {name} fill:{tint},stroke:{LINE},color:{INK}" for name, tint in TINTS.items()]
    lines.append(f"  classDef never fill:#ffffff,stroke:{ALARM},color:{ALARM},stroke-dasharray:4")
    return "\n".join(lines) + "\n"


def _name(scene: str) -> str:
    """An id that is no word of Mermaid's own, such as `end`."""
    return "s-" + scene


def _entity(text: str) -> str:
    return re.sub(r'["<>&#]', lambda found: f"#{ord(found.group())};", text)
