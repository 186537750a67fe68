import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { ChooseOne } from '#ui/choices.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { FieldGroup } from '#ui/field.tsx';
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
  const { state, size, setSize } = paper;
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
  const missing = state.at === 'ready' ? state.missing : [];
  return (
    <>
      {state.at === 'failed' && <ProblemView t={t} problem={state.problem} />}
      <Button look="main" icon="file" onPress={() => void print()} disabled={state.at === 'making'}>
        {state.at === 'ready' ? t('share:ways.paper.save') : t('share:ways.paper.make')}
      </Button>
      <p>{t('share:ways.paper.anyway')}</p>
      <Status message={said[state.at]} />
      {missing.length > 0 && (
        <p role="alert">
          {t('share:ways.paper.missing', {
            count: missing.length,
            list: words.list(missing.map((sign) => `\u2068${sign}\u2069`)),
          })}
        </p>
      )}
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
