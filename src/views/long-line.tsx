import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Line, Run } from '#passport/doc.ts';
import { Button } from '#ui/button.tsx';
import { LineView } from './line-view.tsx';

/** Letters that are drawn at first, and figures among them; each press shows ten times more. */
const first = { letters: 4_000, runs: 200 };

type Props = {
  line: Line;
  /** The rest is not offered here: where a line is cut by its place on the screen. */
  brief?: boolean;
};

/** A line of the person's own words, however long: its beginning, and a button for the rest of it. */
export function LongLine({ line, brief = false }: Props) {
  const t = useT();
  const [times, setTimes] = useState(1);
  const start = startOf(line, first.letters * times, first.runs * times);
  const left = lengthOf(line) - lengthOf(start);
  return (
    <>
      <LineView line={left > 0 ? start : line} />
      {left > 0 && !brief && <Button onPress={() => setTimes(times * 10)}>{t('showMore', { number: left })}</Button>}
    </>
  );
}

/** The first so many letters, in so many runs, no letter parted from its marks or its other half. */
function startOf(line: Line, letters: number, runs: number): Line {
  const kept: Run[] = [];
  let left = letters;
  for (const run of line.slice(0, runs)) {
    if (left <= 0) break;
    kept.push(run.text.length <= left ? run : { ...run, text: wholeLetters(run.text, left) });
    left -= run.text.length;
  }
  return kept;
}

function wholeLetters(text: string, length: number): string {
  let end = length;
  while (end < text.length && /^(?:\p{M}|\u200d|\ufe0f|[\udc00-\udfff])/u.test(text.charAt(end))) end += 1;
  return text.slice(0, end);
}

function lengthOf(line: Line): number {
  return line.reduce((sum, { text }) => sum + text.length, 0);
}
