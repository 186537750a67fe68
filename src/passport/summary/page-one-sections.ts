import type { Block, Line } from '#passport/doc.ts';
import type { ExtractRecord, Told } from '#passport/extract.ts';
import type { Part } from '#passport/part.ts';
import { flare } from '#passport/parts/flare.ts';
import { matters } from '#passport/parts/matters.ts';
import { me } from '#passport/parts/me.ts';
import { visit } from '#passport/parts/visit.ts';
import { words as myWords } from '#passport/parts/words.ts';
import { type Draft, filled, howMany, list, type Page, paragraph, partSection, roomy, short, some } from './draft.ts';
import { dotted, phrase, run, strong } from './phrase.ts';
import { fieldToLine, inConfidence, labelled, onlyRecord, termIn, toldOf, translationToLine } from './told.ts';
import { choicesToLines, langOf, valueToLines } from './value-to-line.ts';
import type { Words } from './words.ts';

/** What the person would like from this visit. "Not today" says nothing at all. */
export function thisVisit(page: Page): Draft {
  const { extract, words } = page;
  const record = onlyRecord(extract, visit);
  const hard = termIn(visit, record, 'hardHow');
  return partSection(page, visit, 'side', (level) => [
    ...paragraph(short(fieldToLine(visit, record, 'want', words), level), 'note'),
    ...(hard === 'ask' ? paragraph(phrase(words, 'hard_ask'), 'note') : []),
    ...(hard === 'read' || hard === null
      ? paragraph(
          short(labelled(words, words.say('hard_read'), fieldToLine(visit, record, 'hardToSay', words)), level),
          'note',
        )
      : []),
    ...translated(visit, record, level, words),
  ]);
}

export function whatMatters(page: Page): Draft {
  const { extract, words } = page;
  const record = onlyRecord(extract, matters);
  return partSection(page, matters, 'main', (level) => [
    ...paragraph(short(fieldToLine(matters, record, 'most', words), level)),
    ...(level >= roomy ? paragraph(short(labelledField(matters, record, 'support', words), level)) : []),
    ...translated(matters, record, level, words),
  ]);
}

/** What is usual and what is new, so that a new thing is not taken for the old one. */
export function usualAndNew({ extract, words }: Page): Draft {
  const record = onlyRecord(extract, myWords);
  const emergency = extract.reader === 'emergency';
  const usual = labelled(words, words.say('usual'), fieldToLine(myWords, record, 'usual', words));
  const unknown = labelled(words, words.say('usual'), phrase(words, 'not_written'));
  return {
    id: 'usual',
    make: (level) => {
      if (!emergency && !toldOf(extract, myWords)) return null;
      const blocks = [
        ...(emergency ? paragraph(strong(phrase(words, 'assess')), 'note') : []),
        ...paragraph(short(emergency && usual.length === 0 ? unknown : usual, level)),
        ...paragraph(
          short(labelled(words, words.say('not_usual'), fieldToLine(myWords, record, 'notUsual', words)), level),
        ),
        ...paragraph(
          short(strong(labelled(words, words.say('is_new'), fieldToLine(myWords, record, 'isNew', words))), level),
        ),
        ...(level >= roomy ? paragraph(short(labelledField(myWords, record, 'where', words), level)) : []),
      ];
      return filled({ id: 'usual', area: 'side', title: phrase(words, 'usual_title'), checked: null, blocks });
    },
  };
}

/** Please do, please don't, please don't say: each a short line of picked or own words. */
export function asked({ extract, words }: Page, field: 'pleaseDo' | 'pleaseDont' | 'wordsThatHurt'): Draft {
  const lines = choicesToLines(myWords.fields[field], onlyRecord(extract, myWords)[field], words);
  const title = [run(words, words.field(myWords.id, field))];
  return {
    id: field,
    make: (level) => {
      const { kept, more } = some(words, lines, howMany(level, 3, 3));
      const each = kept.map((line) => short(line, Math.max(8, Math.ceil(level / 2))));
      const blocks = paragraph(dotted(words, [...each, more]));
      return filled({ id: field, area: 'side', title, checked: null, blocks });
    },
  };
}

/** Whether to see me alone, when the person chose to say so this time. */
export function seenAlone({ extract, words }: Page): Draft {
  const record = onlyRecord(extract, me);
  const title = [run(words, words.field(me.id, 'alone'))];
  return {
    id: 'alone',
    make: () => {
      const alone = fieldToLine(me, record, 'alone', words);
      const blocks = [...paragraph(alone.length > 0 ? inConfidence(short(alone, 14), words) : [], 'note')];
      return filled({ id: 'alone', area: 'side', title, checked: null, blocks });
    },
  };
}

/** From this level up the plan stands below what is urgent; steps cut to a few words help no one. */
export const stepsFrom = 12;

/** When it is urgent comes first, for every reader. */
export function flarePlan({ extract, words }: Page): Draft {
  const record = onlyRecord(extract, flare);
  const steps = record['steps'] ? valueToLines(flare.fields.steps, withFirstLines(record['steps']), words) : [];
  const urgent = labelled(words, words.say('flare_urgent'), fieldToLine(flare, record, 'urgent', words));
  const medicines = labelled(words, words.say('flare_medicines'), fieldToLine(flare, record, 'medicines', words));
  return {
    id: 'flare',
    make: (level) => {
      const blocks = [
        ...paragraph(short(urgent, Math.max(14, level))),
        ...(urgent.length === 0 || level >= stepsFrom
          ? [...stepsToBlocks(steps, level, words), ...paragraph(short(medicines, level))]
          : []),
        ...translated(flare, record, level, words),
      ];
      return filled({
        id: 'flare',
        area: 'main',
        title: phrase(words, 'when_it_flares'),
        checked: null,
        blocks,
      });
    },
  };
}

function labelledField<P extends Part>(
  part: P,
  record: ExtractRecord,
  field: keyof P['fields'] & string,
  words: Words,
): Line {
  return labelled(words, words.field(part.id, field), fieldToLine(part, record, field, words));
}

/** On page one a translation stands only when it is in the reader's language. */
function translated(part: Part, record: ExtractRecord, level: number, words: Words): readonly Block[] {
  const lang = record['translation'] ? langOf(record['translation']) : '';
  if (lang.split('-')[0] !== words.lang.split('-')[0]) return [];
  return paragraph(short(translationToLine(part, record, words) ?? [], level + 6), 'quiet');
}

/** Steps keep their numbers. */
function stepsToBlocks(steps: readonly Line[], level: number, words: Words): readonly Block[] {
  const toLine = (step: Line) => short(step, Math.max(6, Math.ceil(level / 2)));
  return list(words, steps, howMany(level, 3, 3), toLine).map((block) =>
    block.kind === 'list' ? { ...block, ordered: true } : block,
  );
}

/** A step's first line is what to do; how stands in the full record. */
function withFirstLines(told: Told): Told {
  if (!Array.isArray(told.value)) return told;
  const steps = (told.value as readonly unknown[]).filter((step): step is string => typeof step === 'string');
  return { ...told, value: steps.map((step) => step.trim().split(/\r|\n/u)[0] ?? '') };
}
