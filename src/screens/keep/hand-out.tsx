import { useState } from 'react';
import { toArmour } from '#exchange/file/age-file.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { Stretch } from '#ui/page.tsx';
import { saveFile } from '#ui/save-file.ts';
import { ProblemView } from '#views/problem-view.tsx';
import type { FolderBackup } from './folder-backup.ts';
import styles from './keep.module.css';
import type { Way } from './make-walk.tsx';
import { sizeToWords } from './size-to-words.ts';
import type { Made } from './use-making.ts';

type Props = { made: Made; folder: FolderBackup | null; onGiven: (way: Way) => void };

/** The ways out for a sealed file: the device's own sheet, a download, the folder. */
export function HandOut({ made, folder, onGiven }: Props) {
  const t = useT();
  const lang = useLang();
  const [problem, setProblem] = useState<string | null>(null);
  const canShare = takesFiles();
  const { file } = made;
  const share = async () => {
    try {
      await navigator.share({ files: [await toText(file)] });
      onGiven('shared');
    } catch (error) {
      // closing the sheet again is no failure
      if ((error as { name?: string }).name !== 'AbortError') setProblem('share-refused');
    }
  };
  const save = () => {
    saveFile(file);
    onGiven('saved');
  };
  const put = async () => {
    const failed = await folder?.put(file, { count: made.count, pages: made.pages });
    if (failed) setProblem(failed);
    else onGiven('folder');
  };
  return (
    <Stretch>
      {problem && <ProblemView t={t} problem={problem} />}
      <p className={styles['quiet']}>
        {t('keep:ready.file', { name: `\u2066${file.name}\u2069`, size: sizeToWords(file.size, lang) })}
      </p>
      {canShare && (
        <Button look="main" icon="share" onPress={() => void share()}>
          {t('keep:ready.share')}
        </Button>
      )}
      <Button look={canShare ? 'line' : 'main'} icon="download" onPress={save}>
        {t('keep:ready.save')}
      </Button>
      {folder?.state === 'on' && (
        <Button icon="file" onPress={() => void put()} disabled={folder.busy}>
          {t('keep:ready.folder', { name: `\u2068${folder.name}\u2069` })}
        </Button>
      )}
    </Stretch>
  );
}

/** Share sheets take a text everywhere, and files of unknown kinds not everywhere: it goes as age's own armour. */
async function toText(file: File): Promise<File> {
  const armour = toArmour(new Uint8Array(await file.arrayBuffer()));
  return new File([armour], file.name.replace(/\.age$/, '.txt'), { type: 'text/plain' });
}

function takesFiles(): boolean {
  const file = new File(['-'], 'backup.txt', { type: 'text/plain' });
  return typeof navigator.share === 'function' && navigator.canShare?.({ files: [file] }) === true;
}
