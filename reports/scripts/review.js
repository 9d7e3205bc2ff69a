// A reviewer decides on the chosen finding: with a key or a button, with a comment, with a wording of one's own.
const subjects = JSON.parse(byId("subjects").textContent);
const terms = subjects.terms;
const known = new Map();  // finding's id -> Map of reviewer -> latest decision
const base = JSON.parse(byId("decisions").textContent);
const cardOf = new Map(cards.map((card) => [card.dataset.id, card]));
const remote = document.body.dataset.review;  // where decisions go when a server shows the page
const path = subjects.path;
let shelf = readShelf(path);
let kept = true;

const myName = () => byId("reviewer").value.trim().replace(/\s+/g, " ");
const reviewsOf = (id) => [...(known.get(id)?.values() || [])];
const mine = (id) => known.get(id)?.get(myName());
const decided = (id) => !["undecided", "open"].includes(stateOf(id));

// A verdict on words that have changed since is none, until someone decides anew.
function isChanged(id) {
  const before = base[id]?.changed && new Date(base[id].at);
  return Boolean(before) && reviewsOf(id).every((each) => new Date(each.at) <= before);
}

function stateOf(id) {
  return isChanged(id) ? "open" : judge(reviewsOf(id));
}

function learn(decision) {
  const all = known.get(decision.finding) || known.set(decision.finding, new Map()).get(decision.finding);
  all.set(decision.by, later(decision, all.get(decision.by)));
}

function learnAll() {
  known.clear();
  for (const [id, each] of Object.entries(base)) for (const review of each.reviews || [each]) learn({ ...review, finding: id });
  for (const each of Object.values(shelf.decisions)) learn(each);
}

function subjectOf(card) {
  const [rule, slot, clause, quote] = subjects.findings[Number(card.dataset.n) - 1];
  return { act: subjects.act, path, code: card.dataset.code, rule, slot, clause, quote };
}

function proposed(card) {
  const own = card.querySelector(`.remedy.own`) || card.querySelector(".remedy");
  return own ? own.textContent : "";
}

// What the form says becomes my decision on the card's finding.
function record(card, change) {
  const id = card.dataset.id, now = mine(id);
  const decision = {
    finding: id, state: now?.state || "open", by: myName(), at: new Date().toISOString(), comment: now?.comment || "",
    remedy: now?.remedy || {}, subject: subjectOf(card), ...change,
  };
  learn(decision);
  keep([decision]);
  showCard(card);
  showProgress();
  if (card === chosen) fillDock();
}

function keep(decisions) {
  if (remote) { send(decisions); return; }
  for (const each of decisions) shelf.decisions[keyOf(each)] = each;
  unstored.push(...decisions);
  jot(path, unstored);  // at once, whatever becomes of the tab
  requestAnimationFrame(() => setTimeout(store));  // a shelf of two thousand is written when the key has been answered
  showKept();
}

let unstored = [];
function store() {
  if (!unstored.length) return;
  const stored = shelve(path, unstored);
  if (stored) unstored = [];
  if (stored !== kept) { kept = stored; showKept(); }
}

function settle() {
  flush();
  store();
}

function decide(state, onward) {
  if (!chosen) return;
  const card = chosen;
  const now = mine(card.dataset.id);
  record(card, { state: now?.state === state && !isChanged(card.dataset.id) && !onward ? "open" : state });
  byId("told").textContent = `${chosen.dataset.code}: ${words(terms[stateOf(card.dataset.id)])}. ${byId("decided").textContent}`;
  if (onward) toUndecided();
}

function toUndecided() {
  const found = matching();
  const at = found.indexOf(chosen);
  const next = [...found.slice(at + 1), ...found.slice(0, Math.max(at, 0))].find((card) => !decided(card.dataset.id));
  if (next) goTo(next);
  else if (byId("onward").classList.contains("done")) onwardLink.focus();  // all is decided: Enter opens the next act
}

const onwardLink = byId("onward")?.querySelector("a");
function findOnward() {
  const pages = pagesAhead(), own = `acts/${decodeURIComponent(location.pathname.split("/").pop())}`;
  const others = [...pages.slice(pages.indexOf(own) + 1), ...pages].filter((page) => page !== own);
  byId("onward").hidden = !others.length;
  if (others.length) onwardLink.href = folder + others[0].split("/").map(encodeURIComponent).join("/");
}

// The card says who decided what; the words in the act of what was rejected fade.
function showCard(card) {
  const id = card.dataset.id, reviews = reviewsOf(id), state = stateOf(id);
  if (reviews.length) card.dataset.state = state; else delete card.dataset.state;
  for (const place of places(card.dataset.n)) {
    if (place.matches("mark")) place.classList.toggle("faded", place.dataset.f.split(" ").every((n) => cardAt(n).dataset.state === "rejected"));
    else place.classList.toggle("faded", state === "rejected");
  }
  card.querySelector(".verdicts")?.remove();
  if (!reviews.length) return;
  const block = make("div", "verdicts");
  if (isChanged(id)) {
    const note = make("p", "note");
    note.append(tell(make("span"), terms.changed_note), " ", make("q", "", base[id].changed.quote || "–"));
    block.append(note);
  } else if (state === "disputed") block.append(tell(make("p", "note"), terms.disputed_note));
  for (const each of reviews.sort((one, other) => one.at.localeCompare(other.at))) block.append(verdict(each));
  card.querySelector(".reasons").before(block);
  needles.delete(card);
}

function verdict(decision) {
  const line = make("p", `verdict v-${decision.state}`);
  line.append(tell(make("b"), terms[decision.state]), " ", make("bdi", "by", decision.by), " ", make("time", "", whenSaid(decision.at)));
  if (decision.comment) line.append(make("bdi", "said", decision.comment));
  for (const [language, wordingOf] of Object.entries(decision.remedy || {})) {
    const own = make("bdi", "reworded", wordingOf);
    own.lang = language;
    line.append(own);
  }
  return line;
}

const two = (number) => String(number).padStart(2, "0");
function whenSaid(at) {
  const day = new Date(at);
  return `${two(day.getDate())}.${two(day.getMonth() + 1)}.${day.getFullYear()} ${two(day.getHours())}:${two(day.getMinutes())}`;
}

function showProgress() {
  const counts = { undecided: 0, accepted: 0, rejected: 0, open: 0, disputed: 0, changed: 0, commented: 0 };
  for (const card of cards) {
    const id = card.dataset.id;
    counts[stateOf(id)] += 1;
    if (isChanged(id)) counts.changed += 1;
    if (reviewsOf(id).some((each) => each.comment)) counts.commented += 1;
  }
  counts.undecided += counts.open;
  for (const button of document.querySelectorAll("button[data-state]")) {
    const count = counts[button.dataset.state];
    button.querySelector("b").textContent = count;
    button.hidden = !count && ["disputed", "changed"].includes(button.dataset.state) && button.getAttribute("aria-pressed") === "false";
  }
  const done = cards.length - counts.undecided;
  byId("onward").classList.toggle("done", !counts.undecided);
  byId("decided").textContent = `${done} / ${cards.length}`;
  let from = 0;
  for (const name of ["accepted", "rejected", "disputed"]) {
    const bar = byId(`bar-${name}`), width = 100 * counts[name] / cards.length;
    bar.setAttribute("x", `${from}%`);
    bar.setAttribute("width", `${width}%`);
    from += width;
  }
}

function showKept() {
  const state = byId("kept"), count = unsavedOn(shelf).length;
  state.classList.toggle("warn", !kept);
  if (!kept) tell(state, terms.not_kept);
  else if (remote) tell(state, outbox.length ? terms.not_sent : terms.kept_by_server);
  else if (count) tell(state, terms.unsaved);
  else tell(state, Object.keys(shelf.decisions).length ? terms.all_saved : terms.none_yet);
  byId("unsaved").textContent = remote ? outbox.length || "" : count || "";
}

// The form at the foot of the list belongs to the chosen finding.
function fillDock() {
  const now = chosen && mine(chosen.dataset.id);
  for (const button of document.querySelectorAll("[data-decide]")) {
    button.disabled = !chosen;
    const on = Boolean(now) && now.state === button.dataset.decide && !isChanged(chosen.dataset.id);
    if (button.dataset.decide !== "open") button.setAttribute("aria-pressed", String(on));
    else button.hidden = !now || !JUDGED.includes(now.state);
  }
  byId("idle").hidden = Boolean(chosen);
  byId("about").hidden = !chosen;
  if (!chosen) return;
  if (document.activeElement !== byId("comment")) byId("comment").value = now?.comment || "";
  if (document.activeElement !== byId("reworded")) byId("reworded").value = now?.remedy?.[subjects.language] ?? proposed(chosen);
}

// On a narrow screen the form opens inside the card.
function placeDock() {
  const dock = byId("dock"), home = isWide() || !chosen ? byId("findings") : chosen;
  if (dock.parentElement !== home) home.append(dock);
}

function openWording(open) {
  byId("rewording").hidden = !open;
  byId("wording-toggle").setAttribute("aria-expanded", String(open));
  if (open) byId("reworded").focus();
}

let typed = null;  // what was typed goes to the finding it was typed for, also when another is chosen meanwhile
function flush() {
  if (!typed) return;
  clearTimeout(typed.timer);
  const { card, field, text } = typed;
  typed = null;
  if (field === "comment") { if (text !== (mine(card.dataset.id)?.comment || "")) record(card, { comment: text }); return; }
  const remedy = text && text !== proposed(card) ? { [subjects.language]: text } : {};
  if (remedy[subjects.language] !== mine(card.dataset.id)?.remedy?.[subjects.language]) record(card, { remedy });
}

function onType(field) {
  if (!chosen) return;
  if (typed && typed.field !== field) flush();
  clearTimeout(typed?.timer);
  typed = { card: chosen, field, text: byId(field === "comment" ? "comment" : "reworded").value.trim(), timer: setTimeout(flush, 400) };
}

function takeName() {
  settle();
  const name = myName();
  remember("sarapshy-reviewer", name);
  if (!remote) nameOwn(name);  // what a server told of others is told once: it stays
  refresh();
}

// Decisions made before the name was told are the namer's.
function nameOwn(name) {
  for (const [key, each] of Object.entries(shelf.decisions)) {
    if (each.by || !name) continue;
    delete shelf.decisions[key];
    delete shelf.saved[key];
    const named = { ...each, by: name };
    shelf.decisions[keyOf(named)] = later(named, shelf.decisions[keyOf(named)]);
  }
  kept = writeShelf(path, shelf);
  learnAll();
}

function refresh() {
  cards.forEach(showCard);
  showProgress();
  fillDock();
  showKept();
}

async function save() {
  settle();
  const decisions = Object.values(shelf.decisions);
  if (!decisions.length || !await saveFile(`decisions-${location.pathname.split("/").pop().replace(/\.html$/, "")}.json`, decisions)) return;
  shelve(path, decisions, true);
  shelf = readShelf(path);
  showKept();
}

async function load() {
  settle();
  const { decisions, faults } = await readFiles(byId("files").files);
  byId("files").value = "";
  const own = decisions.filter((each) => cardOf.has(each.finding) || each.subject.path === path);
  const told = [words(terms.loaded), own.length];
  if (decisions.length > own.length) told.push("·", words(terms.of_others), decisions.length - own.length);
  if (faults.length) told.push("·", words(terms.not_decisions), faults.join(", "));
  own.forEach(learn);
  if (remote) send(own); else { kept = shelve(path, own, true); shelf = readShelf(path); }
  refresh();
  byId("told").textContent = told.join(" ");
  byId("loaded").textContent = told.join(" ");
}

// A server: decisions are sent at once and those of others fetched; what could not be sent waits.
let outbox = remote ? readJotted(path) : [], seen = 0, sending = false;
const MOST_KEPT_ALIVE = 60000;  // bytes of a message that a browser still sends when the page is left
async function send(decisions) {
  outbox.push(...decisions);
  jot(path, outbox);
  showKept();
  if (sending) return;
  sending = true;
  while (outbox.length) {
    const batch = outbox.slice(0, 100), body = new Blob([JSON.stringify({ ...FORMAT, decisions: batch })]);
    try {
      const answer = await fetch(remote, { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive: body.size < MOST_KEPT_ALIVE });
      if (!answer.ok) throw new Error(answer.status);
      outbox = outbox.slice(batch.length);
      jot(path, outbox);
    } catch { await new Promise((wake) => setTimeout(wake, 3000)); }
    showKept();
  }
  sending = false;
}

async function listen() {
  try {
    const answer = await fetch(`${remote}?since=${seen}&path=${encodeURIComponent(path)}`);
    if (answer.ok) {
      const news = await answer.json();
      seen = news.last;
      const ids = new Set(news.decisions.map((each) => each.finding));
      news.decisions.forEach(learn);
      for (const id of ids) if (cardOf.has(id)) showCard(cardOf.get(id));
      if (ids.size) { showProgress(); fillDock(); }
    }
  } catch { /* the server is away for a moment: asked again */ }
  setTimeout(listen, 2000);
}

const KEYS = {
  KeyA: (event) => decide("accepted", event.shiftKey),
  KeyR: (event) => decide("rejected", event.shiftKey),
  KeyU: () => decide("open"),
  KeyC: () => byId("comment").focus(),
  KeyE: () => openWording(true),
  KeyN: (event) => { if (!event.shiftKey) toUndecided(); else if (!byId("onward").hidden) { settle(); onwardLink.click(); } },
  KeyS: save,
};

function onDecisionKey(event) {
  if (event.target.matches("textarea") && event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.target.blur(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  const act = KEYS[event.code];
  if (!act || (!chosen && !["KeyN", "KeyS"].includes(event.code))) return;
  act(event);
  event.preventDefault();
}

if (cards.length) {
  fitsMore.push((card, { states }) => !states.length || states.some((state) => {
    const id = card.dataset.id, now = stateOf(id);
    if (state === "changed") return isChanged(id);
    if (state === "commented") return reviewsOf(id).some((each) => each.comment);
    return state === now || (state === "undecided" && now === "open");
  }));
  byId("reviewer").value = recall("sarapshy-reviewer");
  learnAll();
  outbox.forEach(learn);
  onChoice.push(() => { flush(); placeDock(); openWording(false); fillDock(); });
  document.addEventListener("keydown", onDecisionKey);
  for (const button of document.querySelectorAll("[data-decide]")) button.addEventListener("click", () => decide(button.dataset.decide));
  byId("comment").addEventListener("input", () => onType("comment"));
  byId("reworded").addEventListener("input", () => onType("remedy"));
  for (const id of ["comment", "reworded"]) byId(id).addEventListener("blur", flush);
  byId("wording-toggle").addEventListener("click", () => openWording(byId("rewording").hidden));
  byId("restore").addEventListener("click", () => { byId("reworded").value = proposed(chosen); onType("remedy"); flush(); });
  byId("reviewer").addEventListener("change", takeName);
  byId("save").addEventListener("click", save);
  byId("load").addEventListener("click", () => byId("files").click());
  byId("files").addEventListener("change", load);
  // The next page may be reading already when "pagehide" comes; a telephone tells of a page it ends only that it is hidden.
  for (const event of ["beforeunload", "pagehide", "beforeprint", "visibilitychange"]) window.addEventListener(event, settle);
  window.addEventListener("storage", (event) => {
    if (event.key !== shelfName(path)) return;
    store();
    shelf = readShelf(path);
    Object.values(shelf.decisions).forEach(learn);
    refresh();
  });
  matchMedia("(min-width: 62rem)").addEventListener("change", placeDock);
  document.querySelector(".home").addEventListener("click", (event) => {
    settle();
    const decisions = Object.values(shelf.decisions);
    if (!remote && decisions.length && !recall(`sarapshy-index ${folder}`)) event.currentTarget.hash = `decisions=${pack(decisions)}`;
  });
  placeDock();
  findOnward();
  refresh();
  if (remote) { byId("save").hidden = true; send([]); listen(); }
}
