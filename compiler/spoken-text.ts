/**
 * From a writer's sentence to the segments that the catalogue holds, and to the words as they are
 * spoken. Writers mark nothing but places to fill in ({offer}): glossary terms and phone
 * numbers are found here.
 */
import type { Term } from './schema.ts';

/** How a written form sounds: IPA with a respelling for voices that lack a sound, or letters. */
export type Pronunciation =
  { readonly ipa?: string; readonly sub: string } | { readonly spelled: true };

/** A stretch of text. A string is said as it stands; an object is said in a way of its own. */
export type Segment =
  | string
  /** A glossary term as it is written, and its sound if it has one of its own. */
  | { readonly term: string; readonly sound?: Pronunciation }
  /** A phone number, said digit by digit. */
  | { readonly digits: string }
  /** A glossary term, drawn out. */
  | { readonly slow: string; readonly sound?: Pronunciation }
  /** The letters of a word, said one by one. */
  | { readonly letters: readonly string[] }
  /** A place where a prompt takes in another text. */
  | { readonly fill: string };

export interface Glossary {
  /** Finds the longest written form that begins at each place. */
  readonly pattern: RegExp;
  /** Written form, in lower case, to its term. */
  readonly terms: ReadonlyMap<string, Term>;
  /** Written form, in lower case, to the plain words that are spoken for it. */
  readonly respellings: ReadonlyMap<string, string>;
  /** Written form, in lower case, to its sound, where Alexa does not read it well as it stands. */
  readonly sounds: ReadonlyMap<string, Pronunciation>;
}

const MARKUP = /\{([a-zA-Z]+)\}|(\d-\d{3}-\d{3}-\d{4})/;

/** The written forms of a term, each with its pronunciation. */
export function writtenForms(term: Term): { word: string; pronounce: Term['pronounce'] }[] {
  return [{ word: term.word, pronounce: term.pronounce }, ...term.also];
}

export function buildGlossary(terms: readonly Term[]): Glossary {
  const byForm = new Map<string, Term>();
  const respellings = new Map<string, string>();
  const sounds = new Map<string, Pronunciation>();
  for (const term of terms) {
    for (const { word, pronounce } of writtenForms(term)) {
      const form = word.toLowerCase();
      byForm.set(form, term);
      const sound = soundOf(pronounce);
      if (sound === null) continue;
      sounds.set(form, sound);
      respellings.set(form, 'spelled' in sound ? [...word].join(' ') : sound.sub);
    }
  }
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const alternatives = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return { pattern, terms: byForm, respellings, sounds };
}

/** The sound of a written form; null if it is read as it stands. */
export function soundOf(pronounce: Term['pronounce']): Pronunciation | null {
  if (pronounce === 'as-written') return null;
  if (pronounce === 'spelled') return { spelled: true };
  const { ipa, sub } = pronounce;
  return ipa === undefined ? { sub } : { ipa, sub };
}

/** The segments of a text, with neighbouring plain words in one segment. */
export function toSegments(raw: string, glossary: Glossary): readonly Segment[] {
  const segments: Segment[] = [];
  const addPlain = (text: string): void => {
    const last = segments.at(-1);
    if (typeof last === 'string') segments[segments.length - 1] = last + text;
    else if (text !== '') segments.push(text);
  };
  for (const part of raw.replace(/\s+/g, ' ').trim().split(new RegExp(MARKUP, 'u')).entries()) {
    const [index, text] = part as [number, string | undefined];
    // split() gives, in turn: text, the name of a place, a phone number.
    if (index % 3 === 1 && text !== undefined) segments.push({ fill: text });
    else if (index % 3 === 2 && text !== undefined) segments.push({ digits: text });
    else if (index % 3 === 0) addTerms(text ?? '', glossary, addPlain, segments);
  }
  return segments;
}

function addTerms(
  text: string,
  glossary: Glossary,
  addPlain: (text: string) => void,
  segments: Segment[],
): void {
  let from = 0;
  for (const match of text.matchAll(glossary.pattern)) {
    const sound = glossary.sounds.get(match[0].toLowerCase());
    if (sound === undefined) continue;
    addPlain(text.slice(from, match.index));
    segments.push({ term: match[0], sound });
    from = match.index + match[0].length;
  }
  addPlain(text.slice(from));
}

/** Ids of the terms that a text says and that are hard to catch, in order, each once. */
export function hardTerms(raw: string, glossary: Glossary): string[] {
  const forms = [...raw.matchAll(glossary.pattern)].map(([form]) => form.toLowerCase());
  const hard = forms.filter((form) => glossary.sounds.has(form));
  return [...new Set(hard.flatMap((form) => glossary.terms.get(form)?.id ?? []))];
}

/** The text in the words that are spoken: "five F U" for "5-FU". */
export function asSpoken(raw: string, glossary: Glossary): string {
  return raw.replace(glossary.pattern, (form) => {
    const isSaidAsWritten = /^[\p{L}\s-]+$/u.test(form) && form.toUpperCase() !== form;
    return isSaidAsWritten ? form : (glossary.respellings.get(form.toLowerCase()) ?? form);
  });
}

/** The sentences of a text, each with its closing mark. */
export function sentencesOf(raw: string): string[] {
  return raw
    .split(/(?<=[.!?])\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
