"""Reading what others made: every letter comes back, and a bad file is named with a sentence."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdesk.errors import CoopDeskError
from coopdesk.tables import Line, Table, as_csv, as_xlsx, read_sheet
from tests.tables import files

CSV = "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in (files.HEADS, *files.ROWS))
LINES = tuple(Line(number, row) for number, row in enumerate((files.HEADS, *files.ROWS), start=1))
# Conjuncts, য-ফলা, রেফ, ৎ ং ঃ ঁ, ZWJ and ZWNJ, and what a spreadsheet could take for a formula or an escape.
BANGLA = ("ক্ষ", "জ্ঞ", "র্যা", "র\u200d্যা", "ক্\u200cষ", "ন্ত্র", "ৎ", "ং", "ঃ", "ঁ", "য়", "ড়", "কার্যালয়")
SIGNS = (" ", ",", ";", '"', "'", "\n", "\r", "=", "+", "-", "@", "\t", "_x0041_", "#N/A", "TRUE", "12", "abc", "<&>")
TEXTS = st.lists(st.sampled_from([*BANGLA, *SIGNS]), max_size=6).map("".join)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], Path]:
    """Return a function that writes a file to hand in."""

    def write(content: bytes) -> Path:
        (tmp_path / "list.any").write_bytes(content)
        return tmp_path / "list.any"

    return write


@pytest.mark.parametrize(
    "content",
    [
        files.workbook(),
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        CSV.encode("utf-16-le"),
        CSV.encode("utf-16-be"),
        CSV.replace('","', '";"').encode(),
        CSV.replace('","', '"\t"').encode("utf-16"),
        CSV.replace("\r\n", "\n").encode(),
        CSV.replace("\r\n", "\r").encode(),
    ],
    ids=["xlsx", "utf-8", "mark", "utf-16", "le", "be", "semicolon", "tab", "lf", "cr"],
)
def test_a_list_is_read_however_it_was_saved(file: Callable[[bytes], Path], content: bytes) -> None:
    assert read_sheet(file(content)) == LINES


def test_the_row_numbers_are_those_that_a_person_sees(file: Callable[[bytes], Path]) -> None:
    rows = [("শিরোনাম",), (), ("নাম", None, "ঠিকানা"), (None, " ", ""), ("ক", "", "খ")]
    expected = (Line(1, ("শিরোনাম", "", "")), Line(3, ("নাম", "", "ঠিকানা")), Line(5, ("ক", "", "খ")))
    assert read_sheet(file(files.workbook(rows))) == expected
    assert read_sheet(file("শিরোনাম\n\nনাম,,ঠিকানা\n , ,\nক,,খ\n".encode())) == expected
    assert [line.number for line in read_sheet(file("sep=;\nক;খ\nগ;ঘ".encode()))] == [2, 3]


def test_values_come_as_a_person_reads_them(file: Callable[[bytes], Path]) -> None:
    rows = [(date(2026, 2, 21), datetime(2026, 2, 21, 9, 5), 2.0, 2.1, 7, True, False, "_x09A7_")]
    (line,) = read_sheet(file(files.workbook(rows)))
    assert line.cells == ("2026-02-21", "2026-02-21 09:05", "2", "2.1", "7", "TRUE", "FALSE", "ধ")


def test_commas_in_a_name_do_not_decide_what_separates(file: Callable[[bytes], Path]) -> None:
    text = "নাম;ঠিকানা\nজেলা সমবায় কার্যালয়, গোপালগঞ্জ;x.com/a\nকার্যালয়, খুলনা, সদর;x.com/b\n"
    assert [len(line.cells) for line in read_sheet(file(text.encode()))] == [2, 2, 2]


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
@settings(max_examples=60)
def test_every_text_comes_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]) -> None:
    source = tmp_path_factory.getbasetemp() / "round-trip"
    expected = [tuple(cell.strip() for cell in row) for row in rows]
    for write in (as_xlsx, as_csv):
        source.write_bytes(write(Table("x", ("প্রথম", "দ্বিতীয়"), rows, "bn")))
        assert [line.cells for line in read_sheet(source)][1:] == [row for row in expected if any(row)]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "tables.empty"),
        (b" , ,\r\n", "tables.empty"),
        (files.workbook([]), "tables.empty"),
        (files.workbook([(1,) * 101]), "tables.too_wide"),
        (b",".join([b"x"] * 101), "tables.too_wide"),
        (b"x\n" * 10_001, "tables.too_many"),
        (bytes(20 * 1024**2 + 1), "tables.huge"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "tables.old"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "tables.locked"),
        ("নাম".encode("utf-16-le")[:-1] + b"\xff\xff\xff", "tables.not_unicode"),
        (b"na\xecve;\xe9t\xe9", "tables.not_unicode"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8\xdc", "tables.foreign"),
        (b"%PDF-1.7\n%\xe2\xe3\x00\x01", "tables.foreign"),
        (b"<html><table><tr><td>x</td></tr></table>", "tables.foreign"),
        (b"<?xml version='1.0'?><x/>", "tables.foreign"),
        (files.archive_of("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "tables.foreign"),
        (files.archive_of("word/document.xml", b"<x/>"), "tables.foreign"),
        (files.archive_of("xl/workbook.xml", b"<x/>"), "tables.damaged"),
        (b'"' + b"x" * 200_000, "tables.damaged"),
        (files.workbook()[:-40], "tables.damaged"),
        (files.workbook()[:700], "tables.damaged"),
        (b"PK\x03\x04", "tables.damaged"),
        (files.with_parts(lambda name, content: content[:-9] if "sheet1" in name else content), "tables.damaged"),
        (files.with_doctype("utf-8"), "tables.harmful"),
        (files.with_doctype("utf-16"), "tables.harmful"),
        (files.bomb(), "tables.harmful"),
        (files.with_parts(files.as_it_is, **{f"x{n}": b"" for n in range(1_001)}), "tables.harmful"),
    ],
)  # fmt: skip
def test_a_bad_file_is_named_with_what_to_do(file: Callable[[bytes], Path], content: bytes, key: str) -> None:
    with pytest.raises(CoopDeskError) as refused:
        read_sheet(file(content))
    assert refused.value.key == key
    assert "list.any" in refused.value.said.bn


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.xlsx", tmp_path):
        with pytest.raises(CoopDeskError) as refused:
            read_sheet(path)
        assert refused.value.key == "tables.unreadable"


@pytest.mark.parametrize("seed", range(60))
def test_damage_anywhere_is_a_known_trouble(file: Callable[[bytes], Path], seed: int) -> None:
    """Bytes are changed in the file, or in its parts before they are packed: it reads, or it is refused."""
    random = Random(seed)

    def spoil(content: bytes) -> bytes:
        spoilt = bytearray(content)
        for _ in range(random.randint(1, 6)):
            spoilt[random.randrange(len(spoilt))] = random.randrange(256)
        return bytes(spoilt)

    parts = ("xl/workbook.xml", "sheet1.xml", "styles.xml", "sharedStrings.xml", ".rels", "[Content_Types].xml")
    part = random.choice(parts)
    seen: set[str] = set()
    whole = spoil(files.workbook())
    inside = files.with_parts(lambda name, content: spoil(content) if name.endswith(part) else content)
    for content in (whole, inside):
        try:
            assert read_sheet(file(content))
        except CoopDeskError as refused:
            seen.add(refused.key)
    assert seen <= {"tables.damaged", "tables.foreign", "tables.harmful", "tables.empty"}


def test_nothing_is_left_on_the_disk(file: Callable[[bytes], Path], tmp_path: Path) -> None:
    read_sheet(file(files.workbook()))
    as_xlsx(Table("x", ("a",), [("b",)], "en"))
    assert [path.name for path in tmp_path.iterdir()] == ["list.any"]


def test_a_row_said_to_be_far_away_takes_no_time(file: Callable[[bytes], Path]) -> None:
    def far(name: str, content: bytes) -> bytes:
        return content.replace(b'<row r="3"', b'<row r="999999999999"') if "sheet1" in name else content

    assert len(read_sheet(file(files.with_parts(far)))) == 2
