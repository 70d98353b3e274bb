"""Lists of designated persons and bodies: read, kept by version, and compared with names. A hit is only a candidate."""
