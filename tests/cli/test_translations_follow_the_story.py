import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chumil.cli.command import run
from chumil.content.authoring.translation.catalogs import Unreadable, read_catalog, standing
from chumil.content.authoring.translation.texts import Text

ROOT = Path(__file__).parents[2]
BASE = (ROOT / "docs" / "authoring" / "codes" / "base.yaml").read_text(encoding="utf-8")
TOPICS = (
    "- {id: false-profiles, title: {es: ¿Quién es?, en: Who?}, "
    "figure: {id: jaguar, name: {es: El Jaguar, en: Jaguar}}, c4: [contact], tiers: [ages-10-12], sensitive: false}\n"
)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A catalogue of one story, with a translation into K'iche' begun."""
    (tmp_path / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    (tmp_path / "help").symlink_to(ROOT / "fixtures" / "help")
    (tmp_path / "scenarios" / "ages-10-12").mkdir(parents=True)
    story(tmp_path).write_text(BASE, encoding="utf-8")
    assert run(["translate", "export", str(story(tmp_path)), "--lang", "quc"]) == 0
    return tmp_path


def story(shelf: Path) -> Path:
    return shelf / "scenarios" / "ages-10-12" / "base.yaml"


def catalog(shelf: Path) -> polib.POFile:
    return polib.pofile(str(shelf / "i18n" / "quc" / "base.po"))


def entry(shelf: Path, key: str) -> polib.POEntry:
    return next(one for one in catalog(shelf) if one.msgctxt == key)


def translated(shelf: Path, word: Callable[[str], str] = lambda key: f"quc {key}") -> None:
    """Every text gets a stand-in for what a person would write."""
    po = catalog(shelf)
    for one in po:
        one.msgstr = word(one.msgctxt)
    po.save()


def edited(shelf: Path, old: str, new: str) -> None:
    text = story(shelf).read_text(encoding="utf-8")
    assert old in text
    story(shelf).write_text(text.replace(old, new, 1), encoding="utf-8")


def export(shelf: Path, *more: str) -> None:
    assert run(["translate", "export", str(story(shelf)), *more]) == 0


def codes(path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The T codes `check` gives for a story, or for a catalogue."""
    capsys.readouterr()
    run(["check", "--format", "json", str(path)])
    return [one["code"] for one in json.loads(capsys.readouterr().out) if one["code"].startswith("T")]


def overlays(shelf: Path) -> list[Path]:
    assert run(["export", str(shelf), "--out", str(shelf / "out")]) == 0
    return sorted((shelf / "out").glob("i18n/*/*.json"))


def test_keys_are_made_of_ids_and_each_text_carries_its_source_hash(shelf: Path) -> None:
    keys = [one.msgctxt for one in catalog(shelf)]
    assert len(keys) == len(set(keys))
    for key in ("scenes.lobby.beats.prisa", "scenes.photo.ask.options.send.why", "scenes.lobby.ask.signs.prisa"):
        assert key in keys
    assert entry(shelf, "title").comment == f"title\nsource {hashlib.sha256(b'El nuevo').hexdigest()[:12]}"
    assert not any("goto" in key or "talks" in key for key in keys)


def test_writing_again_changes_not_a_byte(shelf: Path) -> None:
    translated(shelf)
    export(shelf)
    before = (shelf / "i18n" / "quc" / "base.po").read_bytes()
    export(shelf)
    assert (shelf / "i18n" / "quc" / "base.po").read_bytes() == before


def test_a_changed_text_makes_its_translation_stale_and_no_other(
    shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    translated(shelf)
    edited(shelf, "Puedes parar y contar.", "Puedes parar. Y puedes contar.")
    assert codes(story(shelf), capsys) == ["T002"]
    export(shelf)
    assert entry(shelf, "takeaway").fuzzy
    assert entry(shelf, "takeaway").previous_msgid == "Puedes parar y contar."
    assert [one.msgctxt for one in catalog(shelf) if one.fuzzy] == ["takeaway"]
    assert codes(story(shelf), capsys) == ["T002"]


def test_a_minor_edit_keeps_its_translation(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translated(shelf)
    edited(shelf, "Puedes parar y contar.", "Puedes parar, y contar.")
    export(shelf, "--minor", "takeaway")
    assert not entry(shelf, "takeaway").fuzzy
    assert entry(shelf, "takeaway").msgid == "Puedes parar, y contar."
    assert codes(story(shelf), capsys) == []


def test_a_minor_key_that_names_no_text_is_refused(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["translate", "export", str(story(shelf)), "--minor", "takeawy"]) == 2
    assert "No text has the key takeawy." in capsys.readouterr().out


def test_a_beat_put_in_front_takes_no_translation_from_those_behind_it(shelf: Path) -> None:
    translated(shelf)
    edited(shelf, '      - {narration: "Mamá está', '      - {narration: "Llueve."}\n      - {narration: "Mamá está')
    export(shelf)
    assert entry(shelf, "scenes.home.beats.0").msgstr == ""
    assert entry(shelf, "scenes.home.beats.1").msgstr == "quc scenes.home.beats.0"
    assert entry(shelf, "scenes.home.beats.2").msgstr == "quc scenes.home.beats.1"
    assert not any(one.fuzzy for one in catalog(shelf))


def test_check_says_what_is_missing_and_of_a_language_not_begun_nothing(
    shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set(codes(story(shelf), capsys)) == {"T001"}
    for file in (shelf / "i18n" / "quc").iterdir():
        file.unlink()
    (shelf / "i18n" / "quc").rmdir()
    assert codes(story(shelf), capsys) == []


def test_what_comes_back_is_taken_and_a_translation_of_an_older_text_waits_for_a_person(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = catalog(shelf)
    for one in sent:
        one.msgstr = "quc"
    sent.save(str(tmp_path / "from-the-village.po"))
    edited(shelf, "Puedes parar y contar.", "Puedes parar. Y puedes contar.")
    assert run(["translate", "import", str(tmp_path / "from-the-village.po"), "--fixtures", str(shelf)]) == 0
    assert "translated from an older text: takeaway" in capsys.readouterr().out
    assert entry(shelf, "takeaway").fuzzy
    assert entry(shelf, "title").msgstr == "quc"
    assert not entry(shelf, "title").fuzzy


def test_an_empty_translation_that_comes_back_takes_none_away(shelf: Path, tmp_path: Path) -> None:
    catalog(shelf).save(str(tmp_path / "empty.po"))
    translated(shelf)
    assert run(["translate", "import", str(tmp_path / "empty.po"), "--fixtures", str(shelf)]) == 0
    assert entry(shelf, "title").msgstr == "quc title"


def test_a_phone_number_in_a_translation_is_refused_and_found(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = catalog(shelf)
    sent[0].msgstr = "5555 1234"
    sent.save(str(tmp_path / "bad.po"))
    assert run(["translate", "import", str(tmp_path / "bad.po"), "--fixtures", str(shelf)]) == 1
    assert "looks like a phone number" in capsys.readouterr().out
    assert entry(shelf, "title").msgstr == ""
    sent.save(str(shelf / "i18n" / "quc" / "base.po"))
    assert "T005" in codes(story(shelf), capsys)


@pytest.mark.parametrize(
    "raw", [b"", b"nothing", b'msgid "a', b"\xff\xfe", b'msgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr ""\n']
)
def test_a_file_that_is_no_po_is_named_and_nothing_breaks(
    raw: bytes, shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.po").write_bytes(raw)
    assert run(["translate", "import", str(tmp_path / "broken.po"), "--fixtures", str(shelf)]) == 1
    (shelf / "i18n" / "quc" / "base.po").write_bytes(raw)
    assert "T004" in codes(story(shelf), capsys)


def test_a_translation_of_nothing_is_found(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog(shelf).save(str(shelf / "i18n" / "quc" / "gone.po"))
    assert codes(shelf, capsys).count("T003") == 1


def test_status_says_how_far_each_document_is(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translated(shelf)
    capsys.readouterr()
    assert run(["translate", "status", str(shelf)]) == 0
    said = capsys.readouterr().out
    assert "K'iche' (quc)" in said
    assert f"{len(catalog(shelf))} of {len(catalog(shelf))} ready, 0 stale, 0 missing" in said


def test_an_overlay_is_exported_once_nine_tenths_are_ready_and_carries_nothing_stale(shelf: Path) -> None:
    assert overlays(shelf) == []
    translated(shelf)
    edited(shelf, "Puedes parar y contar.", "Puedes parar. Y puedes contar.")
    export(shelf)
    (file,) = overlays(shelf)
    overlay = json.loads(file.read_text(encoding="utf-8"))
    assert (overlay["of"], overlay["lang"], file.parent.name) == (file.stem, "quc", "quc")
    assert (shelf / "out" / f"{file.stem}.json").is_file()
    assert overlay["strings"]["title"] == "quc title"
    assert "takeaway" not in overlay["strings"]


def test_reference_files_are_translated_too(shelf: Path) -> None:
    assert run(["translate", "export", str(shelf / "topics.yaml"), "--lang", "quc"]) == 0
    po = polib.pofile(str(shelf / "i18n" / "quc" / "topics.po"))
    assert [(one.msgctxt, one.msgid) for one in po] == [
        ("false-profiles.title", "¿Quién es?"),
        ("false-profiles.figure.name", "El Jaguar"),
    ]


def test_the_english_of_a_reference_file_stands_in_the_file(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    topics = str(shelf / "topics.yaml")
    assert run(["translate", "export", topics, str(story(shelf)), "--lang", "en"]) == 0
    assert [one.name for one in (shelf / "i18n" / "en").iterdir()] == ["base.po"]
    capsys.readouterr()
    assert run(["translate", "status", str(shelf)]) == 0
    assert "in the file" in capsys.readouterr().out
    found = codes(shelf / "topics.yaml", capsys)
    assert found == ["T001"], "K'iche' is missing, English is not"


PO = b'msgid ""\nmsgstr "Language: quc\\n"\n\n#. source 0\n#, fuzzy\n#| msgid "x"\nmsgctxt "a"\nmsgid "b"\nmsgstr "c"\n'


@given(
    at=st.integers(0, len(PO)), gone=st.integers(0, 12), put=st.binary(max_size=8) | st.sampled_from([b"msgid", b'"'])
)
def test_whatever_the_bytes_a_po_file_is_read_or_refused(at: int, gone: int, put: bytes) -> None:
    try:
        catalog = read_catalog(PO[:at] + put + PO[at + gone :])
    except Unreadable:
        return
    assert standing([Text("a", "b", "")], catalog).whole == 1


def test_the_po_file_that_is_spoilt_above_can_be_read() -> None:
    assert standing([Text("a", "b", "")], read_catalog(PO)).stale == ("a",)
