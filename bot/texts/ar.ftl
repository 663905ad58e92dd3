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

## تلغرام

start = أهلًا بك. اسألني عما في المستندات، أجبك بنصها كما هو، مع المصدر والتاريخ. وإن لم أجد جوابًا قلت لك ذلك.
command-ask = السؤال عما في المستندات
ask-prompt = ما سؤالك؟
more-button = المزيد
previous-button = السابق
button-of-another = هذا الزر لمن طرح السؤال وحده. اطرح سؤالك أنت أجبك عنه.
help-telegram = أرسل سؤالك، فأعرض ما يجيب عنه من نص المستندات كما هو، ومعه مصدره وتاريخه وموضعه. وإن سكتت عنه المستندات قلت ذلك.
help-groups = في المجموعات أجيب من يذكرني باسمي { $name }، أو يرد على إحدى رسائلي، أو يبدأ سؤاله بالأمر { $ask } أو «/اسأل».
expired = لم يعد هذا الزر صالحًا. أرسل سؤالك من جديد.
failed = وقع خطأ عندي ولم أستطع الإجابة. أرسل سؤالك مرة أخرى بعد قليل.
text-only = أجيب عن الأسئلة المكتوبة فقط. اكتب سؤالك نصًا.
