"""A QR code is drawn as the library draws it; pages hold many of them, and ours is quicker."""

import io

import segno
from hypothesis import given
from hypothesis import strategies as st

from talqy.office.qr_code import qr_code


@given(st.text(min_size=1, max_size=400))
def test_a_code_is_drawn_as_its_library_draws_it(text: str) -> None:
    code = segno.make_qr(text, error="l", mask=3, boost_error=False)
    stream = io.BytesIO()
    code.save(stream, kind="svg", xmldecl=False, omitsize=True, svgclass=None, lineclass=None)
    assert qr_code(text) == stream.getvalue()
