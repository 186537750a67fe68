import { useT } from '#i18n/i18n.ts';
import styles from './call-list.module.css';
import { type CallPlace, numbersIn } from './emergency-numbers.ts';

type Props = { place: Exclude<CallPlace, 'flare'>; level: 'h2' | 'h3' };

/** Whom to ring, by country: each number a link, with what it is for beside it. */
export function CallList({ place, level: Heading }: Props) {
  const t = useT();
  return numbersIn(place).map(({ country, lines }) => (
    <section key={country} className={styles['country']}>
      <Heading>{t(`hide:countries.${country}`)}</Heading>
      <ul className={styles['calls']}>
        {lines.map(({ id, phone, href, words }) => (
          <li key={id}>
            <a className={styles['call']} href={href}>
              <bdi dir="ltr" translate="no">
                {phone}
              </bdi>
            </a>
            <span>{t(words as 'hide:lines.GB.abuse')}</span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
