"""Same or not: names compared, lists linked, persons and incidents resolved, records screened against lists."""
