/** What untidy lives are written with. `#` in a sentence stands for a figure. Nothing here holds an ellipsis. */
export const wordsIn = {
  'en-GB': [
    'morning',
    'my left knee',
    'tbh',
    'since the operation',
    'Sue',
    'two at night',
    'no ones listening',
    'O’Brien',
  ],
  pl: ['żółć', 'po operacji', 'ból krzyża', 'rano i wieczorem', 'Małgorzata', 'źle śpię', 'Ćwiczenia'],
  ar: ['ركبتي', 'منذ العملية', 'صباحًا ومساءً', 'أم سامر', 'لا أنام', 'الظهر', 'Panadol صباحًا'],
  fa: ['زانویم', 'از بعد عمل', 'شب‌ها', 'مادرم', 'نمی‌خوابم'],
  ur: ['گھٹنے میں', 'آپریشن کے بعد', 'صبح شام', 'امّی', 'نیند نہیں'],
  tr: ['ağrıyan dizim', 'ameliyattan beri', 'İzmir', 'şiş', 'ığdır'],
  uk: ['коліно', 'після операції', 'зранку', 'Їжак', 'ґудзик'],
  vi: ['đầu gối', 'từ lúc mổ', 'buổi sáng', 'Nguyễn', 'nhức mỏi'],
  so: ['jilibka', 'qalliinka kadib', 'subaxdii', 'Xaliimo'],
} as const;

/** A language that an untidy life may be written in; all are of scripts that the paper can print. */
export type Script = keyof typeof wordsIn;

export const sentencesIn: Readonly<Record<Script, readonly [string, ...string[]]>> = {
  'en-GB': [
    'Nothing the first time.',
    'The second time my throat closed and I was in hospital for # days.',
    'i told them # times and nobody wrote it down so here it is again in full',
    'A letter for work so that I can do lates only, and so that the depot stops ringing me on my # rest days.',
    'Arm cold or blue, or I cannot move my fingers after # minutes!',
    'It wakes me at #, and then I sit in the chair, because lying down makes it worse than anything else does.',
    'pls dont stop it in one go i was ill for # days last time (ask my mum)',
    'Pins & needles <both> feet, 5-7 steps at most, then #.',
  ],
  pl: [
    'Za pierwszym razem nic, za drugim zamknęło mi się gardło na # minut.',
    'Boli najbardziej rano, około # kroków i muszę usiąść.',
    'Proszę nie odstawiać tego nagle, bo byłam chora # dni, a nikt mi nie wierzył.',
    'Źle śpię od # miesięcy.',
  ],
  ar: [
    'في المرة الأولى لم يحدث شيء، وفي الثانية ضاق حلقي # دقيقة.',
    'أستيقظ كل ليلة بعد # ساعات ولا أستطيع الوقوف وحدي.',
    'لا توقفوا Pregabalin 75 mg فجأة، مرضت # أيام.',
    'الألم في الظهر من 5-7 سنوات، وقست # خطوة فقط.',
  ],
  fa: ['بار دوم گلویم گرفت و # روز بیمارستان بودم.', 'شب‌ها # بار بیدار می‌شوم.'],
  ur: ['دوسری بار میرا گلا بند ہو گیا اور # دن ہسپتال میں رہی۔', 'رات کو # بار آنکھ کھلتی ہے۔'],
  tr: ['İlkinde bir şey olmadı, ikincisinde boğazım şişti, # gün yattım.', 'Geceleri # kez uyanıyorum.'],
  uk: ['Першого разу нічого, а вдруге горло набрякло на # хвилин.', 'Прокидаюся # разів за ніч.'],
  vi: ['Lần đầu không sao, lần thứ hai cổ họng tôi sưng # phút.', 'Đêm nào tôi cũng thức # lần.'],
  so: ['Markii hore waxba, markii labaad cunaha ayaa i xirmay # daqiiqo.', 'Habeenkii # jeer ayaan kacaa.'],
};
