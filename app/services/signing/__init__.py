"""Keys, stand-ins and signatures: enrolling, signing, recording a word given otherwise, verifying."""
