/* The search of all pages, and where their list stands. What is searched is loaded when somebody is about to search. */
"use strict";
(() => {
  const MOST = 12;
  // Of one page: whoever wants more of it finds it there.
  const MOST_OF_PAGE = 3;
  const KINDS = {
    code: "Error code", call: "Call", webhook: "Webhook", guide: "Guide", example: "Example", decision: "Decision",
  };
  // Whoever searches wants to know what holds, and only then why.
  const LESS = { example: .5, decision: .5 };
  const field = document.getElementById("find");
  const list = document.getElementById("found");
  const count = document.getElementById("found-count");
  let loading;

  const load = () => loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = "search-index.js";
    script.onload = () => done(window.SEARCH.map(each => ({
      ...each, title: each.t.toLowerCase(), page: each.p.toLowerCase(), words: each.w.toLowerCase(),
    })));
    script.onerror = failed;
    document.head.append(script);
  });

  const weightOf = (entry, word) => {
    const at = entry.title.indexOf(word);
    if (at >= 0) return at === 0 || !/\w/.test(entry.title[at - 1]) ? 8 : 4;
    return entry.page.includes(word) ? 2 : entry.words.includes(word) ? 1 : 0;
  };

  /* How well an entry fits: every word has to be in it, in the title more than in the rest. */
  const weight = (entry, wanted) => {
    const each = wanted.map(word => weightOf(entry, word));
    if (!each.every(Boolean)) return 0;
    const typed = wanted.join(" ");
    // A call has its operation id at the end of its address.
    const whole = entry.title === typed || entry.a.toLowerCase().endsWith(`/${typed}`) ? 8 : 0;
    return (whole + each.reduce((one, other) => one + other, 0)) * (LESS[entry.k] ?? 1);
  };

  const fewOfEach = found => {
    const shown = new Map();
    return found.filter(({ entry }) => {
      const page = entry.p || entry.a;
      shown.set(page, (shown.get(page) ?? 0) + 1);
      return shown.get(page) <= MOST_OF_PAGE;
    });
  };

  const search = async () => {
    const typed = field.value.trim().toLowerCase();
    if (!typed) return close();
    const wanted = typed.split(/\s+/);
    const entries = await load();
    if (field.value.trim().toLowerCase() !== typed) return;
    const found = entries
      .map(entry => ({ entry, weight: weight(entry, wanted) }))
      .filter(each => each.weight)
      .sort((one, other) => other.weight - one.weight);
    list.replaceChildren(...fewOfEach(found).slice(0, MOST).map(each => item(each.entry)));
    if (!found.length) list.append(line("Nothing found"));
    list.hidden = false;
    count.textContent = found.length === 1 ? "1 result" : `${found.length} results`;
  };

  const item = entry => {
    const link = document.createElement("a");
    link.href = entry.a;
    const title = document.createElement("b");
    title.textContent = entry.t;
    const kind = document.createElement("span");
    kind.className = "kind";
    kind.textContent = entry.p && entry.p !== entry.t ? `${KINDS[entry.k]}: ${entry.p}` : KINDS[entry.k];
    link.append(title, kind);
    const found = document.createElement("li");
    found.append(link);
    return found;
  };

  const line = text => {
    const found = document.createElement("li");
    found.className = "none";
    found.textContent = text;
    return found;
  };

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    count.textContent = "";
  };

  const move = (event, by) => {
    const links = [field, ...list.querySelectorAll("a")];
    const next = links[links.indexOf(document.activeElement) + by];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };

  const typing = target => target instanceof Element
    && target.closest("input, textarea, select, [contenteditable], .cm-editor");

  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", search);
  field.closest("search").addEventListener("keydown", event => {
    if (event.key === "ArrowDown") move(event, 1);
    else if (event.key === "ArrowUp") move(event, -1);
    else if (event.key === "Escape") { close(); field.focus(); }
    else if (event.key === "Enter" && event.target === field) list.querySelector("a")?.click();
  });
  list.addEventListener("click", event => { if (event.target.closest("a")) { close(); field.value = ""; } });
  document.addEventListener("click", event => { if (!event.target.closest("search")) close(); });
  document.addEventListener("keydown", event => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
      event.preventDefault();
      field.focus();
    }
  });
  // The list of pages is longer than a window, and scrolls by itself where it stands beside the page.
  const pages = document.getElementById("pages");
  const here = pages?.querySelector("[aria-current]");
  if (here && getComputedStyle(pages).position === "sticky") {
    pages.scrollTop = here.getBoundingClientRect().top - pages.getBoundingClientRect().top - pages.clientHeight / 2;
  }
  // It needs this script.
  field.closest("search").hidden = false;
})();
