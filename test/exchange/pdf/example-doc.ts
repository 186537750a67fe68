import type { Doc, Line, Run, Section } from '#passport/doc.ts';

/** Invented people, as long and as mixed as a real passport is. */

type Words = (text: string) => Line;

const inEnglish: Words = (text) => [{ text, lang: 'en-GB' }];
const inArabic: Words = (text) => [{ text, lang: 'ar' }];

function strong(line: Line): Line {
  return line.map((run) => ({ ...run, strong: true }));
}

function dose(text: string, lang = 'en-GB'): Run {
  return { text, lang, ltr: true };
}

function section(id: string, title: Line, blocks: Section['blocks'], checked: Line | null = null): Section {
  return { id, area: id === 'do' || id === 'dont' ? 'side' : 'main', title, checked, blocks, parts: [id] };
}

function paragraph(line: Line, tone?: 'quiet' | 'note'): Section['blocks'][number] {
  return tone === undefined ? { kind: 'paragraph', line } : { kind: 'paragraph', line, tone };
}

const say = inEnglish;

const medicineHead = ['Name', 'How I take it', 'What for', 'Does it help me do things?'].map(say);

const medicines: readonly (readonly Line[])[] = [
  [
    [
      { text: 'Duloxetine', lang: 'en-GB', ltr: true, strong: true },
      { text: ' ', lang: 'en-GB' },
      { ...dose('30 mg'), strong: true },
    ],
    say('once in the morning'),
    say('Pain in legs, mood'),
    say('A little. I can stand to cook.'),
  ],
  [
    [
      { text: 'Paracetamol', lang: 'en-GB', ltr: true, strong: true },
      { text: ' ', lang: 'en-GB' },
      { ...dose('500 mg'), strong: true },
    ],
    [dose('1–2'), { text: ', up to 4 times a day', lang: 'en-GB' }],
    say('Back'),
    say('Not really'),
  ],
  [
    [
      { text: 'Zapain', lang: 'en-GB', ltr: true, strong: true },
      { text: ' ', lang: 'en-GB' },
      { ...dose('30/500'), strong: true },
    ],
    say('flares only'),
    say('Bad nights'),
    say('A lot, for a few hours'),
  ],
];

const stopped: readonly (readonly Line[])[] = [
  [strong(say('Amitriptyline')), say('2023'), say('Too sleepy. Fell asleep on the bus twice.')],
  [strong(say('Pregabalin')), say('2021'), say('Weight, swelling, “not myself”')],
  [strong(say('Tramadol')), say('2019'), say('Sick')],
  [strong(say('Physiotherapy')), say('2018, 2022'), say('Helped the second time, with Jo. Would again.')],
];

const checked = say('Last checked by me on 2 November 2026');

export const englishDoc: Doc = {
  lang: 'en-GB',
  dir: 'ltr',
  title: 'Health passport',
  kicker: say('I call it'),
  label: say('Persistent pain'),
  name: say('Amina Yıldız'),
  facts: [
    [{ text: 'born 14 May 1971 · NHS ', lang: 'en-GB' }, dose('943 476 5919'), { text: ' · she/her', lang: 'en-GB' }],
    say('Turkish, English; interpreter for new things'),
  ],
  origin: say(
    'Written by the person, not taken from a clinical record. Please check medicines and allergies with her.',
  ),
  made: say('Made 21 November 2026 by the person herself · Moving Forwards'),
  notices: [],
  summary: [
    section('visit', say('This visit'), [
      paragraph(
        say(
          '“I want to know if the hydrotherapy can start before winter. Please read the part about sleep, it is hard to say.”',
        ),
      ),
    ]),
    section('do', say('Please do'), [paragraph(say('Sit down with me. Write the plan on paper.'))]),
    section('dont', say('Please don’t say'), [paragraph(say('degenerative · just anxiety'))]),
    section(
      'medicines',
      say('Medicines now'),
      [
        { kind: 'table', head: medicineHead, rows: medicines },
        paragraph(say('This list is not a request to reduce anything.'), 'quiet'),
      ],
      checked,
    ),
    section('stopped', say('Tried and stopped'), [
      { kind: 'table', head: ['What', 'When', 'Why'].map(say), rows: stopped },
    ]),
    section('allergies', say('Allergies and bad reactions'), [
      paragraph([
        { text: 'Naproxen', lang: 'en-GB', strong: true },
        { text: ': stomach bleed, 2016', lang: 'en-GB' },
      ]),
    ]),
    section('matters', say('What matters'), [
      paragraph(say('Walking my grandson to school. Sleeping more than four hours. Being believed.')),
    ]),
    section('flare', say('When it flares'), [
      paragraph([
        {
          text: 'Heat, lie on side, breathing; one Zapain 30/500 if over a day. Call Yusuf. Usual: legs burning at night. ',
          lang: 'en-GB',
        },
        { text: 'New since May: numb left foot.', lang: 'en-GB', strong: true },
      ]),
    ]),
    section('goals', say('Goals'), [
      paragraph(say('Allotment on Saturdays, twenty minutes. Sit through a school play.')),
    ]),
  ],
  also: [{ part: 'team', name: say('Care team') }],
  closing: say('What is not written here is not known: please ask.'),
  record: [
    section(
      'words',
      say('My words'),
      [
        paragraph(say('It burns down both legs and sits in my back like a stone. On good days it hums.')),
        paragraph([
          { text: 'In Turkish: ', lang: 'en-GB' },
          { text: 'İki bacağım da yanıyor, belimde taş gibi oturuyor.', lang: 'tr' },
        ]),
        {
          kind: 'list',
          ordered: false,
          items: ['Ask before touching my back', 'Give me time to stand up', 'Tell me what comes next'].map(say),
        },
      ],
      checked,
    ),
    section('flare', say('Flare plan'), [
      {
        kind: 'list',
        ordered: true,
        items: [
          'Heat on the back',
          'Lie on my side, breathe slowly',
          'One Zapain if it lasts over a day',
          'Call Yusuf',
        ].map(say),
      },
      paragraph(
        say('Some medicines are unsafe to stop suddenly: ask before changing. A bad reaction? Get help now.'),
        'note',
      ),
    ]),
    section('all-medicines', say('All medicines'), [
      {
        kind: 'table',
        head: medicineHead,
        rows: Array.from({ length: 14 }, () => medicines).flat(),
      },
    ]),
    section('team', say('Care team'), [
      {
        kind: 'table',
        head: ['Who', 'Role', 'Phone'].map(say),
        rows: [
          [strong(say('Dr Olu Adébáyọ̀')), say('Usual GP since 2014'), [dose('020 7946 0018')]],
          [strong(say('Jo Nowak')), say('Physiotherapist'), [dose('020 7946 0712')]],
        ],
      },
    ]),
  ],
  furniture: {
    page: (page, pages) => `Page ${page} of ${pages}`,
    record: 'The full record',
    example: null,
    code: (code, codes) => `Code ${code} of ${codes}`,
    codesTitle: 'This summary, for a phone',
    scan: 'Point a phone camera at it to open this summary.',
    scanUrgent: 'The most urgent of this, for a phone: point its camera here.',
    also: 'Also in the full record',
    ask: 'Not in this message, please ask',
    onPage: '\ue000: page \ue001',
  },
};

const ar = inArabic;

function arabicMedicine(name: string, strength: string, how: Line, why: string, verdict: string): readonly Line[] {
  const title: Line = [{ text: `${name} ${strength}`, lang: 'en', ltr: true, strong: true }];
  return [title, how, ar(why), ar(verdict)];
}

export const arabicDoc: Doc = {
  lang: 'ar',
  dir: 'rtl',
  title: 'جواز صحي',
  kicker: ar('أسمّيه'),
  label: ar('ألم مستمر'),
  name: ar('ليلى حدّاد'),
  facts: [
    [{ text: 'مولودة في 14 مايو 1971 · رقم NHS ', lang: 'ar' }, dose('943 476 5919')],
    ar('العربية والإنجليزية؛ مترجمة عند كل أمر جديد'),
  ],
  origin: ar('كتبته صاحبته ولم يؤخذ من سجل طبي. من فضلكم راجعوا الأدوية والحساسية معها.'),
  made: ar('كتبته صاحبته في 21 نوفمبر 2026 · Moving Forwards'),
  notices: [ar('هذه القائمة ليست طلبًا لتقليل أي شيء.')],
  summary: [
    section('visit', ar('هذه الزيارة'), [
      paragraph(
        ar(
          '«أريد أن أعرف إن كان العلاج المائي يمكن أن يبدأ قبل الشتاء. من فضلكم اقرؤوا الجزء عن النوم، فالحديث عنه صعب.»',
        ),
      ),
    ]),
    section('do', ar('من فضلكم'), [paragraph(ar('اجلسوا معي. اكتبوا الخطة على ورق.'))]),
    section('dont', ar('لا تقولوا من فضلكم'), [paragraph(ar('مجرد قلق · العمر'))]),
    section(
      'medicines',
      ar('أدويتي الآن'),
      [
        {
          kind: 'table',
          head: ['الاسم', 'كيف آخذه', 'لماذا', 'هل يساعدني على فعل الأشياء؟'].map(ar),
          rows: [
            arabicMedicine(
              'Duloxetine',
              '30 mg',
              ar('مرة في الصباح'),
              'ألم الساقين والمزاج',
              'قليلًا. أستطيع الوقوف لأطبخ.',
            ),
            arabicMedicine(
              'Ibuprofen',
              '200–400 mg',
              [{ text: 'من ', lang: 'ar' }, dose('5-7'), { text: ' أيام، ثم ', lang: 'ar' }, dose('1 g × 4')],
              'الظهر',
              'ليس كثيرًا',
            ),
            arabicMedicine('Zapain', '30/500', ar('عند النوبات فقط'), 'الليالي السيئة', 'كثيرًا، لساعات قليلة'),
          ],
        },
      ],
      ar('راجعته آخر مرة في 2 نوفمبر 2026'),
    ),
    section('allergies', ar('الحساسية وردود الفعل السيئة'), [
      paragraph([
        { text: 'Naproxen', lang: 'en', ltr: true, strong: true },
        { text: ': نزيف في المعدة، 2016', lang: 'ar' },
      ]),
    ]),
    section('matters', ar('ما يهمني'), [
      paragraph(ar('أن أمشي مع حفيدي إلى المدرسة. أن أنام أكثر من أربع ساعات. أن يصدّقوني.')),
    ]),
  ],
  also: [{ part: 'words', name: ar('كلماتي') }],
  closing: ar('ما لم يُكتب هنا غير معروف: من فضلكم اسألوا.'),
  record: [
    section('flare', ar('خطة النوبات'), [
      { kind: 'list', ordered: true, items: ['حرارة على الظهر', 'أستلقي على جانبي وأتنفس ببطء', 'أتصل بيوسف'].map(ar) },
      {
        kind: 'list',
        ordered: false,
        items: [ar('ساعدني الماء الدافئ'), [{ text: 'اتصل على ', lang: 'ar' }, dose('020 7946 0018')]],
      },
      paragraph(ar('بعض الأدوية لا يجوز إيقافها فجأة: اسألوا قبل التغيير.'), 'note'),
    ]),
    section('words', ar('كلماتي'), [
      paragraph(inEnglish('It burns down both legs and sits in my back like a stone (worse at night).')),
      paragraph(
        ar(
          'الألم يحرق ساقيّ ويجلس في ظهري كالحجر، وفي الأيام الجيدة يهمس فقط. أحتاج وقتًا لأقف، وأحتاج أن تخبروني بما سيأتي بعد ذلك.',
        ),
      ),
    ]),
  ],
  furniture: {
    page: (page, pages) => `صفحة ${page} / ${pages}`,
    record: 'السجل الكامل',
    example: 'مثال: شخص مُتخيَّل',
    code: (code, codes) => `الرمز ${code} من ${codes}`,
    codesTitle: 'هذا الملخص على الهاتف',
    scan: 'وجّه كاميرا الهاتف نحوه لفتح هذا الملخص.',
    scanUrgent: 'أهم ما هنا على الهاتف: وجّه كاميرته إلى هذا الرمز.',
    also: 'أيضًا في السجل الكامل',
    ask: 'ليس في هذه الرسالة، من فضلكم اسألوا',
    onPage: '\ue000: صفحة \ue001',
  },
};
