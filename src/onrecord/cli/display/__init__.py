"""How results look to people: tables, trees and the progress bar.  `--json` passes all of it by."""
