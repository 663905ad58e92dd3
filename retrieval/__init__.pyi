# The public names and where each is made, for type checkers, and by way of lazy_loader for Python itself.
# It reads in whatever encoding the system has, so no Arabic may stand here.

from .answering.confidence import (
    SILENT_BELOW as SILENT_BELOW,
)
from .answering.follow_up import (
    FollowUp as FollowUp,
    follow_up as follow_up,
    names_no_subject as names_no_subject,
)
from .answers import (
    Answer as Answer,
    Borne as Borne,
    DatedWords as DatedWords,
    Difference as Difference,
    How as How,
    Parallel as Parallel,
    Place as Place,
    Quote as Quote,
    Status as Status,
    Why as Why,
)
from .arabic.analyzer import (
    Analyzer as Analyzer,
    Step as Step,
)
from .arabic.glossary_file import (
    glossary_of as glossary_of,
)
from .arabic.tokens import (
    Token as Token,
)
from .citation import (
    attribution as attribution,
)
from .errors import (
    EmptyQuestion as EmptyQuestion,
    ExtraMissing as ExtraMissing,
    FileDamaged as FileDamaged,
    FileError as FileError,
    FileTooCostly as FileTooCostly,
    FileUndecodable as FileUndecodable,
    FileUnreadable as FileUnreadable,
    FileWithoutText as FileWithoutText,
    FolderEmpty as FolderEmpty,
    FolderError as FolderError,
    FolderMissing as FolderMissing,
    GlossaryInvalid as GlossaryInvalid,
    IndexDamaged as IndexDamaged,
    IndexForeign as IndexForeign,
    IndexLocked as IndexLocked,
    IndexMissing as IndexMissing,
    IndexTooNew as IndexTooNew,
    IndexTooOld as IndexTooOld,
    IndexUnwritable as IndexUnwritable,
    IqtibasError as IqtibasError,
    ItemUnreadable as ItemUnreadable,
    QuestionError as QuestionError,
    QuestionTooLong as QuestionTooLong,
    StorageError as StorageError,
    WhereInvalid as WhereInvalid,
)
from .highlighting import (
    highlight as highlight,
)
from .index.results import (
    Synced as Synced,
    Verified as Verified,
)
from .model import (
    Document as Document,
    Mark as Mark,
    Paragraph as Paragraph,
    Passage as Passage,
    Period as Period,
    Searched as Searched,
    Source as Source,
    Span as Span,
)
from .ranking.dense import (
    DenseReranker as DenseReranker,
)
from .reading.document import (
    Contents as Contents,
    Reading as Reading,
)
from .reading.extracted import (
    Dropped as Dropped,
)
from .reading.file import (
    read_file as read_file,
)
from .reading.formats import (
    FORMATS as FORMATS,
)
from .reading.items import (
    Item as Item,
    Split as Split,
)
from .retriever import (
    MAX_QUESTION as MAX_QUESTION,
    Retriever as Retriever,
)
from .stored import (
    StoredRetriever as StoredRetriever,
)
from .verification import (
    Checked as Checked,
    Fault as Fault,
)
