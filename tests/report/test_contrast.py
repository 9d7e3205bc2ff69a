"""Words on every colour of the pages keep the contrast of WCAG AA, 4.5 to 1, in light and in dark."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb
from importlib.resources import files

import pytest

AA = 4.5
Colour = tuple[float, float, float]


def read_style(name: str) -> str:
    return files("sarapshy.reports").joinpath("styles", name).read_text(encoding="utf-8")


def read_variables(dark: bool) -> dict[str, str]:
    light_block, dark_block = re.findall(r":root \{(.*?)\}", read_style("page.css"), re.S)[:2]
    return dict(re.findall(r"--([\w-]+): ([^;]+);", light_block + (dark_block if dark else "")))


def from_hex(code: str) -> Colour:
    code = code.lstrip("#")
    code = code if len(code) == 6 else "".join(2 * digit for digit in code)
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def from_hue(hue: str, saturation: str, lightness: str) -> Colour:
    return hls_to_rgb(int(hue) / 360, int(lightness[:-1]) / 100, int(saturation[:-1]) / 100)


def contrast(one: Colour, other: Colour) -> float:
    dark, light = sorted(luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_family_can_be_read(dark: bool) -> None:
    known = read_variables(dark)
    for family, hue in re.findall(r"\.f-(\w+) \{ --h: (\d+)", read_style("page.css")):
        edge = from_hue(hue, known["edge-s"], known["edge-l"])
        assert contrast(from_hex(known["ink"]), from_hue(hue, known["tint-s"], known["tint-l"])) >= AA, family
        assert contrast(from_hex(known["on-edge"]), edge) >= AA, family
        assert contrast(edge, from_hex(known["sheet"])) >= AA, family


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "accent", "high", "medium", "low"])
def test_words_can_be_read_on_paper_and_sheet(ink: str, dark: bool) -> None:
    known = read_variables(dark)
    assert all(contrast(from_hex(known[ink]), from_hex(known[ground])) >= AA for ground in ("paper", "sheet"))


def test_counts_can_be_read_in_every_cell() -> None:
    cells = re.findall(r"\.h\d \{ background: (#\w+); color: (#\w+)", read_style("index.css"))
    assert len(cells) == 10
    assert all(contrast(from_hex(ground), from_hex(ink)) >= AA for ground, ink in cells)
