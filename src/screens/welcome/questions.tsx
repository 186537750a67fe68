import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { termWord } from '#i18n/words.ts';
import { type Choice, isOwn, type Value } from '#passport/field.ts';
import { fieldValue, headOf } from '#passport/fold.ts';
import { me } from '#passport/parts/me.ts';
import { words as wordsPart } from '#passport/parts/words.ts';
import { offered } from '#passport/terms.ts';
import type { Session } from '#store/session.ts';
import { type Saving, useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChooseOne } from '#ui/choices.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { FlareLink } from '#views/flare-link.tsx';
import { OwnTextInput } from '#views/own-text-input.tsx';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { usePicked } from '#views/use-picked.ts';
import { Step, Ways } from './ways.tsx';
import styles from './welcome.module.css';

type Asking = { next: () => void; back: () => void; session: Session };

/** The pages of the first run that write: two questions, and the end. They need the passport and its parts. */
export function Questions({ step, ...asking }: Asking & { step: number }) {
  if (step === 3) return <Label {...asking} />;
  if (step === 4) return <Name {...asking} />;
  return <Done {...asking} />;
}

const own = 'own:';

function Label({ session, next, back }: Asking) {
  const t = useT();
  const passport = usePassport(session.store);
  const editor = useEditor(session);
  const put = (value: Value | null) => editor.edit([{ part: 'words', record: 'words', set: { label: value } }]);
  const [value, pickValue] = usePicked(fieldValue(wordsPart, headOf(passport, wordsPart), 'label'), put);
  const label = value as Choice | null;
  const [writing, setWriting] = useState(label !== null && isOwn(label));
  const [text, setText] = useState(label !== null && isOwn(label) ? label.own : '');
  const options = [
    ...offered('label').map((id) => ({ id, label: termWord(t, 'label', id) })),
    { id: own, label: t('welcome.ownWords') },
  ];
  const pick = (id: string) => {
    setWriting(id === own);
    if (id !== own) pickValue(id);
  };
  const leave = () => (writing && text.trim() !== '' ? put({ own: text }) : Promise.resolve(true));

  return (
    <Page
      key="label"
      title={t('welcome.label')}
      under={t('welcome.labelHint')}
      top={<Step n={3} />}
      end={<End saving={editor.saving} />}
    >
      <SavingProblem saving={editor.saving} />
      <fieldset>
        <legend className="visually-hidden">{t('welcome.label')}</legend>
        <ChooseOne
          options={options}
          picked={writing ? own : label !== null && !isOwn(label) ? label : null}
          onPick={pick}
        />
      </fieldset>
      {writing && (
        <OwnTextInput
          id="own-label"
          label={t('welcome.ownLabel')}
          value={text}
          onType={setText}
          onLeave={() => void leave()}
        />
      )}
      <Ways
        main={t('welcome.next')}
        onMain={() => void leave().then((saved) => saved && next())}
        onSkip={next}
        onBack={back}
      />
    </Page>
  );
}

function Name({ session, next, back }: Asking) {
  const t = useT();
  const passport = usePassport(session.store);
  const editor = useEditor(session);
  const saved = fieldValue(me, headOf(passport, me), 'preferredName') ?? '';
  const [text, setText] = useState(saved);
  const leave = () => {
    if (text === saved) return Promise.resolve(true);
    return editor.edit([{ part: 'me', record: 'me', set: { preferredName: text.trim() === '' ? null : text } }]);
  };
  return (
    <Page
      key="name"
      title={t('welcome.name')}
      under={t('welcome.nameHint')}
      top={<Step n={4} />}
      end={<End saving={editor.saving} />}
    >
      <SavingProblem saving={editor.saving} />
      <OwnTextInput id="name" label={t('welcome.name')} value={text} onType={setText} onLeave={() => void leave()} />
      <Ways
        main={t('welcome.next')}
        onMain={() => void leave().then((kept) => kept && next())}
        onSkip={next}
        onBack={back}
      />
    </Page>
  );
}

function Done({ session, back }: Asking) {
  const t = useT();
  const isEmpty = usePassport(session.store).n === 0;
  return (
    <Page key="done" title={t('welcome.done')} end={<FlareLink />}>
      <p>{isEmpty ? t('welcome.doneEmpty') : t('welcome.doneText')}</p>
      <Stretch>
        {!isEmpty && (
          <ButtonLink look="main" icon="phone" href={routes.show}>
            {t('welcome.show')}
          </ButtonLink>
        )}
        <ButtonLink look={isEmpty ? 'main' : 'line'} href={routes.home}>
          {t('welcome.home')}
        </ButtonLink>
        <Button look="plain" onPress={back}>
          {t('back')}
        </Button>
      </Stretch>
    </Page>
  );
}

function End({ saving }: { saving: Saving }) {
  return (
    <span className={styles['end']}>
      <SavingStatus saving={saving} />
      <FlareLink />
    </span>
  );
}
