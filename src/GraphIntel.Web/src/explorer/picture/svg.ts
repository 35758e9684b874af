/** Text within an element or an attribute of SVG. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one]!);
}

/** The outline of a node's mark; `corners` as in `Mark`. */
export function markSvg(corners: [number, number][] | null, x: number, y: number, half: number, paint: string): string {
  return corners
    ? `<polygon points="${corners.map(([dx, dy]) => `${(x + dx * half).toFixed(1)},${(y + dy * half).toFixed(1)}`).join(' ')}" ${paint}/>`
    : `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${half.toFixed(1)}" ${paint}/>`;
}
