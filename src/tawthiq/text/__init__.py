"""Arabic text: folded spelling with offsets kept, words, clitics, sentences, numbers, dates."""
