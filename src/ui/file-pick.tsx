import { useRef } from 'react';
import { Button } from './button.tsx';

type Props = { label: string; onPick: (file: File) => void; accept?: string };

/** A button that opens the device's own file picker. */
export function FilePick({ label, onPick, accept }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="upload" onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onPick(file);
        }}
      />
    </>
  );
}
