"""Forms of Swedish verbs, told from a spelling dictionary without a parser.

Knows which words can be a passive, an infinitive, a present or a participle. Does not know what a word is in
its sentence: that is for the rules.
"""

from samsyn.wording.verbs.forms import Tag, tags_of

__all__ = ["Tag", "tags_of"]
