"""The documents an expert signs: what stands in them, in which words, and how they are laid out."""
