import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { termWord } from '#i18n/words.ts';
import { offered } from '#passport/terms.ts';
import type { Proof } from '#store/proving.ts';
import type { Session } from '#store/session.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChooseOne } from '#ui/choices.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field, FieldGroup } from '#ui/field.tsx';
import { useHiding } from '#ui/hide.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { PickList } from '#ui/pick-list.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { ExampleButton } from '#views/example-button.tsx';
import { LanguageAndSize, type Size } from '#views/language-and-size.tsx';
import { OwnTextInput } from '#views/own-text-input.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { useProof } from '#views/use-proof.tsx';

type Theme = 'system' | 'light' | 'dark';

type Props = {
  session: Session;
  size: Size;
  theme: Theme;
  offline: boolean;
  onLanguage: (lang: string) => void;
  onSize: (size: Size) => void;
  /** The language the person writes in; null when it is the one the app speaks. */
  writeIn: string | null;
  onWriteIn: (lang: string | null) => void;
  onTheme: (theme: Theme) => void;
  onHelper: (name: string) => void;
  /** The person is back: asked for where there is a lock. */
  onMe: () => void;
  onExample: () => Promise<void>;
  onErased: () => void;
};

/** Keeping it safe, how it looks, who is writing, and what this is. */
export function MoreScreen(props: Props) {
  const {
    session,
    size,
    theme,
    offline,
    onLanguage,
    onSize,
    writeIn,
    onWriteIn,
    onTheme,
    onHelper,
    onMe,
    onExample,
    onErased,
  } = props;
  const t = useT();
  const { discreet } = useHiding();
  const gate = useProof(session.store.locking);
  const [ending, setEnding] = useState<{ readonly proof: Proof | null } | null>(null);
  if (gate.page) return gate.page;
  return (
    <Page top={discreet ? t('hide.name') : t('name')} title={t('more.title')}>
      <Keeping example={session.example} />
      <Stretch title={t('more.look')}>
        <LanguageAndSize sizeLabel={t('more.size')} size={size} onLanguage={onLanguage} onSize={onSize} />
        <FieldGroup id="theme" label={t('more.theme')}>
          <ChooseOne
            options={(['system', 'light', 'dark'] as const).map((id) => ({ id, label: t(`more.themes.${id}`) }))}
            picked={theme}
            onPick={(id) => onTheme(id as Theme)}
          />
        </FieldGroup>
      </Stretch>
      <Stretch title={t('more.helping')}>
        <Field id="write-in" label={t('more.writing')} hint={t('more.writingHint')}>
          <PickList
            id="write-in"
            options={offered('languages').map((id) => ({ id, label: termWord(t, 'languages', id) }))}
            picked={writeIn ?? ''}
            blank={t('more.writingSame')}
            onPick={(id) => onWriteIn(id === '' ? null : id)}
            describedBy="write-in-hint"
          />
        </Field>
        <Helper session={session} onHelper={onHelper} onMe={onMe} />
      </Stretch>
      {!session.example && (
        <Stretch title={t('more.example')}>
          <p>{t('more.exampleHint')}</p>
          <ExampleButton label={t('more.openExample')} onExample={onExample} />
        </Stretch>
      )}
      <Stretch title={t('more.about')}>
        <p>{t('more.aboutText')}</p>
        <p>{offline ? t('more.offline') : t('more.offlineNotYet')}</p>
        <ButtonLink icon="code" href={routes.scan}>
          {t('more.scan')}
        </ButtonLink>
      </Stretch>
      {!session.example && (
        <Stretch>
          <Button
            look="plain"
            icon="remove"
            onPress={() => gate.ask(t('lock:proof.erase'), (proof) => setEnding({ proof }))}
          >
            {t('more.erase')}
          </Button>
          <p>{t('more.eraseHint')}</p>
          {ending && (
            <Erase session={session} proof={ending.proof} onErased={onErased} onClose={() => setEnding(null)} />
          )}
        </Stretch>
      )}
    </Page>
  );
}

/** Where it is kept safe, who could read it, and what it was before. */
function Keeping({ example }: { example: boolean }) {
  const t = useT();
  return (
    <Stretch title={t('more.keep')}>
      <Rows label={t('more.keep')}>
        <RowLink href={routes.keep} title={t('keep:title')} detail={t('more.keepHint')} />
        <RowLink href={routes.safety} title={t('hide:title')} detail={t('more.safetyHint')} />
        <RowLink href={routes.allHistory} title={t('titles.history')} detail={t('more.historyHint')} />
        {!example && <RowLink href={routes.removed} title={t('titles.removed')} detail={t('more.removedHint')} />}
      </Rows>
    </Stretch>
  );
}

type HelperProps = Pick<Props, 'session' | 'onHelper' | 'onMe'>;

/** Who is helping. Where there is a lock, an empty box does not make a helper the person. */
function Helper({ session, onHelper, onMe }: HelperProps) {
  const t = useT();
  const { by } = session.writer;
  const [isEmptied, setEmptied] = useState(false);
  const isLocked = (session.store.locking?.state().kind ?? 'none') !== 'none';
  const isAsked = isEmptied && by !== '';
  return (
    <>
      <Field id="helper" label={t('more.helpingName')} hint={t('more.helpingHint')}>
        <OwnTextInput
          id="helper"
          value={isAsked ? '' : by}
          onType={(name) => {
            const isKept = name.trim() === '' && by !== '' && isLocked;
            setEmptied(isKept);
            if (!isKept) onHelper(name.trim() === '' ? '' : name);
          }}
          describedBy="helper-hint"
        />
      </Field>
      <div role="status">
        {isAsked && <p>{t('more.helpingStill', { name: `\u2068${by}\u2069`, me: t('helping.me') })}</p>}
      </div>
      {isAsked && <Button onPress={onMe}>{t('helping.me')}</Button>}
    </>
  );
}

type EraseProps = { session: Session; proof: Proof | null; onErased: () => void; onClose: () => void };

/** Asked once more, in a dialog. */
function Erase({ session, proof, onErased, onClose }: EraseProps) {
  const t = useT();
  const [isErasing, setErasing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const erase = async () => {
    setProblem(null);
    setErasing(true);
    // pages that cannot be reached still lose their keys: those lie in the passport
    await session.pages?.erase().catch(() => undefined);
    const isErased = await session.store.erase(proof).then(
      () => true,
      () => false,
    );
    setErasing(false);
    if (isErased) onErased();
    else setProblem('save-gone');
  };
  return (
    <Dialog title={t('more.eraseConfirm')} onClose={onClose}>
      {problem && <ProblemView t={t} problem={problem} />}
      <p>{t('more.eraseText')}</p>
      <Button look="main" disabled={isErasing} onPress={onClose}>
        {t('more.eraseNo')}
      </Button>
      <Button look="warm" disabled={isErasing} onPress={() => void erase()}>
        {t('more.eraseYes')}
      </Button>
    </Dialog>
  );
}
