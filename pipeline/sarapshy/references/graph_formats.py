"""The formats a graph is written in, known without importing the library that writes them."""

FORMATS = ("graphml", "gexf", "json")
