import { useCallback, useId, useRef, useState } from 'react';
import type { Scanner } from '#exchange/qr/scan.ts';
import type { Translate } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Field } from '#ui/field.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { Camera } from './camera.tsx';

type Props = {
  t: Translate;
  /** The bytes of our own copy of the scanner's program. */
  scannerWasm: () => Promise<ArrayBuffer>;
  /** Every text found: whether it is a code of ours is for the caller to say. */
  onText: (text: string) => void;
  /** Only the camera at first: there is something to read below. */
  folded: boolean;
};

/** Three ways to a code: the camera, a picture, a link. */
export function GetCode({ t, scannerWasm, onText, folded }: Props) {
  const id = useId();
  const [camera, setCamera] = useState(false);
  const [link, setLink] = useState('');
  const [picture, setPicture] = useState<'reading' | { readonly problem: string } | null>(null);
  const lastPicture = useRef<File | null>(null);
  const scanner = useRef<Scanner | null>(null);
  const loadScanner = useCallback(async () => {
    const { makeScanner } = await import('#exchange/qr/scan.ts');
    scanner.current ??= makeScanner({ wasm: scannerWasm });
    return scanner.current;
  }, [scannerWasm]);

  const readPicture = async (file: File) => {
    lastPicture.current = file;
    setPicture('reading');
    const found = await loadScanner()
      .then((ready) => ready.scanImage(file))
      .catch(() => ({ ok: false, problem: 'piece-missing' }) as const);
    if (lastPicture.current !== file) return;
    if (!found.ok) return setPicture({ problem: found.problem });
    if (found.texts.length === 0) return setPicture({ problem: 'picture-no-code' });
    setPicture(null);
    for (const text of found.texts) onText(text);
  };

  const others = (
    <>
      <FilePick label={t('reader:scan.picture')} accept="image/*" onPick={(file) => void readPicture(file)} />
      {picture === 'reading' && <p role="status">{t('reader:scan.reading')}</p>}
      <Field id={id} label={t('reader:scan.paste')} hint={t('reader:scan.pasteHint')}>
        <TextInput id={id} value={link} onType={setLink} ltr lines="many" describedBy={`${id}-hint`} />
      </Field>
      <Button onPress={() => onText(link)} disabled={link.trim() === ''}>
        {t('reader:scan.read')}
      </Button>
    </>
  );
  return (
    <>
      {camera ? (
        <Camera t={t} loadScanner={loadScanner} onText={onText} onClose={() => setCamera(false)} />
      ) : (
        <Button look="main" icon="camera" onPress={() => setCamera(true)}>
          {t('reader:scan.camera')}
        </Button>
      )}
      {typeof picture === 'object' && picture && <ProblemView t={t} problem={picture.problem} />}
      {folded ? <Disclosure summary={t('reader:scan.other')}>{others}</Disclosure> : others}
    </>
  );
}
