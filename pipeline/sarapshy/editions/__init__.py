"""Editions of an act: what amending acts order of it, how it reads at a date, how two editions differ."""
