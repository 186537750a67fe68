import { directionOf } from '#passport/direction.ts';
import { type Block, type Doc, isTranslated, type Line, type Run, type Section } from '#passport/doc.ts';
import { lineToStretches, type Stretch } from '#passport/summary/stretches.ts';
import { breakLong } from '#ui/break-long.tsx';
import styles from './doc-sections.module.css';

/** Sections of a Doc, each under its title with how old it is. */
export function Sections({ sections, doc, level }: { sections: readonly Section[]; doc: Doc; level: 2 | 3 | 4 }) {
  const Title = `h${level}` as const;
  return sections.map((section) => (
    <section key={section.id} className={styles['section']} data-section={section.id}>
      <div className={styles['heading']}>
        <Title>
          <Words line={section.title} doc={doc} />
        </Title>
        {section.checked && (
          <p className={styles['quiet']}>
            <Words line={section.checked} doc={doc} />
          </p>
        )}
      </div>
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
    <List className={styles['list']} data-compact={block.isCompact || undefined}>
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
export function Words({ line, doc }: { line: Line; doc: Doc }) {
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
  const translate = isTranslated(run) ? undefined : 'no';
  const text = run.ltr ? (
    <bdi dir="ltr" className={run.text.length <= 16 ? styles['figure'] : undefined} translate={translate}>
      {breakLong(run.text)}
    </bdi>
  ) : (
    <span translate={translate}>{breakLong(run.text)}</span>
  );
  return run.strong ? <strong>{text}</strong> : text;
}

/** A Doc never changes, so a thing's place is its key. */
export function keyed<T>(items: readonly T[]): readonly { key: number; item: T }[] {
  return items.map((item, key) => ({ key, item }));
}
