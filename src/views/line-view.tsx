import { useLang } from '#i18n/i18n.ts';
import { directionOf, directionOfText } from '#passport/direction.ts';
import { isTranslated, type Line, type Run } from '#passport/doc.ts';
import { lineToStretches, type Stretch } from '#passport/summary/stretches.ts';
import { breakLong } from '#ui/break-long.tsx';

type Props = {
  line: Line;
  /** The language around it; the app's when not given. */
  lang?: string;
};

/**
 * A line of runs: what is in one language stands together in its direction, and every figure and name of a medicine in
 * it is isolated left to right, whoever made the line.
 */
export function LineView({ line, lang }: Props) {
  const app = useLang();
  const around = lang ?? app;
  return lineToStretches(line).map((stretch, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place
    <StretchView key={at} stretch={stretch} around={around} />
  ));
}

function StretchView({ stretch: { lang, runs }, around }: { stretch: Stretch; around: string }) {
  const words = runs.filter((run) => !run.ltr);
  const dir = directionOfText(words.map((run) => run.text).join(''), lang);
  const foreign = lang === around ? undefined : lang === 'und' ? '' : lang;
  const isAlone = words.length === 0;
  const drawn = runs.map((run, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a run is known by its place
    <RunView key={at} run={run} lang={isAlone ? foreign : undefined} />
  ));
  if (isAlone || (foreign === undefined && dir === directionOf(around))) return drawn;
  return (
    <bdi dir={dir ?? 'auto'} lang={foreign}>
      {drawn}
    </bdi>
  );
}

function RunView({ run, lang }: { run: Run; lang: string | undefined }) {
  const translate = isTranslated(run) ? undefined : 'no';
  const words = run.ltr ? (
    <bdi dir="ltr" lang={lang} translate={translate}>
      {run.text}
    </bdi>
  ) : (
    <span translate={translate}>{breakLong(run.text)}</span>
  );
  return run.strong ? <strong>{words}</strong> : words;
}
