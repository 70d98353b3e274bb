"""Editions: figures frozen as they were published, made again, and compared in words."""
