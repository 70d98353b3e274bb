"""What leaves the house: facts of a report as JSON, pages to read, the network of actors."""
