import { beforeEach, describe, expect, jest, test } from '@jest/globals';

const writeSync = jest.fn<(file: number, text: string) => number>();
jest.unstable_mockModule('node:fs', () => ({ writeSync }));
const { errorFields, logTo, toIsoTime, writeLine } = await import('../../lambda/log.ts');

beforeEach(() => {
  writeSync.mockReset();
});

describe('standard output', () => {
  test('gets a line in one piece, as it is', () => {
    writeLine('{"event":"something"}');
    expect(writeSync.mock.calls).toEqual([[1, '{"event":"something"}\n']]);
  });

  test('may be full or closed, and nothing is thrown', () => {
    writeSync.mockImplementation(() => {
      throw Object.assign(new Error('write EAGAIN'), { code: 'EAGAIN' });
    });
    expect(() => writeLine('{"event":"something"}')).not.toThrow();
    expect(writeSync).toHaveBeenCalledTimes(1);
  });
});

describe('a log line', () => {
  test.each(['info', 'warn', 'error'] as const)(
    'of level %s is one line of JSON with its time',
    (level) => {
      const lines: string[] = [];
      logTo((line) => lines.push(line))({ level, event: 'something', count: 2, text: 'a\nb' });
      const [line = ''] = lines;
      expect(lines).toHaveLength(1);
      expect(line).not.toContain('\n');
      const { timestamp, ...fields } = JSON.parse(line) as Record<string, unknown>;
      expect(new Date(String(timestamp)).toISOString()).toBe(timestamp);
      expect(fields).toEqual({ level, event: 'something', count: 2, text: 'a\nb' });
    },
  );
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

describe('the time of a log line', () => {
  test.each([0, 999, 1_795_487_734_972, 1_772_323_199_999, 951_782_400_000, 4_102_444_800_000])(
    'of %d ms is the one that toISOString gives',
    (timeMs) => {
      expect(toIsoTime(timeMs)).toBe(new Date(timeMs).toISOString());
    },
  );
});
