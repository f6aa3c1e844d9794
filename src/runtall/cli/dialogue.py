"""Questions one after the other, each answer checked at its prompt; nothing answered is lost."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import typer

from runtall.documents.values import BadValue
from runtall.errors import UserError

HELP, BACK = "?", "<"
HINT = "? explains a question, < goes back to the one before, Ctrl-C leaves."
# Answers of people who have none.
UNKNOWN = {"unknown", "don't know", "dont know", "not sure", "no idea", "default"}
YES, NO = ("y", "yes", ""), ("n", "no")
# Faults of one answer that are told.
MOST_FAULTS = 3
# Columns of a question's name in the summary.
WIDTH = 18

# What was answered so far, as values.
Known = dict[str, Any]


def _always(known: Known) -> bool:
    return True


class Question(NamedTuple):
    """One question of a dialogue.

    Parameters
    ----------
    name
        The option that answers it, and its place among the answers.
    label, words, more
        How the summary names it, how it is asked, and what ``?`` says.
    read
        Reads an answer; a `BadValue` says what is wrong with it.
    default
        What Enter stands for; None: there is none.
    asked
        Whether the answers so far leave it open.
    check
        Looks at an answer beside the others: returns a line to know in its place, or refuses as
        `read` does.
    show
        How an answer is repeated.
    """

    name: str
    label: str
    words: Callable[[Known], str]
    more: str
    read: Callable[[str], Any]
    default: Callable[[Known], str | None]
    asked: Callable[[Known], bool] = _always
    check: Callable[[Any, Known], str] = lambda value, known: ""
    show: Callable[[Any], str] = str

    def understood(self, text: str, known: Known) -> str:
        """Return the default in the place of "don't know", where there is one."""
        default = self.default(known) if text.strip().lower() in UNKNOWN else None
        return text if default is None else default

    @property
    def option(self) -> str:
        """The option of the command line."""
        return f"--{self.name.replace('_', '-')}"


@dataclass
class Dialogue:
    """A dialogue on a terminal.

    Parameters
    ----------
    known, texts
        What was answered so far, as values and as it was typed.
    """

    questions: Sequence[Question]
    known: Known = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    _asked: list[Question] = field(default_factory=list)

    def give(self, question: Question, text: str, *, alone: bool = False) -> str:
        """Take an answer, and return the line to know about it; alone, it isn't held to others.

        Raises
        ------
        BadValue, UserError
            It is none.
        """
        text = question.understood(text, self.known)
        value = question.read(text)
        note = "" if alone else question.check(value, self.known)
        self.known[question.name], self.texts[question.name] = value, text
        return note

    def ask(self) -> None:
        """Ask whatever is still open."""
        if not self._asked and any(map(self._is_open, self.questions)):
            typer.echo(HINT)
        while question := next(filter(self._is_open, self.questions), None):
            if self._asks(question):
                continue
            if self._asked:
                del self.known[self._asked.pop().name]
            else:
                typer.echo("This is the first question.")

    def confirm(self, what: str) -> bool | None:
        """Show every answer and ask whether to go on; None: some question is open again."""
        answers = self.answers()
        shown = [question for question, _ in answers]
        typer.echo()
        for number, (question, answer) in enumerate(answers, start=1):
            typer.echo(f"{number:>3}  {question.label:<{WIDTH}} {answer}")
        while True:
            text = _prompt(f"{what} yes, no, or a number to change that answer", "yes").lower()
            if text in (*YES, *NO):
                return text in YES
            if text == BACK and self._asked:
                text = str(1 + shown.index(self._asked[-1]))
            if text.isdecimal() and 1 <= int(text[:3]) <= len(shown):
                self.forget(shown[int(text[:3]) - 1])
                return None
            typer.echo(f"yes, no, or a number from 1 to {len(shown)}")

    def answers(self) -> list[tuple[Question, str]]:
        """Return what was answered so far, as it is repeated."""
        return [(q, q.show(self.known[q.name])) for q in self.questions if q.name in self.known]

    def forget(self, question: Question) -> None:
        """Open a question again, and with it those that are asked only because of others."""
        for other in self.questions:
            if other is question or other.asked is not _always:
                self.known.pop(other.name, None)
        self._asked = [other for other in self._asked if other.name in self.known]

    def command(self, *words: str) -> str:
        """Return the command that goes on where this dialogue is."""
        options = [
            part
            for question in self.questions
            if question.name in self.known
            for part in (question.option, self.texts[question.name])
        ]
        return shlex.join([*words, *options])

    def _is_open(self, question: Question) -> bool:
        return question.name not in self.known and question.asked(self.known)

    def _asks(self, question: Question) -> bool:
        """Ask until the answer is good; return False to go back."""
        default = self.texts.get(question.name, question.default(self.known))
        while True:
            text = _prompt(question.words(self.known), default)
            if text == HELP:
                typer.echo(question.more)
                continue
            if text == BACK:
                return False
            try:
                note = self.give(question, text)
            except BadValue as error:
                typer.echo(f"  {error}")
                continue
            except UserError as error:
                for fault in error.faults[:MOST_FAULTS]:
                    typer.echo(f"  {fault}")
                continue
            understood = note or question.show(self.known[question.name])
            if understood != text:
                typer.echo(f"  {understood}")
            self._asked.append(question)
            return True


def _prompt(words: str, default: str | None) -> str:
    try:
        answer: str = typer.prompt(
            words, default=default, show_default=bool(default), prompt_suffix=" "
        )
    except typer.Abort:
        # Ctrl-C and the end of the input look alike to the prompt.
        raise KeyboardInterrupt from None
    return answer.strip()
