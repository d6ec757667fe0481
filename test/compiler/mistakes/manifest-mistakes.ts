/** Mistakes in the manifest: what Amazon refuses, and what is not true of the content or the code. */
import { HERE, type Mistake, replace } from '../../helpers/planting.ts';

const file = 'skill.json';

type Change = (text: string) => string;

/** Takes something out, and marks the place that it is missing at. */
const without = (part: RegExp, mark: RegExp): Change => {
  const takeOut = replace(part, '');
  const putMark = replace(mark, HERE);
  return (text) => putMark(takeOut(text));
};

/** Changes the texts of one locale. */
const inLocale = (locale: string, change: Change): Change => {
  const start = new RegExp(`(?="${locale}": \\{\\s+"name")`);
  return (text) => {
    const [before = '', after] = text.split(start);
    if (after === undefined) throw new Error(`The manifest has no ${locale} any more.`);
    return before + change(after);
  };
};

export const MANIFEST_MISTAKES: readonly Mistake[] = [
  { name: 'saves an empty file', rule: 'empty-file', file, plant: () => '' },
  {
    name: 'leaves out a bracket',
    rule: 'json-syntax',
    file,
    plant: replace(/\n\}\n$/, `\n${HERE}`),
  },
  {
    name: 'leaves a comma at the end of a list',
    rule: 'json-syntax',
    file,
    plant: replace('"AU", "IN"]', `"AU", "IN",${HERE}]`),
  },
  {
    name: 'writes a value in single quotes',
    rule: 'json-syntax',
    file,
    plant: replace('"manifestVersion": "1.0"', `"manifestVersion": ${HERE}'1.0'`),
  },
  {
    name: 'writes a remark',
    rule: 'json-syntax',
    file,
    plant: replace('"manifestVersion": "1.0",\n', `"manifestVersion": "1.0", ${HERE}# ours\n`),
  },
  {
    name: 'writes a key twice',
    rule: 'duplicate-key',
    file,
    plant: replace('"containsAds": false', `"containsAds": false, ${HERE}"containsAds": false`),
  },
  {
    name: 'adds a permission that the code does not use',
    rule: 'unknown-key',
    file,
    plant: replace('"apis": {', `${HERE}"permissions": [],\n    "apis": {`),
  },
  {
    name: 'adds an interface that the skill does not have',
    rule: 'unknown-key',
    file,
    plant: replace('"custom": {}', `"custom": { ${HERE}"interfaces": [] }`),
  },
  {
    name: 'adds an endpoint, which is filled in when the skill is deployed',
    rule: 'unknown-key',
    file,
    plant: replace('"custom": {}', `"custom": { ${HERE}"endpoint": { "uri": "arn:aws" } }`),
  },
  {
    name: 'misspells a key',
    rule: 'unknown-key',
    file,
    plant: replace('"containsAds": false', `"containsAds": false, ${HERE}"containsAd": false`),
  },
  {
    name: 'leaves out the summary of a locale',
    rule: 'missing-key',
    file,
    plant: inLocale('en-AU', without(/"summary": .*\n/, /(?="en-AU")/)),
  },
  {
    name: 'leaves out whether it has advertising',
    rule: 'missing-key',
    file,
    plant: without(/"containsAds": false,/, /(?="privacyAndCompliance")/),
  },
  {
    name: 'chooses another category',
    rule: 'wrong-value',
    file,
    plant: replace('"category": "HEALTH_AND_FITNESS"', `${HERE}"category": "MEDICINE"`),
  },
  {
    name: 'offers the skill in countries whose emergency numbers it does not know',
    rule: 'wrong-value',
    file,
    plant: replace('"isAvailableWorldwide": false', `${HERE}"isAvailableWorldwide": true`),
  },
  {
    name: 'claims to process health records',
    rule: 'wrong-value',
    file,
    plant: replace('"usesHealthInfo": false', `${HERE}"usesHealthInfo": true`),
  },
  {
    name: 'writes a name of one letter',
    rule: 'wrong-value',
    file,
    plant: replace('"name": "Chemo Guide"', `${HERE}"name": "C"`),
  },
  {
    name: 'writes more than 160 characters in a summary',
    rule: 'wrong-value',
    file,
    plant: replace('"summary": "', `${HERE}"summary": "${'Spoken answers. '.repeat(10)}`),
  },
  {
    name: 'writes more than 4,000 characters in a description',
    rule: 'wrong-value',
    file,
    plant: replace('"description": "', `${HERE}"description": "${'It is long. '.repeat(300)}`),
  },
  {
    name: 'writes more than 4,000 characters of instructions for testers',
    rule: 'wrong-value',
    file,
    plant: replace(
      '"testingInstructions": "',
      `${HERE}"testingInstructions": "${'It is long. '.repeat(300)}`,
    ),
  },
  {
    name: 'lists five example phrases',
    rule: 'wrong-value',
    file,
    plant: replace('"examplePhrases": [', `${HERE}"examplePhrases": [ "spell it", "spell that",`),
  },
  {
    name: 'writes an example phrase with more than 200 characters',
    rule: 'wrong-value',
    file,
    plant: replace(
      '"what is chemoembolization",',
      `${HERE}"what is ${'chemoembolization '.repeat(12)}",`,
    ),
  },
  {
    name: 'lists 31 keywords',
    rule: 'wrong-value',
    file,
    plant: replace('"keywords": [', `${HERE}"keywords": [ ${'"chemo", '.repeat(30)}`),
  },
  {
    name: 'writes a keyword with more than 150 characters',
    rule: 'wrong-value',
    file,
    plant: replace('"chemotherapy"', `${HERE}"${'chemotherapy '.repeat(12)}"`),
  },
  {
    name: 'writes an address without https',
    rule: 'wrong-value',
    file,
    plant: replace('"privacyPolicyUrl": "https', `${HERE}"privacyPolicyUrl": "http`),
  },
  {
    name: 'puts a page on a domain with a name of Amazon’s',
    rule: 'manifest-address',
    file,
    plant: replace(
      '"termsOfUseUrl": "https://chemo',
      `${HERE}"termsOfUseUrl": "https://alexa.chemo`,
    ),
  },
  {
    name: 'forgets a locale in the store',
    rule: 'manifest-locales',
    file,
    plant: without(/"en-GB": \{\s+"name"[^}]*\},\s*/, /(?="locales")/),
  },
  {
    name: 'forgets a locale’s privacy page',
    rule: 'manifest-locales',
    file,
    plant: without(
      /"en-GB": \{\s+"privacy[^}]*\},\s*/,
      /(?="locales": \{\s*"en-CA": \{\s*"privacy)/,
    ),
  },
  {
    name: 'adds a locale that has no content',
    rule: 'manifest-locales',
    file,
    plant: replace(
      /(?="en-CA": \{\s+"privacy)/,
      `${HERE}"en-NZ": { "privacyPolicyUrl": "https://a.nz", "termsOfUseUrl": "https://a.nz" },\n`,
    ),
  },
  {
    name: 'offers the skill in a country that has no locale',
    rule: 'manifest-countries',
    file,
    plant: replace('"AU", "IN"]', `"AU", "IN", ${HERE}"NZ"]`),
  },
  {
    name: 'lists a country twice',
    rule: 'manifest-countries',
    file,
    plant: replace('"AU", "IN"]', `"AU", "IN", ${HERE}"AU"]`),
  },
  {
    name: 'forgets the country of a locale',
    rule: 'manifest-countries',
    file,
    plant: without(/, "IN"(?=\])/, /(?="distributionCountries")/),
  },
  {
    name: 'gives the skill a name that does not open it',
    rule: 'manifest-name',
    file,
    plant: replace('"name": "Chemo Guide"', `${HERE}"name": "Guide to Chemo"`),
  },
  {
    name: 'calls it an Alexa skill in its name',
    rule: 'manifest-name',
    file,
    plant: replace('"name": "Chemo Guide"', `${HERE}"name": "Chemo Guide Alexa Skill"`),
  },
  {
    name: 'calls it an Alexa skill in its summary',
    rule: 'manifest-name',
    file,
    plant: replace('"summary": "Spoken answers', `${HERE}"summary": "An Alexa skill with answers`),
  },
  {
    name: 'names an icon that is not rendered',
    rule: 'manifest-icon',
    file,
    plant: replace('"smallIconUri": "file://assets', `${HERE}"smallIconUri": "file://icons`),
  },
  {
    name: 'names the large icon as the small one',
    rule: 'manifest-icon',
    file,
    plant: inLocale(
      'en-IN',
      replace(/"smallIconUri": ".*108/, `${HERE}"smallIconUri": "file://assets/images/icon-512`),
    ),
  },
  {
    name: 'asks to hear of an event that the code does nothing with',
    rule: 'manifest-events',
    file,
    plant: replace(
      '"subscriptions": [',
      `"subscriptions": [ ${HERE}{ "eventName": "SKILL_ENABLED" }, `,
    ),
  },
  {
    name: 'does not ask to hear when the skill is disabled',
    rule: 'manifest-events',
    file,
    plant: replace(/"subscriptions": \[[^\]]*\]/, `${HERE}"subscriptions": []`),
  },
  {
    name: 'opens another skill in the first example phrase',
    rule: 'manifest-phrase',
    file,
    plant: replace('"Alexa, open chemo guide",', `${HERE}"Alexa, open the chemo guide",`),
  },
  {
    name: 'shows an example phrase that is no sample',
    rule: 'manifest-phrase',
    file,
    plant: inLocale(
      'en-US',
      replace('"what is chemoembolization",', `${HERE}"what is it with chemoembolization",`),
    ),
  },
  {
    name: 'shows an example phrase with a digit',
    rule: 'manifest-phrase',
    file,
    plant: replace('"what is chemoembolization",', `${HERE}"what is Ki-67",`),
  },
  {
    name: 'shows an example phrase with another word in the place of a slot',
    rule: 'manifest-phrase',
    file,
    plant: replace('"what is chemoembolization",', `${HERE}"what is a waiting room",`),
  },
  {
    name: 'shows an example phrase with a sample’s braces',
    rule: 'manifest-phrase',
    file,
    plant: replace('"what is chemoembolization",', `${HERE}"what is {term}",`),
  },
  {
    name: 'shows an example phrase twice',
    rule: 'manifest-phrase',
    file,
    plant: replace('"what should I ask my doctor"', `${HERE}"what is chemoembolization"`),
  },
  {
    name: 'quotes in a description what is no sample',
    rule: 'manifest-phrase',
    file,
    plant: replace('"description": "', `${HERE}"description": "Say “spell this”. `),
  },
  {
    name: 'tells testers to say what is no sample',
    rule: 'manifest-phrase',
    file,
    plant: replace(
      '"testingInstructions": "',
      `${HERE}"testingInstructions": "Say “sing a song”. `,
    ),
  },
  {
    name: 'gives the emergency number of another country beside the right one',
    rule: 'manifest-emergency',
    file,
    plant: inLocale(
      'en-GB',
      replace('"description": "', `${HERE}"description": "Call 911 if you must. `),
    ),
  },
];

/** What a description has to say, and words of it without which it does not. */
const DISCLAIMERS: readonly (readonly [said: string, words: string])[] = [
  ['that it is for information only', ' and educational'],
  ['that it is no substitute for advice', 'not a substitute'],
  ['whom to call in an emergency', 'call 911'],
  ['where the facts come from', 'a public patient page of '],
  ['that it is not the society’s', 'not made by, '],
  ['that nobody has reviewed it', 'No doctor or nurse'],
];

export const DISCLAIMER_MISTAKES: readonly Mistake[] = DISCLAIMERS.map(([said, words]) => ({
  name: `does not say in a description ${said}`,
  rule: 'manifest-disclaimer',
  file,
  plant: inLocale(
    'en-US',
    without(new RegExp(`(?<="description".*)${words}`), /(?="description")/),
  ),
}));
