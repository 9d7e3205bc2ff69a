// Findings beside the act: one is chosen at a time; its card opens, its words in the act light up.
const cards = [...document.querySelectorAll(".card")];
const items = new Map(cards.map((card) => [card, card.parentElement]));
const list = byId("cards");
const cardAt = (n) => cards[n - 1];
let chosen = null;
let out = new Set();  // cards that do not pass the filters

const matching = () => cards.filter((card) => !out.has(card));
const isWide = () => matchMedia("(min-width: 62rem)").matches;
// Two thousand findings: the places of each are looked up once.
const placesOf = new Map(cards.map((card) => [card.dataset.n, []]));
for (const place of document.querySelectorAll("mark[data-f], .flag[data-n], .ruler a[data-n]")) {
  for (const n of (place.dataset.n || place.dataset.f).split(" ")) placesOf.get(n)?.push(place);
}
const places = (n) => placesOf.get(n);
const needles = new Map();  // words of a card in lower case, made when first searched
const onChoice = [];  // called when another finding is chosen
const fitsMore = [];  // further tests a card must pass to be shown

function choose(card) {
  if (chosen === card) return;
  if (chosen) {
    chosen.classList.remove("on");
    places(chosen.dataset.n).forEach((place) => place.classList.remove("on"));
    const reasons = chosen.querySelector(".reasons");
    if (reasons.dataset.opened) { reasons.open = false; delete reasons.dataset.opened; }
  }
  chosen = card;
  bring(card);
  card.classList.add("on");
  places(card.dataset.n).forEach((place) => place.classList.add("on"));
  const reasons = card.querySelector(".reasons");
  if (!reasons.open) { reasons.open = true; reasons.dataset.opened = "yes"; }
  showPosition();
  showCurrent();
  onChoice.forEach((act) => act(card));
}

// On a narrow screen the card is far above the words: the bar below says what was found here and leads back.
function showCurrent() {
  if (!chosen) return;
  byId("current").textContent = `${chosen.dataset.code}. ${chosen.querySelector(".message").textContent}`;
  byId("current").href = `#f${chosen.dataset.n}`;
}

function toCard(card, focus) {
  choose(card);
  if (focus) card.focus({ preventScroll: true });
  card.scrollIntoView({ block: isWide() ? "nearest" : "start" });
}

// Leaves of the act that were never on the screen have a guessed height: the second call corrects the first.
function show(place) {
  place?.scrollIntoView();
  requestAnimationFrame(() => place?.scrollIntoView());
}

function toEvidence(card) {
  choose(card);
  show(byId(`e${card.dataset.n}`));
}

function step(by) {
  const found = matching();
  if (!found.length) return;
  const at = found.indexOf(chosen);
  goTo(found[at === -1 ? (by > 0 ? 0 : found.length - 1) : Math.min(Math.max(at + by, 0), found.length - 1)]);
}

function goTo(next) {
  const last = chosen;
  choose(next);
  if (last && last !== next) leave(last);
  if (isWide()) { next.focus({ preventScroll: true }); scrollPanel(next); }
  if (byId(`e${next.dataset.n}`)) toEvidence(next); else if (!isWide()) toCard(next, true);
}

// A finding just decided on leaves a list of undecided ones only when another is chosen.
function leave(card) {
  sift(card);
  if (out.has(card)) { items.get(card).remove(); lay(laid.from, laid.to); showPosition(); }
}

// Between the words of a finding and the other side of it.
function crossOver() {
  if (!chosen) return;
  const sides = [`e${chosen.dataset.n}`, ...[...chosen.querySelectorAll(".places a.go")].map((link) => link.hash.slice(1))];
  if (sides.length < 2) return;
  crossOver.at = crossOver.card === chosen ? (crossOver.at + 1) % sides.length : 1;
  crossOver.card = chosen;
  show(byId(sides[crossOver.at]));
}

// scrollIntoView would move the page too: on a wide screen the panel scrolls alone.
function scrollPanel(card) {
  const panel = byId("findings");
  const head = panel.querySelector(".top").offsetHeight;
  const box = card.getBoundingClientRect(), frame = panel.getBoundingClientRect();
  const bottom = frame.bottom - byId("dock").offsetHeight;
  if (box.top < frame.top + head) panel.scrollTop += box.top - frame.top - head - 8;
  else if (box.bottom > bottom) panel.scrollTop += Math.min(box.bottom - bottom + 8, box.top - frame.top - head - 8);
}

function showPosition() {
  const found = matching();
  const at = found.indexOf(chosen);
  byId("position").textContent = `${at === -1 ? "–" : at + 1}\u200a/\u200a${found.length}`;
  byId("previous").disabled = at === 0 || !found.length;
  byId("next").disabled = at === found.length - 1;
}

// Only cards near the chosen one stand in the page: with two thousand of them there every key would be slow.
const FEW = 10, AROUND = 12, MORE = 50;
let laid = { from: 0, to: 0 };

function lay(from, to) {
  const found = matching();
  laid = { from: Math.max(Math.min(from, found.length), 0), to: Math.min(to, found.length) };
  const wanted = found.slice(laid.from, laid.to).map((card) => items.get(card));
  const keep = new Set(wanted);
  for (const item of [...list.children]) if (!keep.has(item)) item.remove();
  wanted.forEach((item, at) => {
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] || null);
    item.ariaSetSize = found.length;
    item.ariaPosInSet = laid.from + at + 1;
  });
  byId("earlier").hidden = !laid.from;
  byId("more").hidden = laid.to === found.length;
  byId("left").textContent = found.length - laid.to;
}

function bring(card) {
  if (items.get(card).isConnected) return;
  const at = matching().indexOf(card);
  if (at >= 0) lay(at < FEW + AROUND ? 0 : at - AROUND, at + AROUND);
}

// The other language beside this one: the point that answers to the chosen finding's stands at the same height.
function toggleTwin() {
  const twin = byId("twin");
  if (!twin) return;
  twin.hidden = !twin.hidden;
  byId("desk").classList.toggle("twinned", !twin.hidden);
  byId("twin-toggle").setAttribute("aria-pressed", String(!twin.hidden));
  if (chosen) { toEvidence(chosen); showTwin(chosen); }
}

function showTwin(card) {
  const twin = byId("twin");
  if (!twin || twin.hidden) return;
  twin.querySelector(".answers")?.classList.remove("answers");
  const place = card.dataset.twin && byId(card.dataset.twin);
  if (!place) return;
  place.classList.add("answers");
  align(twin, place, byId(`e${card.dataset.n}`)?.closest(".act [id^=c]"), FRAMES);
}

// The act is on its way to the same words, and leaves that were never on the screen have a guessed height: for some frames
// the answering point is brought to where its clause has come to, as far as it is to be seen there.
const FRAMES = 8, EDGE = 8, ROOM = 120;
function align(twin, place, clause, left) {
  const frame = twin.getBoundingClientRect(), top = clause ? clause.getBoundingClientRect().top : frame.top + 64;
  const wanted = Math.min(Math.max(top, frame.top + EDGE), frame.bottom - ROOM);
  twin.scrollTop += place.getBoundingClientRect().top - wanted;
  if (left && place.classList.contains("answers")) requestAnimationFrame(() => align(twin, place, clause, left - 1));
}

const pressed = (name) => [...document.querySelectorAll(`button[data-${name}][aria-pressed=true]`)].map((each) => each.dataset[name]);
const asked = (id) => byId(id)?.value || "";
let wanted = {};

function readFilters() {
  wanted = {
    needle: byId("search").value.trim().toLowerCase(), code: asked("code"), family: asked("family"),
    confidence: Number(asked("confidence")), language: asked("language"), severities: pressed("severity"), states: pressed("state"),
  };
  return Object.values(wanted).some((each) => (Array.isArray(each) ? each.length : each));
}

function holds(card, needle) {
  if (!needles.has(card)) needles.set(card, card.textContent.toLowerCase());
  return needles.get(card).includes(needle);
}

// Before anybody searches, while the page is idle, so that the first letter is answered like the others.
function prepareNeedles(idle) {
  const left = cards.find((card) => !needles.has(card));
  if (!left) return;
  for (const card of cards) { if (idle.timeRemaining() < 2) break; holds(card, ""); }
  requestIdleCallback(prepareNeedles);
}

function fits(card) {
  const { code, family, severity, confidence, tongue } = card.dataset;
  return (!wanted.code || code === wanted.code) && (!wanted.family || family === wanted.family)
    && (!wanted.severities.length || wanted.severities.includes(severity)) && Number(confidence) >= wanted.confidence
    && (!wanted.language || tongue === wanted.language)
    && (!wanted.needle || holds(card, wanted.needle)) && fitsMore.every((test) => test(card, wanted));
}

function sift(card) {
  const passes = fits(card);
  if (passes !== out.has(card)) return;
  if (passes) out.delete(card); else out.add(card);
  for (const place of places(card.dataset.n)) if (place.matches(".flag")) place.hidden = !passes;
}

function filter() {
  const active = readFilters();
  cards.forEach(sift);
  const found = cards.length - out.size;
  lay(0, active ? AROUND : FEW);
  byId("findings").classList.toggle("filtered", active);
  byId("shown").textContent = `${found} / ${cards.length}`;
  byId("reset").hidden = !active;
  byId("nothing").hidden = found > 0;
  showPosition();
}

function reset() {
  for (const id of ["search", "code", "family", "confidence", "language"]) if (byId(id)) byId(id).value = "";
  for (const button of document.querySelectorAll(".top button[aria-pressed]")) button.setAttribute("aria-pressed", "false");
  filter();
}

// Keys go by their place on the keyboard: «о» and «л» of a Cyrillic layout stand where j and k do.
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.code === "KeyJ") step(1);
  else if (event.code === "KeyK") step(-1);
  else if (event.code === "KeyB" && chosen) toCard(chosen, true);
  else if (event.code === "KeyO") crossOver();
  else if (event.code === "KeyT") toggleTwin();
  else if (event.code === "Slash" || event.key === "/") { byId("search").focus(); byId("search").select(); }
  else return;
  event.preventDefault();
}

function fromHash() {
  const found = /^#([efr])(\d+)/.exec(location.hash);
  const card = found && cardAt(found[2]);
  if (!card) return;
  choose(card);
  if (isWide()) scrollPanel(card);
  if (found[1] === "f" && isWide()) toEvidence(card);
  else show(byId(location.hash.slice(1)));
}

// An act without findings has its other language too.
byId("twin-toggle")?.addEventListener("click", toggleTwin);
if (cards.length) {
  readFilters();
  lay(0, FEW);
  onChoice.push(showTwin);
  for (const button of document.querySelectorAll(".top button[aria-pressed]")) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }
  byId("search").addEventListener("input", filter);
  for (const id of ["code", "family", "confidence", "language"]) byId(id)?.addEventListener("change", filter);
  byId("reset").addEventListener("click", reset);
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  byId("more").addEventListener("click", () => lay(laid.from, laid.to + MORE));
  byId("earlier").addEventListener("click", () => lay(laid.from - MORE, laid.to));
  list.addEventListener("click", (event) => {
    const card = event.target.closest(".card");
    if (!card || event.target.closest("summary, .dock") || getSelection().toString()) return;
    const link = event.target.closest("a");
    choose(card);
    if (!link) toEvidence(card);
  });
  document.querySelector(".act").addEventListener("click", (event) => {
    const place = event.target.closest(".flag, mark");
    if (!place || getSelection().toString()) return;
    const numbers = (place.dataset.n || place.dataset.f).split(" ");
    // a second click on words that several findings hold goes on to the next of them
    const at = chosen ? numbers.indexOf(chosen.dataset.n) : -1;
    const card = cardAt(numbers[(at + 1) % numbers.length]);
    event.preventDefault();
    if (out.has(card)) reset();
    choose(card);
    if (isWide()) { card.focus({ preventScroll: true }); scrollPanel(card); }
    else if (place.matches(".flag")) toCard(card, true);
  });
  byId("current").addEventListener("click", (event) => {
    event.preventDefault();
    if (chosen) toCard(chosen, true);
  });
  onWords.push(showCurrent, () => needles.clear(), () => items.forEach((item) => { if (!item.isConnected) translate(item); }));
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", fromHash);
  let onScreen = laid;
  window.addEventListener("beforeprint", () => {
    onScreen = laid;
    lay(0, cards.length);
    document.querySelectorAll(".reasons").forEach((each) => { each.open = true; });
  });
  window.addEventListener("afterprint", () => lay(onScreen.from, onScreen.to));  // thousands of cards would slow every key
  showPosition();
  fromHash();
  if (window.requestIdleCallback) requestIdleCallback(prepareNeedles);
} else {
  document.addEventListener("keydown", (event) => {
    if (event.code === "KeyT" && !event.ctrlKey && !event.metaKey && !event.altKey) toggleTwin();
  });
}
