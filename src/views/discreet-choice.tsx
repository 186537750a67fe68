import { useT } from '#i18n/i18n.ts';
import { ChooseMany } from '#ui/choices.tsx';

type Props = {
  discreet: boolean;
  onDiscreet: (discreet: boolean) => void;
  /** Opened from the home screen: its name and icon are there already. */
  isInstalled: boolean;
};

/** The plain name and icon, and what becomes of them on a home screen. */
export function DiscreetChoice({ discreet, onDiscreet, isInstalled }: Props) {
  const t = useT();
  const label = t('hide.discreet', { name: t('hide.name') });
  return (
    <>
      <fieldset>
        <legend className="visually-hidden">{label}</legend>
        <ChooseMany
          options={[{ id: 'discreet', label, detail: t('hide.discreetMore') }]}
          picked={new Set(discreet ? ['discreet'] : [])}
          onToggle={(_, on) => onDiscreet(on)}
        />
      </fieldset>
      <p>
        {!isInstalled && <span>{`${t('hide.discreetBefore')} `}</span>}
        <span>{t('hide.discreetAfter')}</span>
      </p>
    </>
  );
}
