"""Saved questions that report what is new since last seen, to whom the office names."""
