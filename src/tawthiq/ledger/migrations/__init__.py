"""The schema's history; only these files make or change tables."""
