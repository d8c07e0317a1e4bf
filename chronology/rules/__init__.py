"""The rules that need the whole chronology: a generator each, its docstring is the rule."""
