/** The forms of terms, synonyms and other words that are read as one token. */
import type { FormEntry, Forms } from '../lambda/understand/index-file.ts';
import { type Stem, type StemFile, StemIndex } from '../lambda/understand/stem.ts';
import type { TokenIndex } from '../lambda/understand/tokens.ts';
import { toWordIndex, type WordFile, type WordIndex } from '../lambda/understand/word.ts';
import { toWords } from '../lambda/understand/words.ts';
import type { Content } from './content.ts';
import type { Term } from './schema.ts';
import { writtenForms } from './spoken-text.ts';

/** Words, joined with spaces, to the token that they are read as. */
export type TokenOfForm = ReadonlyMap<string, string>;

/** Every form that is read as one token. A later kind never takes a form from an earlier one. */
export function formsOf(content: Content): TokenOfForm {
  const { ignored, synonyms, otherDrugs, otherMedicines, otherCancers } = content.words.value;
  const forms = new Map<string, string>();
  const add = (form: string, token: string): void => {
    const key = toWords(form).join(' ');
    if (key !== '' && !forms.has(key)) forms.set(key, token);
  };
  for (const { value } of content.terms) {
    for (const form of spokenForms(value)) add(form, `#${value.id}`);
    for (const [number, { word }] of value.mistakenFor.entries())
      add(word, `?${value.id}/${number}`);
  }
  for (const word of [...otherDrugs, ...otherMedicines].flatMap(wordsOf)) add(word, '@drug');
  for (const word of otherCancers.flatMap(wordsOf)) {
    for (const kind of ['cancer', 'cancers', 'tumour', 'tumor', 'carcinoma']) {
      add(`${word} ${kind}`, '@cancer');
    }
    if (/(?:oma|emia|aemia|hodgkin)$/.test(word)) add(word, '@cancer');
  }
  for (const group of synonyms.map((line) => line.split('|').map((form) => form.trim()))) {
    for (const form of group) add(form, `=${group[0]}`);
  }
  for (const word of ignored.flatMap(wordsOf)) add(word, '');
  return forms;
}

function spokenForms(term: Term): string[] {
  const written = writtenForms(term).map(({ word }) => word);
  return [...written, ...written.map((word) => `${word}s`), ...term.heard];
}

/** The words of a line that has one or more. */
export function wordsOf(line: string): string[] {
  return line.split(/\s+/);
}

/** By what is in no index yet, nothing is found. */
const NOTHING_FOUND: StemFile = {
  hintsOf: () => undefined,
  cueOf: () => undefined,
  phrasingOf: () => undefined,
};

/** Reads words by these forms, the way the index does; nothing else is known of their tokens. */
export function wordIndexOf(forms: TokenOfForm): WordIndex & TokenIndex {
  const [formOf, formsFrom] = [byWord(forms), byTwoWords(forms)];
  const stems = new StemIndex(NOTHING_FOUND);
  const stemOf = (text: string): Stem => stems.stemOf(text);
  const file: WordFile = {
    formOf: (word) => formOf.get(word),
    formsFrom: (twoWords) => formsFrom.get(twoWords),
    tokenOf: () => undefined,
  };
  return { ...toWordIndex(file, stemOf), stemOf, tokenOf: file.tokenOf };
}

/** What each word is read as that is a form or begins one. */
export function byWord(forms: TokenOfForm): Map<string, FormEntry> {
  const entries = new Map<string, FormEntry>();
  for (const [form, token] of forms) {
    const [first = '', second] = form.split(' ', 2);
    const [before = null, beginsLonger] = entries.get(first) ?? [];
    if (second !== undefined) entries.set(first, [before, 1]);
    else entries.set(first, beginsLonger === 1 ? [token, 1] : [token]);
  }
  return entries;
}

/** The forms of two words and more, by the first two. */
export function byTwoWords(forms: TokenOfForm): Map<string, Forms> {
  const groups = new Map<string, Record<string, string>>();
  for (const [form, token] of forms) {
    const twoWords = form.split(' ', 2).join(' ');
    if (!twoWords.includes(' ')) continue;
    const group = groups.get(twoWords);
    if (group === undefined) groups.set(twoWords, { [form]: token });
    else group[form] = token;
  }
  return groups;
}
