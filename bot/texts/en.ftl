## What was searched

documents = { $documents ->
    [one] one document
   *[other] { $documents } documents
}
paragraphs = { $paragraphs ->
    [one] one paragraph
   *[other] { $paragraphs } paragraphs
}
searched = Searched { documents } ({ paragraphs }).
forms = Forms searched for: { $forms }
list-separator = {", "}

## The answer

understood = Understood as: { $question }
alone-hint = If that is not what you meant, { $command } asks it as you wrote it.
alone-already = Your last question was asked as you wrote it, and nothing was added.
not-found = The documents hold no answer to this question.
nearest = The nearest that was found; it is no answer to your question:
further = { $further ->
    [one] One more quotation can be shown.
   *[other] { $further } more quotations can be shown.
}
no-further = There are no more quotations for this question.
date = { DATETIME($date, dateStyle: "long") }
period-day = Date understood from your question: { DATETIME($first, dateStyle: "long") }
period-within = Date understood from your question: from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }
period-since = Date understood from your question: from { DATETIME($first, dateStyle: "long") } on
period-until = Date understood from your question: until { DATETIME($last, dateStyle: "long") }
period-latest = You seem to ask for the newest: documents of later dates come first.
dated-day = “{ $words }” by the document's date: { DATETIME($first, dateStyle: "long") }
dated-day-likely = “{ $words }”, most likely, by the document's date: { DATETIME($first, dateStyle: "long") }
dated-span = “{ $words }” by the document's date: from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }
in-sources = In { $sources ->
    [one] one source
   *[other] { $sources } sources
}: here, and in { $named }
parallel = quotation { $rank } ({ $source })
differing = It is told otherwise in { $named }
differing-value = Here “{ $here }”, in quotation { $rank } “{ $there }”
differing-name = The name is “{ $here }” here, “{ $there }” in quotation { $rank }
page = page { $name }
chapter = { $name }
also = The same words stand in: { $paths }
also-others = The same words stand in: { $paths } and in { $others ->
    [one] one other document
   *[other] { $others } other documents
}
context = Quotation { $rank } in its context:

## Why this answer

kind-person = a person
kind-time = a time or date
kind-place = a place
kind-number = a number or amount
kind-duration = a length of time
kind-cause = a cause
kind-manner = a manner or way
kind-speech = something said
kind-truth = yes or no
kind-thing = something that the asking word doesn't tell
why = Why quotation { $rank }?
why-silent = Why is there no answer?
why-asked = Your question asks for: { $kind }.
why-same = Found as you wrote it: { $words }
why-form = Found in another form: { $words }
why-root = Found as a word of the same root: { $words }
why-other = Found in another spelling or as a synonym: { $words }
why-slip = Found with a letter's difference: { $words }
why-missing = Not found: { $words }
why-sentence = Words of your question in the chosen sentence: { $held } of { $asked }
why-kind = It holds what may be asked for ({ $kind }): { $found }
why-title = Found in the document's title: { $words }
why-confidence = Confidence that the documents hold an answer: { $percent }% ({ $degree })
degree-high = high
degree-middling = middling
degree-low = low

## Questions that aren't searched

empty-question = There is no word to search for in your message. Ask with at least one word.
question-too-long = Your question is too long: it has { $length ->
    [one] one character
   *[other] { $length } characters
}, and { $limit ->
    [one] one is
   *[other] { $limit } are
} allowed. Shorten it and send it again.

## Commands, as their lists describe them

command-help = help
command-sources = the documents that are searched
command-more = more quotations for the last question
command-open = quotation N in its context
command-cite = the source of quotation N, to be pasted
command-why = why quotation N is shown
command-alone = the last question as written, apart from the one before
command-language = language of the interface
command-quit = leave
command-start = about this bot
unknown-command = There is no command { $command }. { $help } lists the commands.
sources = I search { documents } ({ paragraphs }):
sources-others = And { $others ->
    [one] one other document
   *[other] { $others } other documents
}.
ask-first = Nothing has been asked yet. Write your question first.
number-usage = Write after the command the number of a quotation shown, such as { $example }.
no-such-quotation = No quotation shown has the number { $number }. They go from { $first } to { $last }.
source-changed = This document has changed or gone since it was quoted. Ask your question again.
language-usage = Write after the command { $arabic } for Arabic or { $english } for English.
language-set = I speak English from here on.

## The console

welcome = Ask your documents and read their own words. I search { documents } ({ paragraphs }). { $help } for help.
help = Write your question on one line. What answers it is shown as it stands in the documents, with source, date and place. Where the documents are silent, you are told so.
undecodable = This line can't be read: it is not in { $encoding }.
farewell = Goodbye.

## Telegram

start = Welcome. Ask me about the documents and I answer in their own words, with source and date. Where they hold no answer, I say so.
command-ask = ask about the documents
ask-prompt = What is your question?
more-button = More
previous-button = Previous
button-of-another = This button is for whoever asked. Ask your own question and I answer it.
help-telegram = Send your question. What answers it is shown as it stands in the documents, with source, date and place. Where the documents are silent, you are told so.
help-groups = In groups I answer those who mention { $name }, reply to a message of mine, or start their question with { $ask }.
expired = This button is no longer valid. Send your question again.
failed = Something went wrong on my side and I could not answer. Send your question again in a while.
text-only = I answer written questions only. Send your question as text.
