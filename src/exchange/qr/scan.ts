/** A picture to look for codes in: a file, pixels, or what a camera shows at this moment. */
export type Picture = Blob | ImageData | HTMLVideoElement;

export type ScanReading =
  /** The text of every code in the picture: none is not an error. */
  | { readonly ok: true; readonly texts: readonly string[] }
  | { readonly ok: false; readonly problem: 'picture-unread' | 'scanner-missing' };

export type Scanner = {
  /**
   * Reads every QR code in one picture. `picture-unread`: the file is not a picture this browser knows.
   * `scanner-missing`: the reader's own file could not be loaded; asking again tries again.
   */
  readonly scanImage: (picture: Picture) => Promise<ScanReading>;
};

/** What to ask `getUserMedia` for: by default it gives 640 pixels, too few for a dense code. */
export const cameraWishes = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } },
} as const satisfies MediaStreamConstraints;

// A photo is made smaller than this before it is read: a page full of codes keeps enough pixels, memory stays small.
const longestSide = 3_000;

type Detector = { detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]> };
type DetectorMaker = {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};
type Engine = (picture: Blob | ImageData) => Promise<readonly string[]>;

/**
 * A scanner that uses the browser's own detector where there is one and it finds something, else zxing. `wasm` gives
 * the bytes of our own copy of `zxing_reader.wasm`; nothing is ever fetched from elsewhere. Nothing is loaded before
 * the first picture.
 */
export function makeScanner({ wasm }: { readonly wasm: () => Promise<ArrayBuffer> }): Scanner {
  let loading: Promise<Engine> | null = null;
  const load = () => {
    loading ??= loadEngine(wasm);
    return loading;
  };
  return {
    scanImage: async (picture) => {
      const pixels = await pictureToPixels(picture);
      if (pixels === null) return { ok: false, problem: 'picture-unread' };
      const native = await detect(pixels);
      if (native.length > 0) return { ok: true, texts: native };
      let engine: Engine;
      try {
        engine = await load();
      } catch {
        loading = null;
        return { ok: false, problem: 'scanner-missing' };
      }
      try {
        return { ok: true, texts: await engine(pixels) };
      } catch {
        return { ok: false, problem: 'picture-unread' };
      }
    },
  };
}

async function loadEngine(wasm: () => Promise<ArrayBuffer>): Promise<Engine> {
  const [{ prepareZXingModule, readBarcodes }, wasmBinary] = await Promise.all([import('zxing-wasm/reader'), wasm()]);
  // With the bytes in hand zxing asks for no file; without `locateFile` it would name a foreign host.
  await prepareZXingModule({ overrides: { wasmBinary, locateFile: (path: string) => path }, fireImmediately: true });
  return async (picture) => {
    const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 16 });
    if (found.some(({ isValid }) => !isValid)) throw new Error('Not a picture.');
    return unique(found.map(({ text }) => text));
  };
}

/** What the browser's own detector finds; nothing where it has none, or it fails. */
async function detect(pixels: Blob | ImageData): Promise<readonly string[]> {
  const maker = (globalThis as { readonly BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  if (!maker) return [];
  try {
    if (!(await maker.getSupportedFormats()).includes('qr_code')) return [];
    const found = await new maker({ formats: ['qr_code'] }).detect(pixels);
    return unique(found.map(({ rawValue }) => rawValue));
  } catch {
    return [];
  }
}

/** The picture as pixels; the file itself where there is no canvas to draw it on; null when it cannot be read. */
async function pictureToPixels(picture: Picture): Promise<Blob | ImageData | null> {
  if ('data' in picture) return picture;
  if (typeof OffscreenCanvas === 'undefined') return picture instanceof Blob ? picture : null;
  try {
    const source = picture instanceof Blob ? await createImageBitmap(picture) : picture;
    const [width, height] =
      'videoWidth' in source ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
    const scale = Math.min(1, longestSide / Math.max(width, height));
    const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(source, 0, 0, canvas.width, canvas.height);
    if ('close' in source) source.close();
    return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
  } catch {
    return null;
  }
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
