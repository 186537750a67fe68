import { deflateRawSync } from 'node:zlib';
import { heading, judge, say } from './report.mjs';

/** The example's whole summary as bytes of a code, against the same as minified JSON, packed the usual way. */
export async function benchSummary(makeSummary) {
  heading('The example’s whole summary in a code');
  const { card, codes, extract, plain } = await makeSummary();
  const [packed, packedPlain] = [extract, plain].map((text) => deflateRawSync(text, { level: 9 }).length);
  say('Minified JSON of the extract', `${extract.length} characters, deflate-raw ${packed} B`);
  say('The shortest JSON that says the same', `${plain.length} characters, deflate-raw ${packedPlain} B`);
  say('As one card (a link)', `${card} B`);
  say('As codes for a screen', `${codes.length}: ${codes.join(' + ')} B`);
  judge('One card against JSON of the extract', card / packed, 0.7);
  // what a person wrote is packed alike in both: the fuller the life, the less there is to save beside its words
  judge('One card against the shortest JSON', card / packedPlain, 0.77);
}
