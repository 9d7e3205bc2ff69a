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
};
let found = acts, first = 0, column = null;

function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
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

const level = (count) => Math.min(Math.floor(Math.log2(count)) + 1, 5);  // 1, 2-3, 4-7, 8-15, 16 and more

function draw() {
  const rows = found.slice(first, first + ROWS).map((act) => {
    const row = make("tr");
    row.append(titleCell(act), make("td", "", `${act.coverage} %`), sumCell(act));
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
  const [kind, body, year, language, code] = ["kind", "body", "year", "language", "code"].map((id) => byId(id).value);
  found = acts.filter((act) => (!needle || act.search.includes(needle)) && (!kind || act.kind === Number(kind))
    && (!body || act.body === Number(body)) && (!year || act.year === year) && (!language || act.language === language)
    && (!code || act.counts.has(Number(code))));
  const order = column === null ? ORDERS[byId("sort").value]
    : (a, b) => (b.counts.get(column) || 0) - (a.counts.get(column) || 0) || b.risk - a.risk;
  found.sort(order);
  first = 0;
  byId("reset").hidden = !(needle || kind || body || year || language || code || column !== null);
  for (const button of document.querySelectorAll(".factors [data-code]")) {
    button.setAttribute("aria-pressed", String(code !== "" && data.codes[code] === button.dataset.code));
  }
  for (const button of document.querySelectorAll(".heat thead button")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.column) === column));
  }
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
const present = (name) => [...new Set(acts.map((act) => act[name]))];
fill("kind", data.kinds.map((row, at) => [at, "", row]));
fill("body", data.bodies.map((name, at) => [at, name]));
fill("year", present("year").filter(Boolean).sort().reverse().map((year) => [year, year]));
fill("language", present("language").map((name) => [name, "", data.languages[name]]));
fill("code", data.codes.map((code, at) => [at, code]));

for (const id of ["kind", "body", "year", "language", "code"]) byId(id).addEventListener("change", select);
byId("sort").addEventListener("change", () => { column = null; select(); });
let typing = 0;
byId("search").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(select, 120); });
byId("previous").addEventListener("click", () => turn(-1));
byId("next").addEventListener("click", () => turn(1));
byId("reset").addEventListener("click", () => {
  for (const id of ["search", "kind", "body", "year", "language", "code"]) byId(id).value = "";
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
let language = document.documentElement.lang;
try {
  const remembered = localStorage.getItem("sarapshy-language");
  if (wording.languages.includes(remembered)) language = remembered;
} catch { /* no storage for files in this browser */ }
found = [...acts];
select();
speak(language);
