"""A YAML text as plain data that remembers where each part of it stood."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from runtall.documents.files import unusable
from runtall.documents.slips import slip
from runtall.documents.source import Path, Source, key_path
from runtall.errors import Fault, FileFaults
from runtall.errors.words import shown

# Levels of nesting; a scenario has six.
DEEPEST = 12
# Values and keys, those that aliases repeat included.
MOST_NODES = 30_000
TOO_DEEP = f"nested more than {DEEPEST} levels deep"
TOO_MANY = f"more than {MOST_NODES} keys and values"
LONGEST_NUMBER = 18

CORE = "tag:yaml.org,2002:"
SCALAR_TAGS = {
    CORE + name for name in ("str", "null", "bool", "int", "float", "timestamp", "merge", "value")
}
WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
# Of characters that UTF-16 writes in two parts, a lone one.
HALF = re.compile("[\ud800-\udfff]")
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def read_yaml(file: str, text: str, example: str) -> Source:
    """Parse YAML 1.2.

    Parameters
    ----------
    example
        What such a file holds, for one that holds nothing of the kind.

    Raises
    ------
    FileFaults
        If the text is no YAML, no mapping, or grows beyond all measure.
    """
    root = _compose(file, text)
    source = Source(file)
    wanted = f"; wanted are keys and values, such as {example}"
    if root is None or (isinstance(root, ScalarNode) and not root.value.strip()):
        raise unusable(file, f"the file is empty{wanted}")
    if not isinstance(root, MappingNode):
        kind = "a list" if isinstance(root, SequenceNode) else "a single value"
        message = f"the file holds {kind}{wanted}"
        raise FileFaults(Fault(file, *_position(root.start_mark), "", message))
    source.data = _Reader(source).mapping(root, ())
    return source


class _TooMuchError(MarkedYAMLError):
    """More nesting or more nodes than a file can need."""


class _BoundedComposer(Composer):
    """Composes nodes, but only so many and so deep."""

    def __init__(self, loader: Any = None) -> None:
        super().__init__(loader=loader)
        self.warn_double_anchors = False
        self.n_nodes = 0
        self.level = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Compose one node and all below it."""
        self.n_nodes += 1
        self.level += 1
        if self.level > DEEPEST or self.n_nodes > MOST_NODES:
            problem = TOO_DEEP if self.level > DEEPEST else TOO_MANY
            raise _TooMuchError(problem=problem, problem_mark=self.parser.peek_event().start_mark)
        node = super().compose_node(parent, index)
        self.level -= 1
        return node


def _compose(file: str, text: str) -> Node | None:
    yaml = YAML(typ="safe", pure=True)
    yaml.Composer = _BoundedComposer
    try:
        root: Node | None = yaml.compose(text)
    except MarkedYAMLError as error:
        at = None if isinstance(error, _TooMuchError) else slip(error, text)
        at = at or (*_position(error.problem_mark or error.context_mark), _syntax(error))
        raise FileFaults(Fault(file, at[0], at[1], "", at[2])) from None
    except Exception as error:  # whatever the parser trips over is a fault of the file
        why = str(error).strip().partition("\n")[0] or "unreadable"
        raise FileFaults(Fault(file, 1, 1, "", f"this is not YAML: {why[:120]}")) from None
    return root


def _position(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _syntax(error: MarkedYAMLError) -> str:
    problem = str(error.problem or error.context or "unreadable")
    if isinstance(error, _TooMuchError):
        return problem
    if "\\t" in problem:
        return "a tab can't indent YAML; use spaces"
    if "found another document" in problem:
        return "a second document begins here; a file holds one"
    return f"this is not YAML: {problem[:120]}"


class _Reader:
    """Turns nodes into data, aliases and merge keys expanded."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.n_nodes = 0

    def value(self, node: Node, path: Path) -> Any:
        self.n_nodes += 1
        if self.n_nodes > MOST_NODES:
            self.stop(node, path, f"{TOO_MANY} once aliases are expanded")
        if len(path) > DEEPEST:
            self.stop(node, path, TOO_DEEP)
        if isinstance(node, MappingNode):
            return self.mapping(node, path)
        if isinstance(node, SequenceNode):
            return self.sequence(node, path)
        return self.scalar(node, path)

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        self.tag(node, path, "map")
        result: dict[str, Any] = {}
        for key_node, value_node, merged in self.pairs(node, path, 0):
            if not isinstance(key_node, ScalarNode):
                self.note(key_node, path, "a key is a word or a date, not a list or a mapping")
                continue
            key = self.text(key_node, path)
            here = (*path, key)
            if key in result:
                if not merged:
                    first = self.source.positions[here][0]
                    self.note(key_node, here, f"given twice; the first stands in line {first}")
                continue
            self.source.positions[here] = _position(key_node.start_mark)
            result[key] = self.value(value_node, here)
        return result

    def pairs(self, node: MappingNode, path: Path, level: int) -> list[tuple[Node, Node, bool]]:
        """Return the keys and values: a mapping's own, then what ``<<`` merges into it."""
        own: list[tuple[Node, Node, bool]] = []
        merged: list[tuple[Node, Node, bool]] = []
        for key, value in node.value:
            if not (isinstance(key, ScalarNode) and key.value == "<<" and not key.style):
                own.append((key, value, level > 0))
                continue
            others = value.value if isinstance(value, SequenceNode) else [value]
            if level > DEEPEST or not all(isinstance(other, MappingNode) for other in others):
                self.note(key, path, "<< merges a mapping, or a list of mappings, by an alias")
                continue
            for other in others:
                self.n_nodes += 1 + len(other.value)
                if self.n_nodes > MOST_NODES:
                    self.stop(key, path, f"{TOO_MANY} once aliases are expanded")
                merged += self.pairs(other, path, level + 1)
        return own + merged

    def sequence(self, node: SequenceNode, path: Path) -> list[Any]:
        self.tag(node, path, "seq")
        positions = {(*path, i): _position(item.start_mark) for i, item in enumerate(node.value)}
        self.source.positions |= positions
        return [self.value(item, here) for item, here in zip(node.value, positions, strict=True)]

    def scalar(self, node: Any, path: Path) -> Any:
        """Return the value of a scalar by the core schema of YAML 1.2; dates stay text."""
        text = self.text(node, path)
        tag = str(node.tag)
        if tag not in SCALAR_TAGS:
            self.note(node, path, f"the tag {shown(tag)} means nothing here")
            return text
        if node.style or tag == CORE + "str":
            return text
        if text in WORDS:
            return WORDS[text]
        if len(text) > LONGEST_NUMBER:
            return text
        if INTEGER.fullmatch(text):
            return int(text, 0) if text.startswith(("0o", "0x")) else int(text)
        return float(text) if DECIMAL.fullmatch(text) else text

    def text(self, node: Any, path: Path) -> str:
        """Return the text of a scalar; JSON writes some characters in two halves."""
        # Two halves that belong together become one character, and lone ones stay.
        text = str(node.value).encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
        if found := HALF.search(text):
            half = shown(found.group())
            self.note(node, path, f"{half} is half a character; write the whole one")
        return HALF.sub("\ufffd", text)

    def tag(self, node: Any, path: Path, usual: str) -> None:
        if str(node.tag) != CORE + usual:
            self.note(node, path, f"the tag {shown(str(node.tag))} means nothing here")

    def note(self, node: Any, path: Path, message: str) -> None:
        position = _position(node.start_mark)
        self.source.faults.append(Fault(self.source.file, *position, key_path(path), message))

    def stop(self, node: Any, path: Path, message: str) -> None:
        self.note(node, path[:3], message)
        raise FileFaults(*self.source.faults)
