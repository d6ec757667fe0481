/** Explains, defines and spells the words of the glossary. Between two words it asks, never guesses. */
import type { Catalogue } from '../catalogue.ts';
import type { SpokenReply } from '../reply.ts';
import { slotOf } from '../slots.ts';
import { chosenTerm, clarify } from './clarify.ts';
import { answerQuestion } from './question.ts';
import { explainTerm, sayDefinition, saySlowly, saySpelling } from './say-term.ts';
import { ask, reply, type Turn } from './turn.ts';

/** A word that is not known is looked for in free speech, which may have to be loaded. */
type Decision = SpokenReply | Promise<SpokenReply>;

/** "What is …": the answer that tells all about the term, or its definition. */
export function askAboutTerm(turn: Turn): Decision {
  return withTerm(turn, 'whichWord', (id) => explainTerm(turn, id));
}

/** "What does … mean", or "what does that mean": the definition, then back to where the listener was. */
export function defineTerm(turn: Turn): Decision {
  const last = turn.session.term;
  const asked = heardTerms(turn).words;
  if (asked.length === 0 && last !== null && turn.catalogue.terms.get(last)) {
    return sayDefinition(turn, last);
  }
  return withTerm(turn, 'whichWord', (id) => sayDefinition(turn, id));
}

/** "Spell …", "spell the second one", or "spell that" for the last term that was said. */
export function spellTerm(turn: Turn): Decision {
  const chosen = chosenTerm(turn);
  if (chosen !== null) return saySpelling(turn, chosen);
  const last = turn.session.term;
  const asked = heardTerms(turn).words;
  if (asked.length === 0 && last !== null && turn.catalogue.terms.get(last)) {
    return saySpelling(turn, last);
  }
  return withTerm(turn, 'whichWordToSpell', (id) => saySpelling(turn, id));
}

/** "Say it slowly": the last term, drawn out. */
export function sayTermSlowly(turn: Turn): Decision {
  const last = turn.session.term;
  if (last === null) return withTerm(turn, 'whichWord', (id) => saySlowly(turn, id));
  return saySlowly(turn, last);
}

/** Finds the term that was asked for; asks back where it is missing, unknown or one of several. */
function withTerm(
  turn: Turn,
  question: 'whichWord' | 'whichWordToSpell',
  found: (id: string) => SpokenReply,
): Decision {
  const { words, ids } = heardTerms(turn);
  const [id, other] = ids;
  if (id !== undefined && other === undefined) return found(id);
  if (id !== undefined && other !== undefined)
    return clarify(turn, [`term/${id}`, `term/${other}`]);
  const heard = words[0];
  if (heard !== undefined) return answerQuestion(turn, heard, 'unknownWord');
  return reply(turn, { outcome: 'clarify', ask: ask(turn, question, 'whichWordReprompt') });
}

function heardTerms(turn: Turn): { words: string[]; ids: string[] } {
  const slots = [slotOf(turn.slots, 'term'), slotOf(turn.slots, 'drug')];
  return {
    words: slots.flatMap(({ words }) => (words === null ? [] : [words])),
    ids: uniqueMeanings(
      turn.catalogue,
      slots.flatMap(({ ids }) => ids),
    ),
  };
}

/** The known ids, each once: a term may be in both slot types. */
function uniqueMeanings(catalogue: Catalogue, ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => catalogue.terms.get(id) !== undefined);
}
