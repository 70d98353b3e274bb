"""How many were recorded by nobody: multiple systems estimation over lists that overlap."""
