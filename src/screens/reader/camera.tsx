import { useEffect, useRef, useState } from 'react';
import type { Scanner } from '#exchange/qr/scan.ts';
import type { Translate } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import styles from './reader.module.css';

type Props = { t: Translate; loadScanner: () => Promise<Scanner>; onText: (text: string) => void; onClose: () => void };

const betweenLooksMs = 200;

/** What the camera sees, and every new code in it. The camera is let go when this leaves the screen. */
export function Camera({ t, loadScanner, onText, onClose }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'looking'>('starting');
  const [problem, setProblem] = useState<string | null>(null);
  const tell = useRef(onText);
  useEffect(() => {
    tell.current = onText;
  });

  useEffect(() => {
    let wanted = true;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const seen = new Set<string>();

    const look = async (scanner: Scanner) => {
      const picture = video.current;
      if (!wanted || !picture) return;
      // 2: HAVE_CURRENT_DATA
      const found = picture.readyState >= 2 ? await scanner.scanImage(picture) : null;
      if (!wanted) return;
      if (found && !found.ok && found.problem === 'scanner-missing') return setProblem(found.problem);
      for (const text of found?.ok ? found.texts : []) {
        if (seen.has(text)) continue;
        seen.add(text);
        tell.current(text);
      }
      timer = setTimeout(() => void look(scanner), betweenLooksMs);
    };

    const start = async () => {
      const { cameraWishes } = await import('#exchange/qr/scan.ts');
      const scanner = await loadScanner();
      if (!wanted) return;
      const given = await navigator.mediaDevices.getUserMedia(cameraWishes);
      // Left while the browser was still asking.
      if (!wanted || !video.current) return release(given);
      stream = given;
      video.current.srcObject = given;
      await video.current.play();
      if (!wanted) return;
      setState('looking');
      await look(scanner);
    };
    start().catch((error: unknown) => wanted && setProblem(toProblem(error)));

    return () => {
      wanted = false;
      clearTimeout(timer);
      if (stream) release(stream);
    };
  }, [loadScanner]);

  if (problem) {
    return (
      <>
        <ProblemView t={t} problem={problem} />
        <Button onPress={onClose}>{t('reader:scan.again')}</Button>
      </>
    );
  }
  return (
    <div className={styles['camera']}>
      <p role="status">{t(`reader:scan.${state}`)}</p>
      <video ref={video} className={styles['video']} aria-label={t('reader:scan.view')} muted playsInline />
      <Button icon="close" onPress={onClose}>
        {t('reader:scan.stop')}
      </Button>
    </div>
  );
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Why there is no picture (Media Capture and Streams, 10.3 `getUserMedia`). */
function toProblem(error: unknown): string {
  if (!navigator.mediaDevices) return 'camera-missing';
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera-refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'camera-missing';
  return error instanceof DOMException ? 'camera-busy' : 'piece-missing';
}
