"""Counts and estimates over records, each with its definition, its rule and its lineage."""
