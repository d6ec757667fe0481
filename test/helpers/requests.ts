/** Request envelopes like the ones that Alexa sends, with only what a test is about spelled out. */

export interface Surroundings {
  /** `null` leaves the locale out. */
  readonly locale?: string | null;
  readonly isNew?: boolean;
  /** Session attributes, as they came back from the turn before. */
  readonly attributes?: unknown;
  readonly skillId?: string;
  /** Left out of the envelope, as for skill events. */
  readonly without?: 'session' | 'context' | 'session and context';
}

/** A slot as Alexa fills it: `ids` are the slot values that it takes the words for. */
export interface FilledSlot {
  readonly words: string;
  readonly ids?: readonly string[];
}

export const USER_ID = 'amzn1.ask.account.LISTENER';
export const SKILL_ID = 'amzn1.ask.skill.chemo-guide';

/** An envelope around a request body of any type. */
export function envelopeOf(
  request: Readonly<Record<string, unknown>>,
  { locale = 'en-CA', isNew = true, attributes, skillId = SKILL_ID, without }: Surroundings = {},
): object {
  const application = { applicationId: skillId };
  const user = { userId: USER_ID };
  const session = { new: isNew, sessionId: 'session-1', application, user, attributes };
  const device = { deviceId: 'device-1', supportedInterfaces: {} };
  return {
    version: '1.0',
    ...(without === 'session' || without === 'session and context' ? {} : { session }),
    ...(without === 'context' || without === 'session and context'
      ? {}
      : { context: { System: { application, user, device } } }),
    request: {
      requestId: 'request-1',
      timestamp: '2026-05-04T09:30:00Z',
      ...(locale === null ? {} : { locale }),
      ...request,
    },
  };
}

export function launchRequest(surroundings?: Surroundings): object {
  return envelopeOf({ type: 'LaunchRequest' }, surroundings);
}

export function intentRequest(
  name: string,
  slots: Readonly<Record<string, FilledSlot>> = {},
  surroundings?: Surroundings,
): object {
  return envelopeOf({ type: 'IntentRequest', intent: intentBody(name, slots) }, surroundings);
}

/** The `intent` of a request, for request types that carry one. */
export function intentBody(
  name: string,
  slots: Readonly<Record<string, FilledSlot>> = {},
): Readonly<Record<string, unknown>> {
  const filled = Object.entries(slots).map(([slot, { words, ids = [] }]) => [
    slot,
    { name: slot, value: words, confirmationStatus: 'NONE', resolutions: resolutionsOf(ids) },
  ]);
  return { name, confirmationStatus: 'NONE', slots: Object.fromEntries(filled) };
}

function resolutionsOf(ids: readonly string[]): object {
  const code = ids.length > 0 ? 'ER_SUCCESS_MATCH' : 'ER_SUCCESS_NO_MATCH';
  const values = ids.map((id) => ({ value: { name: id, id } }));
  return { resolutionsPerAuthority: [{ authority: 'test', status: { code }, values }] };
}
