/**
 * Makes content many times as large as it is: beside the real entries stand copies of all of them, each
 * under ids of its own and about a subject of its own. A word that tells what an entry is about becomes a
 * made-up word, the same one throughout a copy; a word that very many entries have ("how", "treatment")
 * stays. So the vocabulary grows with the content, and so does what is listed under a common word.
 */
import type { Content, Located } from '../compiler/content.ts';
import type { Answer, Safety, Term } from '../compiler/schema.ts';
import { growSigns } from './grow-signs.ts';
import { createRenamings, type Renaming } from './renaming.ts';

/** The content with `times` as many of all its entries: the real ones first, then the copies. */
export function growContent(content: Content, times: number): Content {
  const copies = createRenamings(content, times - 1);
  const grow = <T>(
    entries: readonly Located<T>[],
    copy: (value: T, renaming: Renaming) => T,
  ): Located<T>[] => [
    ...entries,
    ...copies.flatMap((renaming) =>
      entries.map(({ value, problem }) => ({ value: copy(value, renaming), problem })),
    ),
  ];
  const { synonyms, otherDrugs, otherMedicines, otherCancers, ...words } = content.words.value;
  const growList = (lines: readonly string[], copy: (line: string, r: Renaming) => string) => [
    ...lines,
    ...copies.flatMap((renaming) => lines.map((line) => copy(line, renaming))),
  ];
  return {
    ...content,
    sections: grow(content.sections, ({ id, title, spoken, about }, { id: idOf, text }) => ({
      id: idOf(id),
      title: text(title),
      spoken: text(spoken),
      ...(about === undefined ? {} : { about: idOf(about) }),
    })),
    answers: grow(content.answers, copyAnswer),
    terms: grow(content.terms, copyTerm),
    safety: grow(content.safety, copySafety),
    questions: grow(content.questions, ({ id, ask }, { id: idOf, text }) => ({
      id: idOf(id),
      ask: text(ask),
    })),
    facts: grow(content.facts, ({ id, section, fact }, { id: idOf, text }) => ({
      id: idOf(id),
      section: idOf(section),
      fact: text(fact),
    })),
    words: {
      ...content.words,
      value: {
        ...words,
        synonyms: growList(synonyms, copyGroup).filter((group) => group.includes('|')),
        otherDrugs: growList(otherDrugs, (line, { whole }) => whole(line)),
        otherMedicines: growList(otherMedicines, (line, { whole }) => whole(line)),
        otherCancers: growList(otherCancers, (line, { whole }) => whole(line)),
      },
    },
  };
}

function copyAnswer(answer: Answer, { id, text, samples }: Renaming): Answer {
  const { related, facts, more } = answer;
  return {
    ...answer,
    id: id(answer.id),
    title: text(answer.title),
    section: id(answer.section),
    offer: text(answer.offer),
    asked: samples(answer.asked),
    say: text(answer.say),
    ...(facts === undefined ? {} : { facts: facts.map(id) }),
    ...(related === undefined ? {} : { related: related.map(id) }),
    ...(more === undefined
      ? {}
      : { more: more.map((piece) => ({ offer: text(piece.offer), say: text(piece.say) })) }),
  };
}

function copyTerm(term: Term, { id, text, whole }: Renaming): Term {
  const pronounce = (sound: Term['pronounce']): Term['pronounce'] =>
    typeof sound === 'string' ? sound : { ...sound, sub: whole(sound.sub) };
  return {
    ...term,
    id: id(term.id),
    word: text(term.word),
    pronounce: pronounce(term.pronounce),
    section: id(term.section),
    also: term.also.map((form) => ({
      word: text(form.word),
      pronounce: pronounce(form.pronounce),
    })),
    heard: term.heard.map(whole),
    mistakenFor: term.mistakenFor.map(({ word, is }) => ({ word: whole(word), is })),
    means: text(term.means),
    ...(term.answer === undefined ? {} : { answer: id(term.answer) }),
    ...(term.leadsTo === undefined ? {} : { leadsTo: id(term.leadsTo) }),
  };
}

function copySafety(entry: Safety, renaming: Renaming): Safety {
  const { id, text, samples } = renaming;
  return {
    ...entry,
    id: id(entry.id),
    title: text(entry.title),
    asked: samples(entry.asked),
    say: text(entry.say),
    signs: growSigns(entry.signs, renaming),
    ...(entry.closest === undefined ? {} : { closest: id(entry.closest) }),
  };
}

/** The forms of a group of synonyms that are the copy's own. */
function copyGroup(group: string, { text, isChanged }: Renaming): string {
  return group
    .split('|')
    .map((form) => form.trim())
    .filter(isChanged)
    .map(text)
    .join(' | ');
}
