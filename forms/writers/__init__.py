"""Programs that draw blocks, one package for each kind of file."""
