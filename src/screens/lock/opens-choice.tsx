import { useT } from '#i18n/i18n.ts';
import type { Opens } from '#store/lock/lock.ts';
import { ChooseOne } from '#ui/choices.tsx';
import { FieldGroup } from '#ui/field.tsx';

type Props = {
  kind: 'passphrase' | 'pin';
  opens: Opens;
  /** False where the browser has no place outside the lock: then nothing is all there is to choose. */
  canLeaveOpen: boolean;
  onPick: (opens: Opens) => void;
};

const all: readonly Opens[] = ['nothing', 'flare', 'emergency'];

/** What is outside the lock, and who could then read it. */
export function OpensChoice({ kind, opens, canLeaveOpen, onPick }: Props) {
  const t = useT();
  const offered = canLeaveOpen ? all : all.slice(0, 1);
  return (
    <FieldGroup
      id="opens"
      label={t(kind === 'pin' ? 'lock:opens.labelPin' : 'lock:opens.label')}
      hint={t(canLeaveOpen ? 'lock:opens.hint' : 'lock:opens.cannot')}
    >
      <ChooseOne
        options={offered.map((id) => ({ id, label: t(`lock:opens.${id}`), detail: t(`lock:opens.${id}Who`) }))}
        picked={canLeaveOpen ? opens : 'nothing'}
        onPick={(id) => onPick(id as Opens)}
      />
    </FieldGroup>
  );
}
