import { useT } from '#i18n/i18n.ts';
import type { Contact } from '#passport/field.ts';
import { beyondCalls, contactToCalls } from './contact-calls.ts';
import styles from './flare.module.css';
import { OwnWords } from './own-words.tsx';

type Props = { contacts: readonly Contact[]; lang: string };

/** The people of the plan: a call for each number there is. */
export function People({ contacts, lang }: Props) {
  const t = useT();
  return (
    <ul className={styles['calls']}>
      {contacts.map((contact) => {
        const calls = contactToCalls(contact);
        const more = calls.length > 0 ? beyondCalls(contact) : '';
        return (
          <li key={`${contact.name} ${contact.phone} ${contact.when}`}>
            {calls.map(({ name, href }) => (
              <a key={href} className={styles['call']} href={href}>
                {t('flare:call', { name })}
              </a>
            ))}
            {calls.length === 0 && (
              <strong>
                <OwnWords text={[contact.name, contact.phone].filter(Boolean).join(' ')} lang={lang} />
              </strong>
            )}
            {more && <OwnWords text={more} lang={lang} />}
            {contact.when && <OwnWords text={contact.when} lang={lang} />}
          </li>
        );
      })}
    </ul>
  );
}
