"""Text -> the terms under which Iqtibas searches it: an analyzer for other people's engines and vectorisers.

>>> Terms()("من أطلق الصواريخ؟")
['stem:اطلق', 'stem:صواريخ', 'root:طلق', 'root:صرخ']
>>> Terms("stem", stop_words=True)("من أطلق الصواريخ؟")
['من', 'اطلق', 'صواريخ']

scikit-learn takes one as it is: TfidfVectorizer(analyzer=Terms()).
"""

from __future__ import annotations

from retrieval.arabic.analyzer import FIELDS, Analyzer


class Terms:
    """A callable from a text to its terms, repeated as often as they occur; may be pickled.

    fields: of word, stem, root, gram; by default stem and root. Of several, each term bears its field's name
    stop_words: whether words such as «في» count as well; they do where a text has no others
    analyzer: one with steps of your own
    Raises ValueError for a field that there isn't.
    """

    def __init__(self, *fields: str, stop_words: bool = False, analyzer: Analyzer | None = None) -> None:
        self.fields = fields or ("stem", "root")
        self.stop_words = stop_words
        if unknown := [field for field in self.fields if field not in FIELDS]:
            raise ValueError(f"no field {', '.join(unknown)}; valid are {', '.join(FIELDS)}")
        self._analyzer = analyzer or Analyzer()

    def __call__(self, text: str) -> list[str]:
        """The terms of a text, field after field."""
        tokens = self._analyzer.tokens(text) if self.stop_words else self._analyzer.content(text)
        several = len(self.fields) > 1
        return [
            f"{field}:{term}" if several else term
            for field in self.fields
            for term in self._analyzer.terms(field, tokens)
        ]
