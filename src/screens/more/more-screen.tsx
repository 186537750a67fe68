import { useEffect, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { termWord } from '#i18n/words.ts';
import { offered } from '#passport/terms.ts';
import type { Session } from '#store/session.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChooseOne } from '#ui/choices.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field, FieldGroup } from '#ui/field.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { PickList } from '#ui/pick-list.tsx';
import { Problem } from '#ui/problem.tsx';
import { routes } from '#ui/routes.ts';
import { saveFile } from '#ui/save-file.ts';
import { TextInput } from '#ui/text-input.tsx';
import { LanguageAndSize, type Size } from '#views/language-and-size.tsx';

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
  onExample: () => void;
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
    onExample,
    onErased,
  } = props;
  const t = useT();
  return (
    <Page top={t('name')} title={t('more.title')}>
      <Keeping session={session} />
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
        <Field id="helper" label={t('more.helpingName')} hint={t('more.helpingHint')}>
          <TextInput id="helper" value={session.writer.by} onType={onHelper} describedBy="helper-hint" />
        </Field>
      </Stretch>
      {!session.example && (
        <Stretch title={t('more.example')}>
          <p>{t('more.exampleHint')}</p>
          <Button onPress={onExample}>{t('more.openExample')}</Button>
        </Stretch>
      )}
      <Stretch title={t('more.about')}>
        <p>{t('more.aboutText')}</p>
        <p>{offline ? t('more.offline') : t('more.offlineNotYet')}</p>
        <ButtonLink icon="code" href={routes.scan}>
          {t('more.scan')}
        </ButtonLink>
      </Stretch>
      {!session.example && <Erase session={session} onErased={onErased} />}
    </Page>
  );
}

type Said = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

function Keeping({ session }: { session: Session }) {
  const t = useT();
  const [said, setSaid] = useState<Said | null>(null);
  const [found, setFound] = useState<{ bytes: Uint8Array; added: number; isRelated: boolean } | null>(null);
  const [kept, setKept] = useState<'kept' | 'may-be-cleared' | 'unknown' | null>(null);
  useEffect(() => {
    let current = true;
    void session.store.persistence().then((answer) => {
      if (current) setKept(answer);
    });
    return () => {
      current = false;
    };
  }, [session.store]);

  const download = async () => {
    saveFile(
      new File([await session.store.download()], session.example ? 'example-copy.mfp' : 'saved-copy.mfp', {
        type: 'application/octet-stream',
      }),
    );
    setSaid({ ok: true, text: t('more.downloaded') });
  };
  const look = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const found = await session.store.preview(bytes);
    if (!found.ok) setSaid({ ok: false, problem: found.problem });
    else if (found.added === 0) setSaid({ ok: true, text: t('more.restoredNone') });
    else setFound({ bytes, added: found.added, isRelated: found.isRelated });
  };
  const restore = async (bytes: Uint8Array) => {
    const result = await session.store.restore(bytes);
    setFound(null);
    setSaid(
      result.ok
        ? { ok: true, text: t('more.restored', { count: result.added }) }
        : { ok: false, problem: result.problem },
    );
  };

  return (
    <Stretch title={t('more.keep')}>
      {said && !said.ok && (
        <Problem title={t('problem:title')}>
          <p>{t(`problem:${said.problem}` as 'problem:file-cut')}</p>
        </Problem>
      )}
      <p role="status">{said?.ok ? said.text : ''}</p>
      {kept && !session.example && <p>{t(`place.${kept}`)}</p>}
      <Button icon="download" onPress={() => void download()}>
        {t('more.download')}
      </Button>
      <p>{t('more.downloadHint')}</p>
      {!session.example && (
        <>
          <FilePick label={t('more.restore')} onPick={(file) => void look(file)} />
          <p>{t('more.restoreHint')}</p>
        </>
      )}
      {found && (
        <Dialog title={t('more.restore')} onClose={() => setFound(null)}>
          <p>{t('more.restoreFound', { count: found.added })}</p>
          {!found.isRelated && <p>{t('more.restoreStranger')}</p>}
          <Button look="main" onPress={() => void restore(found.bytes)}>
            {t('more.restoreYes')}
          </Button>
          <Button onPress={() => setFound(null)}>{t('more.restoreNo')}</Button>
        </Dialog>
      )}
    </Stretch>
  );
}

function Erase({ session, onErased }: { session: Session; onErased: () => void }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const erase = async () => {
    await session.store.erase();
    onErased();
  };
  return (
    <Stretch>
      <Button look="plain" icon="remove" onPress={() => setAsking(true)}>
        {t('more.erase')}
      </Button>
      <p>{t('more.eraseHint')}</p>
      {asking && (
        <Dialog title={t('more.eraseConfirm')} onClose={() => setAsking(false)}>
          <p>{t('more.eraseText')}</p>
          <Button look="main" onPress={() => setAsking(false)}>
            {t('more.eraseNo')}
          </Button>
          <Button look="warm" onPress={() => void erase()}>
            {t('more.eraseYes')}
          </Button>
        </Dialog>
      )}
    </Stretch>
  );
}
