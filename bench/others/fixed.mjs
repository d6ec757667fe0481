/** The least that a skill can be: no dependency, and one response whatever is asked. */
const response = {
  version: '1.0',
  sessionAttributes: {},
  response: {
    outputSpeech: { type: 'SSML', ssml: '<speak>Hello.</speak>' },
    shouldEndSession: false,
  },
};

export const handler = async () => response;
