"""Where statements come from: copies and wires, one act of saying in many reports, independent origins."""
