import { Fragment, type ReactNode } from 'react';
import { useT } from '#i18n/i18n.ts';
import { headingName, partWords } from '#i18n/words.ts';
import type { PassportRecord } from '#passport/fold.ts';
import type { Headed } from '#passport/headings.ts';
import type { ListHeading, Part } from '#passport/part.ts';
import { Stretch } from '#ui/page.tsx';
import styles from './headings.module.css';

type Props = {
  part: Part;
  headed: readonly Headed[];
  children: (records: readonly PassportRecord[], label: string, heading: ListHeading | null) => ReactNode;
};

/** The headings of a part's list, each over its records; `label` is what a list of them is called. */
export function Headings({ part, headed, children }: Props) {
  const t = useT();
  const list = t('part:list', { part: partWords(t, part.id).name });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div role="group" aria-label={list} className={styles['headings']}>
      {headed.map(({ heading, records }) => {
        if (heading === null) return <Fragment key="">{children(records, list, null)}</Fragment>;
        const name = headingName(t, part.id, heading.id);
        return (
          <Stretch key={heading.id} title={name}>
            {children(records, name, heading)}
          </Stretch>
        );
      })}
    </div>
  );
}
