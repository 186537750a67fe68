import { useT } from '#i18n/i18n.ts';
import type { Opens } from '#store/lock/lock.ts';
import { ChooseOne } from '#ui/choices.tsx';
import { FieldGroup } from '#ui/field.tsx';

type Props = { kind: 'passphrase' | 'pin'; opens: Opens; onPick: (opens: Opens) => void };

const all: readonly Opens[] = ['nothing', 'flare', 'emergency'];

/** What is outside the lock, and who could then read it. */
export function OpensChoice({ kind, opens, onPick }: Props) {
  const t = useT();
  return (
    <FieldGroup
      id="opens"
      label={t(kind === 'pin' ? 'lock:opens.labelPin' : 'lock:opens.label')}
      hint={t('lock:opens.hint')}
    >
      <ChooseOne
        options={all.map((id) => ({ id, label: t(`lock:opens.${id}`), detail: t(`lock:opens.${id}Who`) }))}
        picked={opens}
        onPick={(id) => onPick(id as Opens)}
      />
    </FieldGroup>
  );
}
