// Last: the page in the language that the reader chose before.
let language = document.documentElement.lang;
if (wording.languages.includes(recall("sarapshy-language"))) language = recall("sarapshy-language");
speak(language);
