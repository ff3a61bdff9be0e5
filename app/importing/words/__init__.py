"""The words lists use, in many languages: spellings of headers, fields, values, kinds, links and stages."""
