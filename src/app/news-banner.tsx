import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import type { LockNews } from '#store/lock-news.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';

type Props = { news: readonly LockNews[]; onSeen: () => void };

/** What was changed about the lock since it was last unlocked: each thing once, with its last day. */
export function NewsBanner({ news, onSeen }: Props) {
  const t = useT();
  const lang = useLang();
  if (news.length === 0) return null;
  const latest = new Map(news.map(({ what, at }) => [what, at]));
  const words = [...latest].map(([what, at]) =>
    t(`lock:news.${what}`, { date: dateToWords(dayOf(new Date(at)), lang) }),
  );
  return (
    <Banner words={words.join(' ')}>
      <Button onPress={onSeen}>{t('lock:news.seen')}</Button>
    </Banner>
  );
}
