"""Agreements followed: what was promised, what then happened, who did as was promised; every cell opens onto words."""
