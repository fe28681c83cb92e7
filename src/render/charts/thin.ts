/** Lines of thousands of points, thinned to what a screen can show. */

export type Pixel = readonly [x: number, y: number];

/** How far a line may be from the points that are left out, pixels; an edge below a line, which covers it. */
const LINE_TOLERANCE_PX = 0.4;
export const COVERED_TOLERANCE_PX = 0.9;

/** Of every column of a pixel the highest and the lowest point, and of those only what bends the line. */
export const thin = (line: readonly Pixel[], tolerancePx = LINE_TOLERANCE_PX): Pixel[] =>
  straighten(extremes(line), tolerancePx);

function extremes(line: readonly Pixel[]): readonly Pixel[] {
  const kept: Pixel[] = [];
  for (let from = 0; from < line.length; ) {
    const column = Math.floor(line[from]![0]);
    let to = from + 1;
    while (to < line.length && Math.floor(line[to]![0]) === column) to += 1;
    let [least, most] = [from, from];
    for (let i = from; i < to; i += 1) {
      if (line[i]![1] < line[least]![1]) least = i;
      if (line[i]![1] > line[most]![1]) most = i;
    }
    // the ends stay: a line is as long as it is
    const indices = new Set([least, most]);
    if (from === 0) indices.add(0);
    if (to === line.length) indices.add(line.length - 1);
    kept.push(...[...indices].sort((a, b) => a - b).map((i) => line[i]!));
    from = to;
  }
  return kept;
}

/** After Ramer, Douglas and Peucker: what lies within the tolerance of the line between its neighbours goes. */
function straighten(line: readonly Pixel[], tolerancePx: number): Pixel[] {
  if (line.length < 3) return [...line];
  const isKept = new Set([0, line.length - 1]);
  const open: [from: number, to: number][] = [[0, line.length - 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [from, to] = next;
    let [farthest, apart] = [from, tolerancePx];
    for (let i = from + 1; i < to; i += 1) {
      const away = distanceToSegment(line[i]!, line[from]!, line[to]!);
      if (away > apart) [farthest, apart] = [i, away];
    }
    if (farthest === from) continue;
    isKept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, i) => isKept.has(i));
}

function distanceToSegment([x, y]: Pixel, [ax, ay]: Pixel, [bx, by]: Pixel): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - at * dx, y - ay - at * dy);
}
