/** Entries without a mistake, about something that the guide is silent on: a room to wait in. */

const WAYS_TO_ASK = [
  'big',
  'small',
  'warm',
  'cold',
  'quiet',
  'loud',
  'full',
  'empty',
  'old',
  'new',
];

/** Twelve samples, none of them a sample of the content. */
export const NEW_SAMPLES: readonly string[] = [
  'where is the waiting room',
  'describe the waiting room',
  ...WAYS_TO_ASK.map((way) => `is the waiting room ${way}`),
];

/** What the new answer says. */
export const NEW_SPEECH = 'The waiting room is a room with chairs. You wait there for a nurse.';

/** An answer that fits into every file of answers. */
export const NEW_ANSWER = `
- id: waiting-room
  title: The waiting room
  section: pointers
  source: general
  offer: where you wait
  asked:
${NEW_SAMPLES.map((sample) => `    - ${sample}\n`).join('')}  say: ${NEW_SPEECH}
`;

/** A term that fits into the glossary. */
export const NEW_TERM = `
- id: waiting-list
  word: waiting list
  pronounce: { sub: way ting list }
  section: pointers
  heard: [weighting list]
  means: A waiting list has the names of people who wait.
`;
