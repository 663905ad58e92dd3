"""How many questions a bot answers over the seeds, how soon, and what it takes: fake server included.

python -m benchmarks.telegram [--questions 3000] [--chats 30] [--rate 150] [--flood 1000] [--growth 5]

Each chat asks its next question when it has the answer to the last one, so that the bot is busy all the time;
with --rate so many are asked a second, answered or not. The time of the processor is told for each process,
since on a shared machine that of the wall says little. --workers is IQTIBAS_TELEGRAM_WORKERS. --flood has one
more user write so many messages a second meanwhile. With --growth it fails where the memory of the bot and
its workers grew by more percent after the first tenth of the questions.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from tests.bot.telegram.process import IQTIBAS, BotProcess
from tests.botapi import BotApiServer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.botapi.json_types import Json

_ROOT = Path(__file__).parents[1]
_FLOODER = 1
_MEASURED_EVERY = 10


@dataclass
class Run:
    """What was measured: seconds from question to answer, in order; megabytes of bot and workers."""

    seconds: list[float] = field(default_factory=list)
    megabytes: list[list[float]] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """Percent by which the memory of all of them grew after the first tenth."""
        return (sum(self.megabytes[-1]) / sum(self.megabytes[0]) - 1) * 100


class Askers:
    """People of so many chats, who ask `questions` in all."""

    def __init__(self, server: BotApiServer, bot: BotProcess, questions: int) -> None:
        self._server = server
        self._bot = bot
        self._left = questions
        self._measured = max(1, questions // _MEASURED_EVERY)
        self._questions = cycle(_seed_questions())
        # Answers come in the order of a chat's questions.
        self._waiting: dict[int, deque[asyncio.Future[None]]] = defaultdict(deque)
        self.run = Run()

    async def ask(self, chats: int, a_second: float = 0) -> None:
        """Have them ask, until all is answered: one after another each, or all together so many a second."""
        watching = asyncio.create_task(self._watch())
        numbers = range(1000, 1000 + chats)
        await (self._steadily(numbers, a_second) if a_second else self._in_turn(numbers))
        watching.cancel()

    async def flood(self, a_second: int) -> None:
        """One user's messages, until cancelled."""
        begun = time.perf_counter()
        for number in count():
            # One by one: the server checks each before it takes it, and others are served in between.
            self._server.inject(_message(_FLOODER, "تركيا"))
            await asyncio.sleep(begun + number / a_second - time.perf_counter())

    async def _in_turn(self, chats: Sequence[int]) -> None:
        async def chat(number: int) -> None:
            while self._left > 0:
                self._left -= 1
                await self._ask(number)

        await asyncio.gather(*map(chat, chats))

    async def _steadily(self, chats: Sequence[int], a_second: float) -> None:
        begun = time.perf_counter()
        async with asyncio.TaskGroup() as asked:
            for number, chat in enumerate(islice(cycle(chats), self._left)):
                await asyncio.sleep(begun + number / a_second - time.perf_counter())
                asked.create_task(self._ask(chat))

    async def _ask(self, chat: int) -> None:
        answered = asyncio.get_running_loop().create_future()
        self._waiting[chat].append(answered)
        begun = time.perf_counter()
        self._server.inject(_message(chat, next(self._questions)))
        await answered
        self.run.seconds.append(time.perf_counter() - begun)
        if len(self.run.seconds) % self._measured == 0:
            self.run.megabytes.append([_megabytes(pid) for pid in (self._bot.pid, *self._bot.children())])

    async def _watch(self) -> None:
        """See replies come; what the server remembers of them is thrown away."""
        state = self._server.bots.chosen(None)
        while True:
            state.done.clear()
            for call in state.sent:
                waiting = self._waiting[call["parameters"].get("chat_id", 0)]
                if waiting and call["method"] == "sendMessage" and "result" in call:
                    waiting.popleft().set_result(None)
            state.sent[:] = [call for call in state.sent if "result" not in call and "error" not in call]
            if len(state.messages) > 10_000:
                state.messages.clear()
            await state.done.wait()


def _message(chat: int, text: str) -> Json:
    return {"message": {"from": {"id": chat, "first_name": "ليلى"}, "text": text}}


def _seed_questions() -> list[str]:
    table = (_ROOT / "tests/data/seed_questions.tsv").read_text("utf-8").splitlines()[1:]
    return [line.partition("\t")[0] for line in table]


def _megabytes(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _processor(pid: int) -> float:
    """Seconds of the processor that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _measure(options: argparse.Namespace) -> Run:
    env = {"IQTIBAS_MESSAGES_PER_SECOND": "100000"}
    if options.workers is not None:
        env["IQTIBAS_TELEGRAM_WORKERS"] = str(options.workers)
    if options.flood:
        # The limit is what protects the others; it has to be above what an asker gets answered in a minute.
        limit = round(2 * 60 * options.rate / options.chats) or 600
        env |= {"IQTIBAS_USER_RATE": str(limit), "IQTIBAS_CHAT_RATE": "0"}
    with tempfile.TemporaryDirectory() as folder:
        async with BotApiServer() as server:
            with BotProcess(server.base_url, Path(folder), command=IQTIBAS, env=env, level="WARNING") as bot:
                askers = Askers(server, bot, options.questions)
                await Askers(server, bot, 5 * options.chats).ask(options.chats)
                flooding = asyncio.create_task(askers.flood(options.flood)) if options.flood else None
                processes = [bot.pid, *bot.children(), os.getpid()]
                before = time.perf_counter(), *map(_processor, processes)
                await askers.ask(options.chats, options.rate)
                after = time.perf_counter(), *map(_processor, processes)
                if flooding:
                    flooding.cancel()
                _tell(askers.run, *(end - start for start, end in zip(before, after, strict=True)))
                return askers.run


def _tell(run: Run, wall: float, *processors: float) -> None:
    answered = len(run.seconds)
    share = quantiles(run.seconds, n=100)
    bot, *workers, server = (f"{each / answered * 1000:.2f} ms" for each in processors)
    megabytes = ("+".join(f"{each:.0f}" for each in those) for those in run.megabytes)
    p50, p95, p99 = (share[place] * 1000 for place in (49, 94, 98))
    print(f"{answered} questions in {wall:.1f} s: {answered / wall:.0f} a second")
    print(f"from question to answer: p50 {p50:.0f} ms, p95 {p95:.0f} ms, p99 {p99:.0f} ms")
    print(f"processor for a question: bot {bot}, workers {', '.join(workers)}, server and askers {server}")
    print(f"together they kept {sum(processors) / wall:.2f} cores busy")
    print(f"memory of bot and workers: {', '.join(megabytes)} MB")


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.telegram", description="Questions a second.")
    parser.add_argument("--questions", type=int, default=3000)
    parser.add_argument("--chats", type=int, default=30)
    parser.add_argument("--rate", type=float, default=0, metavar="A_SECOND")
    parser.add_argument("--workers", type=int, default=None)
    parser.add_argument("--flood", type=int, default=0, metavar="A_SECOND")
    parser.add_argument("--growth", type=float, default=None, metavar="PERCENT")
    options = parser.parse_args()
    run = asyncio.run(_measure(options))
    if options.growth is not None and run.growth > options.growth:
        raise SystemExit(f"the bot's memory grew by {run.growth:.1f} percent")


if __name__ == "__main__":
    main()
