import url from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Where our own copy of the scanner's wasm lies; whoever may fetch brings its bytes. */
export const scannerWasmUrl: string = url;
