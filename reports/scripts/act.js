// Findings beside the act: one is chosen at a time; its card opens, its words in the act light up.
const cards = [...document.querySelectorAll(".card")];
const list = byId("cards");
let chosen = null;

const matching = () => cards.filter((card) => !card.parentElement.classList.contains("out"));
const isWide = () => matchMedia("(min-width: 62rem)").matches;
const places = (n) => document.querySelectorAll(`mark[data-f~="${n}"], .flag[data-n="${n}"], .ruler a[data-n="${n}"]`);

function choose(card) {
  if (chosen === card) return;
  if (chosen) {
    chosen.classList.remove("on");
    places(chosen.dataset.n).forEach((place) => place.classList.remove("on"));
    const reasons = chosen.querySelector(".reasons");
    if (reasons.dataset.opened) { reasons.open = false; delete reasons.dataset.opened; }
  }
  chosen = card;
  if (card.parentElement.classList.contains("folded")) unfold(true);
  card.classList.add("on");
  places(card.dataset.n).forEach((place) => place.classList.add("on"));
  const reasons = card.querySelector(".reasons");
  if (!reasons.open) { reasons.open = true; reasons.dataset.opened = "yes"; }
  showPosition();
  showCurrent();
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
  const next = found[at === -1 ? (by > 0 ? 0 : found.length - 1) : Math.min(Math.max(at + by, 0), found.length - 1)];
  choose(next);
  if (isWide()) { next.focus({ preventScroll: true }); scrollPanel(next); }
  if (byId(`e${next.dataset.n}`)) toEvidence(next); else if (!isWide()) toCard(next, true);
}

// scrollIntoView would move the page too: on a wide screen the panel scrolls alone.
function scrollPanel(card) {
  const panel = byId("findings");
  const head = panel.querySelector(".top").offsetHeight;
  const box = card.getBoundingClientRect(), frame = panel.getBoundingClientRect();
  if (box.top < frame.top + head) panel.scrollTop += box.top - frame.top - head - 8;
  else if (box.bottom > frame.bottom) panel.scrollTop += Math.min(box.bottom - frame.bottom + 8, box.top - frame.top - head - 8);
}

function showPosition() {
  const found = matching();
  const at = found.indexOf(chosen);
  byId("position").textContent = `${at === -1 ? "–" : at + 1}\u200a/\u200a${found.length}`;
  byId("previous").disabled = at === 0 || !found.length;
  byId("next").disabled = at === found.length - 1;
}

function unfold(open) {
  list.classList.toggle("all", open);
  byId("unfold")?.classList.toggle("open", open);
}

function filter() {
  const needle = byId("search").value.trim().toLowerCase();
  const code = byId("code").value, family = byId("family").value;
  const severities = [...document.querySelectorAll("[data-severity][aria-pressed=true]")].map((each) => each.dataset.severity);
  const active = Boolean(needle || code || family || severities.length);
  for (const card of cards) {
    const fits = (!code || card.dataset.code === code) && (!family || card.dataset.family === family)
      && (!severities.length || severities.includes(card.dataset.severity))
      && (!needle || card.textContent.toLowerCase().includes(needle));
    card.parentElement.classList.toggle("out", !fits);
    for (const flag of document.querySelectorAll(`.flag[data-n="${card.dataset.n}"]`)) flag.hidden = !fits;
  }
  const found = matching();
  if (active) list.classList.add("all"); else unfold(Boolean(byId("unfold")?.classList.contains("open")));
  byId("findings").classList.toggle("filtered", active);
  byId("shown").textContent = `${found.length} / ${cards.length}`;
  byId("reset").hidden = !active;
  byId("nothing").hidden = found.length > 0;
  if (byId("unfold")) byId("unfold").hidden = active;
  showPosition();
}

function reset() {
  for (const id of ["search", "code", "family"]) byId(id).value = "";
  for (const button of document.querySelectorAll(".severities button")) button.setAttribute("aria-pressed", "false");
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
  else if (event.code === "Slash" || event.key === "/") { byId("search").focus(); byId("search").select(); }
  else return;
  event.preventDefault();
}

function fromHash() {
  const found = /^#([efr])(\d+)/.exec(location.hash);
  const card = found && byId(`f${found[2]}`);
  if (!card) return;
  choose(card);
  if (isWide()) scrollPanel(card);
  if (found[1] === "f" && isWide()) toEvidence(card);
  else show(byId(location.hash.slice(1)));
}

if (cards.length) {
  for (const button of document.querySelectorAll(".severities button")) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }
  byId("search").addEventListener("input", filter);
  for (const id of ["code", "family"]) byId(id).addEventListener("change", filter);
  byId("reset").addEventListener("click", reset);
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  if (byId("unfold")) {
    byId("unfold").hidden = false;
    byId("unfold").addEventListener("click", () => unfold(!byId("unfold").classList.contains("open")));
  }
  list.addEventListener("click", (event) => {
    const card = event.target.closest(".card");
    if (!card || event.target.closest("summary") || getSelection().toString()) return;
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
    const card = byId(`f${numbers[(at + 1) % numbers.length]}`);
    event.preventDefault();
    if (card.parentElement.classList.contains("out")) reset();
    choose(card);
    if (isWide()) { card.focus({ preventScroll: true }); scrollPanel(card); }
    else if (place.matches(".flag")) toCard(card, true);
  });
  byId("current").addEventListener("click", (event) => {
    event.preventDefault();
    if (chosen) toCard(chosen, true);
  });
  onWords.push(showCurrent);
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", fromHash);
  window.addEventListener("beforeprint", () => document.querySelectorAll(".reasons").forEach((each) => { each.open = true; }));
  showPosition();
  fromHash();
}

try {
  const language = localStorage.getItem("sarapshy-language");
  if (wording.languages.includes(language)) speak(language);
} catch { /* no storage for files in this browser */ }
