import { useEffect, useMemo, useRef, useState } from 'react';
import { makePaper, type PaperResult } from '#exchange/file/paper.ts';
import type { PdfOptions } from '#exchange/pdf/pdf.ts';
import { type ScriptName, unprintedScripts } from '#exchange/pdf/unprinted.ts';
import { fileName } from '#ui/file-name.ts';
import { useHiding } from '#ui/hide.tsx';
import { publicAddress } from '#views/public-address.ts';
import type { OutgoingPage } from './page.ts';

export type PaperSize = PdfOptions['paper'];

export type PaperState =
  | { readonly at: 'idle' | 'making' }
  | { readonly at: 'ready'; readonly file: File }
  | { readonly at: 'failed'; readonly problem: string };

export type Paper = {
  readonly state: PaperState;
  /** The file, made if need be; null when it could not be made, or another page is wanted by now. */
  readonly make: () => Promise<File | null>;
  readonly size: PaperSize;
  readonly setSize: (size: PaperSize) => void;
  /** The scripts on the page that cannot be printed, known before it is made. */
  readonly unprinted: readonly ScriptName[];
};

/** A neutral name: a file in a list of downloads tells nothing. */
export const paperName = 'summary.pdf';

// Which paper is in the printer: kept until the app is closed, nowhere else.
let lastSize: PaperSize = 'a4';

type Wanted = { readonly page: OutgoingPage | null; readonly size: PaperSize };

/** The page as a PDF with its codes inside, made in a worker that lives as long as the screen. */
export function usePaper(page: OutgoingPage, makePdfWorker: () => Worker): Paper {
  const [size, setSize] = useState(lastSize);
  const [made, setMade] = useState<Wanted & { state: PaperState }>({ page: null, size, state: { at: 'idle' } });
  const wanted = useRef<Wanted>({ page, size });
  const worker = useRef<Worker | null>(null);
  const { discreet } = useHiding();
  const unprinted = useMemo(() => unprintedScripts(page.doc), [page]);
  const state: PaperState = made.page === page && made.size === size ? made.state : { at: 'idle' };

  const dismiss = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  useEffect(() => {
    wanted.current = { page, size };
  }, [page, size]);

  const make = async () => {
    if (state.at === 'ready') return state.file;
    const isWanted = ({ page: other, size: otherSize }: Wanted) => other === page && otherSize === size;
    setMade({ page, size, state: { at: 'making' } });
    worker.current ??= makePdfWorker();
    const next = toState(await print(page, size, worker.current), fileName(paperName, { discreet }));
    if (next.at === 'failed') dismiss();
    setMade((before) => (isWanted(before) ? { page, size, state: next } : before));
    return next.at === 'ready' && isWanted(wanted.current) ? next.file : null;
  };

  return {
    state,
    make,
    unprinted,
    size,
    setSize: (next) => {
      lastSize = next;
      setSize(next);
    },
  };
}

function print({ extract, doc, words }: OutgoingPage, paper: PaperSize, worker: Worker): Promise<PaperResult> {
  const base = new URL(import.meta.env.BASE_URL, document.baseURI).href;
  return makePaper({ doc, extract, words, paper, address: publicAddress, base }, worker);
}

function toState(result: Awaited<ReturnType<typeof print>>, name: string): PaperState {
  if (!result.ok) return { at: 'failed', problem: result.problem };
  const file = new File([result.bytes as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' });
  return { at: 'ready', file };
}
