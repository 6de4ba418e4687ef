"""The review of a plan: the document left, the rows right, doubts first; nothing is stored until 建立台账."""
