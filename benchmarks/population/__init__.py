"""A made-up population of people and bodies with namesakes, and the articles that name them in many spellings."""
