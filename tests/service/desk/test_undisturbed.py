"""While very much is read, nobody looks for circles of objects; afterwards as before."""

import gc

import pytest

from talqy.service.desk.work.undisturbed import undisturbed


def test_looks_for_circles_begin_again_when_all_are_done() -> None:
    assert gc.isenabled()
    with undisturbed():
        with undisturbed():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_looks_begin_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="x"), undisturbed():
        raise ValueError("x")
    assert gc.isenabled()


def test_looks_that_somebody_has_stopped_stay_stopped() -> None:
    gc.disable()
    try:
        with undisturbed():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
