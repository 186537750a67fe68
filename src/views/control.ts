import type { Translate } from '#i18n/i18n.ts';
import type { Field, Value } from '#passport/field.ts';

/** What every control of a field gets: the value now, and what to call when the person changed it. */
export type ControlProps = {
  readonly id: string;
  readonly part: string;
  readonly fieldId: string;
  readonly field: Field;
  readonly value: Value | null;
  /** The language the value is written in. */
  readonly lang: string | undefined;
  /** Text typed earlier and never saved; undefined when there is none. */
  readonly draft: string | undefined;
  /** Every keystroke of unfinished text; '' drops the draft. */
  readonly onDraft: (text: string) => void;
  /** A finished change; null clears the field. Settles when it is saved or could not be. */
  readonly onChange: (value: Value | null) => unknown;
  readonly t: Translate;
  readonly language: string;
  /** Records of the part a `link` field points to. */
  readonly linkable: readonly { readonly id: string; readonly name: string }[];
};
