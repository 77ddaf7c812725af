"""LibreOffice in a person's hands: files opened and saved anew, cells typed, changes decided.

A machine without it fails the tests that need it; they are never skipped. Every folder has a
profile of its own, so that two tests can run at once.
"""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">{lines}</script:module>
"""
_TYPING = """
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL({file}), "_blank", 0, hidden())
  sheet = book.Sheets.getByIndex(0)
{cells}
  book.store()
  book.close(True)
End Sub
"""

_DECIDING = """
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  frames = createUnoService("com.sun.star.frame.DispatchHelper")
{files}
End Sub
"""
_DECIDED = """
  text = StarDesktop.loadComponentFromURL(ConvertToURL({file}), "_blank", 0, hidden())
  window = text.CurrentController.Frame
  frames.executeDispatch(window, ".uno:{what}AllTrackedChanges", "", 0, Array())
  text.storeToURL(ConvertToURL({target}), form())
  text.close(True)
"""


def converted(form: str, folder: Path, *files: Path) -> list[Path]:
    """Let LibreOffice open files and save them into a folder in a form, such as `xlsx` or `pdf`."""
    _run(folder / "profile", "--convert-to", form, "--outdir", folder, *files)
    return [folder / f"{file.stem}.{form}" for file in files]


def typed(file: Path, cells: Mapping[str, str], folder: Path) -> None:
    """Type into cells of the first sheet of a workbook, as at a keyboard, and save it in place."""
    lines = "\n".join(
        f"  sheet.getCellRangeByName({in_basic(cell)}).Formula = {in_basic(text)}"
        for cell, text in cells.items()
    )
    run_macro(_TYPING.format(file=in_basic(str(file)), cells=lines), folder / "profile")


def decided(folder: Path, *files: Path, accept: bool) -> list[Path]:
    """Accept or reject all tracked changes of documents, and save them into a folder."""
    folder.mkdir(exist_ok=True)
    targets = [folder / file.name for file in files]
    what = "Accept" if accept else "Reject"
    lines = "".join(
        _DECIDED.format(file=in_basic(str(file)), target=in_basic(str(target)), what=what)
        for file, target in zip(files, targets, strict=True)
    )
    run_macro(_DECIDING.format(files=lines), folder / "profile")
    return targets


def run_macro(macro: str, profile: Path) -> None:
    """Let LibreOffice run a macro in StarBasic, with a profile of its own."""
    if not profile.exists():
        _run(profile, "--terminate_after_init")
    module = profile / "user/basic/Standard/Module1.xba"
    module.write_text(_MODULE.format(lines=escape(macro)), "utf-8")
    _run(profile, "macro:///Standard.Module1.Main")


def in_basic(text: str) -> str:
    """Write a text as StarBasic does."""
    lines = (f'"{line}"' for line in text.replace('"', '""').split("\n"))
    return " & CHR(10) & ".join(lines)


def _run(profile: Path, *words: str | Path) -> None:
    if not shutil.which("soffice"):
        pytest.fail("this test needs LibreOffice: apt-get install libreoffice-calc", pytrace=False)
    line = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    done = subprocess.run([*line, *words], check=False, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
