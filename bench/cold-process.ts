/** Starts a handler in a fresh process, has it answer one request, and tells what that took. */
import { pathToFileURL } from 'node:url';
import { runChild } from './child.ts';
import type { Sample } from './interleave.ts';

export interface ColdSample extends Sample {
  readonly rssBytes: number;
  readonly response: unknown;
}

/**
 * Measures one cold start of the handler in the file `handler`, with the request in the file `request`.
 *
 * @throws if the process fails or says nothing.
 */
export async function measureColdStart(
  handler: string,
  request: string,
  node?: string,
): Promise<ColdSample> {
  const { output, firstByteMs } = await runChild(
    'cold.mjs',
    [pathToFileURL(handler).href, request],
    { node },
  );
  const [response = '', usage = ''] = output.split('\n');
  const { cpuUs, rssBytes } = JSON.parse(usage) as { cpuUs: number; rssBytes: number };
  return { cpuMs: cpuUs / 1000, firstByteMs, rssBytes, response: JSON.parse(response) };
}

/** The words that a response speaks; empty if it is silent. */
export function speechOf(response: unknown): string {
  const { outputSpeech } = (response as { response: { outputSpeech?: { ssml?: string } } })
    .response;
  return outputSpeech?.ssml ?? '';
}
