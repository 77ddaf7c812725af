// Narrows the comments on their page, and the rows of the matrix, by all fields together, and by words searched for. What is chosen stands in the
// address, so that people can lead others there. Without it the links lead to pages of their own.
const form = document.querySelector("form.narrowed");
if (form) {
  const nav = form.closest("nav");
  const fields = [...form.querySelectorAll("select")];
  const search = form.querySelector("input");
  const told = form.querySelector("[role=status]");
  const [all, chosen] = ["[data-all]", "[data-chosen]"].map((what) => nav.querySelector(what));
  const fold = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ").trim();
  const comments = [...document.querySelectorAll("[data-outcome]")].map((element) => ({
    element,
    text: fold(`${element.textContent} ${element.id}`),
  }));
  const asked = () => {
    const values = [...fields.map((field) => [field.name, field.value]), ["words", search.value.trim()]];
    return new URLSearchParams(values.filter(([, value]) => value)).toString();
  };
  const show = () => {
    const words = fold(search.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const { element, text } of comments) {
      const fits =
        fields.every((field) => !field.value || element.dataset[field.name].split(" ").includes(field.value)) &&
        words.every((word) => text.includes(word));
      element.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const group of document.querySelectorAll("section.on-clause")) {
      group.hidden = !group.querySelector("article.comment:not([hidden])");
    }
    for (const discussion of document.querySelectorAll("[data-discussion]")) {
      discussion.hidden = Boolean(asked()) && !discussion.querySelector("article.comment:not([hidden])");
    }
    told.textContent = told.dataset.words.replace("{n}", shown);
    // Above the comments it is said which are shown.
    const names = fields.filter((field) => field.value).map((field) => field.selectedOptions[0].textContent);
    chosen.textContent = `${[...names, search.value.trim()].filter(Boolean).join(", ")}: ${shown}`;
    all.hidden = !asked();
    chosen.hidden = all.hidden;
  };
  const choose = (query) => {
    const values = new URLSearchParams(query);
    for (const field of fields) {
      const value = values.get(field.name) ?? "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    search.value = values.get("words") ?? "";
    show();
  };
  // A page in a folder has an address that no script may change.
  const keep = () => {
    if (location.protocol !== "file:") history.replaceState(null, "", `./${asked() ? `?${asked()}` : ""}`);
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", show);
  form.addEventListener("change", keep);
  all.addEventListener("click", (event) => { event.preventDefault(); choose(""); keep(); });
  if (location.search) choose(location.search);
  if (asked()) addEventListener("load", () => nav.scrollIntoView());
  // Who comes back finds the fields as they were left: browsers fill them when the page is there.
  window.addEventListener("pageshow", () => { if ([...fields, search].some((field) => field.value)) show(); });
  // Who comes to one comment sees it, whatever was chosen.
  window.addEventListener("hashchange", () => {
    const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (wanted?.closest("[hidden]")) {
      form.reset();
      show();
      wanted.scrollIntoView();
    }
  });
}
// A list that is too long for one page shows a few comments: an old address of another leads to its page.
const named = decodeURIComponent(location.hash).match(/^#c-([0-9a-z]{10})$/);
if (named && !document.getElementById(`c-${named[1]}`)) {
  location.replace(`../c/${named[1]}/`);
}
