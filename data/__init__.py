"""Tables, the encrypted file, its keys, copies and upgrades. Imports nothing else of ours."""
