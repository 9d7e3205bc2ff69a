"""Reading a file that a test makes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sarapshy.acts.readers import Input, Read, read

Reader = Callable[[str, bytes], Read]


@pytest.fixture
def read_bytes(tmp_path: Path) -> Reader:
    """Writes the bytes under the name and reads them."""

    def read_file(name: str, data: bytes) -> Read:
        path = tmp_path / name
        path.write_bytes(data)
        return read(Input(name, path))

    return read_file
