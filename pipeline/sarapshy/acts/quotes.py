"""The words that a reader is shown of a place: its sentence where that is short, else some of it on both sides."""

from __future__ import annotations

from sarapshy.acts.stretches import Reading

QUOTE = 320  # characters of a quote that a reader still takes in


def cut_quote(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Source offsets of what is quoted: the sentence where it is short, else the words with some of it around them."""
    left, right = reading.sentence(start)
    right = max(right, end)
    if right - left > QUOTE:
        room = max(0, QUOTE - (end - start)) // 2
        left, right = max(left, start - room), min(right, end + room)
        left = reading.text.find(" ", left, start) + 1 or start if left > 0 else left
        cut = reading.text.rfind(" ", end, right)
        right = cut if cut > 0 else end
    first, last = reading.to_source(left, right)
    quote = reading.act.text[first:last]
    return first + len(quote) - len(quote.lstrip()), last - len(quote) + len(quote.rstrip())
