"use strict";
// What every page needs: elements by id, and the words in the language that the reader chose.
document.documentElement.classList.add("js");
const byId = (id) => document.getElementById(id);
const wording = JSON.parse(byId("wording").textContent);
const onWords = [];  // called when the language changes

function words(number) {
  return wording.rows[number][wording.languages.indexOf(document.documentElement.lang)];
}

function translate(part) {
  for (const element of part.querySelectorAll("[data-t]")) element.textContent = words(element.dataset.t);
  for (const name of ["aria-label", "placeholder", "title"]) {
    for (const element of part.querySelectorAll(`[data-t-${name}]`)) {
      element.setAttribute(name, words(element.getAttribute(`data-t-${name}`)));
    }
  }
}

function speak(language) {
  document.documentElement.lang = language;
  translate(document);
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  onWords.forEach((act) => act());
}

function remember(name, value) {
  try { localStorage.setItem(name, value); } catch { /* a browser may forbid it: it then lasts one page */ }
}

function recall(name) {
  try { return localStorage.getItem(name) || ""; } catch { return ""; }
}

document.querySelector(".switch").addEventListener("click", (event) => {
  const language = event.target.dataset.language;
  if (!language) return;
  speak(language);
  remember("sarapshy-language", language);
});
// Paper cannot be unfolded: what is folded away is printed, short tables and pictures that is, and folded again.
const LONGEST_PRINTED = 80;  // rows
let unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("details.scope, details.flow, .flow details")]
    .filter((each) => !each.open && each.querySelectorAll("tr").length <= LONGEST_PRINTED);
  for (const each of unfolded) each.open = true;
});
window.addEventListener("afterprint", () => { for (const each of unfolded) each.open = false; });
for (const form of document.forms) form.addEventListener("submit", (event) => event.preventDefault());
