import { useLang, useT } from '#i18n/i18n.ts';
import { countLines, portionOf } from './portion.ts';

/** Above the button: what reading a long list will do. Nothing for a list that is read whole. */
export function PortionNote({ text }: { text: string }) {
  const t = useT();
  const number = useNumber();
  const { now, rest } = portionOf(text);
  const words = rest === '' ? '' : { now: number(countLines(now)), lines: number(countLines(text)) };
  return <p role="status">{words && t('paste:portion.long', words)}</p>;
}

/** Afterwards: how many lines are still in the box. */
export function RestNote({ rest }: { rest: string }) {
  const t = useT();
  const number = useNumber();
  return rest === '' ? null : <p>{t('paste:portion.left', { lines: number(countLines(rest)) })}</p>;
}

function useNumber() {
  const format = new Intl.NumberFormat(`${useLang()}-u-nu-latn`);
  return (count: number) => format.format(count);
}
