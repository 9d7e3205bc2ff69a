"""Files to text: every format an act comes in, one module each.

``discover`` lists what there is to read, ``read`` gives the text of one. Text has "\\n" line ends, a paragraph is a
line, a table row is a line with its cells joined by "\\t|\\t". What cannot be read is an InputError that says what to
do about it; no file, however damaged, raises anything else.
"""

from sarapshy.acts.readers.inputs import Input, discover
from sarapshy.acts.readers.read import Read, load, read, read_bytes

__all__ = ["Input", "Read", "discover", "load", "read", "read_bytes"]
