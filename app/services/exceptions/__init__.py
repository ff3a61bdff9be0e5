"""Exceptions: policies, requests, where they stand, and what an approved one allows."""
