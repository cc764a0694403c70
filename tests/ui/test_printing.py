"""What is printed is what is saved: each page on a printer that makes a PDF, beside the same page of the file."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QPushButton

from coopdesk.desk.certify import report_paper
from coopdesk.desk.example import make_example
from coopdesk.errors import CoopDeskError
from coopdesk.papers import FiledPaper, Paper, Sheets
from coopdesk.ui import printing
from coopdesk.ui.pages.certificates import CertificatesPage
from coopdesk.ui.printing import paint, print_all, print_images, sides, start
from coopdesk.ui.widgets.print_bar import PrintBar, PrintJob
from tests.small_disk import small_disk
from tests.ui import looks
from tests.ui.conftest import Desk
from tests.ui.printer import A4, LEGAL, SEEN_PPI, Printer, alike, assert_alike, ink, placed, seen
from tests.ui.test_smooth import watched

Open = Callable[[Path], Desk]
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """Return a report of several pages."""
    parts = make_example(tmp_path_factory.mktemp("desk") / "CoopDesk", unmet=True)
    made = report_paper(parts, "bn")
    parts.register.close()
    return made


@pytest.fixture(scope="module")
def sheets(paper: Paper) -> Sheets:
    return paper.sheets()


@pytest.fixture(scope="module")
def saved(sheets: Sheets) -> list[Image.Image]:
    """Return the pages of the saved file."""
    pages = seen(sheets.pdf)
    assert len(pages) >= 3
    return pages


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "printed.pdf"


def test_no_two_pages_are_alike(saved: list[Image.Image]) -> None:
    assert not any(alike(one, other) for one in saved for other in saved if one is not other)


def test_what_is_shown_is_what_is_saved(paper: Paper, saved: list[Image.Image]) -> None:
    assert_alike([Image.open(BytesIO(page)).convert("RGB") for page in paper.pages(SEEN_PPI)], saved)


def test_every_page_is_as_in_the_saved_file(file: Path, sheets: Sheets, saved: list[Image.Image]) -> None:
    assert_alike(Printer(file).printed(sheets), saved)


@pytest.mark.parametrize(("fineness", "pixels"), [(1200, 2480), (150, 1240)])
def test_it_is_drawn_as_finely_as_the_printer_prints_up_to_300(
    file: Path, sheets: Sheets, fineness: int, pixels: int
) -> None:
    printer = Printer(file, resolution=fineness)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 1)
    printer.printed(sheets)
    with pikepdf.open(file) as pdf:
        assert [image.Width for image in pdf.pages[0].get_images().values()] == [pytest.approx(pixels, abs=2)]


def test_only_the_chosen_pages(file: Path, sheets: Sheets, saved: list[Image.Image]) -> None:
    printer = Printer(file)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert_alike(printer.printed(sheets), saved[1:3])


@pytest.mark.parametrize("together", [True, False], ids=["collated", "uncollated"])
def test_as_many_copies_as_asked(file: Path, sheets: Sheets, saved: list[Image.Image], together: bool) -> None:
    printer = Printer(file)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    printer.setCopyCount(2)
    printer.setCollateCopies(together)
    first, second = saved[:2]
    assert_alike(
        printer.printed(sheets), [first, second, first, second] if together else [first, first, second, second]
    )


def test_in_grey(file: Path, sheets: Sheets, saved: list[Image.Image]) -> None:
    printer = Printer(file)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    assert_alike(printer.printed(sheets), [page.convert("L").convert("RGB") for page in saved])
    with pikepdf.open(file) as pdf:
        spaces = {str(image.ColorSpace) for page in pdf.pages for image in page.get_images().values()}
    assert spaces == {"/DeviceGray"}


def test_on_legal_it_stands_whole_in_the_middle(file: Path, sheets: Sheets, saved: list[Image.Image]) -> None:
    legal = round(8.5 * SEEN_PPI), round(14 * SEEN_PPI)
    assert_alike(Printer(file, LEGAL).printed(sheets), [placed(page, legal) for page in saved])


@pytest.mark.parametrize(
    "sheet",
    [
        QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, QMarginsF()),
        QPageLayout(QPageSize(A4), QPageLayout.Orientation.Landscape, QMarginsF()),
    ],
    ids=["small", "across"],
)
def test_on_a_smaller_sheet_it_is_whole(
    file: Path, sheets: Sheets, saved: list[Image.Image], sheet: QPageLayout
) -> None:
    printer = Printer(file)
    printer.setPageSize(sheet.pageSize())
    printer.setPageOrientation(sheet.orientation())
    printed = printer.printed(sheets)
    assert len(printed) == len(saved)
    for one, other in zip(printed, saved, strict=True):
        assert ink(one) == pytest.approx(ink(placed(other, one.size)), abs=4)


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ({}, [0, 1, 2]),
        ({"pageOrder": QPrinter.PageOrder.LastPageFirst}, [2, 1, 0]),
        ({"copyCount": 2, "collateCopies": False}, [0, 0, 1, 1, 2, 2]),
        ({"copyCount": 2, "duplex": QPrinter.DuplexMode.DuplexLongSide}, [0, 1, 2, None, 0, 1, 2]),
        ({"duplex": QPrinter.DuplexMode.DuplexAuto}, [0, 1, 2]),
        ({"printRange": QPrinter.PrintRange.PageRange, "pageRanges": QPageRanges.fromString("1,3")}, [0, 2]),
        ({"pageRanges": QPageRanges.fromString("2")}, [0, 1, 2]),  # left to the print server
    ],
)
def test_the_order_of_the_pages(
    file: Path, asked: dict[str, object], order: list[int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in asked.items():  # a printer that makes a PDF keeps not all of them
        monkeypatch.setattr(Printer, name, lambda _printer, value=value: value)
    assert sides(Printer(file), 3) == order


def test_copies_are_left_to_a_printer_that_makes_them(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Printer, "supportsMultipleCopies", lambda _printer: True)
    printer = Printer(file)
    printer.setCopyCount(5)
    assert sides(printer, 2) == [0, 1]


def test_one_page_is_held_at_a_time(file: Path, sheets: Sheets, monkeypatch: pytest.MonkeyPatch) -> None:
    alive, most = 0, 0

    class Counted(bytes):
        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def picture(self: Sheets, number: int, ppi: float) -> object:
        nonlocal alive, most
        drawn = taken(self, number, ppi)
        alive += 1
        most = max(most, alive)
        return type(drawn)(drawn.width, drawn.height, Counted(drawn.pixels), drawn.ppi)

    taken = Sheets.picture
    monkeypatch.setattr(Sheets, "picture", picture)
    Printer(file).printed(sheets)
    assert most <= 2, "the next one is drawn while the last one is still at hand"
    assert alive <= 1


def trouble_of(printer: QPrinter, sheets: Sheets) -> str:
    """Print, and return the key of the trouble that came of it."""
    with pytest.raises(CoopDeskError) as raised:
        print_all(printer, sheets, PrintJob())
    for language in ("bn", "en"):
        assert "{" not in raised.value.said.in_(language)
    return raised.value.key


@pytest.mark.parametrize("state", [None, QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error])
def test_a_printer_that_goes_away_leaves_the_earlier_file(
    file: Path, sheets: Sheets, state: QPrinter.PrinterState | None
) -> None:
    file.write_bytes(b"the earlier one")
    printer = Printer(file)
    printer.left, printer.state = 2, state
    assert trouble_of(printer, sheets) == "printing.broken_off"
    assert file.read_bytes() == b"the earlier one"
    assert [one.name for one in file.parent.iterdir()] == [file.name]


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_does_not_begin(file: Path, sheets: Sheets) -> None:
    with pytest.raises(CoopDeskError) as raised:
        paint(Printer(file / "nowhere.pdf"), sheets, PrintJob())
    assert raised.value.key == "printing.not_begun"


def test_pages_that_are_not_there(file: Path, sheets: Sheets) -> None:
    printer = Printer(file)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(90, 95)
    assert trouble_of(printer, sheets) == "printing.no_pages"
    assert not file.exists()


def test_a_disk_that_fills_while_a_file_is_printed(file: Path, sheets: Sheets) -> None:
    file.write_bytes(b"the earlier one")
    with small_disk(50_000):
        assert trouble_of(Printer(file), sheets) == "printing.unwritten"
    assert file.read_bytes() == b"the earlier one"


def test_a_folder_that_takes_no_file(tmp_path: Path, sheets: Sheets) -> None:
    (tmp_path / "file").touch()
    assert trouble_of(Printer(tmp_path / "file" / "printed.pdf"), sheets).startswith("register.")


def test_it_can_be_stopped(file: Path, sheets: Sheets) -> None:
    job = PrintJob()
    job.stopped.set()
    with pytest.raises(CoopDeskError) as raised:
        print_all(Printer(file), sheets, job)
    assert raised.value.key == "printing.stopped"
    assert not file.exists()


def test_a_copy_is_printed_with_its_mark(tmp_path: Path, sheets: Sheets, saved: list[Image.Image], file: Path) -> None:
    kept = tmp_path / "kept.pdf"
    kept.write_bytes(sheets.pdf)
    printed = Printer(file).printed(FiledPaper("kept", kept, copy="bn").sheets())
    assert not any(alike(one, other) for one, other in zip(printed, saved, strict=True))
    assert_alike(
        printed, [Image.open(BytesIO(page)).convert("RGB") for page in FiledPaper("kept", kept, "bn").pages(SEEN_PPI)]
    )


def page_of(desk: Desk) -> CertificatesPage:
    """Open the page of certificates."""
    desk.window.show_page("certificates")
    desk.settle()
    assert isinstance(desk.page, CertificatesPage)
    return desk.page


def test_the_dialogue_is_asked_and_the_page_says_when_it_is_done(
    example: Path, open_on: Open, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def exec_(dialog: QPrintDialog) -> QDialog.DialogCode:
        printer = dialog.printer()
        asked.append((dialog.minPage(), dialog.maxPage(), printer.pageLayout().pageSize().id()))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", exec_)
    monkeypatch.setattr(printing, "MOST_PPI", 72)
    desk = open_on(example)
    page = page_of(desk)
    expected = seen(page._paper.pdf())  # type: ignore[union-attr]
    with watched() as heavy:
        page._print.click()
        desk.settle()
    assert heavy == set(), "nothing of it is done where the window is drawn"
    assert asked == [(1, len(expected), A4)]
    assert len(seen(file)) == len(expected)
    assert "মুদ্রণ শেষ হয়েছে: printed.pdf" in page.notice.text()
    assert not page.findChildren(PrintBar)


def test_the_page_says_that_the_printer_went_away(example: Path, open_on: Open, file: Path, sheets: Sheets) -> None:
    desk = open_on(example)
    page = page_of(desk)
    printer = Printer(file)
    printer.left = 2
    start(page, desk.session, printer, sheets)
    desk.settle()
    assert "প্রিন্টারটি আর সাড়া দিচ্ছে না" in page.trouble.text()
    assert page.trouble.isVisible()
    assert not page.findChildren(PrintBar)


def test_the_page_says_how_far_it_is_and_stops_it(example: Path, open_on: Open, file: Path, sheets: Sheets) -> None:
    desk = open_on(example)
    page = page_of(desk)
    start(page, desk.session, Printer(file), sheets)
    (bar,) = page.findChildren(PrintBar)
    desk.qtbot.waitUntil(lambda: "পৃষ্ঠা মুদ্রিত হচ্ছে" in looks.said(bar))
    assert not looks.nameless(desk.window) + looks.cut_off(desk.window) + looks.untranslated(page)
    bar.findChild(QPushButton).click()
    desk.settle()
    assert "মুদ্রণ থামানো হয়েছে" in page.trouble.text()
    assert not file.exists()


def test_trouble_is_told_where_the_page_is_gone(example: Path, open_on: Open, file: Path, sheets: Sheets) -> None:
    desk = open_on(example)
    page = page_of(desk)
    heard = []
    desk.session.runner.troubled.connect(heard.append)
    printer = Printer(file)
    printer.left = 2
    start(page, desk.session, printer, sheets)
    desk.application.switch_language("en")
    desk.settle()
    assert [trouble.key for trouble in heard] == ["printing.broken_off"]


@pytest.mark.parametrize(("content", "said"), [(None, "পাওয়া যাচ্ছে না"), (b"%PDF-1.7 no more", "ফাইলটি নষ্ট হয়েছে")])
def test_a_paper_that_is_gone_or_damaged_opens_no_dialogue(
    example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, said: str
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: pytest.fail("nothing to print"))
    desk = open_on(example)
    page = page_of(desk)
    if content is not None:
        (tmp_path / "filed.pdf").write_bytes(content)
    print_images(page, desk.session, FiledPaper("filed", tmp_path / "filed.pdf"))
    desk.settle()
    assert said in page.trouble.text()


def test_a_window_that_closes_lets_the_paper_come_out_whole(
    example: Path, open_on: Open, file: Path, sheets: Sheets, saved: list[Image.Image]
) -> None:
    desk = open_on(example)
    page = page_of(desk)
    start(page, desk.session, Printer(file), sheets)
    desk.qtbot.wait(50)
    desk.window.close()
    assert_alike(seen(file), saved)
