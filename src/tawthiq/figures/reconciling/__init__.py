"""Figures of other bodies beside ours, and what could make the difference."""
