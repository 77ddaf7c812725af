"""The hashing of RFC 6962: the vectors of its makers, and paths that lead to the root."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talqy.record.merkle import audit_paths, leaf_hash, root_hash, root_of_path

# The leaves and roots of certificate-transparency-go (testdata of its Merkle trees).
LEAVES = [
    bytes.fromhex(written)
    for written in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
HASHES = [leaf_hash(leaf) for leaf in LEAVES]


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_of_the_makers_come_out(size: int) -> None:
    assert root_hash(HASHES[:size]).hex() == ROOTS[size - 1]


def test_of_nothing_the_root_is_the_digest_of_nothing() -> None:
    nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert root_hash([]).hex() == nothing


@given(size=st.integers(1, 70), data=st.data())
def test_a_path_leads_to_the_root_and_from_nowhere_else(size: int, data: st.DataObject) -> None:
    hashes = [leaf_hash(bytes([n])) for n in range(size)]
    at = data.draw(st.integers(0, size - 1))
    path, root = audit_paths(hashes)[at], root_hash(hashes)
    assert root_of_path(hashes[at], at, size, path) == root
    assert root_of_path(leaf_hash(b"another"), at, size, path) != root
    assert root_of_path(hashes[at], at, size, [*path, root]) != root
    assert root_of_path(hashes[at], size, size, path) is None
    if path:
        assert root_of_path(hashes[at], at, size, path[:-1]) != root
