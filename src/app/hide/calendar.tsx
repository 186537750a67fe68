import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { Button, IconButton } from '#ui/button.tsx';
import styles from './calendar.module.css';
import {
  addDays,
  addMonths,
  dayToWords,
  distanceToWords,
  firstDayOf,
  monthOf,
  weekdayNames,
  weeksOf,
} from './month.ts';

type Props = { now: () => Date; onOpen: () => void };

/** The page that stands in place of the app while it is hidden: a calendar, in truth, and a way back at its foot. */
export function Calendar({ now, onOpen }: Props) {
  const t = useT();
  const lang = useLang();
  const today = useToday(now);
  const [picked, setPicked] = useState(today);
  const [month, setMonth] = useState(monthOf(today));
  const heading = useRef<HTMLHeadingElement>(null);
  const title = dateToWords(monthOf(today), lang);

  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, []);

  const goTo = (day: string) => {
    setPicked(day);
    setMonth(monthOf(day));
  };
  return (
    <main className={styles['calendar']}>
      <div className={styles['top']}>
        <h1 ref={heading} tabIndex={-1} aria-live="polite">
          {dateToWords(month, lang)}
        </h1>
        <span className={styles['turn']}>
          <IconButton icon="back" label={t('hide.previous')} onPress={() => setMonth(addMonths(month, -1))} />
          <IconButton icon="next" label={t('hide.next')} onPress={() => setMonth(addMonths(month, 1))} />
        </span>
      </div>
      <Days month={month} today={today} picked={picked} onPick={goTo} lang={lang} />
      <div className={styles['said']}>
        <p role="status">
          <strong>{dayToWords(picked, lang)}</strong>
          <span>{distanceToWords(today, picked, lang)}</span>
        </p>
        {(picked !== today || month !== monthOf(today)) && (
          <span className={styles['today']}>
            <Button look="plain" onPress={() => goTo(today)}>
              {t('hide.today')}
            </Button>
          </span>
        )}
      </div>
      <footer className={styles['foot']} data-screen-only>
        <Button look="plain" onPress={onOpen}>
          {t('hide.open')}
        </Button>
      </footer>
    </main>
  );
}

type DaysProps = { month: string; today: string; picked: string; onPick: (day: string) => void; lang: string };

/** The days of a month, one of them in the order of Tab; arrow keys go on from there. */
function Days({ month, today, picked, onPick, lang }: DaysProps) {
  const grid = useRef<HTMLTableElement>(null);
  const isMoved = useRef(false);
  const firstDay = firstDayOf(lang);
  const inTabs = monthOf(picked) === month ? picked : `${month}-01`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: focus goes with the day
  useEffect(() => {
    if (isMoved.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    isMoved.current = false;
  }, [picked]);

  const move = (event: KeyboardEvent, day: string) => {
    const ahead = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: -1, [ahead]: 1, ArrowUp: -7, ArrowDown: 7 };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    isMoved.current = true;
    onPick(addDays(day, step));
  };

  return (
    <table ref={grid} className={styles['days']} aria-label={dateToWords(month, lang)}>
      <thead>
        <tr>
          {weekdayNames(lang, firstDay).map(({ full, short }) => (
            <th key={full} scope="col" abbr={full}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month, firstDay).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, at) => (
              <td key={day ?? at}>
                {day && (
                  <button
                    type="button"
                    tabIndex={day === inTabs ? 0 : -1}
                    aria-current={day === today ? 'date' : undefined}
                    aria-label={dayToWords(day, lang)}
                    aria-pressed={day === picked}
                    onClick={() => onPick(day)}
                    onKeyDown={(event) => move(event, day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The day it is, still right when the page was left open over midnight. */
function useToday(now: () => Date): string {
  const [today, setToday] = useState(() => dayOf(now()));
  useEffect(() => {
    const look = () => setToday(dayOf(now()));
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [now]);
  return today;
}
