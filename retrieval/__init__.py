"""Iqtibas (اقتباس): ask your own Arabic documents a question, get their own words back.

>>> from retrieval import Retriever
>>> answer = Retriever.from_folder("seeds").ask("من هو المتحدث باسم الرئاسة التركية؟")
>>> answer.status
<Status.ANSWERED: 'answered'>
>>> quote = answer.quotes[0]
>>> quote.paragraph.source.path.startswith("seeds/")
True

Public are the names in `__init__.pyi`, each imported when it is first asked for, and the module
`retrieval.evaluation`, which needs the extra `eval`.
"""

from __future__ import annotations

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
