from code_pages import BASE, changed

from chumil.content.authoring.chart import Chart, chart
from chumil.content.authoring.compile import compile_text
from chumil.content.authoring.drawing import dot, mermaid

BRANCHED = changed(
    """scenes.lost:
    look: story
    beats: []
    ending: {tone: open, title: "A \\"quoted\\" <end>", text: Nadie llega.}
""",
    BASE.replace(
        "goto: home\n        refuse", 'goto: [{when: "trust >= 3 and not shared", to: fin}, {to: home}]\n        refuse'
    ),
)


def drawn(text: str = BRANCHED) -> Chart:
    scenario = compile_text(text.encode(), "story.yaml").scenario
    assert scenario is not None
    return chart(scenario)


def test_every_scene_is_a_box_with_its_ask_and_the_start_comes_first() -> None:
    boxes = drawn().boxes
    assert [(box.id, box.kind) for box in boxes] == [
        ("lobby", "spot"),
        ("photo", "choose"),
        ("home", "choose"),
        ("fin", "ending"),
        ("lost", "ending"),
    ]
    assert boxes[2].facts == ("repairs: photo", "help: trusted_adult, linea-1510")


def test_a_scene_that_nobody_reaches_is_marked_and_the_others_are_not() -> None:
    assert [box.id for box in drawn().boxes if not box.reached] == ["lost"]
    assert dot(drawn()).count("never reached") == 1
    assert ":::never" in mermaid(drawn())


def test_answers_to_the_same_scene_share_an_arrow_and_conditions_are_told() -> None:
    ways = {(arrow.start, arrow.to, arrow.when): arrow.answers for arrow in drawn().arrows}
    assert ways["lobby", "photo", ""] == ("safe", "unsure", "unsafe")
    assert ways["photo", "fin", "trust >= 3 and not shared"] == ("Mando la foto.",)
    assert ways["photo", "home", "else"] == ("Mando la foto.",)


def test_a_long_condition_and_many_answers_are_cut_into_short_lines() -> None:
    for arrow in drawn().arrows:
        assert all(len(line) <= 31 for line in arrow.lines)


def test_quotes_and_brackets_of_a_text_do_not_break_the_languages() -> None:
    assert "&quot;quoted&quot; &lt;end&gt;" in dot(drawn())
    assert "A #34;quoted#34; #60;end#62;" in mermaid(drawn())
