"""Agents across articles: names in their spellings, and which agents are one."""
