/** Two texts that began from the same one, put together. */
export interface MergedNote {
  text: string;
  /** True when the two changed different lines, so that nobody needs to look. */
  apart: boolean;
}

/**
 * Puts together what two wrote on top of the same text, line by line, and drops no line that either of them added or changed: where both
 * changed the same lines, theirs stand first and mine after.
 */
export function mergeNotes(base: string, mine: string, theirs: string): MergedNote {
  if (mine === theirs || base === theirs) return { text: mine, apart: true };
  if (base === mine) return { text: theirs, apart: true };
  const lines = base.split('\n');
  const a = changedPart(lines, mine.split('\n'));
  const b = changedPart(lines, theirs.split('\n'));
  const [first, second] = a.from < b.from || (a.from === b.from && a.to <= b.to) ? [a, b] : [b, a];
  if (first.to <= second.from && !(first.from === second.from && first.to === second.to)) {
    const merged = [
      ...lines.slice(0, first.from),
      ...first.now,
      ...lines.slice(first.to, second.from),
      ...second.now,
      ...lines.slice(second.to),
    ];
    return { text: merged.join('\n'), apart: true };
  }
  const from = Math.min(a.from, b.from);
  const to = Math.max(a.to, b.to);
  const whole = (part: Changed) => [...lines.slice(from, part.from), ...part.now, ...lines.slice(part.to, to)];
  const theirLines = whole(b);
  const myLines = whole(a);
  // What both have in the same places at the edges is written once.
  let same = 0;
  while (same < theirLines.length && same < myLines.length && theirLines[same] === myLines[same]) same += 1;
  const merged = [...lines.slice(0, from), ...theirLines, ...myLines.slice(same), ...lines.slice(to)];
  return { text: merged.join('\n'), apart: false };
}

interface Changed {
  from: number;
  to: number;
  now: string[];
}

/** The one stretch of lines that differs. */
function changedPart(before: readonly string[], after: readonly string[]): Changed {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  return { from: start, to: before.length - end, now: after.slice(start, after.length - end) };
}
