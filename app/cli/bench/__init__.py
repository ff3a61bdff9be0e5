"""The program's figures, each measured beside a floor of the plainest code in the same run."""
