{# All that needs a script: the theme button, copying, the search, and the filters in the address. #}
"use strict";
{
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

{# The theme. The choice is stored for the next page, which reads it before it shows anything (first.js). #}

  const themes = ["system", "light", "dark"];
  const stored = () => { try { return localStorage.getItem("chronology-theme") } catch { return null } };
  function show(theme) {
    root.dataset.theme = themes.includes(theme) ? theme : "system";
    for (const button of all(".theme")) button.lastChild.data = `Theme: ${root.dataset.theme}`;
  }
  for (const button of all(".theme")) {
    button.addEventListener("click", () => {
      show(themes[(themes.indexOf(root.dataset.theme) + 1) % 3]);
      try { localStorage.setItem("chronology-theme", root.dataset.theme); } catch { /* not kept */ }
    });
  }
  if (root.dataset.theme !== "system") show(root.dataset.theme);
{# A page that was left and is shown again, or that stands open elsewhere, takes the theme that was chosen meanwhile. #}
  addEventListener("pageshow", (event) => { if (event.persisted) show(stored()); });
  addEventListener("storage", (event) => { if (event.key === "chronology-theme") show(event.newValue); });

{# An entry, its mark in the figure and its link there are highlighted together while one of them is pointed at or focused. #}

  const entryOf = (mark) => document.getElementById(mark.getAttribute("href").slice(1));
  const partner = (element) => {
    const mark = element.closest(".plot a, .columns span a");
    const entry = mark ? entryOf(mark) : element.closest(".axis .entry[id]");
    return entry && [entry, ...all(`.prism a[href="#${CSS.escape(entry.id)}"]`)];
  };
  for (const [type, met] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]]) {
    addEventListener(type, (event) => {
      root.classList.remove("quiet");
      {# The cards move to the head of the window if they would cover the citation at its foot (pointing.css). #}
      const cite = met && event.target.closest?.("cite");
      if (cite) cite.classList.toggle("low", cite.getBoundingClientRect().bottom > innerHeight * 0.6);
      for (const each of (event.target.closest && partner(event.target)) || []) each.classList.toggle("met", met);
    });
  }

{# Escape hides the card of a citation until something else is pointed at or focused. #}

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.classList.add("quiet");
  });

{# Accounts. One box opens all of them; on paper they and the columns of the figure are open. The stylesheet does both where it can. #}

  const accounts = all("details.differ");
  document.getElementById("accounts")?.addEventListener("change", (event) => {
    for (const each of accounts) each.open = event.target.checked;
  });
  if (!CSS.supports("selector(::details-content)")) {
    const folded = [...accounts, ...all(".columns details")];
    let closed = [];
    addEventListener("beforeprint", () => { closed = folded.filter((each) => !each.open); for (const each of closed) each.open = true; });
    addEventListener("afterprint", () => { for (const each of closed) each.open = false; });
  }

{# Copying. A button copies the text of the element that it names, or else the address of the page. #}

  for (const button of all("[data-copy]")) {
    const words = button.textContent;
    button.addEventListener("click", async () => {
      const named = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(named ? named.textContent.trim() : location.href.split(/[?#]/)[0]);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not allowed here";
      }
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  }

{# Search. Both sides are folded: letter case, accents, ligatures and marks that nobody sees do not count. #}

  {# Letters that Unicode does not take apart, as most people type them. #}
  const plain = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "n", ŧ: "t", ƒ: "f" };
  const letter = (c) => c.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[ßæœøłđðþħıŋŧƒ]/g, (one) => plain[one])
    .replace(/[’‘ʼ‛′]/g, "'").replace(/[“”„«»″]/g, '"').replace(/[‐‑‒–—−]/g, "-").replace(/\s/g, " ");
  const fold = (text) => text.replace(/[^\0-~]|[A-Z\s]/gu, letter);
  {# Where each letter of the folded text stands in the text, and where the text ends. #}
  const places = (text) => {
    const found = [];
    let at = 0;
    for (const c of text) {
      for (let n = fold(c).length; n > 0; n--) found.push(at);
      at += c.length;
    }
    return [...found, at];
  };

  const form = document.getElementById("finder");
  const details = form?.closest("details");

  function begin() {
    form.q.spellcheck = false; {# Spelling is not checked, because readers mostly type names. #}
    {# Each name in all its spellings, and a person's last name alone, but not a short one such as II or Jr. #}
    const names = [
{%- for named in chronology.names -%}
{%- set form = named.fields -%}
{%- set last = form.name.split()[-1] -%}
{%- set ways = ([form.name, form.native or form.name] + ([last] if named.group == "people" and last | length > 3 else []) + (form.also + form.spellings + form.voices) | list) | unique | list -%}
{{ ways | tojson ~ "," if ways | length > 1 }}
{%- endfor -%}
    ].map((ways) => ways.map(fold));

    {# Returns a pattern that finds any of the words, the longest first. It does not find a number within a longer one. #}
    function pattern(words, flags) {
      const plain = [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
      return RegExp(`(?<!\\d(?=\\d))(?:${plain.join("|")})(?!(?<=\\d)\\d)`, flags);
    }

    {# Rewrites dates such as July 12th, 2023 in the form that entries use: 12 july 2023. #}
    const month = "(january|february|march|april|may|june|july|august|september|october|november|december)";
    const months = month.slice(1, -1).split("|");
    const reword = (query) => query
      .replace(/\b(\d\d?)\. ?(\d\d?)\. ?(\d{4})\b/g, (all, day, number, year) => months[number - 1] ? `${+day} ${months[number - 1]} ${year}` : all)
      .replace(RegExp(`${month} (\\d\\d?)(st|nd|rd|th)?(?!\\w),?`, "g"), "$2 $1")
      .replace(RegExp(`(\\d\\d?)(st|nd|rd|th)? ${month},?`, "g"), "$1 $3");

    {# Returns the names in the query, each in all its spellings, and the rest of the query. #}
    function read(query) {
      const named = [];
      let rest = ` ${query} `;
      for (const ways of names) {
        const typed = ways.find((way) => rest.includes(` ${way} `));
        if (typed) {
          named.push(ways);
          rest = rest.replace(` ${typed} `, "  ");
        }
      }
      return [named, rest.trim()];
    }

    const entries = all(".axis .entry");
    const texts = new Map();
    const marks = all(".plot a");

    function search(query) {
      if (query && !texts.size) {
        for (const entry of entries) {
          const period = entry.closest("section")?.querySelector(".period h2")?.textContent ?? "";
          texts.set(entry, fold(`${entry.textContent} ${entry.id} ${period}`).replace(/ +/g, " "));
        }
      }
      const fits = (wanted) => {
        const patterns = wanted.filter((ways) => !ways.includes("")).map((ways) => pattern(ways));
        return entries.filter((entry) => patterns.every((each) => each.test(texts.get(entry))));
      };
      const [named, rest] = read(query);
      {# First search for the rest as it stands. If no entry has it, search for its dates and words, each of which may be part of a name. #}
      let wanted = [...named, [rest]];
      if (!fits(wanted).length) {
        const share = (word) => names.filter((ways) => ways.some((way) => way.split(" ").includes(word))).flat();
        const parts = rest.match(RegExp(`\\d\\d? ${month}( \\d{4})?|\\S+`, "g")) ?? [];
        const words = parts.map((word) => word.replace(/^["'(]+|('s|["').,;:!?])+$/g, ""));
        wanted = [...named, ...words.map((word) => [word, ...share(word)])];
      }
      const hits = new Set(fits(wanted));
      for (const entry of entries) entry.classList.toggle("missed", !hits.has(entry));
      return wanted.flat().filter(Boolean);
    }

    function mark(words) {
      if (!CSS.highlights) return;
      const ranges = [];
      const hits = pattern(words, "g");
      for (const entry of words.length ? entries : []) {
        const walker = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = walker.currentNode.data;
          const found = [...fold(text).matchAll(hits)];
          const stands = found.length ? places(text) : [];
          for (const hit of found) {
            const range = new Range();
            range.setStart(walker.currentNode, stands[hit.index]);
            range.setEnd(walker.currentNode, stands[hit.index + hit[0].length]);
            ranges.push(range);
          }
        }
      }
      CSS.highlights.set("hit", new Highlight(...ranges));
    }

    {# Shows the entries that fit, says how many they are, and hides periods that have none. #}
    function update() {
      const query = reword(fold(form.q.value).replace(/^[ "'(]+|[ "').,;:!?]+$/g, "").replace(/ +/g, " "));
      const narrowed = form.querySelector("option:checked:not([value='']), :checked[type]");
      details.classList.toggle("filled", query !== "" || narrowed !== null);
      mark(search(query));
      const sections = all(".axis > section");
      for (const section of sections) section.hidden = false;
      const shown = entries.filter((entry) => entry.getClientRects().length);
      for (const section of sections) section.hidden = !shown.some((entry) => section.contains(entry));
      for (const mark of marks) mark.classList.toggle("missed", !shown.includes(entryOf(mark)));
      const typed = form.q.value.trim().replace(/^(.{60}).+/u, "$1…");
      const words = `${shown.length} of ${entries.length} entries${query ? ` · “${typed}”` : ""}`;
      document.querySelector(".shown span").textContent = words;
      form.querySelector("output").textContent = shown.length ? words
        : query ? `No entry has “${typed}” in its title, date, text or names, or in the title of its period${narrowed ? ", and all that is chosen" : ""}.${query.includes(" ") ? " Fewer words may find more." : ""}`
        : "No entry has all that is chosen.";
    }

    const asked = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    {# Returns the entry or period that the address names, if it is filtered out. #}
    function lost() {
      const target = document.getElementById(location.hash.slice(1));
      return target?.closest(".axis") && !target.getClientRects().length ? target : null;
    }
    function keep() {
      history.replaceState(null, "", `${location.pathname}${asked().size ? `?${asked()}` : ""}${lost() ? "" : location.hash}`);
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", update);
    form.addEventListener("change", keep);
    form.addEventListener("reset", () => setTimeout(() => { update(); keep(); }));
    {# A link to an entry that is filtered out resets the form and shows all entries. #}
    addEventListener("hashchange", () => {
      const target = lost();
      if (!target) return;
      form.reset();
      setTimeout(() => target.scrollIntoView());
    });

    {# Sets the form to what the address says, on arrival and after going back. #}
    function restore() {
      const state = new URLSearchParams(location.search);
      for (const control of form.elements) {
        if (control.type === "checkbox") control.checked = state.has(control.name);
        else if (control.name) control.value = state.get(control.name) ?? "";
        if (control.selectedIndex < 0) control.value = "";
        if (control.name && state.has(control.name)) details.open = true;
      }
      update();
    }
    addEventListener("popstate", restore);
    if (location.search) {
      restore();
      const gone = lost();
      if (gone) keep();
      const [visit] = performance.getEntriesByType("navigation");
      if (gone || (visit?.type === "navigate" && !location.hash)) details.scrollIntoView(); {# Somebody shared these filters: scroll to them, since the top of the page shows nothing of them. #}
    } else if (asked().size) { {# The reader has used the form before the script was ready. #}
      update();
      keep();
    }
  }

  {# The search starts only when it is needed, so that it does not slow the loading of the page. #}
  if (details && (details.open || location.search)) begin();
  else details?.addEventListener("toggle", begin, { once: true });
}
