import { useT } from '#i18n/i18n.ts';
import { Dialog } from '#ui/dialog.tsx';
import { numbersIn } from '#views/emergency-numbers.ts';
import styles from './flare.module.css';
import { OwnWords } from './own-words.tsx';
import type { FlarePlan } from './pages.ts';
import { People } from './people.tsx';

type Props = { urgent: FlarePlan['urgent']; contacts: FlarePlan['contacts']; lang: string; onClose: () => void };

/** Who to ring: what the person wrote, then the country's numbers, then their own people. Sends nothing. */
export function GetHelp({ urgent, contacts, lang, onClose }: Props) {
  const t = useT();
  const here = numbersIn('flare').flatMap(({ lines }) => lines);
  return (
    <Dialog title={t('flare:help.title')} onClose={onClose} close={t('flare:help.close')}>
      <p>{t('flare:help.notSent')}</p>
      {urgent && (
        <section className={styles['mine']}>
          <h3>{t('flare:help.mine')}</h3>
          <p>
            <OwnWords text={urgent.text} lang={urgent.lang} />
          </p>
        </section>
      )}
      <section>
        <h3>{t('flare:help.numbers')}</h3>
        <ul className={styles['calls']}>
          {here.map(({ id, phone, href, words }) => (
            <li key={id}>
              <a className={styles['call']} href={href}>
                <bdi dir="ltr" translate="no">
                  {phone}
                </bdi>
              </a>
              <span>{t(words as 'flare:help.urgent')}</span>
              {id === 'urgent' && <span className={styles['beside']}>{t('flare:help.interpreter')}</span>}
            </li>
          ))}
        </ul>
        <p>{t('flare:help.sign')}</p>
      </section>
      {contacts.length > 0 && (
        <section>
          <h3>{t('flare:help.people')}</h3>
          <People contacts={contacts} lang={lang} />
        </section>
      )}
    </Dialog>
  );
}
