"""The plan of measures that an expertise is done under, and the link from findings to it."""
