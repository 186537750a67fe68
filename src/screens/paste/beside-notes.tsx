import { useT } from '#i18n/i18n.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Note } from '#ui/note.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { OwnText } from '#views/own-text.tsx';
import { MedicineWords } from './medicine-line.tsx';
import styles from './paste.module.css';
import type { Compared } from './rows-beside.ts';

/** Medicines taken now that may be one and the same: asked about, and all kept. */
export function AlikeNote({ alike }: Pick<Compared, 'alike'>) {
  const t = useT();
  if (alike.length === 0) return null;
  return (
    <Note title={t('paste:beside.alike')}>
      <p>{t('paste:beside.alikeHint')}</p>
      {alike.map((set, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a set is known by its place
        <ul key={at} className={styles['alike']}>
          {set.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: so is each of it
            <li key={place}>
              <MedicineWords row={{ name: one.name, strength: one.strength, dose: one.dose }} />
              {one.isMine && <span className={styles['mark']}>{t('paste:beside.mine')}</span>}
            </li>
          ))}
        </ul>
      ))}
    </Note>
  );
}

/** What is taken now by the passport and does not stand on the list: only told. */
export function NotOnList({ notOnList }: Pick<Compared, 'notOnList'>) {
  const t = useT();
  if (notOnList.length === 0) return null;
  return (
    <Disclosure summary={t('paste:beside.notOnList', { count: notOnList.length })}>
      <p>{t('paste:beside.notOnListHint')}</p>
      <Rows>
        {notOnList.map(({ id, name, strength, dose }) => (
          <RowLink
            key={id}
            href={routes.record(medicines.id, id)}
            title={<OwnText text={`${name} ${strength}`.trim()} />}
            detail={dose !== '' && <OwnText text={dose} />}
          />
        ))}
      </Rows>
    </Disclosure>
  );
}
