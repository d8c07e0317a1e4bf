{# All that needs a script: the theme button, copying, the search, and the filters in the address. #}
"use strict";
{
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

{# Entries far below are laid out after the window is shown, a few at a time (base.css), or all at once if the reader goes to a place on the page. #}

  const waiting = all("[data-wait] section .entry");
  function lay() {
    const end = performance.now() + 4;
    while (waiting.length && (location.hash || performance.now() < end)) {
      waiting.shift().style.contentVisibility = "visible";
      root.getBoundingClientRect();
    }
    if (waiting.length) return setTimeout(lay);
    delete root.dataset.wait;
    if (location.hash) document.querySelector(":target")?.scrollIntoView();
  }
  if (root.matches("[data-wait]")) requestAnimationFrame(() => setTimeout(lay));

{# The theme. The choice is stored for the next page, which reads it before it shows anything (first.js). #}

  const themes = ["system", "light", "dark"];
  for (const button of all(".theme")) {
    const show = () => { button.lastChild.data = `Theme: ${root.dataset.theme}`; };
    button.addEventListener("click", () => {
      root.dataset.theme = themes[(themes.indexOf(root.dataset.theme) + 1) % 3];
      try { localStorage.setItem("chronology-theme", root.dataset.theme); } catch { /* not kept */ }
      show();
    });
    if (root.dataset.theme !== "system") show();
  }

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

{# On paper all that folds out in the figure is shown (paper.css), and by this in browsers that cannot style it. #}

  addEventListener("beforeprint", () => {
    for (const details of all(".columns details")) details.open = true;
  });

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

{# Search. Texts are folded letter by letter, so that a hit stands at the same place in the text on the page. #}

  const letter = (c) => {
    const plain = c.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘ʼ]/, "'").replace(/[“”„«»]/, '"').replace(/[–—]/, "-").replace(/\s/, " ");
    return plain.length === c.length ? plain : c;
  };
  const fold = (text) => text.replace(/[^\0-~]|[A-Z\s]/gu, letter);

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
    const reword = (query) => query
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
        for (const entry of entries) texts.set(entry, fold(`${entry.textContent} ${entry.id}`).replace(/ +/g, " "));
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
          for (const hit of fold(walker.currentNode.data).matchAll(hits)) {
            const range = new Range();
            range.setStart(walker.currentNode, hit.index);
            range.setEnd(walker.currentNode, hit.index + hit[0].length);
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
        : query ? `No entry has “${typed}”${narrowed ? " and all that is chosen" : ""}.${query.includes(" ") ? " Fewer words may find more." : ""}`
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
      if (gone || root.matches("[data-wait]")) details.scrollIntoView(); {# Somebody shared these filters: scroll to them, since the top of the page shows nothing of them. #}
    } else if (asked().size) { {# The reader has used the form before the script was ready. #}
      update();
      keep();
    }
  }

  {# The search starts only when it is needed, so that it does not slow the loading of the page. #}
  if (details && (details.open || location.search)) begin();
  else details?.addEventListener("toggle", begin, { once: true });
}
