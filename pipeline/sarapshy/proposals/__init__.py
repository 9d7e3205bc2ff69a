"""What findings propose of an act: its clauses in new wording, as far as that can be built, and who must complete them."""
