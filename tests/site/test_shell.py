"""A frame is stamped on thousands of pages: it has no bytes that say nothing."""

from markupsafe import Markup

from talqy.site.shell import Shell, slot_mark

FRAME = f"""

<!doctype html>
<title>{slot_mark("title")}</title>

    <ul>
      {slot_mark("languages")}

      <li>a b\xa0
    </ul>
  {slot_mark("content")}
"""


def test_a_frame_has_no_indents_and_no_empty_lines() -> None:
    values = {"title": "a\n  b", "languages": Markup("x\n  y"), "content": Markup(" <p> c\n\n d")}
    assert Shell.split(FRAME).fill(values) == (
        "<!doctype html>\n<title>a\n  b</title>\n<ul>\nx\n  y\n<li>a b\xa0\n</ul>\n <p> c\n\n d\n"
    )


def test_where_lines_are_shown_as_they_stand_a_frame_stays_as_it_is() -> None:
    for shown in ("<pre>\n  a\n</pre>", "<textarea rows=2>\n  a</textarea>", "<script>\n  let a"):
        frame = f"{FRAME}{shown}"
        assert "".join(Shell.split(frame).pieces).endswith(shown)
    assert "  <ul>" not in "".join(Shell.split(f"{FRAME}<script src='a'></script>").pieces)
