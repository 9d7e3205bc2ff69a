// The table of acts: rows come from the page's data and are drawn a hundred at a time, so that 11,000 acts open at once.
const ROWS = 100;
const FIELDS = ["page", "title", "path", "kind", "body", "number", "date", "language", "coverage", "risk", "severities", "codes"];
const data = JSON.parse(byId("data").textContent);
const acts = data.acts.map((row) => Object.fromEntries(FIELDS.map((name, at) => [name, row[at]])));
for (const act of acts) {
  act.counts = new Map();
  for (let at = 0; at < act.codes.length; at += 2) act.counts.set(act.codes[at], act.codes[at + 1]);
  act.total = act.severities[0] + act.severities[1] + act.severities[2];
  act.year = act.date ? act.date.slice(0, 4) : "";
  act.search = `${act.title || ""} ${act.path} ${act.number || ""}`.toLowerCase();
}
const byName = (a, b) => (a.title || "\uffff").localeCompare(b.title || "\uffff", "kk") || (a.path < b.path ? -1 : 1);
const ORDERS = {
  risk: (a, b) => b.risk - a.risk,
  total: (a, b) => b.total - a.total,
  date: (a, b) => (b.date || "").localeCompare(a.date || ""),
  title: byName,
  coverage: (a, b) => a.coverage - b.coverage,
  left: (a, b) => b.left - a.left || b.risk - a.risk,
};
let found = acts, first = 0, column = null;

// Where the review of each act stands: what the run knew, and over it what this browser or the server knows.
const base = JSON.parse(byId("decisions").textContent);
const remote = document.body.dataset.review;
let told = base;  // page -> {finding: state}

function statesOn(act) {
  const states = { ...told[act.page] }, reviews = new Map();
  for (const each of Object.values(remote ? {} : readShelf(act.path).decisions)) {
    reviews.set(each.finding, [...(reviews.get(each.finding) || []), each]);
  }
  for (const [id, each] of reviews) states[id] = judge(each);
  return Object.values(states);
}

function countStates() {
  const shelved = new Set(remote ? [] : shelvedPaths());
  for (const act of acts) {
    const states = told[act.page] || shelved.has(act.path) ? statesOn(act) : [];
    act.review = { accepted: 0, rejected: 0, disputed: 0, open: 0 };
    for (const state of states) act.review[state] += 1;
    act.decided = Math.min(act.review.accepted + act.review.rejected + act.review.disputed, act.total);
    act.left = act.total - act.decided;
  }
}

const REVIEWS = {
  "": () => true, left: (act) => act.left > 0, done: (act) => act.total > 0 && !act.left, disputed: (act) => act.review.disputed > 0,
};

function drawBar(bar, review, total) {
  let from = 0;
  for (const name of ["accepted", "rejected", "disputed"]) {
    const rect = bar.querySelector(`.v-${name}`), width = total ? 100 * review[name] / total : 0;
    rect.setAttribute("x", `${from}%`);
    rect.setAttribute("width", `${width}%`);
    from += width;
  }
}

function reviewCell(act) {
  const cell = make("td", "reviewed");
  if (!act.total) return cell;
  const bar = byId("review").querySelector("svg").cloneNode(true);
  for (const rect of bar.children) rect.removeAttribute("id");
  drawBar(bar, act.review, act.total);
  cell.append(make("b", act.left ? "" : "done", `${act.decided} / ${act.total}`), bar);
  return cell;
}

function drawReview() {
  if (!byId("review")) return;
  const sum = (name) => acts.reduce((all, act) => all + act.review[name], 0);
  const review = { accepted: sum("accepted"), rejected: sum("rejected"), disputed: sum("disputed") };
  const total = acts.reduce((all, act) => all + act.total, 0);
  byId("decided").textContent = `${acts.reduce((all, act) => all + act.decided, 0)} / ${total}`;
  for (const [name, count] of Object.entries(review)) byId(`count-${name}`).textContent = count;
  byId("reviewed").textContent = acts.filter((act) => act.total && !act.left).length;
  drawBar(byId("review").querySelector("svg"), review, total);
  showKept();
}

function showKept() {
  const shelves = remote ? [] : shelvedPaths().map(readShelf);
  const count = shelves.reduce((all, shelf) => all + unsavedOn(shelf).length, 0);
  tell(byId("kept"), data.terms[remote ? "kept_by_server" : count ? "unsaved" : shelves.length ? "all_saved" : "none_yet"]);
  byId("unsaved").textContent = count || "";
}

async function save() {
  const shelves = shelvedPaths().map((path) => [path, Object.values(readShelf(path).decisions)]);
  const decisions = shelves.flatMap(([, each]) => each);
  if (!decisions.length || !await saveFile("decisions.json", decisions)) return;
  for (const [path, each] of shelves) shelve(path, each, true);
  showKept();
}

// Decisions go to the shelves of their acts; those on acts that are not here are counted.
function takeIn(decisions, saved) {
  const byPath = new Map(acts.map((act) => [act.path, []]));
  for (const each of decisions) byPath.get(each.subject.path)?.push(each);
  for (const [path, own] of byPath) if (own.length) shelve(path, own, saved);
  return [...byPath.values()].reduce((all, own) => all + own.length, 0);
}

async function load() {
  const { decisions, faults } = await readFiles(byId("files").files);
  byId("files").value = "";
  if (remote) await fetch(remote, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...FORMAT, decisions }) });
  const own = remote ? decisions.length : takeIn(decisions, true);
  const parts = [words(data.terms.loaded), own];
  if (decisions.length > own) parts.push("·", words(data.terms.unknown_acts), decisions.length - own);
  if (faults.length) parts.push("·", words(data.terms.not_decisions), faults.join(", "));
  byId("loaded").textContent = parts.join(" ");
  review();
}

function review() {
  countStates();
  drawReview();
  rememberOrder();
  draw();
}

function fromAddress() {
  const packed = /^#decisions=(.+)$/.exec(location.hash);
  if (!packed) return;
  try { takeIn(unpack(packed[1]).filter(isDecision), false); } catch { /* cut short on its way: the act's page still has them */ }
  history.replaceState(null, "", location.pathname + location.search);
}

let seen = -1;
async function listen() {
  try {
    const answer = await fetch(`${remote}/states?since=${seen}`);
    if (answer.ok) {
      const news = await answer.json();
      if (news.last !== seen) { seen = news.last; told = news.states; review(); }
    }
  } catch { /* the server is away for a moment: asked again */ }
  setTimeout(listen, 3000);
}

function meta(act) {
  const parts = [words(data.kinds[act.kind])];
  if (act.number) parts.push(`№ ${act.number}`);
  if (act.date) parts.push(act.date.split("-").reverse().join("."));
  if (act.body !== -1) parts.push(data.bodies[act.body]);
  parts.push(words(data.languages[act.language]));
  return parts.join(" · ");
}

function titleCell(act) {
  const cell = make("th", "title");
  cell.scope = "row";
  const link = make(act.page ? "a" : "span", "", act.title || words(data.untitled));
  if (act.page) link.href = act.page.split("/").map(encodeURIComponent).join("/");
  link.lang = act.title ? act.language : document.documentElement.lang;
  link.dir = "auto";
  const path = make("bdi", "", act.path);
  const line = make("span", "meta", `${meta(act)} · `);
  line.append(path);
  cell.append(link, line);
  return cell;
}

function sumCell(act) {
  const cell = make("td", "sum");
  cell.append(make("b", "", act.total));
  if (act.total) {
    const split = make("span");
    ["high", "medium", "low"].forEach((name, at) => split.append(at ? " / " : "", make("i", `s-${name}`, act.severities[at])));
    cell.append(split);
  }
  return cell;
}

const rememberOrder = () => remember(ahead, JSON.stringify(found.filter((act) => act.page && act.left).slice(0, MOST_AHEAD).map((act) => act.page)));
const level = (count) => Math.min(Math.floor(Math.log2(count)) + 1, 5);  // 1, 2-3, 4-7, 8-15, 16 and more

function draw() {
  const rows = found.slice(first, first + ROWS).map((act) => {
    const row = make("tr");
    row.append(titleCell(act), make("td", "", `${act.coverage} %`), sumCell(act), reviewCell(act));
    data.codes.forEach((code, at) => {
      const count = act.counts.get(at);
      row.append(make("td", count ? `level h${level(count)}` : "level", count || ""));
    });
    return row;
  });
  byId("rows").replaceChildren(...rows);
  byId("found").textContent = found.length === acts.length ? acts.length : `${found.length} / ${acts.length}`;
  byId("nothing").hidden = found.length > 0;
  byId("position").textContent = found.length ? `${first + 1}–${Math.min(first + ROWS, found.length)} / ${found.length}` : "";
  byId("previous").disabled = first === 0;
  byId("next").disabled = first + ROWS >= found.length;
  byId("previous").parentElement.hidden = found.length <= ROWS;
}

function select() {
  const needle = byId("search").value.trim().toLowerCase();
  const [kind, body, year, language, code, state] = ["kind", "body", "year", "language", "code", "state"].map((id) => byId(id).value);
  found = acts.filter((act) => (!needle || act.search.includes(needle)) && (!kind || act.kind === Number(kind))
    && (!body || act.body === Number(body)) && (!year || act.year === year) && (!language || act.language === language)
    && (!code || act.counts.has(Number(code))) && REVIEWS[state](act));
  const order = column === null ? ORDERS[byId("sort").value]
    : (a, b) => (b.counts.get(column) || 0) - (a.counts.get(column) || 0) || b.risk - a.risk;
  found.sort(order);
  first = 0;
  byId("reset").hidden = !(needle || kind || body || year || language || code || state || column !== null);
  for (const button of document.querySelectorAll(".factors [data-code]")) {
    button.setAttribute("aria-pressed", String(code !== "" && data.codes[code] === button.dataset.code));
  }
  for (const button of document.querySelectorAll(".heat thead button")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.column) === column));
  }
  rememberOrder();
  draw();
}

function fill(id, options) {
  for (const [value, text, row] of options) {
    const option = make("option", "", text);
    option.value = value;
    if (row !== undefined) option.dataset.t = row;
    byId(id).append(option);
  }
  byId(id).hidden = options.length < 2;
}

function turn(by) {
  first = Math.min(Math.max(first + by * ROWS, 0), Math.floor((found.length - 1) / ROWS) * ROWS);
  draw();
  byId("acts").scrollIntoView();
  document.querySelector(".heat").scrollTop = 0;
}

const head = document.querySelector(".heat thead tr");
data.codes.forEach((code, at) => {
  const cell = make("th");
  cell.scope = "col";
  const button = make("button", "", code);
  button.type = "button";
  button.dataset.column = at;
  button.setAttribute("data-t-title", data.names[at]);
  button.setAttribute("data-t-aria-label", data.names[at]);
  button.addEventListener("click", () => { column = column === at ? null : at; select(); });
  cell.append(button);
  head.append(cell);
});
// Of a row of thirty buttons the Tab key meets one; the arrows go from one to the next.
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
function rove(buttons) {
  buttons.forEach((button, at) => {
    button.tabIndex = at ? -1 : 0;
    button.addEventListener("keydown", (event) => {
      const next = STEPS[event.key] && buttons[at + STEPS[event.key]];
      if (!next) return;
      button.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
      event.preventDefault();
    });
  });
}
rove([...head.querySelectorAll("button")]);
rove([...document.querySelectorAll(".factors [data-code]")]);
const present = (name) => [...new Set(acts.map((act) => act[name]))];
fill("kind", data.kinds.map((row, at) => [at, "", row]));
fill("body", data.bodies.map((name, at) => [at, name]));
fill("year", present("year").filter(Boolean).sort().reverse().map((year) => [year, year]));
fill("language", present("language").map((name) => [name, "", data.languages[name]]));
fill("code", data.codes.map((code, at) => [at, code]));

for (const id of ["kind", "body", "year", "language", "code", "state"]) byId(id).addEventListener("change", select);
byId("sort").addEventListener("change", () => { column = null; select(); });
let typing = 0;
byId("search").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(select, 120); });
byId("previous").addEventListener("click", () => turn(-1));
byId("next").addEventListener("click", () => turn(1));
byId("reset").addEventListener("click", () => {
  for (const id of ["search", "kind", "body", "year", "language", "code", "state"]) byId(id).value = "";
  column = null;
  select();
});
for (const button of document.querySelectorAll(".factors [data-code]")) {
  button.addEventListener("click", () => {
    const at = String(data.codes.indexOf(button.dataset.code));
    byId("code").value = byId("code").value === at ? "" : at;
    select();
    byId("acts").scrollIntoView();
  });
}
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.code === "Slash" || event.key === "/") { byId("search").focus(); event.preventDefault(); }
});
onWords.push(draw);
if (byId("save")) {
  byId("save").addEventListener("click", save);
  byId("load").addEventListener("click", () => byId("files").click());
  byId("files").addEventListener("change", load);
  byId("save").hidden = Boolean(remote);
}
remember(`sarapshy-index ${folder}`, "open");  // an act's page that sees this shares its storage with this one
window.addEventListener("storage", (event) => { if (!event.key || event.key.startsWith(shelfName(""))) review(); });
window.addEventListener("pageshow", (event) => { if (event.persisted) review(); });
fromAddress();
countStates();
found = [...acts];
select();
drawReview();
if (remote) listen();
