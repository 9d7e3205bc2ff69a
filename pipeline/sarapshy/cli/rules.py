"""``sarapshy rules list``, ``show D2-01``, ``test``: the rules as the lawyer who edits them sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import click

from sarapshy.cli.exits import Exit
from sarapshy.cli.options import language_option, load_rules
from sarapshy.detect.rules import Rule
from sarapshy.findings.factors import read_factors
from sarapshy.findings.model import Texts
from sarapshy.messages import say
from sarapshy.report.text import COLOURS, INDENT

FILLED = re.compile(r"\{\w+\}")  # where a finding's own words go


def build(language: str) -> click.Command:
    @click.group("rules", help=say("cli.rules_help", language))
    def rules() -> None:
        pass

    @rules.command("list", help=say("cli.rules_list_help", language))
    @language_option(language)
    def list_rules(ui_lang: str) -> None:
        rules = load_rules(ui_lang)
        for row in (*describe_rules(rules, ui_lang), *describe_unsought(rules, ui_lang)):
            click.echo(row)

    @rules.command("show", help=say("cli.rules_show_help", language), short_help=say("cli.rules_show_help", language))
    @click.argument("code")
    @language_option(language)
    def show_rules(code: str, ui_lang: str) -> None:
        shown = choose_rules(load_rules(ui_lang), code)
        if not shown:
            raise click.UsageError(say("cli.rule_not_found", ui_lang, code=code))
        click.echo("\n\n".join(describe_rule(rule, ui_lang) for rule in shown))

    @rules.command("test", help=say("cli.rules_test_help", language))
    @language_option(language)
    def test_rules(ui_lang: str) -> None:
        raise SystemExit(print_test(load_rules(ui_lang), ui_lang))

    return rules


def choose_rules(rules: Sequence[Rule], code: str) -> list[Rule]:
    """The rule of that code, else all rules of that factor."""
    wanted = code.casefold()
    exact = [rule for rule in rules if rule.code.casefold() == wanted]
    return exact or [rule for rule in rules if rule.factor.casefold() == wanted]


def describe_rules(rules: Sequence[Rule], language: str) -> Iterator[str]:
    width = max((len(rule.code) for rule in rules), default=0)
    for rule in rules:
        severity = click.style(f"{say(f'report.severity_{rule.severity}', language):<8}", fg=COLOURS[rule.severity])
        name = FILLED.sub("…", choose_text(rule.name, language))
        yield f"{click.style(rule.code.ljust(width), bold=True)}  {severity}  {name}"


def describe_unsought(rules: Sequence[Rule], language: str) -> Iterator[str]:
    """The factors that no rule looks for: what only the expert can answer, with the question."""
    sought = {rule.factor for rule in rules}
    left = [factor for factor in read_factors().values() if factor.code not in sought]
    if left:
        yield ""
        yield click.style(say("cli.rules_left", language), bold=True)
    for factor in left:
        question = choose_text(factor.question or factor.definition, language)
        yield f"{click.style(factor.code, bold=True)}  {choose_text(factor.name, language)}. {question}"


def describe_rule(rule: Rule, language: str) -> str:
    facts = (
        ("rule_factor", rule.factor),
        ("rule_kind", rule.kind),
        ("rule_severity", say(f"report.severity_{rule.severity}", language)),
        ("rule_confidence", f"{rule.confidence:.2f}"),
        ("rule_why", choose_text(rule.why, language)),
        *(("rule_remedy", f"({own}) {choose_text({own: text}, own)}") for own, text in rule.remedy.items()),
    )
    lines = [click.style(f"{rule.code}  {choose_text(rule.name, language)}", bold=True)]
    lines += [f"{INDENT}{say(f'cli.{label}', language)}: {fact}" for label, fact in facts]
    for side in ("bad", "good"):
        lines.append(f"{INDENT}{say(f'cli.rule_{side}', language)}:")
        lines += [f"{INDENT * 2}({own}) {text}" for own, text in _examples(rule, side)]
    return "\n".join(lines)


def _examples(rule: Rule, side: str) -> Iterator[tuple[str, str]]:
    for own, examples in rule.examples.items():
        for text in getattr(examples, side):
            yield own, f"\n{INDENT * 2}     ".join(text.strip().splitlines())


def choose_text(texts: Texts, language: str) -> str:
    return " ".join(texts[language].split())


def print_test(rules: Sequence[Rule], language: str) -> Exit:
    """A line an example that fails; a rule whose examples fail is bad input."""
    from sarapshy.detect.examples import test_examples

    failures = test_examples(rules)
    examples = sum(len(each.bad) + len(each.good) for rule in rules for each in rule.examples.values())
    for failure in failures:
        click.echo(click.style(str(failure), fg="red"), err=True)
    if failures:
        click.echo(say("cli.examples_failed", language, examples=examples, failed=len(failures)), err=True)
        return Exit.BAD_INPUT
    click.echo(click.style(say("cli.examples_passed", language, rules=len(rules), examples=examples), fg="green"))
    return Exit.CLEAN
