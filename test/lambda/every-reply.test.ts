import { describe, expect, test } from '@jest/globals';
import { ResponseFactory } from 'ask-sdk-core';
import type { Catalogue } from '../../lambda/catalogue.ts';
import { toPlainText, toText } from '../../lambda/lines.ts';
import type { Line, SpokenReply } from '../../lambda/reply.ts';
import { toResponse } from '../../lambda/respond.ts';
import { newSession } from '../../lambda/session.ts';
import { allLines, type SaidLine } from '../helpers/all-lines.ts';
import { spokenProblems, writingProblems } from '../helpers/responses.ts';
import { LOCALES } from '../helpers/skill.ts';

function replyWith({ line, card }: SaidLine): SpokenReply {
  return {
    kind: 'spoken',
    outcome: 'answer',
    answerId: null,
    section: null,
    say: [line],
    ask: { line: 'prompt/ask/0', reprompt: 'prompt/askReprompt/0' },
    card,
    session: newSession,
  };
}

/** Keys that no text stands under, and places that are given nothing. */
function unresolved(catalogue: Catalogue, line: Line): string[] {
  const [key, fills] = typeof line === 'string' ? [line, {}] : line;
  const places = (catalogue.texts.get(key) ?? []).flatMap((piece) =>
    'place' in piece ? [piece.place] : [],
  );
  const used = [key, ...places.map((place) => fills[place] ?? `{${place}} of ${key}`)];
  return used.filter((name) => toText(catalogue, name).length === 0);
}

describe.each(LOCALES)('all that can be said in $locale', ({ catalogue, locale }) => {
  const said = allLines(catalogue, locale);

  test('uses every text of the catalogue', () => {
    const used = new Set(
      said.flatMap(({ line, card }) => [
        ...keysOf(line),
        ...(card === null ? [] : [card.title, ...card.lines.flatMap(keysOf)]),
      ]),
    );
    const own = (key: string): boolean => !key.startsWith('locale/') || key.includes(locale);
    expect([...catalogue.texts.keys()].filter((key) => own(key) && !used.has(key))).toEqual([]);
  });

  test('has a text under every key, and something for every place', () => {
    expect(said.flatMap(({ line }) => unresolved(catalogue, line))).toEqual([]);
  });

  test('is a response that Alexa accepts, in speech, reprompt and card', async () => {
    const problems: string[] = [];
    for (const each of said) {
      const response = toResponse(ResponseFactory.init(), replyWith(each), catalogue, locale);
      problems.push(...(await spokenProblems({ version: '1.0', response }, locale)));
    }
    expect(problems).toEqual([]);
  });

  test('is well written as plain text', () => {
    const problems = said.flatMap(({ line }) => {
      const plain = toPlainText(toText(catalogue, line));
      return writingProblems(plain).map((problem) => `${problem}: ${plain}`);
    });
    expect(problems).toEqual([]);
  });
});

function keysOf(line: Line): string[] {
  return typeof line === 'string' ? [line] : [line[0], ...Object.values(line[1])];
}
