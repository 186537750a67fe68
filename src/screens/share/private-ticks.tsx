import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partOf } from '#passport/catalogue.ts';
import { privateTicks, type Tick } from '#passport/extract.ts';
import type { Field } from '#passport/field.ts';
import { entryValue, type Passport, recordOf } from '#passport/fold.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { lineToSigns } from '#passport/signs.ts';
import type { Share } from '#passport/telling.ts';
import type { Pages } from '#store/pages.ts';
import { Button } from '#ui/button.tsx';
import { ChooseMany, type Option } from '#ui/choices.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { FieldGroup } from '#ui/field.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { OpenPagesForm } from '#views/open-pages-form.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { recordToChoice } from '#views/record-words.ts';
import { toggled } from './ticks.ts';

type Props = {
  /** With the private pages in it while they are open. */
  passport: Passport;
  share: Share;
  onChange: (share: Share) => void;
  /** The private pages while they are shut and there are some; null otherwise. */
  shut: Pages | null;
};

/** What is private, each thing to be ticked for this one time. Not there at all when there is nothing. Never printed. */
export function PrivateTicks({ passport, share, onChange, shut }: Props) {
  const t = useT();
  const words = useWords();
  const secret = privateTicks(passport);
  if (secret.length === 0 && !shut) return null;

  const nameOf = (part: Part, id: string) =>
    lineToSigns(recordToChoice(part, recordOf(passport, part.id, id), words)) || t('share:change.unnamed');
  // what was picked is what would be told: "Something hard to say: Ask me"
  const fieldNameOf = (part: Part, record: string | null, id: string) => {
    const { kind, set } = fieldOf(part, id) as Field;
    const value = entryValue(part, recordOf(passport, part.id, record ?? ''), id);
    const what = words.field(part.id, id);
    return kind === 'term' && set && typeof value === 'string'
      ? t('share:change.privatePicked', { what, how: words.term(set, value) })
      : what;
  };
  const toOption = ({ key, part: id, record, field }: Tick): Option => {
    const part = partOf(id) as Part;
    const name = part.many && record ? nameOf(part, record) : words.part(id);
    const label = field ? `${fieldNameOf(part, record, field)} · ${name}` : name;
    return {
      id: key,
      label: field || !part.many ? label : `${label} · ${words.part(id)}`,
      detail: t('share:change.privateTag'),
    };
  };
  const tell = (key: string, on: boolean) => onChange({ ...share, withPrivate: toggled(share.withPrivate, key, on) });

  return (
    <div data-screen-only translate="no">
      <Disclosure summary={t('share:change.private')}>
        {secret.length > 0 && (
          <FieldGroup id="share-private" label={t('share:change.privateAsk')} hint={t('share:change.privateHint')}>
            <MoreRows items={secret}>
              {(shown) => <ChooseMany options={shown.map(toOption)} picked={share.withPrivate} onToggle={tell} />}
            </MoreRows>
          </FieldGroup>
        )}
        {shut && <ShutPages pages={shut} />}
      </Disclosure>
    </div>
  );
}

/** The private pages, to be opened for this: by their passphrase where they have one. */
function ShutPages({ pages }: { pages: Pages }) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (isAsking) return <OpenPagesForm open={pages.open} wait={pages.wait} />;
  const open = async () => {
    if (pages.hasPassphrase()) {
      setAsking(true);
      return;
    }
    const done = await pages.open();
    setProblem(done.ok ? null : done.problem);
  };
  return (
    <>
      {problem && <ProblemView t={t} problem={problem} />}
      <Button onPress={() => void open()}>{t('share:change.pages')}</Button>
    </>
  );
}
