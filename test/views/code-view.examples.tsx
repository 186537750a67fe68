import type { ReactElement } from 'react';
import { addressToQr, qrToPath } from '#exchange/qr/qr.ts';
import { CodeView } from '#views/code-view.tsx';

const path = (digits: number) => qrToPath(addressToQr(`https://moving.example/#${'1234567890'.repeat(digits / 10)}`));

/** Every way a code is shown, by name. */
export const examples: Readonly<Record<string, ReactElement>> = {
  'a short code': <CodeView {...path(40)} label="Code" />,
  'the second of two': <CodeView {...path(2_000)} label="Code 2 of 2" />,
};
