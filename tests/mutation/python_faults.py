"""Every small way to break a function: a comparison, a sign, a constant, a filter, a fallback."""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
CHOICES = {
    "approved": "submitted",
    "rejected": "draft",
    "fixed": "retainer",
    "retainer": "fixed",
    "time_and_materials": "fixed",
    "non_billable": "fixed",
    "by_hours": "straight_line",
    "straight_line": "by_hours",
    "on_delivery": "by_hours",
    "client": "internal",
    "internal": "client",
    "open": "won",
    "left": "inner",
    "first": "last",
    "last": "first",
    "right": "left",
    "backward": "forward",
    "A": "B",
    "B": "A",
}
"""Values of closed lists, and of what pandas is told; other text names columns, and breaking it proves nothing."""

CALLS = {
    "min": "max",
    "max": "min",
    "minimum": "maximum",
    "maximum": "minimum",
    "first": "last",
    "last": "first",
    "any": "all",
    "all": "any",
    "isna": "notna",
    "notna": "isna",
    "cummax": "cummin",
    "ffill": "bfill",
}
DROPPED = frozenset({"fillna", "clip", "drop_duplicates", "dropna", "sort_values", "shift", "cumsum", "abs", "where"})
ASKING_TWICE = frozenset({"strict", "copy", "drop", "sort"})
"""Arguments that make sure of what is so anyway, or settle what no number hangs on: old row numbers, an order."""
MASKS = (ast.Compare, ast.UnaryOp)


@dataclass(frozen=True)
class PythonFault:
    """One change of one function; `node` and `variant` find it again in the source."""

    module: str
    function: str
    line: int
    what: str
    node: int
    variant: int


def faults_in(source: str, module: str) -> Iterator[PythonFault]:
    """Every fault that can be planted in the functions and methods of a module."""
    for name, function in _functions(ast.parse(source)):
        for index, node in enumerate(_body(function)):
            for variant, (what, _) in enumerate(_variants(node)):
                yield PythonFault(module, name, getattr(node, "lineno", function.lineno), what, index, variant)


def broken(source: str, fault: PythonFault) -> CodeType:
    """The code of the fault's function with the fault in it."""
    tree = ast.parse(source)
    function = dict(_functions(tree))[fault.function]
    target = _body(function)[fault.node]
    replacement = _variants(target)[fault.variant][1]
    changed = _Replace(target, replacement).visit(tree)
    assert isinstance(changed, ast.Module)
    return _code(compile(ast.fix_missing_locations(changed), fault.module, "exec"), fault.function)


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for one in tree.body:
        if isinstance(one, ast.FunctionDef):
            yield one.name, one
        if isinstance(one, ast.ClassDef):
            yield from ((f"{one.name}.{inner.name}", inner) for inner in one.body if isinstance(inner, ast.FunctionDef))


def _body(function: ast.FunctionDef) -> list[ast.AST]:
    """Every node that runs: no docstring, no annotation, no default."""
    found: list[ast.AST] = []
    for statement in function.body:
        if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
            found.extend(_walk(statement))
    return found


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.keyword) and node.arg in ASKING_TWICE:
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                yield from _walk(one)


class _Replace(ast.NodeTransformer):
    def __init__(self, target: ast.AST, replacement: ast.AST) -> None:
        self.target, self.replacement = target, replacement

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.target:
            return ast.copy_location(self.replacement, node)
        changed: ast.AST = super().visit(node)
        return changed


def _code(module: CodeType, qualname: str) -> CodeType:
    """A function's code, found inside the compiled module."""
    for one in module.co_consts:
        if isinstance(one, CodeType):
            if one.co_qualname == qualname:
                return one
            if qualname.startswith(f"{one.co_qualname}."):
                return _code(one, qualname)
    raise LookupError(f"There is no function {qualname} in {module.co_filename}.")


Variants = list[tuple[str, ast.AST]]


def _variants(node: ast.AST) -> Variants:
    """What a node may be broken into."""
    breaks = BREAKS.get(type(node))
    return breaks(node) if breaks else []


def _comparisons(node: ast.Compare) -> Variants:
    if len(node.ops) > 1:
        return []
    new = COMPARISONS[type(node.ops[0])]()
    return [(f"{_name(node.ops[0])} becomes {_name(new)}", _with(node, ops=[new]))]


def _operators(node: ast.BinOp) -> Variants:
    if type(node.op) not in OPERATORS:
        return []
    other = OPERATORS[type(node.op)]()
    return [(f"{_name(node.op)} becomes {_name(other)}", _with(node, op=other))]


def _signs(node: ast.UnaryOp) -> Variants:
    return [(f"{_name(node.op)} dropped", node.operand)]


def _both(node: ast.BoolOp) -> Variants:
    swapped = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return [(f"{_name(node.op)} becomes {_name(swapped)}", _with(node, op=swapped))]


def _filters(node: ast.Subscript) -> Variants:
    return [("filter dropped", node.value)] if _is_mask(node.slice) else []


def _either(node: ast.IfExp) -> Variants:
    return [("both ways swapped", _with(node, body=node.orelse, orelse=node.body))]


def _conditions(node: ast.If) -> Variants:
    return [("condition negated", _with(node, test=ast.UnaryOp(ast.Not(), node.test)))]


def _constants(node: ast.Constant) -> Variants:
    value = node.value
    if isinstance(value, bool):
        return [(f"{value} becomes {not value}", ast.Constant(not value))]
    if isinstance(value, int):
        return [(f"{value} becomes {value + 1}", ast.Constant(value + 1))]
    if isinstance(value, str) and value in CHOICES:
        return [(f"{value!r} becomes {CHOICES[value]!r}", ast.Constant(CHOICES[value]))]
    return []


def _calls(node: ast.Call) -> Variants:
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
    found: Variants = []
    if name in CALLS:
        swapped = _with(called, **{"attr" if isinstance(called, ast.Attribute) else "id": CALLS[name]})
        found.append((f"{name} becomes {CALLS[name]}", _with(node, func=swapped)))
    if name in DROPPED and isinstance(called, ast.Attribute):
        found.append((f"{name} dropped", called.value))
    return found


def _is_mask(index: ast.expr) -> bool:
    if isinstance(index, ast.Call):
        return isinstance(index.func, ast.Attribute) and index.func.attr in ("isin", "notna", "isna", "between", "eq")
    if isinstance(index, ast.BinOp):
        return isinstance(index.op, ast.BitAnd | ast.BitOr)
    return isinstance(index, MASKS) and not (isinstance(index, ast.UnaryOp) and isinstance(index.op, ast.USub))


def _with(node: ast.AST, **fields: object) -> ast.AST:
    """A copy of the node itself, with some of its fields changed; what hangs below it is shared."""
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _name(node: ast.AST) -> str:
    return type(node).__name__


BREAKS: dict[type[ast.AST], Callable[[Any], Variants]] = {
    ast.Compare: _comparisons,
    ast.BinOp: _operators,
    ast.UnaryOp: _signs,
    ast.BoolOp: _both,
    ast.Constant: _constants,
    ast.Call: _calls,
    ast.Subscript: _filters,
    ast.IfExp: _either,
    ast.If: _conditions,
}
