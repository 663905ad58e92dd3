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
no-subject = Your question doesn't say whom or what it is about. Add the name and I will look for it.
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
nothing-quoted = Your last question was answered by no quotation. Ask another one.
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

## Telegram: what the bot says of itself

start = Welcome. Ask me about the documents and I answer in their own words, with source and date. Where they hold no answer, I say so.
command-ask = ask about the documents
command-privacy = what I keep about you, and your number
command-forget = delete all that I keep about you
command-stats = statistics, and what went unanswered
command-reindex = read the documents again
command-invite = a link that lets one person in
command-revoke = take back the invitation of a number
help-telegram = Send your question. What answers it is shown as it stands in the documents, with source, date and place. Where the documents are silent, you are told so. Edit your question, and I edit my answer.
help-groups = In groups I answer those who mention { $name }, reply to a message of mine, or start their question with { $ask }.
help-inline = In any other chat write { $name } and your question, and choose a quotation to send.
help-admin = You are an admin: send me a file here and I add it to the documents; you can undo that.
ask-prompt = What is your question?
failed = Something went wrong on my side and I could not answer. Send your question again in a while.
text-only = I answer written questions only. Send your question as text.

## Buttons and what they open

more-button = More
previous-button = Previous
open-button = Context { $rank }
why-button = Why?
good-button = 👍
bad-button = 👎
back-button = Back
alone-button = Answer it as I wrote it
link-button = Copy link
in-context = Read it in its context
button-of-another = This button is for whoever asked. Ask your own question and I answer it.
expired = This button is no longer valid. Send your question again.
thanks = Thank you, noted.
as-file = The context is too long for a message. Here it is as a file.
linked = The quotation in its context:
link-gone = This quotation is no longer in the documents that you may read. Its document may have been changed or removed.

## Who is answered, and how fast

too-fast = Your questions come faster than I can follow. Wait a minute, then go on.
busy = Too many requests wait already. Try again in a moment.
unavailable = The documents can't be asked now. Try again later, and if that goes on, tell whoever runs this.
not-admitted = I answer only those whom my owner lets in. To be let in, send the owner your number: { $number }
group-not-admitted = My owner has not let this group in yet. Its number: { $number }
invitation-void = This invitation is no longer valid: each link is for one person and for a limited time. Ask for a new one.
inline-ask = Write your question after the bot's name
inline-not-found = The documents hold no answer to this
inline-too-fast = Wait a moment
inline-not-admitted = I answer those whom my owner lets in

## What is a user's own

language-name = English
language-ask = Which language shall I speak with you?
privacy = I keep your questions with your number and that of the chat, and your opinion of the answers, for { $days ->
    [one] one day
   *[other] { $days } days
}, and then delete them. Admins see the questions without who asked them. The language you chose, and that you took up an invitation, I keep until you have it deleted. I don't keep your name. To delete all of it now, write { $forget }.
your-number = Your number: { $number }
group-number = The number of this group: { $number }
forget-ask = I will delete your questions, your opinions and your language. If you came by invitation, you will need a new one. Shall I?
forget-button = Yes, delete them
forgotten = I have deleted all that I kept about you.
anonymous = You write in the name of the group, so I don't know who you are. Write in your own name.

## What is for admins

stats-questions = { $questions ->
    [one] One question was
   *[other] { $questions } questions were
} asked in the last { $days ->
    [one] day
   *[other] { $days } days
}.
stats-silence = { $unanswered ->
    [0] Each of them was answered.
    [one] The documents were silent on one of them ({ $percent }%).
   *[other] The documents were silent on { $unanswered } of them ({ $percent }%).
}
stats-feedback = Opinions of the answers: { $good } 👍 and { $bad } 👎
stats-often = Asked most:
stats-unanswered = What the documents are silent on:
stats-line = • { $question } ({ $times ->
    [one] once
   *[other] { $times } times
})
export-button = Download all that went unanswered
exported = The questions that the documents were silent on, how often each was asked, and when last.
invitation = A link that lets one person in, for { $days ->
    [one] one day
   *[other] { $days } days
}: { $link }
revoke-usage = Write after the command the number of whose invitation is taken back, such as { $example }.
revoked = The invitation of { $number } is taken back.
no-guest = Nobody with the number { $number } was invited.
reindexed = Read again. I now search { documents } ({ paragraphs }).
reindex-failed = Reading failed, and I go on searching what I had. The reason: { $reason }
left-out = Couldn't be read: { $files }
upload-read = Added { $name }: it has { $paragraphs ->
    [one] one paragraph
   *[other] { $paragraphs } paragraphs
} ({ $characters ->
    [one] one character
   *[other] { $characters } characters
}).
upload-begins = It begins: { $words }
upload-format = I don't read files of this kind. I read: { $formats }
upload-size = This file is larger than I take. At most { $limit } megabytes.
upload-without-text = There is no text to read in this file, so I didn't add it.
upload-undecodable = I couldn't tell how the text of this file is encoded, so I didn't add it. Save it as UTF-8 and send it again.
upload-too-costly = Reading this file costs more than I allow, so I didn't add it.
upload-unreadable = I couldn't read this file, so I didn't add it. It may be damaged, or locked by a password.
upload-no-folder = I don't know where documents belong. Set IQTIBAS_SOURCE to their folder and start me again.
upload-not-stored = I couldn't store this file. The reason: { $reason }
undo-button = Undo
undone = { $name } is taken back and deleted.
nothing-to-undo = This document is no longer here.
