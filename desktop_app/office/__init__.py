"""What the files of office programs hold: read cell by cell, guarded, with no word about what it means."""
