"""The retriever in other people's frameworks: one module for each, which needs the extra of its name.

    langchain, llama_index, haystack      a retriever as the framework wants it
    bm25s, terms                          the analysis alone, for other engines
    elasticsearch                         the same analysis as settings of an index

None is imported with `retrieval`; docs/adapters.md shows each in a few lines.
"""
