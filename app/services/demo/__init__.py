"""The demo organisation: a believable month of 150 applications, made from a seed."""
