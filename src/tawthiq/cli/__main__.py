"""`python -m tawthiq.cli` is `tawthiq`."""

from tawthiq.cli import main

# Worker processes import this module under another name.
if __name__ == "__main__":
    main()
