/** docs/deploy.md: its sums are those of its own prices, and its settings those of the template. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createTurnLog } from '../../lambda/turn-log.ts';
import { beginNote } from '../../lambda/turn-note.ts';
import { parameter, resourcesOf, template } from './template.ts';

const readText = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = readText('docs/deploy.md');

/** The rows of the first table below a heading, without its head: their cells, as they are shown. */
function tableBelow(heading: string): string[][] {
  const lines = (page.split(`\n${heading}\n`)[1] ?? '').split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replaceAll(/[*`]/g, '').trim()),
  );
}

const toNumber = (cell: string | undefined): number => Number(cell?.replaceAll(',', ''));

const prices = tableBelow('### Prices and quantities').map(([what, price, per, ...quantities]) => ({
  what,
  unitPrice: toNumber(price) / toNumber(per),
  aQuestion: toNumber(quantities[0]),
  aMonth: toNumber(quantities[1]),
}));

describe('what it costs', () => {
  const questions = [1000, 100_000, 10_000_000];
  const sums = tableBelow('### Sums');

  test('is shown for the same rows as the prices, and for three sizes', () => {
    expect(prices.length).toBeGreaterThan(10);
    expect(sums.slice(0, -1).map(([what]) => what)).toEqual(prices.map(({ what }) => what));
    const sizes = questions.map((count) => count.toLocaleString('en'));
    expect(page).toMatch(new RegExp(`^\\| what +\\| +${sizes.join(' \\| +')} \\|$`, 'm'));
  });

  test.each(questions.map((count, column) => [count, column] as const))(
    'for %i questions a month is what the prices make it',
    (count, column) => {
      const costs = prices.map(({ unitPrice, aQuestion, aMonth }) =>
        (unitPrice * (aQuestion * count + aMonth)).toFixed(2),
      );
      const shown = sums.map((row) => row[column + 1]);
      expect(shown.slice(0, -1)).toEqual(costs);
      const sum = costs.reduce((total, cost) => total + Number(cost), 0);
      expect(shown.at(-1)).toBe(sum.toFixed(2));
    },
  );

  test('is calculated rightly in the text too', () => {
    const products = [...page.matchAll(/`([\d.,]+(?: × [\d.,() +]+)+) = ([\d.,]+)`/g)];
    expect(products.length).toBe(1);
    for (const [, product = '', result] of products) {
      const factors = product.split(' × ').map((factor) =>
        factor
          .replaceAll(/[()]/g, '')
          .split(' + ')
          .reduce((total, part) => total + toNumber(part), 0),
      );
      const value = factors.reduce((total, factor) => total * factor, 1);
      expect(value.toFixed(result?.includes('.') === true ? 2 : 0)).toBe(result);
    }
  });

  test('counts the memory, the alarms and the metrics that there are', () => {
    const quantity = (what: string) => prices.find((row) => row.what?.includes(what));
    const requests = quantity('Lambda, requests')?.aQuestion ?? 0;
    const memoryGb = Number(parameter('MemoryMb').Default) / 1024;
    expect(quantity('GB-seconds')?.aQuestion).toBeCloseTo(requests * 0.1 * memoryGb, 10);
    expect(quantity('alarms')?.aMonth).toBe(resourcesOf('AWS::CloudWatch::Alarm').length);
    expect(quantity('metrics')?.aMonth).toBe(metricCount());
  });
});

/** How many metrics CloudWatch makes of the skill's lines: one for each value of a dimension. */
function metricCount(): number {
  let line = '{}';
  const write = (written: string): void => {
    line = written;
  };
  void createTurnLog({ write, recordUnanswered: false })(beginNote({}, {}));
  const { _aws } = JSON.parse(line) as {
    _aws: { CloudWatchMetrics: { Dimensions: string[][]; Metrics: unknown[] }[] };
  };
  const counts = _aws.CloudWatchMetrics.map(({ Dimensions, Metrics }) => {
    expect(['', 'outcome']).toContain(Dimensions.flat().join());
    const values = Dimensions.map(({ length }) => (length === 0 ? 1 : outcomeCount()));
    return Metrics.length * values.reduce((sum, count) => sum + count, 0);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function outcomeCount(): number {
  const spoken = /type Outcome =([^;]+);/.exec(readText('lambda/reply.ts'))?.[1] ?? '';
  const others = /type TurnOutcome =([^;]+);/.exec(readText('lambda/turn-note.ts'))?.[1] ?? '';
  return [...`${spoken}${others}`.matchAll(/'[a-z-]+'/g)].length;
}

describe('the settings', () => {
  test('are the parameters of the template, with their defaults', () => {
    const shown = tableBelow('## Settings').map(([name, value]) => [name, value]);
    const expected = Object.entries(template.Parameters).map(([name, { Default = '' }]) => [
      name,
      String(Default),
    ]);
    expect(shown).toEqual(expected);
  });

  test('are passed under names that the template knows', () => {
    const passed = [...page.matchAll(/\b([A-Z][A-Za-z]+)=["\w]/g)].map(([, name]) => name ?? '');
    const own = passed.filter((name) => /^(Skill|Code|Alarm|Record|Log|Memory)/.test(name));
    expect(own.length).toBeGreaterThan(4);
    for (const name of own) expect(Object.keys(template.Parameters)).toContain(name);
  });
});

test('every alarm is explained', () => {
  const alarms = Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm')
    .map(([name]) => name);
  expect(tableBelow('### Alarms').map(([name]) => name)).toEqual(alarms);
});

test('every output that is asked for is one of the stack', () => {
  const asked = [...page.matchAll(/\boutput ([A-Z]\w+)/g)].map(([, name]) => name ?? '');
  expect(asked.length).toBeGreaterThan(5);
  for (const name of asked) expect(Object.keys(template.Outputs)).toContain(name);
});
