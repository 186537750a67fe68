import { flare } from '#passport/parts/flare.ts';
import { matters } from '#passport/parts/matters.ts';
import { me } from '#passport/parts/me.ts';
import { visit } from '#passport/parts/visit.ts';
import { words } from '#passport/parts/words.ts';
import { type ExampleEdit, only } from './written.ts';

/** Who she is, her words, this visit, what matters, and what to do in a flare. */
export function aboutAmina(): readonly ExampleEdit[] {
  return [
    ...only(me, {
      preferredName: 'Amina',
      fullName: 'Amina Yıldız',
      birthDate: '1971-05-14',
      nhsNumber: '943 476 5919',
      pronouns: 'she',
      languages: ['tr', 'en'],
      interpreter: 'no',
      communication: ['extra_time', 'written_down', 'face_me'],
      alone: ['see_me_alone'],
      emergencyContacts: [
        { name: 'Yusuf, my son', phone: '07700 900123', when: 'any hour' },
        { name: 'Leyla, my neighbour', phone: '07700 900145', when: 'has my key' },
      ],
    }),
    ...only(words, {
      label: 'persistent',
      inMyWords: 'Like wearing a coat of wet sand.',
      where: ['lower_back', 'thigh_r', 'thigh_l', 'foot_l', 'hand_r'],
      usual: 'Legs burning at night, stiff until about eleven. Pins and needles in both hands most days.',
      notUsual: 'Weak legs, or a leg that gives way. Numb between my legs. A fever with the pain.',
      isNew: 'Since May my left foot is numb, and I have tripped over the kerb three times.',
      wordsThatHelp: ['believe', 'plain', 'no_hurry'],
      wordsThatHurt: [{ own: 'degenerative' }, { own: 'just anxiety' }],
      pleaseDo: ['sit', 'write', { own: 'Tell me before you move my leg' }],
      pleaseDont: ['change', 'rush', { own: 'Leave me flat on my back' }],
    }),
    ...only(visit, {
      want:
        'I would like to go back to hydrotherapy before the winter, and to know if the numb foot needs a scan. ' +
        'Please look at the blood pressure tablet with me too, because my ankles are puffy by the evening.',
      hardHow: 'read',
      hardToSay: 'I sleep sitting up.',
    }),
    ...only(matters, {
      most: 'Walking my grandson to school. Sleep. Being believed.',
      people: 'Yusuf, my son. Emre, my grandson, who is six. My sister Nur in İzmir, on Sundays.',
      goodDay: 'I walk Emre to school, sit down, cook, and still have something left for the evening.',
      hardDay: 'The stairs are a mountain. I talk less. I am not cross with you, I am counting my breath.',
      support: 'In the mornings I am slow.',
      alsoKnow: 'I cleaned offices for nineteen years and miss it.',
      helper: 'Yusuf',
    }),
    ...only(flare, {
      steps: [
        'Heat on my back, twenty minutes\nWith a cloth between: I do not feel when it burns',
        'Lie on my side with the long pillow',
        'Slow breathing: in for four, out for six, ten times',
        'Tell Yusuf, so that nobody has to guess',
        'Up every hour, to the kitchen and back',
      ],
      contacts: [
        { name: 'Yusuf, my son', phone: '07700 900123', when: 'first, any hour' },
        { name: 'Marsh Lane Surgery', phone: '020 7946 0123', when: 'if it is no better on the third day' },
      ],
      urgent: 'Numb between my legs, cannot pee, or both legs weak: A&E at once.',
      signs: 'Two bad nights together. My jaw is tight. I stop answering the phone.',
      triggers: 'Cold, long waits standing up, worry about letters. Sometimes nothing at all.',
      helps: 'Heat, radio low.',
      worse: 'Bed all day.',
      medicines: 'Zapain 30/500 at night, and no paracetamol with it.',
      restart: 'First the kitchen, then the gate, then the corner. Half of what I want to do, for three days.',
      whatHelped: 'Yusuf cooking, and nobody asking me questions until noon.',
      noticed: 'It was over in five days. I had thought it would be ten.',
    }),
  ];
}
