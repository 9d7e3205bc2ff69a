"""Norms and steps of procedure read out of clauses: who, must or may, does what, to whom, within what term."""
