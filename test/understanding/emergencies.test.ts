/** What people say in an emergency, and what only sounds like one, in the middle of anything else. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readLanguages } from '../../lambda/languages.ts';
import type { Understanding } from '../../lambda/understand/understanding.ts';
import { inputWith } from '../helpers/project-content.ts';

const languageOf = readLanguages(fileURLToPath(new URL('../../lambda/generated', import.meta.url)));
const understand = await languageOf('en-CA').readUnderstanding();

/** Nowhere, and in the middle of several sections. */
const PLACES = [
  null,
  'chemoembolization',
  'ki67',
  'hai',
  'drugs',
  'cis',
  'uses-neoadjuvant',
] as const;

const EMERGENCIES: Readonly<Record<string, readonly string[]>> = {
  suicide: [
    "I can't take it any more",
    "I can't do this any more",
    'I keep thinking about ending it',
    "what's the point of going on",
    "what's the point of living",
    "it'd be easier if I just wasn't around",
    'I just plan to drive off the bridge on friday',
    'how many of my morphine pills would it take to go for good',
    "I've had enough of living",
    'I want it all to stop',
    'my family would be better without me',
    'je veux mourir',
    'je vais me tuer',
  ],
  collapse: [
    "he won't open his eyes",
    "she's fitting what should we do",
    "I can't get my wife to wake up",
    'half of what I see just went dark',
    'my husband passed out, my phone is nearly dead',
  ],
  'pump-or-line': [
    'the pump is leaking what should we do',
    'should we come in the line came out',
    'my catheter is cracked which one of you do I call',
    'my line came out',
    'what should I do, my port is leaking',
  ],
  fever: [
    'I had chemo two months ago and I have a fever',
    "he's got a temp",
    'my temp is one oh one',
    "she's got a temperature",
    "he feels really warm and he's shaking",
    "he's hot as a stove",
    "she's roasting",
    "mum's a hundred and one point five, should I just give her tylenol",
    'the fee verse back',
    'thirty eight five',
    "it's thirty eight seven",
    'feeling rough and sweaty all night',
    "j'ai de la fièvre",
    'fièvre et frissons',
  ],
  overdose: [
    'I took two doses by mistake',
    'I forgot if I took my pill and took another',
    'I took double',
    'he took sixty of morphine instead of six',
    'mom had her capecitabine and then my sister gave it to her again',
    "he's been doubling up on his pills to catch up",
    "I swallowed the whole week's worth by mistake",
    'I took a whole week of tablets in one go should I come in',
    'I took two pills instead of one',
    'I doubled up on my pills',
  ],
  infection: [
    'the site is all red and oozing',
    'my incision is red and leaking',
    'my port is hot and sore',
    "there's pus coming out of my port",
    "he's turned yellow",
    'his eyes have gone yellow',
    'my leg is swollen and sore',
  ],
  breathing: [
    "mum can't get her breath",
    "he can't seem to get his breath",
    'he does not seem to get enough air',
    'I have a tumour and I cannot seem to get enough air',
    "the tumour doesn't hurt but I can't get enough air",
    "the tumour doesn't hurt but I'm panting",
    "my husband's lips are going blue",
    "she's gone a funny colour round the lips",
    "she's fighting for every breath",
    "it's a struggle to get air in tonight",
    "he had a heart attack two years ago and it's the same squeezing again tonight",
    'elle a de la misère à respirer',
    "j'ai mal à la poitrine",
  ],
  bleeding: [
    'what came up looks like coffee grounds',
    'coughing up red stuff',
    'I nicked myself shaving two hours ago and it just keeps coming',
    'my poo is black',
    'elle saigne beaucoup',
  ],
  emergency: [
    'au secours',
    'what should I do, the kitchen is on fire',
    'should I call an ambulance for a bad reaction',
  ],
};

/** What may stand beside an emergency, and takes none of it back. */
const SAID_AFTER = [
  'should I call the doctor',
  'can I wait until tomorrow',
  'what should we do',
  'is that normal',
  'does the chemo do that',
  'how do I stop it',
  'he has a tumour in his liver',
  'I had chemo for the tumour last week',
  'why does that happen',
  'the nurse gave us this number',
  'the cancer is in his liver artery',
  'and his blood work is tomorrow',
  'could it be the chemo',
];
const SAID_BEFORE = [
  'excuse me',
  'what should I do',
  'the doctor said it was fine but',
  'can you help me',
  'since the chemo',
  'the cancer is growing and',
];

/** Other ways to say the same: as it is written without apostrophes, in full, and of somebody else. */
const SAID_OTHERWISE: Readonly<Record<string, (saying: string) => string>> = {
  'in one word': (saying) => saying.replace(/\bcan't\b/g, 'cannot'),
  'in full': (saying) =>
    saying
      .replace(/\bcan't\b/g, 'can not')
      .replace(/n't\b/g, ' not')
      .replace(/\bI'm\b/g, 'I am'),
  'without apostrophes': (saying) => saying.replace(/'/g, ''),
  'of her': (saying) => saying.replace(/\bhe\b/g, 'she').replace(/\bhis\b|\bhim\b/g, 'her'),
  'of a grandmother': (saying) =>
    saying.replace(/\bmy (?:husband|wife|mom|dad)\b/g, 'my grandmother'),
  'for help': (saying) => `help ${saying}`,
  'of now': (saying) => `${saying} right now`,
};

const NO_EMERGENCIES = [
  "so the tumour can't get enough air",
  "the cancer cells don't get any air when the artery is blocked",
  'they block it so the tumour does not get any air right',
  "if it can't get any air the tumour dies",
  'I laughed so hard I could not even catch my breath',
  'can I give dad his pills with it',
  'dad has his pills',
  'my wife goes tomorrow',
  'I took my pill this morning',
  'I missed my pill this morning, do I double up',
  "I'll have a fit if one more person says systemic",
  'is the drug pumped in short bursts',
  'the bike pump is leaking',
  "my phone won't wake up",
  'my sourdough starter collapsed',
  'my coffee is burning hot',
  'she passed out the flyers',
  "I'm dying to know what ki 67 is",
  'my dad died of a heart attack ten years ago',
  'he died of a stroke',
  'my leg is sore',
  "I can't take any more chemo",
  'what is a temperature',
  'does chemo cause a temperature',
  'what happens at the site of the pump',
  'is the catheter put in a leg',
  'what colour is the oily mix',
  'can they do two doses',
  "what's the point of chemo",
  'what is the point of blocking the artery',
  'thirty eight percent ki 67',
  "I'm not bleeding, I'm asking about the artery",
  'he had a fever last year',
  'my mother had seizures as a child',
  "it's not an emergency, I only have a question",
];

function urgentIn(understanding: Understanding): string | null {
  const id = understanding.kind === 'safety' ? understanding.id : null;
  return id !== null && Object.hasOwn(EMERGENCIES, id) ? id : null;
}

describe.each(PLACES)('while %s is heard', (section) => {
  const topic = section === null ? null : { section, term: null };

  test.each(Object.entries(EMERGENCIES))('%s is recognised', (id, sayings) => {
    const found = sayings.map((saying) => [saying, urgentIn(understand(saying, topic))]);
    expect(found).toEqual(sayings.map((saying) => [saying, id]));
  });

  test('what only sounds like an emergency is none', () => {
    const found = NO_EMERGENCIES.map((saying) => [saying, urgentIn(understand(saying, topic))]);
    expect(found).toEqual(NO_EMERGENCIES.map((saying) => [saying, null]));
  });
});

describe('each sample of an emergency', () => {
  const { content } = inputWith(() => ({}));
  const emergencies = content.safety.filter(({ value }) => value.kind === 'urgent');
  const ids = new Set(emergencies.map(({ value }) => value.id));

  test.each(emergencies.map(({ value }) => [value.id, value.asked] as const))(
    'is one in free speech, too: %s',
    (_, asked) => {
      const missed = asked.filter((sample) => {
        const understood = understand(sample, null);
        return understood.kind !== 'safety' || !ids.has(understood.id);
      });
      expect(missed).toEqual([]);
    },
  );

  test.each(Object.entries(SAID_OTHERWISE))('is one said otherwise, too: %s', (_, otherwise) => {
    const sayings = emergencies.flatMap(({ value }) => value.asked.map(otherwise));
    const missed = sayings.filter((saying) => {
      const understood = understand(saying, null);
      return understood.kind !== 'safety' || !ids.has(understood.id);
    });
    expect(missed).toEqual([]);
  });

  test('is one whatever is said with it, but for one in a hundred', () => {
    const samples = emergencies.flatMap(({ value }) => value.asked);
    const sayings = samples.flatMap((sample) => [
      ...SAID_AFTER.map((after) => `${sample} ${after}`),
      ...SAID_BEFORE.map((before) => `${before} ${sample}`),
    ]);
    const missed = sayings.filter((saying) => {
      const understood = understand(saying, null);
      return understood.kind !== 'safety' || !ids.has(understood.id);
    });
    expect(sayings.length).toBeGreaterThan(10_000);
    expect(missed.length / sayings.length).toBeLessThan(0.01);
  });
});

test('an emergency is heard after a flood of words that nobody says, too', () => {
  const word = (n: number): string =>
    [...String(n)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('a');
  for (let n = 0; n < 400; n++) {
    const words = Array.from({ length: 100 }, (_, at) => word(100 * n + at));
    expect(urgentIn(understand(words.join(' '), null))).toBeNull();
  }
  expect(urgentIn(understand('x'.repeat(400_000), null))).toBeNull();
  expect(urgentIn(understand("he can't seem to get his breath", null))).toBe('breathing');
  expect(urgentIn(understand('I have a fever', null))).toBe('fever');
});
