/** What the artefact is asked in the proof. */

export const SKILL_ID = 'amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef';

/** A setting that the store keeps. */
export const SLOWER = intent('SpeakSlowerIntent');

export const LAUNCH = envelope({ type: 'LaunchRequest' });

/** Name of the request to the event; what is no request at all is here too. */
export const EVENTS: Readonly<Record<string, unknown>> = {
  launch: LAUNCH,
  intent: intent('ExplainChemoembolizationIntent'),
  'free question': intent('AskQuestionIntent', {
    question: { name: 'question', value: 'why would they close off the blood to the tumour' },
  }),
  emergency: intent('AskQuestionIntent', {
    question: { name: 'question', value: 'I have a fever and I am shivering' },
  }),
  'intent of another skill': intent('OrderPizzaIntent'),
  'session ended': envelope({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' }),
  'no request': { hello: 'there' },
  'no object': 'garbage',
  nothing: null,
};

function intent(name: string, slots: object = {}): object {
  return envelope({
    type: 'IntentRequest',
    intent: { name, confirmationStatus: 'NONE', slots },
  });
}

function envelope(request: object): object {
  const application = { applicationId: SKILL_ID };
  const user = { userId: 'amzn1.ask.account.PROOF' };
  const device = { deviceId: 'device', supportedInterfaces: {} };
  return {
    version: '1.0',
    session: { new: true, sessionId: 'session', application, user, attributes: {} },
    context: { System: { application, user, device } },
    request: {
      requestId: 'request',
      timestamp: '2026-01-01T00:00:00Z',
      locale: 'en-CA',
      ...request,
    },
  };
}
