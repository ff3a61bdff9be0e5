"""Theme tokens, icons, fonts and the sample organisation that ship with the program."""
