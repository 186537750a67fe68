import { type ReactNode, useState } from 'react';
import { isSamePhrase } from '#exchange/file/phrase.ts';
import { useT } from '#i18n/i18n.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { routes } from '#ui/routes.ts';
import { SecretInput } from '#ui/secret-input.tsx';
import { WalkPage } from '#views/walk-page.tsx';
import type { FolderBackup } from './folder-backup.ts';
import { HandOut } from './hand-out.tsx';
import type { Way } from './make-walk.tsx';
import { PhraseView } from './phrase-view.tsx';
import type { Made } from './use-making.ts';

type Props = {
  title: string;
  step: readonly [number, number];
  made: Made;
  phrase: string;
  way: Way;
  folder: FolderBackup | null;
  onGiven: (way: Way) => void;
  children: ReactNode;
};

/** It is elsewhere: where to find it, another place for it, and whether the phrase on paper is right. */
export function GivenPage({ title, step, made, phrase, way, folder, onGiven, children }: Props) {
  const t = useT();
  return (
    <WalkPage title={title} step={step}>
      <p role="status">{t(`keep:given.${way}`, { name: `\u2066${made.file.name}\u2069` })}</p>
      {children}
      <div>
        <Disclosure summary={t('keep:given.check')}>
          <CheckPhrase phrase={phrase} />
        </Disclosure>
        <Disclosure summary={t('keep:given.show')}>
          <PhraseView phrase={phrase} label={t('keep:phrase.label')} />
        </Disclosure>
        <Disclosure summary={t('keep:given.more')}>
          <HandOut made={made} folder={folder} onGiven={onGiven} />
        </Disclosure>
      </div>
      <ButtonLink href={routes.keep}>{t('keep:done')}</ButtonLink>
    </WalkPage>
  );
}

function CheckPhrase({ phrase }: { phrase: string }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<'same' | 'not' | null>(null);
  const said = { same: t('keep:given.checkSame'), not: t('keep:given.checkNot') };
  return (
    <Form main={t('keep:given.checkGo')} onSend={() => setFound(isSamePhrase(typed, phrase) ? 'same' : 'not')}>
      <Field id="check-phrase" label={t('keep:given.checkLabel')}>
        <SecretInput
          id="check-phrase"
          isShown
          value={typed}
          onType={(text) => {
            setTyped(text);
            setFound(null);
          }}
        />
      </Field>
      <p role="status">{found ? said[found] : ''}</p>
    </Form>
  );
}
