import type { Line } from '#passport/doc.ts';

export function toggled(set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(key);
  else next.delete(key);
  return next;
}

/** A line where only text can stand: each run isolated by signs instead (UAX #9: LRI or FSI, then PDI). */
export function lineToText(line: Line): string {
  return line.map(({ text, ltr }) => `${ltr ? '\u2066' : '\u2068'}${text}\u2069`).join('');
}
