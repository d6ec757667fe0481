/** Amazon's SDK as its documentation has it, with one handler that greets. */
import { SkillBuilders } from 'ask-sdk-core';

const greeting = {
  canHandle: () => true,
  handle: ({ responseBuilder }) => responseBuilder.speak('Hello.').reprompt('Hello.').getResponse(),
};
const skill = SkillBuilders.custom().addRequestHandlers(greeting).create();

export const handler = async (event, context) => skill.invoke(event, context);
