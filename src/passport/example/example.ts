import { aboutAmina } from './about.ts';
import { careOfAmina } from './care.ts';
import { medicinesOfAmina } from './medicines.ts';
import { checkedOn, type ExampleEdit } from './written.ts';

/**
 * A whole, invented person, for looking around and for samples: Amina Yıldız, in every part, as full as a life with pain
 * is, with private things that nothing ticks. Telephone numbers are from Ofcom's range for drama; the NHS number is a
 * published test number. `checked` is the ISO day she last checked everything.
 */
export function exampleEdits(checked = '2026-11-19'): readonly ExampleEdit[] {
  const edits = [...aboutAmina(), ...medicinesOfAmina(), ...careOfAmina()];
  return [...edits, ...checkedOn(checked, edits)];
}
