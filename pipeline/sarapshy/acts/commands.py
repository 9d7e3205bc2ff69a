"""What an order tells somebody to do once, and what a rule says is done whenever.

«… қажетті шараларды қабылдасын», «утвердить прилагаемые Правила» are commands: they bind once, and nobody outside waits for
them. «… жәрдемақы төленеді», «пособие выплачивается» is a norm, in an order too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sarapshy.acts.model import ClauseKind, ClauseRole
from sarapshy.acts.regulation import read_patterns
from sarapshy.language.lexicon import read_lexicon

if TYPE_CHECKING:
    from sarapshy.acts.stretches import Reading, Stretch

NOT_NORMS = (ClauseKind.PREAMBLE, ClauseKind.HEADING, ClauseKind.NOTE, ClauseKind.ROW)
ENDS = ' .,;:"'
OPENS, BOUND = 3, 20  # words in which the verb of a Russian order comes, and comes after whom it binds


def is_command(reading: Reading, stretch: Stretch) -> bool:
    """«… мынадай редакцияда жазылсын:», «утвердить прилагаемые Правила»: what an order does to other texts."""
    return reading.holds(read_patterns("commands", reading.clause(stretch).language), stretch.start, stretch.end)


def lists_commands(reading: Reading, opening: Stretch) -> bool:
    """«1. Утвердить прилагаемые:», «2. Мыналардың күші жойылды деп танылсын:»: what is listed beneath are titles of acts."""
    return reading.holds(read_patterns("listed_commands", reading.clause(opening).language), opening.start, opening.end)


def is_order(reading: Reading, stretch: Stretch) -> bool:
    """«… аудару тапсырылсын»: what an order that approves no rules tells somebody to do once. A point that says what is
    done («… төленеді») is a norm all the same."""
    if not reading.enacts:
        return False
    lexicon = read_lexicon("regulation")["orders"][reading.clause(stretch).language]
    if _is_of_powers(reading, stretch):
        return False
    if lexicon["does"]:
        return not _ends_in(reading, stretch, tuple(lexicon["does"]))
    return _opens_with_order([word.strip(ENDS) for word in reading.text[stretch.start : stretch.end].split()], lexicon)


def _is_of_powers(reading: Reading, stretch: Stretch) -> bool:
    """«Комиссия имеет право: 1) отклонить заявку»: an infinitive beneath such a line orders nothing."""
    lead = reading.lead_of(stretch)
    return lead is not None and reading.holds(
        read_patterns("heads_of_powers", reading.clause(lead).language), lead.start, lead.end
    )


def _opens_with_order(words: list[str], lexicon: dict[str, list[str]]) -> bool:
    """«2. Обеспечить …», «3. Министерству юстиции Республики Казахстан привести …»: the infinitive opens it, or comes after
    a dative that names whom it binds and nothing that makes it a right."""
    opens, nouns = tuple(lexicon["opens"]), tuple(lexicon["nouns"])
    at = next((at for at, word in enumerate(words[:BOUND]) if word.endswith(opens) and not word.endswith(nouns)), None)
    if at is None or at < OPENS:
        return at is not None
    between = words[1 if words[0][:1].isdigit() else 0 : at]
    if not between or not between[0].endswith(tuple(lexicon["bound"])):
        return False
    return not any(
        word.startswith(tuple(lexicon["rights"])) or word.endswith(tuple(lexicon["says"])) for word in between
    )


def is_told_once(reading: Reading, stretch: Stretch) -> bool:
    """«… қажетті шараларды қабылдасын»: every sentence is a command, in the order or in new wording of one."""
    told = tuple(read_lexicon("regulation")["once"][reading.clause(stretch).language])
    last = reading.text[stretch.start : stretch.end].rstrip().rstrip(ENDS)
    if not told or (last and not last.endswith(told)):
        return False
    return all(reading.text[start:end].rstrip(ENDS).endswith(told) for start, end in reading.sentences(stretch))


def says_what_is_done(reading: Reading, stretch: Stretch) -> bool:
    """«… жәрдемақы төленеді», «пособие выплачивается»: the indicative of a norm, in the words of nobody else."""
    clause = reading.clause(stretch)
    if clause.role is not ClauseRole.NORM or clause.kind in NOT_NORMS or reading.is_amended(stretch):
        return False
    return tells_deed(reading, stretch)


def tells_deed(reading: Reading, stretch: Stretch) -> bool:
    """Whether a sentence of the Kazakh ends in a verb of what is done, or the Russian holds one."""
    lexicon = read_lexicon("regulation")["orders"][reading.clause(stretch).language]
    if lexicon["does"]:
        return _ends_in(reading, stretch, tuple(lexicon["does"]))
    words = reading.text[stretch.start : stretch.end].split()
    return any(word.rstrip('.,;:"').endswith(tuple(lexicon["says"])) for word in words)


def _ends_in(reading: Reading, stretch: Stretch, endings: tuple[str, ...]) -> bool:
    """Whether a sentence ends so: the Kazakh verb comes last."""
    return any(reading.text[a:b].rstrip(ENDS).endswith(endings) for a, b in reading.sentences(stretch))
