import { describe, expect, test } from '@jest/globals';
import { type Entry, readLog } from '../../scripts/report/read-log.ts';
import { intentRequest, launchRequest } from '../helpers/requests.ts';
import { createTestSkill } from '../helpers/skill.ts';
import { logTurns } from '../helpers/turn-lines.ts';

/** A turn's line as the skill writes it. */
const [line = ''] = await written(intentRequest('ExplainPumpIntent'));
const turn = { kind: 'turn', turn: { outcome: 'answer', answerId: 'pump', section: 'hai' } };

async function written(...events: object[]): Promise<readonly string[]> {
  const turns = logTurns();
  const { invoke } = createTestSkill(turns.options);
  for (const event of events) await invoke(event);
  return turns.lines;
}

async function entriesOf(text: string): Promise<Entry[]> {
  async function* lines(): AsyncGenerator<string> {
    yield* text.split('\n');
  }
  const entries: Entry[] = [];
  for await (const entry of readLog(lines())) entries.push(entry);
  return entries;
}

const time = '2026-11-23T20:15:00.123000+00:00';
const stream = '2026/11/23/[$LATEST]0123456789abcdef0123456789abcdef';
const event = { logStreamName: stream, timestamp: 1, message: `${line}\n`, eventId: '7' };
const wrapped = { timestamp: time, level: 'INFO', requestId: 'r' };
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('a turn is found', () => {
  test.each<[string, string]>([
    ['as the skill wrote it', line],
    ['after a byte order mark', `\uFEFF${line}`],
    ['with spaces around it', `  ${line}\t\r`],
    ['as aws logs tail prints it', `${time} ${stream} ${line}`],
    ['as aws logs tail --format short prints it', `2026-11-23T20:15:00 ${line}`],
    ['after a runtime’s own prefix', `${time}\tr-1\tINFO\t${line}`],
    ['as text from aws logs filter-log-events', `EVENTS\t7\t1\t${stream}\t${line}\t1`],
    ['in one event', JSON.stringify(event)],
    ['in a list of events on one line', JSON.stringify({ events: [event] })],
    ['in a document of events', JSON.stringify({ events: [event], nextToken: 'x' }, null, 4)],
    ['in a bare list', JSON.stringify([event], null, 2)],
    ['as a text that the runtime wrapped', JSON.stringify({ ...wrapped, message: line })],
    ['as JSON that the runtime wrapped', `{"level":"INFO","requestId":"r","message":${line}}`],
    [
      'in what Logs Insights found',
      JSON.stringify({ results: [[{ field: '@message', value: line }]], status: 'Complete' }),
    ],
    ['in a CSV file', `2026-11-23 20:15:00.123,${quoted(line)}`],
  ])('%s', async (_, text) => {
    expect(await entriesOf(text)).toMatchObject([turn]);
  });

  test('with every line of a file that has many', async () => {
    const lines = await written(launchRequest(), intentRequest('AMAZON.StopIntent'));
    expect(await entriesOf(`${lines.join('\n')}\n\n`)).toMatchObject([
      { turn: { outcome: 'welcome', isColdStart: true } },
      { turn: { outcome: 'goodbye', isColdStart: false } },
    ]);
  });

  test('also where it has members that are not known yet, or lacks some', async () => {
    const text = '{"event":"turn","outcome":"answer","durationMs":1,"later":{"x":[]}}';
    expect(await entriesOf(text)).toMatchObject([
      { turn: { outcome: 'answer', answerId: null, isNewSession: false, store: 'none' } },
    ]);
  });
});

describe('other lines', () => {
  test.each([
    ['START RequestId: 8f507cfc Version: $LATEST'],
    ['END RequestId: 8f507cfc'],
    [`${time} ${stream} REPORT RequestId: 8f507cfc\tDuration: 2 ms\tBilled Duration: 3 ms`],
    ['INIT_START Runtime Version: nodejs:24.v1'],
    ['{"time":"2026-11-23T20:15:00.123Z","type":"platform.start","record":{}}'],
    ['{"event":"memory-load","level":"info","outcome":"found"}'],
    ['@timestamp,@message'],
    ['{}'],
    ['[]'],
  ])('are passed by: %s', async (text) => {
    const entries = await entriesOf(text);
    expect(entries.filter(({ kind }) => kind !== 'other')).toEqual([]);
  });

  test.each([
    ['{"level":"error","event":"turn-failed","error":"TypeError","stack":""}', 'TypeError'],
    ['{"level":"warn","event":"request-refused","reason":"no request in it"}', 'no request in it'],
    ['{"level":"warn","event":"memory-load","outcome":"unavailable"}', 'unavailable'],
    ['{"level":"error","event":"something"}', null],
  ])('that warn are failures: %s', async (text, about) => {
    const { event: name } = JSON.parse(text) as { event: string };
    expect(await entriesOf(text)).toEqual([{ kind: 'failure', event: name, about }]);
  });

  test('may be a question without an answer', async () => {
    const text = '{"level":"info","event":"unanswered","locale":"en-CA","question":"a # b"}';
    expect(await entriesOf(text)).toEqual([{ kind: 'unanswered', question: 'a # b' }]);
  });
});

describe('a line that cannot be read', () => {
  test.each([
    ['words', 'hello there'],
    ['a turn that was cut off', line.slice(0, 200)],
    ['a turn without an outcome', '{"event":"turn","durationMs":1}'],
    ['a turn with a text for a number', '{"event":"turn","outcome":"x","durationMs":"1"}'],
    ['a question that is none', '{"event":"unanswered","question":7}'],
    ['a number', '42'],
    ['brackets the wrong way', '}{'],
    ['a message of words', '{"message":"hello"}'],
    ['bytes', '\u0000\u0007\ufffd'],
    ['the start of a document', '{\n  "events": [\n'],
  ])('has its number: %s', async (_, text) => {
    expect(await entriesOf(text)).toMatchObject([{ kind: 'unreadable', line: 1 }]);
  });

  test('has the number of its line, and the lines after it are read', async () => {
    expect(await entriesOf(`${line}\n\nhello\n${line}`)).toMatchObject([
      turn,
      { kind: 'unreadable', line: 3, text: 'hello' },
      turn,
    ]);
  });

  test('in a document has the number of its event', async () => {
    const events = [event, { message: 'hello' }, event];
    expect(await entriesOf(JSON.stringify({ events }, null, 2))).toMatchObject([
      turn,
      { kind: 'unreadable', line: 2 },
      turn,
    ]);
  });

  test('is no crash, however deep it is', async () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const holders = `${'{"message":'.repeat(5000)}1${'}'.repeat(5000)}`;
    expect(await entriesOf(`${deep}\n${holders}\n${line}`)).toMatchObject([
      { kind: 'other' },
      { kind: 'other' },
      turn,
    ]);
  });
});
