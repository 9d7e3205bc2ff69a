"""Fixtures that every test may use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
# An example that takes long tells of the machine and of who else uses it.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
KAZAKH = frozenset("ӘәҒғҚқҢңӨөҰұҮүҺһ")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real acts beside the repository; a test that reads them skips where they are absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("no real acts beside the repository (../shared)")
    return folder


@pytest.fixture(scope="session")
def sample_acts() -> Path:
    return ROOT / "corpora" / "acts"


@pytest.fixture
def print_late() -> Callable[[Sequence[str]], bytes]:
    """A PDF of lines as programs write it where the font lacks the Kazakh letters: these come after the rest of their line."""
    if not FONT.exists():
        pytest.skip("no DejaVu font on this machine")
    return _print_late


def _print_late(lines: Sequence[str]) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name in ("own", "other"):
        pdfmetrics.registerFont(TTFont(name, str(FONT)))
    made = BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    for number, line in enumerate(lines):
        left, pieces = 60.0, []
        for late, group in groupby(line, KAZAKH.__contains__):
            piece = "".join(group)
            pieces.append((late, left, piece))
            left += pdfmetrics.stringWidth(piece, "own", 12)
        for late, at, piece in sorted(pieces, key=lambda each: each[0]):
            canvas.setFont("other" if late else "own", 12)
            canvas.drawString(at, 760 - 20 * number, piece)
    canvas.save()
    return made.getvalue()
