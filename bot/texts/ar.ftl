## ما بُحث فيه. العدد والمعدود بعد «في»، فهما في موضع الجر.

documents = { $documents ->
    [zero] صفر من المستندات
    [one] مستند واحد
    [two] مستندين
    [few] { $documents } مستندات
    [many] { $documents } مستندًا
   *[other] { $documents } مستند
}
paragraphs = { $paragraphs ->
    [zero] صفر من الفقرات
    [one] فقرة واحدة
    [two] فقرتين
    [few] { $paragraphs } فقرات
    [many] { $paragraphs } فقرة
   *[other] { $paragraphs } فقرة
}
searched = بحثت في { documents } ({ paragraphs }).
forms = الصيغ التي بحثت عنها: { $forms }
list-separator = {"، "}

## الجواب

understood = فهمتُ السؤال: { $question }
alone-hint = إن لم تقصد ذلك فاكتب { $command }، أبحث عن سؤالك كما كتبته.
alone-already = بحثت عن سؤالك الأخير كما كتبته، ولم أزد عليه شيئًا.
not-found = لم أجد في المستندات جوابًا عن هذا السؤال.
no-subject = لم تذكر في سؤالك مَن تعني أو ما تعني. أضف الاسم لأبحث عنه.
nearest = أقرب ما وجدت، وليس جوابًا عن سؤالك:
further = { $further ->
    [zero] ليس لديّ اقتباسات أخرى.
    [one] بقي اقتباس واحد آخر.
    [two] بقي اقتباسان آخران.
    [few] بقيت { $further } اقتباسات أخرى.
    [many] بقي { $further } اقتباسًا آخر.
   *[other] بقي { $further } اقتباس آخر.
}
no-further = لم يبقَ لهذا السؤال اقتباسات أخرى.
date = { DATETIME($date, dateStyle: "long") }
period-day = التاريخ الذي فهمته من سؤالك: { DATETIME($first, dateStyle: "long") }
period-within = التاريخ الذي فهمته من سؤالك: من { DATETIME($first, dateStyle: "long") } إلى { DATETIME($last, dateStyle: "long") }
period-since = التاريخ الذي فهمته من سؤالك: من { DATETIME($first, dateStyle: "long") } فصاعدًا
period-until = التاريخ الذي فهمته من سؤالك: حتى { DATETIME($last, dateStyle: "long") }
period-latest = فهمت أنك تسأل عن الأحدث، فقدّمت المستندات الأحدث تاريخًا.
dated-day = «{ $words }» بحسب تاريخ المستند: { DATETIME($first, dateStyle: "long") }
dated-day-likely = «{ $words }» على الأرجح، بحسب تاريخ المستند: { DATETIME($first, dateStyle: "long") }
dated-span = «{ $words }» بحسب تاريخ المستند: من { DATETIME($first, dateStyle: "long") } إلى { DATETIME($last, dateStyle: "long") }
in-sources = في { $sources ->
    [zero] صفر من المصادر
    [one] مصدر واحد
    [two] مصدرين
    [few] { $sources } مصادر
    [many] { $sources } مصدرًا
   *[other] { $sources } مصدر
}: هنا، وفي { $named }
parallel = الاقتباس { $rank } ({ $source })
differing = يقول غير ذلك { $named }
differing-value = هنا «{ $here }»، وفي الاقتباس { $rank } «{ $there }»
differing-name = الاسم هنا «{ $here }»، وفي الاقتباس { $rank } «{ $there }»
page = الصفحة { $name }
chapter = { $name }
also = ورد النص نفسه في: { $paths }
also-others = ورد النص نفسه في: { $paths }، وفي { $others ->
    [zero] غيرها
    [one] مستند آخر
    [two] مستندين آخرين
    [few] { $others } مستندات أخرى
    [many] { $others } مستندًا آخر
   *[other] { $others } مستند آخر
}
context = الاقتباس { $rank } في سياقه:

## لماذا هذا الجواب

kind-person = شخص
kind-time = زمن أو تاريخ
kind-place = مكان
kind-number = عدد أو مقدار
kind-duration = مدة
kind-cause = سبب
kind-manner = كيفية أو طريقة
kind-speech = قول أو تصريح
kind-truth = إثبات أو نفي
kind-thing = أمر لا تعيّنه أداة السؤال
why = لماذا الاقتباس { $rank }؟
why-silent = لماذا لم أُجب؟
why-asked = المطلوب في سؤالك: { $kind }.
why-same = ورد كما كتبته: { $words }
why-form = ورد بصيغة أخرى: { $words }
why-root = ورد من الجذر نفسه: { $words }
why-other = ورد برسم آخر أو بمرادف: { $words }
why-slip = ورد ما يختلف عنه بحرف: { $words }
why-missing = لم يرد: { $words }
why-sentence = كلمات سؤالك في الجملة المختارة: { $held } من { $asked }
why-kind = ورد فيه ما قد يكون المطلوب ({ $kind }): { $found }
why-title = ورد في عنوان المستند: { $words }
why-confidence = الثقة بأن في المستندات جوابًا: { $percent }% ({ $degree })
degree-high = عالية
degree-middling = متوسطة
degree-low = منخفضة

## أسئلة لا تُبحث

empty-question = لم أجد في رسالتك كلمة أبحث عنها. اكتب سؤالك بكلمة واحدة على الأقل.
question-too-long = سؤالك طويل: فيه { $length ->
    [zero] { $length } حرف
    [one] حرف واحد
    [two] حرفان
    [few] { $length } أحرف
    [many] { $length } حرفًا
   *[other] { $length } حرف
}، والحد الأقصى { $limit ->
    [zero] { $limit } حرف
    [one] حرف واحد
    [two] حرفان
    [few] { $limit } أحرف
    [many] { $limit } حرفًا
   *[other] { $limit } حرف
}. اختصره ثم أعد إرساله.

## الأوامر، كما توصف في قوائمها

command-help = المساعدة
command-sources = المستندات التي أبحث فيها
command-more = اقتباسات أخرى للسؤال الأخير
command-open = الاقتباس ذو الرقم N في سياقه
command-cite = إسناد الاقتباس ذي الرقم N، جاهزًا للصق
command-why = سبب اختيار الاقتباس ذي الرقم N
command-alone = السؤال الأخير كما كُتب، بلا صلة بما قبله
command-language = لغة الواجهة
command-quit = الخروج
command-start = تعريف بالبوت
unknown-command = لا أعرف الأمر { $command }. اكتب { $help } لترى الأوامر.
sources = أبحث في { documents } ({ paragraphs }):
sources-others = وأبحث كذلك في { $others ->
    [zero] غيرها
    [one] مستند آخر
    [two] مستندين آخرين
    [few] { $others } مستندات أخرى
    [many] { $others } مستندًا آخر
   *[other] { $others } مستند آخر
}.
ask-first = لم تسأل بعد. اكتب سؤالك أولًا.
nothing-quoted = لم أقتبس شيئًا جوابًا عن سؤالك الأخير. اطرح سؤالًا آخر.
number-usage = اكتب بعد الأمر رقم اقتباس مما عرضته، مثل { $example }.
no-such-quotation = ليس فيما عرضته اقتباس رقمه { $number }. الأرقام من { $first } إلى { $last }.
source-changed = تغيّر هذا المستند أو حُذف بعد أن اقتبست منه. اطرح سؤالك من جديد.
language-usage = اكتب بعد الأمر { $arabic } للعربية أو { $english } للإنجليزية.
language-set = أخاطبك من الآن بالعربية.

## سطر الأوامر

welcome = اسأل مستنداتك تُجبك بنصها. أبحث في { documents } ({ paragraphs }). للمساعدة اكتب { $help }.
help = اكتب سؤالك في سطر واحد، فأعرض ما يجيب عنه من نص المستندات كما هو، ومعه مصدره وتاريخه وموضعه. وإن سكتت عنه المستندات قلت ذلك.
undecodable = تعذرت قراءة هذا السطر: ليس بترميز { $encoding }.
farewell = إلى اللقاء.

## تلغرام: ما يقوله البوت عن نفسه

start = أهلًا بك. اسألني عما في المستندات، أجبك بنصها كما هو، مع المصدر والتاريخ. وإن لم أجد جوابًا قلت لك ذلك.
command-ask = السؤال عما في المستندات
command-privacy = ما أحفظه عنك، ورقمك
command-forget = حذف كل ما أحفظه عنك
command-stats = الإحصاءات وما لم يُجب عنه
command-reindex = إعادة قراءة المستندات
command-invite = رابط دعوة لشخص واحد
command-revoke = سحب الدعوة من صاحب رقم
help-telegram = أرسل سؤالك، فأعرض ما يجيب عنه من نص المستندات كما هو، ومعه مصدره وتاريخه وموضعه. وإن سكتت عنه المستندات قلت ذلك. وإن عدّلت سؤالك عدّلت جوابي.
help-groups = في المجموعات أجيب من يذكرني باسمي { $name }، أو يرد على إحدى رسائلي، أو يبدأ سؤاله بالأمر { $ask } أو «/اسأل».
help-inline = وفي أي محادثة أخرى اكتب { $name } ثم سؤالك، واختر اقتباسًا ترسله.
help-admin = وأنت من المشرفين: أرسل إليّ ملفًا هنا أضفه إلى المستندات، ولك أن تتراجع عن إضافته.
ask-prompt = ما سؤالك؟
failed = وقع خطأ عندي ولم أستطع الإجابة. أرسل سؤالك مرة أخرى بعد قليل.
text-only = أجيب عن الأسئلة المكتوبة فقط. اكتب سؤالك نصًا.

## الأزرار وما تفتحه

more-button = المزيد
previous-button = السابق
open-button = السياق { $rank }
why-button = لماذا؟
good-button = 👍
bad-button = 👎
back-button = رجوع
alone-button = أجب عنه كما كتبته
link-button = نسخ الرابط
in-context = اقرأه في سياقه
button-of-another = هذا الزر لمن طرح السؤال وحده. اطرح سؤالك أنت أجبك عنه.
expired = لم يعد هذا الزر صالحًا. أرسل سؤالك من جديد.
thanks = شكرًا، سجلت رأيك.
as-file = السياق أطول من أن تسعه رسالة، وهذا هو في ملف.
linked = الاقتباس في سياقه:
link-gone = لم يعد هذا الاقتباس في المستندات التي لك أن تقرأها. لعل مستنده عُدّل أو حُذف.

## من يُجاب، وبأي سرعة

too-fast = مهلًا، أسئلتك أسرع من أن ألحق بها. انتظر دقيقة ثم أكمل.
busy = كثرت الطلبات الآن. أعد المحاولة بعد لحظات.
unavailable = تعذّر البحث في المستندات الآن. أعد المحاولة لاحقًا، فإن تكرر ذلك فأخبر صاحب الخدمة.
not-admitted = لا أجيب إلا من أذن له صاحب البوت. إن أردت الإذن فأرسل إليه رقمك: { $number }
group-not-admitted = لم يأذن صاحب البوت لهذه المجموعة بعد. رقمها: { $number }
invitation-void = لم يعد رابط الدعوة هذا صالحًا: كل رابط لشخص واحد ولمدة محدودة. اطلب رابطًا جديدًا.
inline-ask = اكتب سؤالك بعد اسم البوت
inline-not-found = لا جواب عن هذا في المستندات
inline-too-fast = مهلًا، انتظر قليلًا
inline-not-admitted = أجيب من أذن له صاحب البوت

## ما يخص المستخدم

language-name = العربية
language-ask = بأي لغة أخاطبك؟
privacy = أحفظ أسئلتك مع رقمك ورقم المحادثة، ورأيك في الأجوبة، { $days ->
    [zero] ولا أبقيها يومًا
    [one] يومًا واحدًا
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}، ثم أحذفها. ويرى المشرفون الأسئلة دون أن يعرفوا من سألها. وأحفظ اللغة التي اخترتها، وأنك قبلت دعوة، حتى تطلب حذفها. ولا أحفظ اسمك. ولحذف كل ذلك الآن اكتب { $forget }.
your-number = رقمك: { $number }
group-number = رقم هذه المجموعة: { $number }
forget-ask = سأحذف أسئلتك وآراءك ولغتك. وإن كنت دخلت بدعوة فستحتاج إلى دعوة جديدة. أأحذفها؟
forget-button = نعم، احذفها
forgotten = حذفت كل ما كنت أحفظه عنك.
anonymous = تكتب باسم المجموعة، فلا أعرف من أنت. اكتب باسمك أنت.

## ما يخص المشرفين

stats-questions = { $questions ->
    [zero] لم يُطرح أي سؤال
    [one] طُرح سؤال واحد
    [two] طُرح سؤالان
    [few] طُرحت { $questions } أسئلة
    [many] طُرح { $questions } سؤالًا
   *[other] طُرح { $questions } سؤال
} في آخر { $days ->
    [zero] { $days } يوم
    [one] يوم
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}.
stats-silence = { $unanswered ->
    [zero] ووُجد لكل سؤال جواب.
    [one] سكتت المستندات عن سؤال واحد منها ({ $percent }٪).
    [two] سكتت المستندات عن سؤالين منها ({ $percent }٪).
    [few] سكتت المستندات عن { $unanswered } أسئلة منها ({ $percent }٪).
    [many] سكتت المستندات عن { $unanswered } سؤالًا منها ({ $percent }٪).
   *[other] سكتت المستندات عن { $unanswered } سؤال منها ({ $percent }٪).
}
stats-feedback = الآراء في الأجوبة: { $good } 👍 و{ $bad } 👎
stats-often = أكثر ما سُئل:
stats-unanswered = ما سكتت عنه المستندات:
stats-line = • { $question } ({ $times ->
    [zero] لم يتكرر
    [one] مرة واحدة
    [two] مرتين
    [few] { $times } مرات
    [many] { $times } مرة
   *[other] { $times } مرة
})
export-button = تنزيل ما لم يُجب عنه كاملًا
exported = الأسئلة التي سكتت عنها المستندات، وعدد مرات طرحها، وتاريخ آخرها.
invitation = رابط دعوة لشخص واحد، صالح { $days ->
    [zero] اليوم
    [one] يومًا واحدًا
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}: { $link }
revoke-usage = اكتب بعد الأمر رقم من تسحب دعوته، مثل { $example }.
revoked = سحبت الدعوة من صاحب الرقم { $number }.
no-guest = ليس بين المدعوين من رقمه { $number }.
reindexed = أعدت القراءة. أبحث الآن في { documents } ({ paragraphs }).
reindex-failed = لم تتم القراءة، وما زلت أبحث فيما كان عندي. السبب: { $reason }
left-out = لم أستطع قراءة: { $files }
upload-read = أضفت { $name }: قرأت فيه { $paragraphs ->
    [zero] صفرًا من الفقرات
    [one] فقرة واحدة
    [two] فقرتين
    [few] { $paragraphs } فقرات
    [many] { $paragraphs } فقرة
   *[other] { $paragraphs } فقرة
} ({ $characters ->
    [zero] بلا أحرف
    [one] حرف واحد
    [two] حرفان
    [few] { $characters } أحرف
    [many] { $characters } حرفًا
   *[other] { $characters } حرف
}).
upload-begins = يبدأ بـ: { $words }
upload-format = لا أقرأ هذا النوع من الملفات. أقرأ: { $formats }
upload-size = هذا الملف أكبر مما آخذه. الحد الأقصى { $limit } ميغابايت.
upload-without-text = ليس في هذا الملف نص أقرؤه، فلم أضفه.
upload-undecodable = لم أتبين ترميز النص في هذا الملف، فلم أضفه. احفظه بترميز UTF-8 ثم أرسله.
upload-too-costly = تكلف قراءة هذا الملف أكثر مما أسمح به، فلم أضفه.
upload-unreadable = لم أستطع قراءة هذا الملف، فلم أضفه. لعله تالف أو محمي بكلمة سر.
upload-no-folder = لا أعرف أين توضع المستندات. اضبط IQTIBAS_SOURCE على مجلدها ثم أعد تشغيلي.
upload-not-stored = لم أستطع حفظ هذا الملف. السبب: { $reason }
undo-button = تراجع عن الإضافة
undone = تراجعت عن إضافة { $name } وحذفته.
nothing-to-undo = لم يعد هذا المستند عندي.
