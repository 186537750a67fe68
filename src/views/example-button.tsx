import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { ProblemView } from './problem-view.tsx';

type Props = { label: string; onExample: () => Promise<void> };

/** Opens the example; says so when it is not on this device yet and there is no network to fetch it. */
export function ExampleButton({ label, onExample }: Props) {
  const t = useT();
  const [hasFailed, setFailed] = useState(false);
  const press = () => {
    setFailed(false);
    onExample().catch(() => setFailed(true));
  };
  return (
    <>
      <Button onPress={press}>{label}</Button>
      {hasFailed && <ProblemView t={t} problem="piece-missing" />}
    </>
  );
}
