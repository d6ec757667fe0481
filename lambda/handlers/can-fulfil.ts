/** Whether the skill could fulfil an intent: Alexa asks, no listener hears it. A file that is loaded then. */
import type { Catalogue } from '../catalogue.ts';
import type { CanFulfilReply } from '../reply.ts';
import type { Turn } from './turn.ts';

/** YES for what the skill can answer: no speech, and nothing is remembered. */
export function decideCanFulfil(turn: Turn, intentName: string): CanFulfilReply {
  const heard = Object.entries(turn.slots).filter(
    ([name, { words }]) => words !== null && isSlot(turn.catalogue, name),
  );
  const slots = heard.map(([name, { ids }]) => {
    const isKnown = ids.some((id) => turn.catalogue.terms.get(id) !== undefined);
    return [name, isKnown] as const;
  });
  const target = turn.catalogue.intents.get(intentName) ?? 'control';
  const knowsIntent =
    target !== 'control' ||
    ((intentName === 'AskAboutTermIntent' || intentName === 'DefineTermIntent') &&
      slots.length > 0);
  const canFulfil = knowsIntent && slots.every(([, known]) => known);
  return {
    kind: 'can-fulfil',
    verdict: canFulfil ? 'YES' : 'NO',
    slots: Object.fromEntries(slots),
  };
}

/** The slots of the model that name terms; others are a client's own. */
function isSlot(catalogue: Catalogue, name: string): boolean {
  return name === 'term' || name === 'drug' || catalogue.slots.get(name) !== undefined;
}
