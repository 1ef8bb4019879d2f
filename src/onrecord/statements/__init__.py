"""An article and its labels become statements: attribution, nesting, speakers, moments."""
