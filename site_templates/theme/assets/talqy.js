// Small things on every page. Without this script a change of language keeps the page, not the place or the query.
document.querySelector(".languages")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && location.hash) link.hash = location.hash;
  const typed = document.querySelector(".search-page [name=q]")?.value;
  if (link && (typed || location.search)) link.search = typed ? `?${new URLSearchParams({ q: typed })}` : location.search;
});
// The row of tabs is wider than a phone: the page that one is on is seen in it, and what stands beside it.
const row = document.querySelector(".tabs ul");
const here = row?.querySelector("[aria-current]");
if (here) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
row?.addEventListener("focusin", (event) => event.target.scrollIntoView({ block: "nearest", inline: "center" }));
// Escape folds the menu again.
document.querySelector(".menu")?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary").focus();
});
// The language is remembered on this device alone, and the chooser of languages leads on to it.
const REMEMBERED = "talqy-language", choices = document.querySelector("[data-choices]");
const kept = (work) => { try { return work(localStorage); } catch { return null; } };
document.addEventListener("click", (event) => {
  const chosen = event.target.closest("a[hreflang]");
  if (chosen) kept((store) => store.setItem(REMEMBERED, chosen.hreflang));
});
if (choices) {
  const known = [...choices.querySelectorAll("a[hreflang]")].find((it) => it.hreflang === kept((store) => store.getItem(REMEMBERED)));
  if (known) location.replace(known.href);
}

// A page speaks of the day on which it was made: what is over by the clock of the reader is not said any more.
for (const one of document.querySelectorAll("[data-from], [data-until]")) {
  const { from, until } = one.dataset, isPast = Date.now() > Date.parse(from ?? until);
  one.hidden = from ? !isPast : isPast;
}
{
  const longAgo = document.querySelector("#_long-ago"), asOf = document.querySelector("#_as-of");
  if (longAgo && Date.now() > Date.parse(asOf?.querySelector("[data-fresh-until]")?.dataset.freshUntil)) {
    longAgo.firstElementChild.append(" ", asOf.textContent);
    longAgo.hidden = false;
  }
}

// On a phone the contents of a text lie over it: they close behind who has chosen a clause, or pressed Escape. Where the
// line is low on the screen, they open above it, where they are seen.
for (const contents of document.querySelectorAll("nav.contents details")) {
  const line = contents.closest(".line"), place = () => line?.classList.toggle("is-low", line.getBoundingClientRect().top > innerHeight / 2);
  contents.addEventListener("click", (event) => { if (event.target.closest("a")) contents.open = false; });
  contents.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !contents.open) return;
    contents.open = false;
    contents.querySelector("summary").focus();
  });
  contents.addEventListener("toggle", place);
  addEventListener("scroll", () => { if (contents.open) place(); }, { passive: true });
}

// The line along a text leads to the clause that is read, and its contents mark it. Without this script: to the whole draft.
{
  const line = document.querySelector(".line"), say = line?.querySelector(".button"), whole = say?.getAttribute("href");
  const texts = line ? [...document.querySelectorAll("section.clause[id]")] : [];
  const read = () => {
    // What lies over the text is known to the style: a link to a clause lands under it.
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const boxes = texts.map((it) => [it, it.getBoundingClientRect()]).filter(([, box]) => box.height);
    const begins = boxes.find(([, box]) => box.top > top - 2 && box.top < Math.max(innerHeight * 0.4, top + 2));
    return (begins ?? boxes.find(([, box]) => box.top <= top && box.bottom > top))?.[0];
  };
  const follow = () => {
    const clause = read(), mark = line.querySelector("[aria-current]"), there = clause && line.querySelector(`li > a[href="#${clause.id}"]`);
    if (mark !== there) {
      mark?.removeAttribute("aria-current");
      there?.setAttribute("aria-current", "true");
    }
    const own = clause?.querySelector('.actions a[href*="#on-"]');
    if (!say || say.getAttribute("href") === (own?.getAttribute("href") ?? whole)) return;
    say.setAttribute("href", own?.getAttribute("href") ?? whole);
    say.replaceChildren(say.firstChild, ...(own ? [own.querySelector("span").cloneNode(true)] : []));
  };
  if (texts.length) {
    addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
    follow();
  }
}
