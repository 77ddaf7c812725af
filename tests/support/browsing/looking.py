"""What the tests ask a page: small scripts that run in it, and the contrast of two colours."""

import re

FOCUS = """() => {
  const selector = "a[href], button, summary, input, select, textarea, [tabindex]";
  const chosen = (it) => {
    const group = [...(it.form ?? document).querySelectorAll(`[name="${it.name}"]`)];
    return it === (group.find((one) => one.checked) ?? group[0]);
  };
  const stops = [...document.querySelectorAll(selector)].filter(
    (it) => it.tabIndex >= 0 && !it.disabled && it.checkVisibility({ visibilityProperty: true })
      && (it.type !== "radio" || chosen(it)));
  const ground = (it) => {
    for (let at = it; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!colour.endsWith(", 0)")) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const isFree = (it, box) => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return hit !== null && (it.contains(hit) || hit.contains(it));
  };
  const look = () => {
    const it = document.activeElement;
    const index = stops.indexOf(it);
    if (index < 0) return { index, what: it.outerHTML.slice(0, 120) };
    const box = it.getBoundingClientRect();
    const style = getComputedStyle(it);
    const isLarge = box.height > innerHeight;
    return {
      index,
      box: [box.left, box.top, box.right, box.bottom].map(Math.round),
      inside: box.left >= 0 && box.right <= innerWidth + 1
        && (isLarge ? box.top < innerHeight && box.bottom > 0
          : box.top >= 0 && box.bottom <= innerHeight + 2),
      uncovered: [...it.getClientRects()].some((rect) => isFree(it, rect)),
      style: style.outlineStyle,
      outline: parseFloat(style.outlineWidth),
      colour: style.outlineColor,
      ground: ground(document.elementFromPoint(box.left - 3, box.top + box.height / 2)
        ?? it.parentElement),
    };
  };
  window.focusSeen = [];
  addEventListener("keyup", () => {
    // Chromium brings a field of several lines into sight one frame later.
    const it = document.activeElement;
    if (it.matches("textarea")) it.scrollIntoView({ block: "nearest" });
    window.focusSeen.push(look());
  });
  return stops.map((it, at) => `${at} ${it.outerHTML.slice(0, 160)}`);
}"""
"""Answers the keyboard's stops in order, and from then on notes in `focusSeen` each one met.

Of a group of radio buttons the chosen one is the stop, and the first where none is; the arrow keys
lead to the others.
"""

TARGETS = """() => {
  const least = 24;
  const all = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
    .filter((it) => it.checkVisibility() && !it.matches(".skip"))
    .map((it) => ({ it, box: it.getBoundingClientRect(), parts: [...it.getClientRects()] }));
  const isSmall = ({ box }) => box.width < least - 0.5 || box.height < least - 0.5;
  const isInSentence = ({ it }) => {
    if (getComputedStyle(it).display !== "inline") return false;
    let block = it.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return [...block.childNodes].some((node) =>
      node.nodeType === Node.TEXT_NODE && /[\\p{L}\\p{N}]/u.test(node.textContent));
  };
  const centre = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const distance = ([x, y], { left, right, top, bottom }) =>
    Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  const standsApart = (one) => all.every((other) => {
    if (other.it === one.it || one.it.contains(other.it) || other.it.contains(one.it)) return true;
    if (other.parts.some((part) => distance(centre(one), part) < least / 2)) return false;
    const [[x, y], [u, v]] = [centre(one), centre(other)];
    return !isSmall(other) || Math.hypot(x - u, y - v) >= least;
  });
  return all.filter((one) => isSmall(one) && !isInSentence(one) && !standsApart(one))
    .map(({ it, box }) =>
      `${box.width.toFixed(1)} x ${box.height.toFixed(1)}: ${it.outerHTML.slice(0, 160)}`);
}"""
"""Answers the targets that are too small and too crowded."""

FITS = "() => document.scrollingElement.scrollWidth - window.innerWidth"
"""Answers by how many pixels the page is wider than the window."""

WIDEST = """() => [...document.querySelectorAll("body *")]
  .filter((it) => it.getBoundingClientRect().right > innerWidth + 0.5)
  .map((it) => it.outerHTML.slice(0, 120)).slice(0, 5)"""
"""Answers the first things that stick out of the window."""

PILLARS = """() => [...document.querySelectorAll("main *")].filter((it) => {
  const { width, height } = it.getBoundingClientRect();
  const letter = parseFloat(getComputedStyle(it).fontSize);
  return it.checkVisibility() && !it.closest("thead")
    && width < 6 * letter && height > 3 * width && height > 9 * letter
    && [...it.childNodes].some((node) =>
      node.nodeType === Node.TEXT_NODE && node.textContent.trim().length > 20);
}).map((it) => it.outerHTML.slice(0, 160))"""
"""Answers the words that stand in a pillar: a few letters wide, and many lines high."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as a browser writes them (WCAG 2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(part) / 255) for part in re.findall(r"\d+", colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
