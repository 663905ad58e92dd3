from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.packing import pack, pack_each, unpack, unpack_joined

TEXTS = st.lists(st.lists(st.one_of(st.integers(0, 300), st.integers(0, 2**35 - 1))))


@given(TEXTS)
def test_what_is_packed_is_unpacked_alone_and_together(texts: list[list[int]]) -> None:
    packed = pack_each([np.array(text, dtype=np.intp) for text in texts])
    assert packed == [pack(np.array(text, dtype=np.intp)) for text in texts]
    numbers, cuts = unpack_joined(packed)
    assert [numbers[start:end].tolist() for start, end in pairwise(cuts.tolist())] == texts
    assert unpack(b"".join(packed)).tolist() == numbers.tolist()


def test_a_number_below_128_takes_a_byte() -> None:
    assert [len(pack(np.array([number]))) for number in (0, 127, 128, 16_383, 16_384)] == [1, 1, 2, 2, 3]
