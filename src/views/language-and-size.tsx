import { useLang, useT } from '#i18n/i18n.ts';
import { languages } from '#i18n/languages.ts';
import { ChooseOne } from '#ui/choices.tsx';
import { FieldGroup } from '#ui/field.tsx';

export type Size = 'normal' | 'large' | 'largest';

type Props = {
  /** What the question of size says here. */
  sizeLabel: string;
  size: Size;
  onLanguage: (lang: string) => void;
  onSize: (size: Size) => void;
};

/** Two choices that hold for the whole app: the language it speaks and how big its words are. */
export function LanguageAndSize({ sizeLabel, size, onLanguage, onSize }: Props) {
  const t = useT();
  const lang = useLang();
  const sizes = (['normal', 'large', 'largest'] as const).map((id) => ({ id, label: t(`welcome.sizes.${id}`) }));
  return (
    <>
      <FieldGroup id="language" label={t('more.language')}>
        <ChooseOne
          options={languages.map(({ id, name }) => ({ id, label: name, lang: id }))}
          picked={lang}
          onPick={onLanguage}
        />
      </FieldGroup>
      <FieldGroup id="size" label={sizeLabel}>
        <ChooseOne options={sizes} picked={size} onPick={(id) => onSize(id as Size)} />
      </FieldGroup>
    </>
  );
}
