// Decisions of reviewers: what the run knew, what this browser keeps, what is saved to a file. A decision is an object as
// reports/decisions.schema.json describes it; of each reviewer the latest on a finding counts.
const JUDGED = ["accepted", "rejected"];
const FORMAT = { format: "sarapshy-decisions", version: 1 };
const folder = new URL("./", new URL(document.body.dataset.index || location.href, location.href)).href;
const shelfName = (path) => `sarapshy-review ${folder} ${path}`;
const keyOf = (decision) => `${decision.finding}\n${decision.by}`;

// A shelf holds the decisions on one act: {decisions: {"id\nname": decision}, saved: {"id\nname": "at" when last in a file}}
function readShelf(path) {
  const found = readItem(shelfName(path)), shelf = found?.decisions ? { saved: {}, ...found } : { decisions: {}, saved: {} };
  for (const each of readJotted(path)) shelf.decisions[keyOf(each)] = later(each, shelf.decisions[keyOf(each)]);
  return shelf;
}

function writeShelf(path, shelf) {
  return writeItem(shelfName(path), shelf) && jot(path, []);
}

// The last few decisions, jotted down until they have come to where they are kept, the shelf or the server: a tab that
// dies meanwhile loses none, and a key does not wait for a shelf of two thousand.
const jottedName = (path) => `sarapshy-jotted ${folder} ${path}`;
function readJotted(path) {
  const jotted = readItem(jottedName(path));
  return Array.isArray(jotted) ? jotted.filter(isDecision) : [];
}

function jot(path, decisions) {
  if (decisions.length) return writeItem(jottedName(path), decisions);
  try { localStorage.removeItem(jottedName(path)); return true; } catch { return false; }
}

function readItem(name) {
  try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
}

function writeItem(name, value) {
  try { localStorage.setItem(name, JSON.stringify(value)); return true; } catch { return false; }
}

function shelvedPaths() {
  const starts = [shelfName(""), jottedName("")];
  try {
    const found = Object.keys(localStorage).flatMap((key) => starts.filter((start) => key.startsWith(start)).map((start) => key.slice(start.length)));
    return [...new Set(found)];
  } catch { return []; }
}

// The pages of acts with something left to decide on, in the order in which the index last showed them.
const MOST_AHEAD = 300;
const ahead = `sarapshy-ahead ${folder}`;
function pagesAhead() {
  try { return JSON.parse(recall(ahead)).filter((page) => /^acts\/[^/]+\.html$/.test(page)); } catch { return []; }
}

const later = (one, other) => (!other || new Date(one.at) >= new Date(other.at) ? one : other);
const unsavedOn = (shelf) => Object.entries(shelf.decisions).filter(([key, each]) => shelf.saved[key] !== each.at).map(([, each]) => each);

// The state of a finding from the latest decision of each reviewer.
function judge(reviews) {
  const verdicts = new Set(reviews.filter((each) => JUDGED.includes(each.state)).map((each) => each.state));
  if (verdicts.size > 1) return "disputed";
  return [...verdicts][0] || (reviews.length ? "open" : "undecided");
}

// Where the browser can write to a chosen file it does; elsewhere the file is downloaded. False where the person thought again.
async function saveFile(name, decisions) {
  const text = JSON.stringify({ ...FORMAT, decisions }, null, 1);
  if (window.showSaveFilePicker) {
    try {
      const file = await window.showSaveFilePicker({ suggestedName: name, types: [{ accept: { "application/json": [".json"] } }] });
      const stream = await file.createWritable();
      await stream.write(text);
      await stream.close();
      return true;
    } catch (error) {
      if (error.name === "AbortError") return false;
    }
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  return true;
}

const isDecision = (each) => typeof each?.finding === "string" && typeof each.subject?.path === "string"
  && !Number.isNaN(Date.parse(each.at)) && [...JUDGED, "open"].includes(each.state);

// Decisions of the chosen files, and the names of files that hold none.
async function readFiles(files) {
  const decisions = [], faults = [];
  for (const file of files) {
    try {
      const found = JSON.parse(await file.text()).decisions;
      if (!Array.isArray(found) || !found.every(isDecision)) throw new Error(file.name);
      for (const each of found) decisions.push({ comment: "", remedy: {}, ...each, by: each.by || "" });
    } catch { faults.push(file.name); }
  }
  return { decisions, faults };
}

function shelve(path, decisions, saved) {
  const shelf = readShelf(path);
  for (const each of decisions) {
    const key = keyOf(each);
    shelf.decisions[key] = later(each, shelf.decisions[key]);
    if (saved) shelf.saved[key] = shelf.decisions[key].at;
  }
  return writeShelf(path, shelf);
}

// Browsers that give each file a storage of its own (Firefox) take decisions from page to page in the address.
const pack = (decisions) => btoa(Array.from(new TextEncoder().encode(JSON.stringify(decisions)), (byte) => String.fromCharCode(byte)).join(""));
const unpack = (text) => JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))));

function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

// Words in the page's language that change with it.
function tell(element, row) {
  element.dataset.t = row;
  element.textContent = words(row);
  return element;
}
