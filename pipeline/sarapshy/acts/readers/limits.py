"""How much a file may hold before it is refused.

The longest act in force, a code with all its annexes, is some 5 MB of text; an archive of a ministry's acts is some
hundreds of megabytes. What is far above is a mistake or an attack: 42 kB of zip can unpack to petabytes.
"""

from __future__ import annotations

MEGABYTE = 1 << 20
MAX_TEXT = 64 * MEGABYTE  # a plain text, the text of a document, one XML part of it
MAX_FILE = 256 * MEGABYTE  # a file with pictures: .pdf, .docx, .doc
MAX_UNPACKED = 2048 * MEGABYTE  # all members of an archive together
MAX_MEMBERS = 20_000
MAX_RATIO = 200  # XML of an act packs 10 to 40 times, a bomb a thousand times
RATIO_FROM = MEGABYTE  # a small member may pack as well as it likes
MAX_PAGES = 5_000


def megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.0f}"
