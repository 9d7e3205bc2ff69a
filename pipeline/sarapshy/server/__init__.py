"""The pages of a run from a local server, so that a group decides together: one reviewer sees what another decided."""
