import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import { partOf } from '#passport/catalogue.ts';
import type { PartDifference } from '#passport/compare.ts';
import { type Passport, recordOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stretch } from '#ui/page.tsx';
import { Row, Rows } from '#ui/rows.tsx';
import { LineView } from '#views/line-view.tsx';
import { recordToTitle } from '#views/record-words.ts';
import styles from './keep.module.css';
import type { Found } from './use-restore.ts';

/** Names told of one kind of difference; the rest is counted. */
const told = 50;

/** How the file differs from here: counted by part, with the names behind. What is private is counted and not named. */
export function Differences({ found: { comparison, mine, theirs } }: { found: Found }) {
  const t = useT();
  const named = comparison.parts.filter((part) => partOf(part.part)?.many && countOf(part) > 0);
  return (
    <>
      <Rows label={t('keep:found.differs')}>
        {comparison.parts.map((part) => (
          <Row key={part.part} title={partWords(t, part.part).name} detail={<Counts part={part} />} />
        ))}
      </Rows>
      {comparison.private > 0 && <p>{t('keep:found.private', { number: comparison.private })}</p>}
      {comparison.newer > 0 && <p>{t('keep:found.newer', { number: comparison.newer })}</p>}
      {named.length > 0 && (
        <Disclosure summary={t('keep:found.names')}>
          {named.map((part) => (
            <Stretch key={part.part}>
              <h3>{partWords(t, part.part).name}</h3>
              <Names part={part} mine={mine} theirs={theirs} />
            </Stretch>
          ))}
        </Disclosure>
      )}
    </>
  );
}

function countOf({ onlyMine, onlyTheirs, different }: PartDifference): number {
  return onlyMine.length + onlyTheirs.length + different.length;
}

const kinds = [
  ['onlyTheirs', 'onlyThere'],
  ['onlyMine', 'onlyHere'],
  ['different', 'different'],
] as const;

function Counts({ part }: { part: PartDifference }) {
  const t = useT();
  const words = kinds
    .filter(([kind]) => part[kind].length > 0)
    .map(([kind, key]) => t(`keep:found.${key}`, { number: part[kind].length }));
  return <span>{[...words, ...(part.rest ? [t('keep:found.rest')] : [])].join(' · ')}</span>;
}

type NamesProps = { part: PartDifference; mine: Passport; theirs: Passport };

function Names({ part, mine, theirs }: NamesProps) {
  const t = useT();
  const words = useWords();
  const known = partOf(part.part) as Part;
  const name = (id: string, kind: (typeof kinds)[number][0]) => {
    const title = recordToTitle(known, recordOf(kind === 'onlyTheirs' ? theirs : mine, part.part, id), words);
    return title.length > 0 ? <LineView line={title} /> : t('keep:found.untitled');
  };
  return kinds
    .filter(([kind]) => part[kind].length > 0)
    .map(([kind, key]) => (
      <div key={kind}>
        <p>{t(`keep:found.${key}`, { number: part[kind].length })}</p>
        <ul className={styles['list']}>
          {part[kind].slice(0, told).map((id) => (
            <li key={id}>{name(id, kind)}</li>
          ))}
        </ul>
        {part[kind].length > told && <p>{t('keep:found.more', { count: part[kind].length - told })}</p>}
      </div>
    ));
}
