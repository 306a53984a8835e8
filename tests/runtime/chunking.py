"""Byte streams split into chunks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from runtime.streaming.framing import Frame, Framing


def read_frames(framing: Framing, chunks: Sequence[bytes]) -> list[Frame]:
    """Return the frames of chunks, including the one that their end completes."""
    frames = [frame for chunk in chunks for frame in framing.feed(chunk)]
    last = framing.finish()
    return frames if last is None else [*frames, last]


def split_at(content: bytes, cuts: Sequence[int]) -> list[bytes]:
    """Return bytes as chunks, some of which may be empty."""
    positions = [0, *sorted(cut % (len(content) + 1) for cut in cuts), len(content)]
    return [content[a:b] for a, b in pairwise(positions)]
