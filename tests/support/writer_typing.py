"""A clerk at the working copy of a text in LibreOffice: cells filled, words changed, rows put in.

The steps are lines of StarBasic, which speaks UNO by itself; they are carried out one after the
other in one opened file, which is saved in place as .docx.
"""

from collections.abc import Sequence
from pathlib import Path

from libreoffice import in_basic, run_macro

_TYPING = """
Sub Main
  On Error GoTo Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  doc = StarDesktop.loadComponentFromURL(ConvertToURL({file}), "_blank", 0, hidden())
{steps}
  doc.storeToURL(ConvertToURL({file}), form())
  doc.close(True)
  Exit Sub
Failed:
  what = Error$ & " in line " & Erl
  On Error Resume Next
  doc.close(True)
  Open {fault} For Output As #1
  Print #1, what
  Close #1
End Sub

Function TableOf(doc, head)
  For at = 0 To doc.TextTables.Count - 1
    If doc.TextTables.getByIndex(at).getCellByName("A1").String = head Then
      TableOf = doc.TextTables.getByIndex(at)
    End If
  Next
End Function

Function RowOf(doc, code)
  grid = TableOf(doc, "№")
  For at = 1 To grid.Rows.Count - 1
    If grid.getCellByPosition(3, at).String = code Then RowOf = at
  Next
End Function

Sub Fill(doc, code, column, words)
  parts = TableOf(doc, "№").getCellByPosition(column, RowOf(doc, code)).createEnumeration()
  Do While parts.hasMoreElements()
    part = parts.nextElement()
    If part.String = "…" Then part.String = words
  Loop
End Sub

Sub FillRow(doc, head, keys, start, cells)
  For one = 0 To doc.TextTables.Count - 1
    If InStr(doc.TextTables.getByIndex(one).getCellByName("A1").String, head) > 0 Then
      grid = doc.TextTables.getByIndex(one)
    End If
  Next
  For at = 1 To grid.Rows.Count - 1
    meant = True
    For column = 0 To UBound(keys)
      words = grid.getCellByPosition(column, at).String
      If keys(column) = "" Then
        If words <> "" Then meant = False
      ElseIf InStr(words, keys(column)) = 0 Then
        meant = False
      End If
    Next
    If meant Then
      For column = 0 To UBound(cells)
        grid.getCellByPosition(start + column, at).String = cells(column)
      Next
      Exit Sub
    End If
  Next
  Error 1000
End Sub

Sub Change(doc, was, words)
  search = doc.createReplaceDescriptor()
  search.SearchString = was
  search.ReplaceString = words
  doc.replaceAll(search)
End Sub

Sub PutRow(doc, code, number, lines)
  grid = TableOf(doc, "№")
  at = RowOf(doc, code) + 1
  grid.Rows.insertByIndex(at, 1)
  grid.getCellByPosition(0, at).String = number
  For column = 1 To 2
    cell = grid.getCellByPosition(column, at)
    cursor = cell.createTextCursor()
    cell.insertString(cursor, lines(2 * column - 2), False)
    cell.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
    cell.insertString(cursor, lines(2 * column - 1), False)
  Next
End Sub

Sub TakeRow(doc, code)
  TableOf(doc, "№").Rows.removeByIndex(RowOf(doc, code), 1)
End Sub

Sub PutTable(doc, code, column, cells)
  cell = TableOf(doc, "№").getCellByPosition(column, RowOf(doc, code))
  inner = doc.createInstance("com.sun.star.text.TextTable")
  inner.initialize((UBound(cells) + 1) / 2, 2)
  cursor = cell.createTextCursor()
  cursor.gotoEnd(False)
  cell.insertTextContent(cursor, inner, False)
  For at = 0 To UBound(cells)
    inner.getCellByPosition(at Mod 2, at \\ 2).String = cells(at)
  Next
End Sub

Sub PutInnerRow(doc, head, left, right)
  inner = TableOf(doc, head)
  at = inner.Rows.Count
  inner.Rows.insertByIndex(at, 1)
  inner.getCellByPosition(0, at).String = left
  inner.getCellByPosition(1, at).String = right
End Sub
"""
Lines = tuple[str, str]
"""Words in Kazakh and in Russian."""


def typed_in(file: Path, folder: Path, *steps: str) -> None:
    """Carry out steps in a working copy of two languages, and save it in place."""
    lines = "".join(f"  {step}\n" for step in steps)
    fault = folder / "fault.txt"
    names = {"file": in_basic(str(file)), "fault": in_basic(str(fault))}
    run_macro(_TYPING.format(**names, steps=lines), folder / "profile")
    assert not fault.exists(), fault.read_text("utf-8")


def filled(code: str, words: Lines) -> str:
    """Type over the “…” of a clause."""
    return " : ".join(_call("Fill", code, column, said) for column, said in enumerate(words, 1))


def filled_row(head: str, keys: Sequence[str], words: Lines) -> str:
    """Type into a table beside the text: the row whose first cells say these words."""
    return _call("FillRow", head, keys, len(keys), words)


def put_reason(head: str, name: str, words: Lines) -> str:
    """Type into the first empty row of a table beside the text."""
    return _call("FillRow", head, ("",), 0, (name, *words))


def changed(was: str, now: str) -> str:
    """Find words, and replace them."""
    return _call("Change", was, now)


def put_row(behind: str, number: str, headings: Lines, words: Lines) -> str:
    """Put in a row behind that of a clause: number, and in each language a heading and words."""
    lines = [said for pair in zip(headings, words, strict=True) for said in pair]
    return _call("PutRow", behind, number, lines)


def taken_row(code: str) -> str:
    """Take out the row of a clause."""
    return _call("TakeRow", code)


def put_tables(code: str, kk: Sequence[Lines], ru: Sequence[Lines]) -> str:
    """Put a table of two columns into a clause, in each language."""
    sides = ([cell for row in rows for cell in row] for rows in (kk, ru))
    return " : ".join(_call("PutTable", code, at, cells) for at, cells in enumerate(sides, 1))


def put_inner_row(head: str, cells: Lines) -> str:
    """Put a row at the end of the table whose first cell says something."""
    return _call("PutInnerRow", head, *cells)


def _call(name: str, *values: str | int | Sequence[str]) -> str:
    said = [
        str(value)
        if isinstance(value, int)
        else in_basic(value)
        if isinstance(value, str)
        else f"Array({', '.join(map(in_basic, value))})"
        for value in values
    ]
    return f"{name}(doc, {', '.join(said)})"
