import { directionOf } from '#passport/direction.ts';
import type { Block, Doc, Line, Run, Section } from '#passport/doc.ts';
import { lineToStretches, type Stretch } from '#passport/summary/stretches.ts';
import { breakLong } from '#ui/break-long.tsx';
import { LateDetails } from '#ui/late-details.tsx';
import styles from './doc-view.module.css';

type Props = {
  doc: Doc;
  /** `large` for a phone held out to another person. */
  size?: 'normal' | 'large';
  /** 2 when the screen it stands in has a heading of its own. */
  level?: 1 | 2;
};

/** A Doc as a page: who this is, page one, and the full record behind it, drawn once it is opened or put on paper. */
export function DocView({ doc, size = 'normal', level = 1 }: Props) {
  const side = doc.summary.filter((section) => section.area === 'side');
  const main = doc.summary.filter((section) => section.area === 'main');
  const wide = main.filter(({ id }) => id === 'medicines' || id === 'tried');
  const rest = main.filter((section) => !wide.includes(section));
  const Label = `h${level}` as const;
  return (
    <article className={styles['doc']} data-size={size} lang={doc.lang} dir={doc.dir}>
      <div className={styles['sheet']}>
        <header className={styles['who']}>
          {doc.kicker.length > 0 && (
            <p className={styles['quiet']}>
              <Words line={doc.kicker} doc={doc} />
            </p>
          )}
          <Label className={styles['label']}>
            <Words line={doc.label} doc={doc} />
          </Label>
          {doc.name.length > 0 && (
            <p className={styles['name']}>
              <Words line={doc.name} doc={doc} />
            </p>
          )}
          {keyed(doc.facts).map(({ key, item }) => (
            <p key={key} className={`${styles['quiet']} ${styles['fact']}`}>
              <Words line={item} doc={doc} />
            </p>
          ))}
        </header>
        <div className={styles['made']}>
          {keyed(doc.notices).map(({ key, item }) => (
            <p key={key} className={styles['notice']}>
              <Words line={item} doc={doc} />
            </p>
          ))}
          {doc.made.length > 0 && (
            <p className={styles['quiet']}>
              <Words line={doc.made} doc={doc} />
            </p>
          )}
        </div>
        <div className={styles['side']}>
          <Sections sections={side} doc={doc} level={level === 1 ? 2 : 3} />
        </div>
        <div className={styles['main']}>
          <Sections sections={wide} doc={doc} level={level === 1 ? 2 : 3} />
          <div className={styles['columns']}>
            <Sections sections={rest} doc={doc} level={level === 1 ? 2 : 3} />
          </div>
        </div>
      </div>
      {doc.record.length > 0 && <FullRecord doc={doc} level={level === 1 ? 2 : 3} />}
    </article>
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

function Sections({ sections, doc, level }: { sections: readonly Section[]; doc: Doc; level: 2 | 3 | 4 }) {
  const Title = `h${level}` as const;
  return sections.map((section) => (
    <section key={section.id} className={styles['section']} data-section={section.id}>
      <Title>
        <Words line={section.title} doc={doc} />
      </Title>
      {section.checked && (
        <p className={styles['quiet']}>
          <Words line={section.checked} doc={doc} />
        </p>
      )}
      {keyed(section.blocks).map(({ key, item }) => (
        <BlockView key={key} block={item} doc={doc} />
      ))}
    </section>
  ));
}

function BlockView({ block, doc }: { block: Block; doc: Doc }) {
  if (block.kind === 'table') return <TableView block={block} doc={doc} />;
  if (block.kind === 'paragraph') {
    return (
      <p className={block.tone && styles[block.tone]}>
        <Words line={block.line} doc={doc} />
      </p>
    );
  }
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List className={styles['list']}>
      {keyed(block.items).map(({ key, item }) => (
        <li key={key}>
          <Words line={item} doc={doc} />
        </li>
      ))}
    </List>
  );
}

// Said aloud because a table drawn as blocks on a narrow screen loses its roles in some browsers.
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader', scope: 'col' },
  first: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const;

function TableView({ block, doc }: { block: Extract<Block, { kind: 'table' }>; doc: Doc }) {
  return (
    <table className={styles['table']} {...roles.table}>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {keyed(block.head).map(({ key, item }) => (
            <th key={key} {...roles.head}>
              <Words line={item} doc={doc} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {keyed(block.rows).map(({ key, item: row }) => (
          <tr key={key} {...roles.row}>
            {keyed(row).map(({ key: place, item: cell }) =>
              place === 0 ? (
                <th key={place} {...roles.first}>
                  <Words line={cell} doc={doc} />
                </th>
              ) : (
                <td key={place} {...roles.cell} data-empty={cell.length === 0 || undefined}>
                  <span className={styles['head']} aria-hidden="true">
                    <Words line={block.head[place] ?? []} doc={doc} />
                  </span>
                  <span>
                    <Words line={cell} doc={doc} />
                  </span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A line with the language and direction of everything that differs from the page's. */
function Words({ line, doc }: { line: Line; doc: Doc }) {
  return keyed(lineToStretches(line)).map(({ key, item }) => <StretchView key={key} stretch={item} doc={doc} />);
}

function StretchView({ stretch, doc }: { stretch: Stretch; doc: Doc }) {
  const runs = keyed(stretch.runs).map(({ key, item }) => <RunView key={key} run={item} />);
  if (stretch.lang === doc.lang) return runs;
  if (stretch.lang === 'und') return <bdi lang="">{runs}</bdi>;
  return (
    <bdi lang={stretch.lang} dir={directionOf(stretch.lang)}>
      {runs}
    </bdi>
  );
}

function RunView({ run }: { run: Run }) {
  // A line may end after a middle dot, never begin with one.
  if (run.text === ' · ') return '\u00a0· ';
  const text = run.ltr ? (
    <bdi dir="ltr" className={run.text.length <= 16 ? styles['figure'] : undefined}>
      {breakLong(run.text)}
    </bdi>
  ) : (
    breakLong(run.text)
  );
  return run.strong ? <strong>{text}</strong> : text;
}

/** A Doc never changes, so a thing's place is its key. */
function keyed<T>(items: readonly T[]): readonly { key: number; item: T }[] {
  return items.map((item, key) => ({ key, item }));
}
