// Filters of the register, combined (records/register.html). All rows are one file of this site, asked for when
// somebody filters; where it cannot be had (a folder without a server), the plain links below stay. What is chosen
// stands in the address, so that people can lead others there.

const form = document.querySelector(".filters"), list = document.querySelector(".rows");
const MOST = 50, icons = JSON.parse(form.dataset.icons);
let rows;

// A count in words, as one of the same form is said.
function counted(number) {
  const said = JSON.parse(document.querySelector("[data-count]").dataset.counts), forms = new Intl.PluralRules(document.documentElement.lang);
  const alike = Object.keys(said).find((one) => forms.select(+one) === forms.select(number)) ?? 0;
  return said[alike].replace(alike, number.toLocaleString(document.documentElement.lang));
}

const folded = (words) => words.toLowerCase().replaceAll("ё", "е");

const json = (path) => fetch(path).then((answer) => { if (!answer.ok) throw new Error(answer.status); return answer.json(); });

// A row as its columns (site/pages/register.py), and all that it is found by.
async function read() {
  const at = new URL(form.dataset.rows, location.href), first = await json(at);
  const others = await Promise.all(first.files.map((name) => json(new URL(name, at))));
  return [first.rows, ...others].flat().map(([id, authority, event, stage, label, day, title, changes, also]) => {
    const [by, full] = first.authorities[authority];
    const when = day && `${first.labels[label]}: ${day}`;
    return { authority, "life-event": event, stage: [stage, first.within[stage]], title, changes, by, when, in: first.stages[stage], tag: `tag stage-${stage}`, href: `s/${id}/`, words: folded(`${title} ${also} ${full}`) };
  });
}

async function filter() {
  let known;
  try { known = await (rows ??= read()); } catch { rows = undefined; form.hidden = true; return; }
  const asked = Object.fromEntries(new FormData(form)), words = folded(asked.words).split(/\s+/).filter(Boolean);
  const found = known.filter((row) => ["authority", "life-event", "stage"].every((name) => !asked[name] || [row[name]].flat().includes(asked[name]))
    && words.every((word) => row.words.includes(word)));
  list.replaceChildren(...found.slice(0, MOST).map((row) => {
    const item = document.querySelector("template").content.firstElementChild.cloneNode(true);
    const [by, when] = item.querySelectorAll(".meta span");
    Object.assign(item.querySelector("a"), { textContent: row.title, href: form.dataset.root + row.href });
    item.querySelector("path").setAttribute("d", icons[row["life-event"]] ?? icons.other);
    Object.assign(item.querySelector(".tag"), { textContent: row.in, className: row.tag });
    by.textContent = row.by;
    when.textContent = row.when;
    item.querySelector(".changes").textContent = row.changes;
    return item;
  }));
  document.querySelector("[data-count]").textContent = `${found.length > MOST ? `${MOST} / ` : ""}${counted(found.length)}`;
  document.querySelector("[data-nothing]").hidden = found.length > 0;
  document.querySelector("nav.pages")?.toggleAttribute("hidden", true);
}

if (location.protocol !== "file:") {
  const fields = [...form.querySelectorAll("select, input")];
  // A page of one filter has its own choice from the start; the address says what differs from it.
  const made = (field) => field.defaultValue ?? ([...field.options].find((one) => one.defaultSelected) ?? field.options[0]).value;
  const others = () => fields.filter((field) => field.value !== made(field));
  const keep = () => {
    const asked = new URLSearchParams(others().map((field) => [field.name, field.value.trim()])).toString();
    history.replaceState(null, "", `./${asked && `?${asked}`}`);
  };
  form.hidden = false;
  document.querySelector(".filter-links").hidden = true;
  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = asked.get(field.name);
    if (value !== null && (!field.options || [...field.options].some((one) => one.value === value))) field.value = value;
  }
  // Words reach the address when somebody stops typing: browsers count how often it is changed.
  let later;
  form.addEventListener("input", () => { filter(); clearTimeout(later); later = setTimeout(keep, 300); });
  form.addEventListener("change", () => { clearTimeout(later); keep(); });
  // Who comes back finds the fields as they were left: browsers fill them when the page is there.
  addEventListener("pageshow", () => { if (others().length) filter(); });
  form.addEventListener("submit", (event) => event.preventDefault());
}
