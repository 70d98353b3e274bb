"""`python -m tawthiq.cli` is `tawthiq`."""

from tawthiq.cli import main

main()
