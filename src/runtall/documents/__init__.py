"""Files that people wrote: their bytes, their YAML with places, and the values in them."""
