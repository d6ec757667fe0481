import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { errorFields, logToConsole } from '../../lambda/log.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a log line', () => {
  test.each([
    ['info', 'log'],
    ['warn', 'log'],
    ['error', 'error'],
  ] as const)('of level %s is one line of JSON on console.%s', (level, method) => {
    const write = jest.spyOn(console, method).mockImplementation(() => undefined);
    logToConsole({ level, event: 'something', count: 2, text: 'a\nb' });
    expect(write.mock.calls).toEqual([
      [`{"level":"${level}","event":"something","count":2,"text":"a\\nb"}`],
    ]);
  });
});

describe('an error in the log', () => {
  test('has its name and where it was thrown, and never its message', () => {
    const fields = errorFields(new RangeError('I have\n    at the clinic a lump'));
    expect(fields.error).toBe('RangeError');
    expect(fields.stack).toMatch(/^\s+at /);
    expect(JSON.stringify(fields)).not.toContain('lump');
  });

  test('is cut to a few lines', () => {
    const deep = (depth: number): Error => (depth === 0 ? new Error('x') : deep(depth - 1));
    expect(errorFields(deep(30)).stack.split('\n').length).toBeLessThanOrEqual(5);
  });

  test.each([
    ['a text', 'I have a lump', 'string'],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'object'],
  ])('that is %s has its kind only', (_, thrown, kind) => {
    expect(errorFields(thrown)).toEqual({ error: kind, stack: '' });
  });
});
