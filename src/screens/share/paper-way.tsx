import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { ChooseOne } from '#ui/choices.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { FieldGroup } from '#ui/field.tsx';
import { Note } from '#ui/note.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Status } from '#ui/status.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import type { Paper, PaperSize } from './paper.ts';

type Props = { paper: Paper };

const sizes: readonly PaperSize[] = ['a4', 'letter'];

/** The page as a file for any printer, its codes on it. */
export function PaperWay({ paper }: Props) {
  const t = useT();
  const words = useWords();
  const { state, size, setSize, unprinted } = paper;
  const print = async () => {
    const file = await paper.make();
    if (file) saveFile(file);
  };
  const said = {
    idle: null,
    failed: null,
    making: t('share:ways.paper.making'),
    ready: state.at === 'ready' ? t('share:ways.paper.ready', { file: state.file.name }) : null,
  };
  const list = words.list(unprinted.map((script) => words.say(`unprinted.scripts.${script}`)));
  return (
    <>
      {state.at === 'failed' && <ProblemView t={t} problem={state.problem} />}
      {unprinted.length > 0 && (
        <Note tone="warm">
          <p>{t('share:ways.paper.unprinted', { list })}</p>
        </Note>
      )}
      <Button look="main" icon="file" onPress={() => void print()} disabled={state.at === 'making'}>
        {state.at === 'ready' ? t('share:ways.paper.save') : t('share:ways.paper.make')}
      </Button>
      {unprinted.length === 0 && <p>{t('share:ways.paper.anyway')}</p>}
      <Status message={said[state.at]} isUnderway={state.at === 'making'} />
      <Disclosure summary={t('share:ways.paper.size', { size: t(`share:ways.paper.sizes.${size}`) })}>
        <FieldGroup id="paper-size" label={t('share:ways.paper.sizeAsk')}>
          <ChooseOne
            options={sizes.map((id) => ({ id, label: t(`share:ways.paper.sizes.${id}`) }))}
            picked={size}
            onPick={(id) => setSize(id as PaperSize)}
          />
        </FieldGroup>
      </Disclosure>
    </>
  );
}
