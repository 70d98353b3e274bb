"""Which mentions of several reports may be one person or one incident, and which reports have one origin."""
