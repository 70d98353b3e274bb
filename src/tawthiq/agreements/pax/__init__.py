"""PA-X Local: its CSV read into claims, a row a report, and written back with every cell that it had."""
