import type { ReactElement } from 'react';
import { BodyMap } from '#views/body-map.tsx';

const words = {
  label: (id: string) => `place ${id}`,
  front: 'Front',
  back: 'Back',
  right: 'My right',
  left: 'My left',
};
const nothing = () => undefined;

/** Every way the body is shown, by name. */
export const examples: Readonly<Record<string, ReactElement>> = {
  'nothing picked': <BodyMap picked={new Set()} onToggle={nothing} {...words} />,
  'some places': <BodyMap picked={new Set(['lower_back', 'hand_r', 'jaw', 'moves'])} onToggle={nothing} {...words} />,
  everywhere: <BodyMap picked={new Set(['everywhere'])} onToggle={nothing} {...words} />,
};
