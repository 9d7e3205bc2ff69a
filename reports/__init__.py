"""What a person sees: templates, styles, translations. Data only."""
