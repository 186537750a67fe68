import { useLang } from '#i18n/i18n.ts';
import type { Line, Run } from '#passport/doc.ts';
import { breakLong } from '#ui/break-long.tsx';

type Props = {
  line: Line;
  /** The language around it; the app's when not given. */
  lang?: string;
};

/** A line of runs: each in its own language and direction, figures and names of medicines isolated left to right. */
export function LineView({ line, lang }: Props) {
  const around = useLang();
  return line.map((run, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a run is known by its place
    <RunView key={at} run={run} around={lang ?? around} />
  ));
}

function RunView({ run, around }: { run: Run; around: string }) {
  const lang = run.lang === around ? undefined : run.lang;
  const words =
    run.ltr || lang ? (
      <bdi dir={run.ltr ? 'ltr' : 'auto'} lang={lang}>
        {breakLong(run.text)}
      </bdi>
    ) : (
      breakLong(run.text)
    );
  return run.strong ? <strong>{words}</strong> : words;
}
