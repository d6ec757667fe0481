/** The SDK's skill, for one handler of every request and one of every error. */
import type {
  AttributesManager,
  ErrorHandler,
  HandlerInput,
  RequestHandler,
  ResponseBuilder,
  SkillConfiguration,
} from 'ask-sdk-core';
// Not from the package's root: that loads all of the SDK, which a cold start would pay for.
import { CustomSkill } from 'ask-sdk-core/dist/skill/CustomSkill.js';

/** What is called of the SDK's response builder; the build leaves out the rest. */
export type ResponseBuilderInShort = Pick<
  ResponseBuilder,
  | 'speak'
  | 'reprompt'
  | 'withSimpleCard'
  | 'withCanFulfillIntent'
  | 'withShouldEndSession'
  | 'getResponse'
>;

/** The same of its attributes manager; the SDK itself calls the first. */
export type AttributesInShort = Pick<
  AttributesManager,
  'getSessionAttributes' | 'setSessionAttributes'
>;

/** What a handler of the SDK is given, as far as it is there when it is built. */
export type SkillInput = Pick<HandlerInput, 'requestEnvelope' | 'context'> & {
  readonly responseBuilder: ResponseBuilderInShort;
  readonly attributesManager: AttributesInShort;
};

/** What the SDK's builder makes of the same is longer, and a cold start would pay for it, too. */
export function createSdkSkill(handler: RequestHandler, onError: ErrorHandler): CustomSkill {
  return new CustomSkill(toConfiguration(handler, onError));
}

function toConfiguration(handler: RequestHandler, onError: ErrorHandler): SkillConfiguration {
  const chain = {
    getRequestHandler: () => handler,
    getRequestInterceptors: () => [],
    getResponseInterceptors: () => [],
  };
  return {
    requestMappers: [{ getRequestHandlerChain: () => Promise.resolve(chain) }],
    handlerAdapters: [
      {
        supports: () => true,
        execute: (input) => Promise.resolve(handler.handle(input)),
      },
    ],
    errorMapper: { getErrorHandler: () => Promise.resolve(onError) },
  };
}
