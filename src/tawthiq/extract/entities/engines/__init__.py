"""Models of names, evidence for what no list and no rule knows: all answer one protocol, odds.Reader."""
