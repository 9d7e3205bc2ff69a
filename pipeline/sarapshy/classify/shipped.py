"""Where the model lies that comes with the program: trained by ``sarapshy train`` on what the program ships."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

SHIPPED = Path(str(files("sarapshy.corpora").joinpath("model", "clauses.skops")))
