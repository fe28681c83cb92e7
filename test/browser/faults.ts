/** What is wrong with how a page is laid out; each runs inside the page and needs nothing from here. */

/** What is wider than the screen, or than the box that cuts it. */
export function findOverflow(): string[] {
  const faults: string[] = [];
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide`);
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.unseen, .skip, svg *')) continue;
    const { left, right, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    if (right > clientWidth + 1 || left < -1) faults.push(`${nameOf(element)} leaves the screen`);
    const { overflowX } = getComputedStyle(element);
    if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`${nameOf(element)} is cut`);
    }
  }
  return faults;
}

/** Figures without size; labels that are small, lie on each other or are cut by the edge. */
export function findFigureFaults(): string[] {
  const faults: string[] = [];
  const smallestPx = 9;
  const apart = 1;
  for (const svg of document.querySelectorAll('svg')) {
    if (getComputedStyle(svg.parentElement ?? svg).display === 'none') continue;
    const edge = svg.getBoundingClientRect();
    if (edge.width < 50 || edge.height < 20)
      faults.push(`a figure of ${edge.width} × ${edge.height}`);
    const labels = [...svg.querySelectorAll('text')]
      .filter((text) => (text.textContent ?? '').trim() !== '')
      .map((text) => {
        const scale = text.getScreenCTM();
        const sizePx = Number.parseFloat(getComputedStyle(text).fontSize);
        return {
          said: (text.textContent ?? '').trim(),
          box: text.getBoundingClientRect(),
          sizePx: sizePx * (scale ? Math.hypot(scale.a, scale.b) : 1),
        };
      })
      .filter(({ box }) => box.width > 0);
    labels.forEach(({ said, box, sizePx }, i) => {
      if (sizePx < smallestPx) faults.push(`"${said}" is ${sizePx.toFixed(1)} px tall`);
      const isCut =
        box.left < edge.left - apart ||
        box.right > edge.right + apart ||
        box.top < edge.top - apart ||
        box.bottom > edge.bottom + apart;
      if (isCut) faults.push(`"${said}" is cut by the edge`);
      for (const other of labels.slice(i + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // boxes are taller than letters
        if (across > apart && down > 0.25 * Math.min(box.height, other.box.height)) {
          faults.push(`"${said}" lies on "${other.said}"`);
        }
      }
    });
  }
  return faults;
}
