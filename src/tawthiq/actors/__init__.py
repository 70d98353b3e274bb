"""Persons, groups and bodies with dated ties: who led, backed, sat with whom, on any day, and by whose words."""
