"""Sample acts and the plan of measures. Data only."""
