"""Holes in a procedure: a body must act and nobody said by when, a decision with no ground, outcomes with no criterion.

The steps are read by ``procedure.steps``; what counts as waiting, as a term given elsewhere, as a ground is in the
lists of each rule.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import islice

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Hit, Reading, Stretch
from sarapshy.detect.build import Evidence
from sarapshy.detect.guards import bound_scope
from sarapshy.detect.rules import Rule
from sarapshy.language.actors import ActorKind, find_actor
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import Pattern
from sarapshy.procedure.steps import Step, read_steps

Times = tuple[tuple[Pattern, ...], tuple[Pattern, ...]]  # words that set a time, and words of time that set none
MENTIONS = 8  # a stage spoken of more often is what the act is about
LAW = 4  # rank of a law: its by-laws and its general part set many of its terms
OF_LAW = 0.7
OF_SERVICE = 0.75  # of a step in a service whose whole term is told
AWAITED = 0.5  # of the weights of actions: what nobody outside waits for stays below
UNAWAITED = 0.75
SETTLED_NEARBY = 0.8
LISTED = 0.7  # of what an item under «Басқарма:» tells: a list of duties, whose steps are mostly told elsewhere
REACH = 45  # characters between a stage and the verb that says it is held
DAYS = ("day", "working_day", "calendar_day")
ACTING = frozenset({ActorKind.BODY, ActorKind.OFFICIAL, ActorKind.COMMISSION})
EXAMINED = "examine"
# What an examination ends in.
ENDINGS = ("decide", "answer", "issue", "refuse", "approve", "prepare", "draw_up", "call")
DONE_TO = ("move", "draw_up", "answer")  # in the passive, to the one it names
TELLING = ("answer", "send", "publish")
GIVING = ("issue", "pay", "refuse")
TERMLESS: dict[
    str, Callable[[str], bool]
] = {  # which actions the check is about: each part of a matter has its own term
    "missing_term": lambda action: action not in (*TELLING, *GIVING),
    "missing_term_of_telling": lambda action: action in TELLING,
    "missing_term_of_giving": lambda action: action in GIVING,
}


def find_missing_term(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The step of each point that a person waits for most, where neither its sentence nor its point sets a time."""
    strongest: dict[tuple[int, int], tuple[float, Step]] = {}
    is_meant = TERMLESS[rule.check or ""]
    for step in read_steps(reading):
        if not is_meant(step.action) or not _is_awaited(reading, rule, step):
            continue
        place, weight = reading.point_span(step.stretch), weigh_wait(reading, rule, step)
        if place not in strongest or weight > strongest[place][0]:
            strongest[place] = (weight, step)
    awaited = [(weight, step) for weight, step in strongest.values() if weight >= AWAITED]
    share = _share_of_act(reading, rule) if awaited else 1.0
    for weight, step in awaited:
        yield Evidence(step.start, step.end, confidence=min(0.9, rule.confidence * weight * share))


def _share_of_act(reading: Reading, rule: Rule) -> float:
    """Of the confidence, for what the whole act leaves to others or says once for all its steps."""
    of_law = OF_LAW if 0 < reading.act.identity.rank <= LAW else 1.0
    return of_law * (OF_SERVICE if _is_served_in_time(reading, rule) else 1.0)


def _is_served_in_time(reading: Reading, rule: Rule) -> bool:
    """Whether the act says within what time the whole service is rendered: «Көрсету мерзімі: 10 жұмыс күні» bounds each
    of its steps."""
    patterns = [rule.lists["served"].get(language, ()) for language in reading.languages]
    return any(reading.holds(each, 0, len(reading.text)) for each in patterns)


@cache
def _denials(language: str) -> tuple[str, ...]:
    """«не сообщает имя лица»: what is not done has no term."""
    return tuple(f" {word} " for word in read_lexicon("modality")["denials"][language])


def _is_awaited(reading: Reading, rule: Rule, step: Step) -> bool:
    if _is_private(reading, rule, step):
        return False
    if reading.text.endswith(_denials(reading.clause(step.stretch).language), 0, step.start):
        return False
    reach = _reach_of_term(reading, step)
    if any(reach[0] <= step.sentence[0] + term.start < reach[1] for term in step.terms):
        return False
    if reading.outline.numbered(step.stretch.clause) is None or reading.is_function(step.stretch):
        return False
    named = step.actor is not None and step.actor.kind in ACTING
    nameless = not named and holds_at(reading, rule, "passive", step, (step.start, step.end))
    if not named and step.action != "answer" and not holds_at(reading, rule, "waits", step, step.sentence):
        return (
            False  # «отходы размещают на площадке»: work, and nobody outside depends on it; a notice has an addressee
        )
    if nameless and step.action == "send" and not holds_at(reading, rule, "sent_on", step, step.sentence):
        return False  # «құжаттар ұсынылады»: who sends is the one who applies
    if holds_at(reading, rule, "idle", step, step.sentence):
        return False
    return not _sets_time(reading, _list_times(rule, reading.clause(step.stretch).language), reach)


def _list_times(rule: Rule, language: str) -> Times:
    return rule.lists["settled"].get(language, ()), rule.lists["untimed"].get(language, ())


def _sets_time(reading: Reading, times: Times, span: tuple[int, int]) -> bool:
    """Whether words of time stand there that bind somebody: «қолданылу мерзімі өткен құжат» tells what paper it is."""
    settled, untimed = times
    if not reading.holds(settled, *span):
        return False
    of_things = [place for each in untimed for place in reading.places(each, *span)]
    found = (place for each in settled for place in reading.places(each, *span))
    return not of_things or any(all(end <= a or b <= start for a, b in of_things) for start, end in found)


def _is_private(reading: Reading, rule: Rule, step: Step) -> bool:
    """Whether a citizen acts, or another private person in his own name: «эмитент есеп ұсынады». By when he may apply is
    for the rules to say all the same; what is done to him, «білім алушы оқудан шығарылады», another does."""
    if step.actor is None or step.actor.kind in ACTING:
        return False
    passive = holds_at(reading, rule, "passive", step, (step.start, step.end))
    if step.actor.kind is ActorKind.CITIZEN:
        return not passive or step.action not in DONE_TO
    return not passive and not holds_at(reading, rule, "applies", step, step.sentence)


def _reach_of_term(reading: Reading, step: Step) -> tuple[int, int]:
    """Where a term of this verb can stand: up to the verb in Kazakh («он күн ішінде береді және … сол күні жібереді»), in
    Russian up to the conjunction before the next verb («выдаёт … и в тот же день направляет»); for an examination also with
    what it ends in («қарайды және он күн ішінде шешім қабылдайды»)."""
    start, end = step.sentence
    following = _list_following(reading, step)
    ending = next((other for other in following if other.action in ENDINGS), None)
    if step.action == EXAMINED and ending is not None:
        return start, ending.end
    if reading.clause(step.stretch).language == "kk":
        return start, step.end
    if not following:
        return start, end
    joints = [reading.text.rfind(joint, step.end, following[0].start) for joint in (" и ", ", ")]
    return start, max(joints) if max(joints) > 0 else end


def _list_following(reading: Reading, step: Step) -> list[Step]:
    """The next step of the sentence, in each reading of its verb: «принимает решение» is also «принимает»."""
    steps = read_steps(reading)
    after = bisect_left(steps, step.end, key=lambda other: other.start)
    if after == len(steps) or steps[after].start >= step.sentence[1]:
        return []
    return [other for other in steps[after:] if other.start == steps[after].start]


def holds_at(reading: Reading, rule: Rule, name: str, step: Step, span: tuple[int, int]) -> bool:
    language = reading.clause(step.stretch).language
    return reading.holds(rule.lists[name].get(language, ()), *span)


def weigh_wait(reading: Reading, rule: Rule, step: Step) -> float:
    """How much a person waits: the kind of action, whether it is known who must act and that somebody outside depends
    on it, and whether another sentence of the point sets a time that may be meant for this one too."""
    action = read_lexicon("actions")[step.action]
    weight = float(action["weight"])
    named = step.actor is not None and step.actor.kind is not ActorKind.CITIZEN
    weight *= 1.2 if named else float(action.get("unnamed", 1.0))
    if "waits" in rule.lists and not holds_at(reading, rule, "waits", step, step.sentence):
        weight *= UNAWAITED
    if "settled" in rule.lists and _is_settled_nearby(reading, rule, step):
        weight *= SETTLED_NEARBY
    return weight * (LISTED if _is_listed_duty(reading, step) else 1.0)


def _is_listed_duty(reading: Reading, step: Step) -> bool:
    """Whether the step is an item under a point that says only whose duties follow: «25. Хатшы: 1) … дайындайды»."""
    point = reading.point_span(step.stretch)
    opening = reading.stretch_at(point[0])
    if opening is None or opening.start == step.stretch.start or not _is_item(reading, step.stretch):
        return False
    text = reading.text[opening.start : opening.end].rstrip()
    actor = find_actor(text, reading.clause(step.stretch).language) if text.endswith(":") else None
    return actor is not None and actor.end == len(text) - 1


def _is_settled_nearby(reading: Reading, rule: Rule, step: Step) -> bool:
    """Whether another sentence of the point says when. The term of the applicant («он жұмыс күні ішінде шағым береді»)
    and the dates in a list of grounds bind the body to nothing."""
    language = reading.clause(step.stretch).language
    times = _list_times(rule, language)
    near = _settling_point(reading, times, reading.point_span(step.stretch), language)
    own = _settling(reading, times, (step.stretch,), language)
    return any(sentence != step.sentence for sentence in (*near, *own))


@lru_cache(maxsize=4)
def _settling_point(reading: Reading, times: Times, point: tuple[int, int], language: str) -> list[tuple[int, int]]:
    """Of a point without the items of its lists: a term there is that of the item."""
    first, last = (bisect_left(reading.stretches, offset, key=lambda s: s.start) for offset in point)
    return _settling(
        reading, times, tuple(s for s in reading.stretches[first:last] if not _is_item(reading, s)), language
    )


@lru_cache(maxsize=64)
def _settling(reading: Reading, times: Times, stretches: tuple[Stretch, ...], language: str) -> list[tuple[int, int]]:
    """The first two sentences that set a time which binds somebody who acts for the state: one may be the step's own."""
    found = (
        sentence
        for stretch in stretches
        for sentence in reading.sentences(stretch)
        if _sets_time(reading, times, sentence) and not _is_of_person(reading, language, sentence)
    )
    return list(islice(found, 2))


def _is_item(reading: Reading, stretch: Stretch) -> bool:
    return reading.clause(stretch).kind is ClauseKind.SUBPOINT


def _is_of_person(reading: Reading, language: str, sentence: tuple[int, int]) -> bool:
    """Whether it is the applicant who acts in the sentence, by its last verb in Kazakh and its first in Russian."""
    text = reading.text[slice(*sentence)]
    actor = find_actor(text, language, len(text.rstrip(". ")) if language == "kk" else 0)
    return actor is not None and actor.kind not in ACTING


def find_bare_stages(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first mention of each stage that is held and about whose holding at most one sentence says anything."""
    for language in reading.languages:
        for stage in rule.lists["stage"].get(language, ()):
            by_component: dict[int | None, list[Hit]] = {}
            for hit in reading.find((stage,)):
                if reading.clause(hit.stretch).language == language and _may_hold_stage(reading, hit):
                    by_component.setdefault(reading.outline.component(hit.stretch.clause), []).append(hit)
            for hits in by_component.values():
                held = [hit for hit in hits if _is_held(reading, rule, language, hit)]
                if held and len(hits) <= MENTIONS and not _is_regulated(reading, rule, language, hits):
                    yield Evidence(held[0].start, held[0].end)


def _may_hold_stage(reading: Reading, hit: Hit) -> bool:
    in_table = reading.clause(hit.stretch).kind is ClauseKind.ROW
    defined = any(
        not definition.short_name and hit.stretch.start <= reading.to_folded(definition.start) < hit.stretch.end
        for definition in reading.act.definitions
    )
    return not in_table and not defined and reading.is_norm(hit.stretch) and not reading.is_function(hit.stretch)


def _is_held(reading: Reading, rule: Rule, language: str, hit: Hit) -> bool:
    start, end = reading.sentence(hit.start)
    before = hit.start if language == "kk" else max(start, hit.start - REACH)  # the Kazakh verb comes last
    return reading.holds(rule.lists["conduct"][language], before, min(end, hit.end + REACH))


def _says(reading: Reading, rule: Rule, name: str, language: str, hit: Hit) -> bool:
    return reading.holds(rule.lists[name][language], *reading.sentence(hit.start))


def _is_regulated(reading: Reading, rule: Rule, language: str, hits: list[Hit]) -> bool:
    sentences = {reading.sentence(hit.start): hit for hit in hits}
    if any(_says(reading, rule, "subject", language, hit) for hit in sentences.values()):
        return True
    return sum(_says(reading, rule, "regulated", language, hit) for hit in sentences.values()) >= 2


def find_terms_without_start(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first term of days in each point that a body must keep and whose beginning the sentence does not name."""
    seen: set[tuple[int, int]] = set()
    for step in read_steps(reading):
        counted = [t for t in step.terms if t.unit in DAYS and t.bound in ("within", "at_most") and t.number]
        place = reading.point_span(step.stretch)
        if not counted or place in seen or not _binds_body(reading, rule, step):
            continue
        if not holds_at(reading, rule, "start", step, step.sentence):
            seen.add(place)
            yield Evidence(step.sentence[0] + counted[0].start, step.sentence[0] + counted[0].end)


def _binds_body(reading: Reading, rule: Rule, step: Step) -> bool:
    """Whether a body must keep the term: it is named, or nobody is and a person waits («құжат беріледі»)."""
    if step.actor is None:
        return holds_at(reading, rule, "waits", step, step.sentence)
    return step.actor.kind in ACTING


def find_one_sided_outcomes(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first «расталған жағдайда» of each kind where the component nowhere says what follows the opposite.

    The lists ``positive`` and ``negative`` are pairs, one a kind of outcome.
    """
    for language in reading.languages:
        pairs = zip(rule.lists["positive"][language], rule.lists["negative"][language], strict=True)
        for positive, negative in pairs:
            for hit in reading.find((positive,)):
                place = bound_scope(reading, "component", hit)
                if reading.is_norm(hit.stretch) and not reading.holds((negative,), *place):
                    yield Evidence(hit.start, hit.end)
                    break
