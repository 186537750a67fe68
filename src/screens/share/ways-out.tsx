import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stretch } from '#ui/page.tsx';
import { CodeWay } from './code-way.tsx';
import { LinkWay } from './link-way.tsx';
import { MessageWay } from './message-way.tsx';
import type { OutgoingPage } from './page.ts';
import { usePaper } from './paper.ts';
import { PaperWay } from './paper-way.tsx';
import { PhoneWay } from './phone-way.tsx';

type Props = { page: OutgoingPage; makePdfWorker: () => Worker };
type Way = 'message' | 'code' | 'link';

/** Paper first, then text, code, link and the device's own sheet. What is folded away is not made. */
export function WaysOut({ page, makePdfWorker }: Props) {
  const t = useT();
  const [open, setOpen] = useState<ReadonlySet<Way>>(new Set());
  const paper = usePaper(page, makePdfWorker);
  const fold = (way: Way) => (isOpen: boolean) =>
    setOpen((before) => new Set(isOpen ? [...before, way] : [...before].filter((other) => other !== way)));

  return (
    <Stretch title={t('share:ways.title')}>
      <PaperWay paper={paper} />
      <Disclosure summary={t('share:ways.message.title')} onToggle={fold('message')}>
        {open.has('message') && <MessageWay page={page} />}
      </Disclosure>
      <Disclosure summary={t('share:ways.code.title')} onToggle={fold('code')}>
        {open.has('code') && <CodeWay page={page} />}
      </Disclosure>
      <Disclosure summary={t('share:ways.link.title')} onToggle={fold('link')}>
        {open.has('link') && <LinkWay page={page} />}
      </Disclosure>
      <PhoneWay page={page} paper={paper} />
    </Stretch>
  );
}
