"""A classifier over clauses that learns from labelled clauses and from the decisions of reviewers."""
