import type { Doc, Line, Section } from '#passport/doc.ts';
import { dot } from '#passport/summary/phrase.ts';
import { LateDetails } from '#ui/late-details.tsx';
import { keyed, Sections, Words } from './doc-sections.tsx';
import styles from './doc-view.module.css';

type Props = {
  doc: Doc;
  /** `large` for a phone held out to another person. */
  size?: 'normal' | 'large';
  /** 2 when the screen it stands in has a heading of its own. */
  level?: 1 | 2;
};

/** A Doc as a page: who this is, page one whole, and the full record behind it, drawn once it is opened or printed. */
export function DocView({ doc, size = 'normal', level = 1 }: Props) {
  const Label = `h${level}` as const;
  const below = level === 1 ? 2 : 3;
  return (
    <article className={styles['doc']} data-size={size} lang={doc.lang} dir={doc.dir}>
      <div className={styles['sheet']}>
        <header className={styles['top']}>
          <div>
            <Text line={doc.kicker} doc={doc} look="quiet" />
            <Label className={styles['label']}>
              <Words line={doc.label} doc={doc} />
            </Label>
            <Text line={doc.name} doc={doc} look="name" />
          </div>
          <div>
            {keyed(doc.facts).map(({ key, item }) => (
              <Text key={key} line={item} doc={doc} look="fact" />
            ))}
          </div>
          <div className={styles['made']}>
            {keyed(doc.notices).map(({ key, item }) => (
              <Text key={key} line={item} doc={doc} look="notice" />
            ))}
            <Text line={doc.origin} doc={doc} look="quiet" />
            <Text line={doc.made} doc={doc} look="quiet" />
          </div>
        </header>
        {keyed(bandsOf(doc.summary)).map(({ key, item }) => (
          <BandView key={key} band={item} doc={doc} level={below} />
        ))}
        <div className={styles['last']}>
          {doc.also.length > 0 && (
            <>
              <p>
                <strong>{doc.furniture.also}</strong>
              </p>
              <Text line={alsoLine(doc)} doc={doc} look="quiet" />
            </>
          )}
          <Text line={doc.closing} doc={doc} look="quiet" />
        </div>
      </div>
      {doc.record.length > 0 && <FullRecord doc={doc} level={below} />}
    </article>
  );
}

function alsoLine({ also, lang }: Doc): Line {
  return also.flatMap(({ name }, at) => (at > 0 ? [{ text: dot, lang }, ...name] : name));
}

/** Neighbouring sections: those of the wide column, and those of the narrow one read before and after them. */
type Band = { readonly before: Section[]; readonly main: Section[]; readonly after: Section[] };

/** Sections in the order in which they are read, in bands that lie one below the other. */
function bandsOf(sections: readonly Section[]): readonly Band[] {
  const bands: Band[] = [];
  for (const section of sections) {
    const last = bands.at(-1);
    const isOver = last === undefined || (section.area === 'main' && last.after.length > 0);
    const band = isOver ? { before: [], main: [], after: [] } : last;
    if (isOver) bands.push(band);
    if (section.area === 'main') band.main.push(section);
    else if (band.main.length > 0) band.after.push(section);
    else band.before.push(section);
  }
  return bands;
}

function BandView({ band, doc, level }: { band: Band; doc: Doc; level: 2 | 3 }) {
  return (
    <div className={styles['band']}>
      {band.before.length > 0 && (
        <div className={styles['side']}>
          <Sections sections={band.before} doc={doc} level={level} />
        </div>
      )}
      {band.main.length > 0 && (
        <div className={styles['main']}>
          {inColumns(band.main).map((sections) => (
            <div key={sections[0]?.id} className={sections.length > 1 ? styles['columns'] : undefined}>
              <Sections sections={sections} doc={doc} level={level} />
            </div>
          ))}
        </div>
      )}
      {band.after.length > 0 && (
        <div className={styles['side']}>
          <Sections sections={band.after} doc={doc} level={level} />
        </div>
      )}
    </div>
  );
}

/** Neighbours that are short stand together, two beside each other where there is room. */
function inColumns(sections: readonly Section[]): readonly (readonly Section[])[] {
  const groups: Section[][] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (last?.[0] && isNarrow(last[0]) && isNarrow(section)) last.push(section);
    else groups.push([section]);
  }
  return groups;
}

/** Lists that must not be missed and tables take the whole width. */
function isNarrow({ id, blocks }: Section): boolean {
  return id !== 'allergies' && id !== 'medicines' && blocks.every(({ kind }) => kind !== 'table');
}

function Text({ line, doc, look }: { line: Line; doc: Doc; look: 'quiet' | 'name' | 'fact' | 'notice' }) {
  if (line.length === 0) return null;
  return (
    <p className={styles[look]}>
      <Words line={line} doc={doc} />
    </p>
  );
}

function FullRecord({ doc, level }: { doc: Doc; level: 2 | 3 }) {
  const Title = `h${level}` as const;
  return (
    <LateDetails className={styles['record']} summary={<Title>{doc.furniture.record}</Title>}>
      {() => <Sections sections={doc.record} doc={doc} level={level === 2 ? 3 : 4} />}
    </LateDetails>
  );
}
