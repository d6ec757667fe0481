/**
 * `node ask.mjs HANDLER REQUESTS` has the handler answer each request and writes what it says to each,
 * as a list, to file descriptor 3.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [, , handlerUrl, requestsFile] = process.argv;
const { handler } = await import(handlerUrl);
const speeches = [];
for (const request of JSON.parse(readFileSync(requestsFile, 'utf8'))) {
  const { response } = await handler(request, {});
  speeches.push(response.outputSpeech?.ssml ?? '');
}
writeFileSync(3, JSON.stringify(speeches));
process.exit();
