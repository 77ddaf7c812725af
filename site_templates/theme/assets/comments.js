// Narrows the comments on their page by all fields together, and by words searched for.
// Without it the links lead to pages of their own.
const form = document.querySelector("form.narrowed");
if (form) {
  const fields = [...form.querySelectorAll("select")];
  const search = form.querySelector("input");
  const told = form.querySelector("[role=status]");
  const fold = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ").trim();
  const comments = [...document.querySelectorAll("article.comment")].map((element) => ({
    element,
    text: fold(`${element.textContent} ${element.id}`),
  }));
  const show = () => {
    const words = fold(search.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const { element, text } of comments) {
      const fits =
        fields.every((field) => !field.value || element.dataset[field.name] === field.value) &&
        words.every((word) => text.includes(word));
      element.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const group of document.querySelectorAll("section.on-clause")) {
      group.hidden = !group.querySelector("article.comment:not([hidden])");
    }
    const { value } = form.elements.revision ?? { value: "" };
    for (const discussion of document.querySelectorAll("[data-discussion]")) {
      discussion.hidden = Boolean(value) && discussion.dataset.discussion !== value;
    }
    told.textContent = told.dataset.words.replace("{n}", shown);
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", show);
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
const asked = decodeURIComponent(location.hash).match(/^#c-([0-9a-z]{10})$/);
if (asked && !document.getElementById(`c-${asked[1]}`)) {
  location.replace(`../c/${asked[1]}/`);
}
