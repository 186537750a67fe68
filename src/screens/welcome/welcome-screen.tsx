import { useEffect, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { termWord } from '#i18n/words.ts';
import { type Choice, isOwn, type Value } from '#passport/field.ts';
import { fieldValue, headOf } from '#passport/fold.ts';
import { me } from '#passport/parts/me.ts';
import { words as wordsPart } from '#passport/parts/words.ts';
import { offered } from '#passport/terms.ts';
import type { Place } from '#store/place.ts';
import type { Session } from '#store/session.ts';
import { type Saving, useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChooseOne } from '#ui/choices.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { usePlace } from '#ui/use-place.ts';
import { CannotHide } from '#views/cannot-hide.tsx';
import { DiscreetChoice } from '#views/discreet-choice.tsx';
import { ExampleButton } from '#views/example-button.tsx';
import { FlareLink } from '#views/flare-link.tsx';
import { LanguageAndSize, type Size } from '#views/language-and-size.tsx';
import { OwnTextInput } from '#views/own-text-input.tsx';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { usePicked } from '#views/use-picked.ts';
import { Step, Ways } from './ways.tsx';
import styles from './welcome.module.css';

type Props = {
  /** Undefined until the passport is open: the first two pages do not wait for it. */
  session: Session | undefined;
  place: Place;
  size: Size;
  onLanguage: (lang: string) => void;
  onSize: (size: Size) => void;
  discreet: boolean;
  onDiscreet: (discreet: boolean) => void;
  onExample: () => Promise<void>;
  /** Called when the person goes on, or has had a moment to read: what the later pages need can be loaded now. */
  onStart: () => void;
  /** Called past the pages that only tell: the first run does not come by itself again. Stays the same function. */
  onSeen: () => void;
};

/** How long the first page has the line to itself (milliseconds). */
const reading = 1500;

/** The first minute: language and size, what this is, two questions, then Show. Every page can be skipped. */
export function WelcomeScreen(props: Props) {
  const t = useT();
  const { session, onStart, onSeen } = props;
  const { place, go: goTo, back } = usePlace<`${number}`>('1', (wanted) => /^[1-5]$/.test(wanted));
  const step = Number(place);
  useEffect(() => {
    if (step > 1) return onStart();
    const later = setTimeout(onStart, reading);
    return () => clearTimeout(later);
  }, [step, onStart]);
  const isSeen = step > 2 && session !== undefined;
  useEffect(() => {
    if (isSeen) onSeen();
  }, [isSeen, onSeen]);
  const go = { next: () => goTo(`${step + 1}`), back };
  if (step === 1) return <Speaking {...props} {...go} />;
  if (step === 2) return <What {...props} {...go} />;
  if (!session) return <p className={styles['quiet']}>{t('opening')}</p>;
  if (step === 3) return <Label session={session} {...go} />;
  if (step === 4) return <Name session={session} {...go} />;
  return <Done session={session} {...go} />;
}

type Steps = { next: () => void; back: () => void };
type Asking = Steps & { session: Session };

function Speaking({ size, onLanguage, onSize, next }: Props & Steps) {
  const t = useT();
  return (
    <Page key="language" title={t('welcome.language')} top={<Step n={1} />} end={<FlareLink />}>
      <LanguageAndSize sizeLabel={t('welcome.size')} size={size} onLanguage={onLanguage} onSize={onSize} />
      <Ways main={t('welcome.next')} onMain={next} />
      <p>
        <a className={styles['given']} href={routes.scan}>
          {t('welcome.given')}
        </a>
      </p>
    </Page>
  );
}

function What({ place, discreet, onDiscreet, onExample, next, back }: Props & Steps) {
  const t = useT();
  return (
    <Page key="what" title={t('welcome.what')} top={<Step n={2} />} end={<FlareLink />}>
      <p className={styles['lede']}>{t('welcome.what1')}</p>
      <p>{t('welcome.what2')}</p>
      <Disclosure summary={t('welcome.watched')}>
        <p>{t('welcome.watchedHint')}</p>
        {place === 'browser' && <p>{t('place.browser')}</p>}
        <CannotHide level="h2" />
        <p>{t('hide.how')}</p>
        <DiscreetChoice discreet={discreet} onDiscreet={onDiscreet} isInstalled={place === 'installed'} />
      </Disclosure>
      {(place === 'iphone-tab' || place === 'in-app-browser') && (
        <Note tone="warm">
          <p>{t(`place.${place}`)}</p>
        </Note>
      )}
      <Ways main={t('welcome.next')} onMain={next} onBack={back} isSaid>
        <ExampleButton label={t('welcome.example')} onExample={onExample} />
        <ButtonLink look="plain" href={routes.keepStep('restore')}>
          {t('welcome.restore')}
        </ButtonLink>
      </Ways>
    </Page>
  );
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
