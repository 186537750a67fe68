import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Opens } from '#store/lock/lock.ts';
import { openContents } from '#store/lock/open-file.ts';
import { ChooseOne } from '#ui/choices.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { FieldGroup } from '#ui/field.tsx';

type Props = {
  kind: 'passphrase' | 'pin';
  opens: Opens;
  /** False where the browser has no place outside the lock: then nothing is all there is to choose. */
  canLeaveOpen: boolean;
  onPick: (opens: Opens) => void;
};

const all: readonly Opens[] = ['nothing', 'flare', 'emergency', 'both'];

/** What is outside the lock, and who could then read it: exactly what may be in it, from where it is made. */
export function OpensChoice({ kind, opens, canLeaveOpen, onPick }: Props) {
  const t = useT();
  const words = useWords();
  const offered = canLeaveOpen ? all : all.slice(0, 1);
  const [steps, card] = [openContents('flare'), openContents('emergency')];
  const details = {
    nothing: t('lock:opens.nothingWho'),
    flare: t('lock:opens.flareWho', {
      what: words.list(steps.flatMap(({ part, fields }) => fields.map((field) => words.field(part.id, field)))),
    }),
    emergency: t('lock:opens.emergencyWho', { what: words.list(card.map(({ part }) => words.part(part.id))) }),
    both: t('lock:opens.bothWho'),
  };
  return (
    <>
      <FieldGroup
        id="opens"
        label={t(kind === 'pin' ? 'lock:opens.labelPin' : 'lock:opens.label')}
        hint={t(canLeaveOpen ? 'lock:opens.hint' : 'lock:opens.cannot')}
      >
        <ChooseOne
          options={offered.map((id) => ({ id, label: t(`lock:opens.${id}`), detail: details[id] }))}
          picked={canLeaveOpen ? opens : 'nothing'}
          onPick={(id) => onPick(id as Opens)}
        />
      </FieldGroup>
      {canLeaveOpen && (
        <Disclosure summary={t('lock:opens.exactly')}>
          <p>{t('lock:opens.exactlyHow')}</p>
          <dl>
            {card.map(({ part, fields }) => (
              <div key={part.id}>
                <dt>
                  <strong>{words.part(part.id)}</strong>
                </dt>
                <dd>{words.list(fields.map((field) => words.field(part.id, field)))}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
    </>
  );
}
