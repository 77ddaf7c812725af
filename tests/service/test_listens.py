"""Where the service and the desk listen, as settings write it."""

from talqy.service.listens import Listens, how_it_listens, place_of


def test_any_port_may_be_listened_at_and_a_path(tmp_path: object) -> None:
    assert place_of("127.0.0.1:0") == ("127.0.0.1", 0)
    assert place_of("unix:/run/x.sock") == "/run/x.sock"
    assert place_of("unix:") is None
    assert how_it_listens(f"unix:{tmp_path}/x.sock") is Listens.SOUND
    assert how_it_listens(f"unix:{tmp_path}/no/x.sock") is Listens.NOWHERE
    assert how_it_listens("desk.kz:80") is Listens.TO_OTHERS
