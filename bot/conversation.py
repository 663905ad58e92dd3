"""What the console answers to a line, and what it remembers for the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.bidi import isolate
from bot.compose import (
    compose,
    compose_citation,
    compose_context,
    compose_error,
    compose_sources,
    with_understood,
)
from bot.encoding import is_utf8
from bot.reply import Note, Reply
from bot.texts import Language, say
from bot.why import compose_why
from retrieval import QuestionError, follow_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval import Answer, FollowUp, Quote, Retriever

_USAGE = {
    "help": "/help",
    "sources": "/sources",
    "more": "/more",
    "open": "/open N",
    "cite": "/cite N",
    "why": "/why N",
    "alone": "/alone",
    "language": "/language ar|en",
    "quit": "/quit",
}


class Conversation:
    """Questions and commands of one user over one collection.

    >>> conversation = Conversation(retriever, Language.ENGLISH)  # doctest: +SKIP
    >>> conversation.reply("من هو كالن؟")  # doctest: +SKIP
    Reply(language=<Language.ENGLISH: 'en'>, blocks=(Quotation(rank=1, …), …), further=4)
    """

    def __init__(self, retriever: Retriever, language: Language) -> None:
        self._retriever = retriever
        self._language = language
        self._answer: Answer | None = None
        self._follow_up: FollowUp | None = None
        self._replies: dict[str, Callable[[str], Reply]] = {
            "help": self._help,
            "sources": self._sources,
            "more": self._more,
            "open": self._open,
            "cite": self._cite,
            "why": self._why,
            "alone": self._alone,
            "language": self._set_language,
        }

    def welcome(self) -> Reply:
        """What is said before the first line."""
        searched = self._retriever.searched
        return self._note(
            "welcome", documents=searched.documents, paragraphs=searched.paragraphs, help="/help"
        )

    def farewell(self) -> Reply:
        """What is said after the last line."""
        return self._note("farewell")

    def reply(self, line: str) -> Reply:
        """The reply to a question, or to a command that starts with a slash."""
        if not is_utf8(line):
            return self._note("undecodable", encoding="UTF-8")
        if not line.startswith("/"):
            return self._take(line)
        name, _, argument = line[1:].partition(" ")
        if name not in self._replies:
            return self._note("unknown-command", command=f"/{name}", help="/help")
        return self._replies[name](argument.strip())

    def _take(self, line: str) -> Reply:
        """The reply to a question, with what it takes from the one before."""
        self._follow_up = follow_up(line, self._answer.question if self._answer else "")
        if not self._follow_up:
            return self._ask(line)
        refusal = say(self._language, "alone-hint", command="/alone")
        reply = self._ask(self._follow_up.understood)
        return with_understood(reply, self._follow_up.understood, self._language, refusal)

    def _alone(self, _argument: str) -> Reply:
        """The reply to the last question as it was written, without what it took from the one before."""
        if not self._follow_up:
            return self._note("alone-already")
        written, self._follow_up = self._follow_up.asked, None
        return self._ask(written)

    def _ask(self, question: str) -> Reply:
        try:
            answer = self._retriever.ask(question)
        except QuestionError as error:
            return compose_error(error, self._language)
        self._answer = answer
        return compose(answer, self._language)

    def _help(self, _argument: str) -> Reply:
        commands = "\n".join(
            f"{isolate(usage)}  {say(self._language, f'command-{name}')}" for name, usage in _USAGE.items()
        )
        return Reply(self._language, (Note(say(self._language, "help")), Note(commands)))

    def _sources(self, _argument: str) -> Reply:
        return compose_sources(self._retriever.documents, self._retriever.searched, self._language)

    def _more(self, _argument: str) -> Reply:
        before = self._answer
        if not before:
            return self._note("ask-first")
        if not before.further:
            return self._note("no-further")
        answer = self._retriever.ask(before.question, skip=len(before.quotes))
        self._answer = replace(answer, quotes=before.quotes + answer.quotes)
        return compose(answer, self._language)

    def _open(self, argument: str) -> Reply:
        return self._of_quotation("open", argument, self._in_context)

    def _in_context(self, _answer: Answer, quote: Quote) -> Reply:
        try:
            paragraphs = self._retriever.context(quote.paragraph, before=2, after=2)
        except KeyError:
            return self._note("source-changed")
        return compose_context(quote, paragraphs, self._language)

    def _cite(self, argument: str) -> Reply:
        return self._of_quotation("cite", argument, self._source)

    def _source(self, _answer: Answer, quote: Quote) -> Reply:
        return compose_citation(quote, self._language)

    def _why(self, argument: str) -> Reply:
        answer = self._answer
        if answer and not answer.quotes:
            return compose_why(answer, None, self._language)
        return self._of_quotation("why", argument, self._reasons)

    def _reasons(self, answer: Answer, quote: Quote) -> Reply:
        return compose_why(answer, quote, self._language)

    def _of_quotation(self, command: str, argument: str, reply: Callable[[Answer, Quote], Reply]) -> Reply:
        """The reply about the quotation whose number is the argument of a command."""
        answer = self._answer
        if not answer:
            return self._note("ask-first")
        if not answer.quotes:
            return self._note("nothing-quoted")
        if not argument.isdecimal():
            return self._note("number-usage", example=f"/{command} 1")
        rank, last = int(argument), len(answer.quotes)
        if not 1 <= rank <= last:
            return self._note("no-such-quotation", number=argument, first=1, last=last)
        return reply(answer, answer.quotes[rank - 1])

    def _set_language(self, argument: str) -> Reply:
        if argument not in list(Language):
            return self._note(
                "language-usage",
                arabic=f"/language {Language.ARABIC.value}",
                english=f"/language {Language.ENGLISH.value}",
            )
        self._language = Language(argument)
        return self._note("language-set")

    def _note(self, message: str, **values: str | int) -> Reply:
        return Reply(self._language, (Note(say(self._language, message, **values)),))
