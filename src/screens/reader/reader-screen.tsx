import type { World } from '#passport/write.ts';
import { ReaderPage } from './reader-page.tsx';

type Props = {
  /** What stands after `#` in the address. */
  fragment: string;
  world: World;
  makePdfWorker: () => Worker;
  scannerWasm: () => Promise<ArrayBuffer>;
};

/** What a clinician sees after scanning or opening a link: made from the code alone, with no passport and no store. */
export function ReaderScreen(props: Props) {
  return <ReaderPage {...props} back={null} />;
}
