"""Knowledge that a lawyer edits: factors, rules, lexicons. Data only."""
