import { useT } from '#i18n/i18n.ts';
import type { World } from '#passport/write.ts';
import { routes } from '#ui/routes.ts';
import { ReaderPage } from './reader-page.tsx';

type Props = {
  world: World;
  makePdfWorker: () => Worker;
  scannerWasm: () => Promise<ArrayBuffer>;
  /** The address that was opened leads nowhere. */
  isAstray?: boolean;
};

/** The reader's page before there is a code: what is scanned here stays out of the address and its history. */
export function ScanScreen(props: Props) {
  const t = useT();
  return <ReaderPage {...props} fragment={null} back={{ href: routes.home, label: t('app:back') }} />;
}
