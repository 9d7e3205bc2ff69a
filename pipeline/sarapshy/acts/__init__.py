"""Files become acts: readers, the identity of an act, its clause tree with offsets into its text."""
