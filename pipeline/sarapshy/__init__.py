"""sarapshy (сарапшы, the expert): a linter for law, in Kazakh and in Russian."""

__version__ = "0.1.0"
