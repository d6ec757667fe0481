/**
 * One cold start, as a process of its own: `node cold.mjs HANDLER REQUEST` imports the handler, has it
 * answer one request, and writes two lines to file descriptor 3: the response, and what it took.
 */

// Not imported: that would have Node load every export of it, 4 ms that no handler is to blame for.
const { readFileSync, writeSync } = process.getBuiltinModule('node:fs');

const [, , handlerUrl, requestFile] = process.argv;
const module = await import(handlerUrl);
const handler = module.handler ?? module.default.handler;
const response = await handler(JSON.parse(readFileSync(requestFile, 'utf8')), {});
writeSync(3, `${JSON.stringify(response)}\n`);
const { user, system } = process.cpuUsage();
writeSync(3, `${JSON.stringify({ cpuUs: user + system, rssBytes: process.memoryUsage.rss() })}\n`);
process.exit();
