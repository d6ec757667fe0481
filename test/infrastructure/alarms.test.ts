import { describe, expect, test } from '@jest/globals';
import { createTurnLog } from '../../lambda/turn-log.ts';
import { beginNote } from '../../lambda/turn-note.ts';
import { parameter, resource, resourcesOf } from './template.ts';

describe('the alarms', () => {
  const alarms = resourcesOf('AWS::CloudWatch::Alarm').map(({ Properties: it }) => it);

  test('watch for crashes, throttling, slowness and a store that fails', () => {
    expect(alarms.map(({ Namespace, MetricName }) => [Namespace, MetricName])).toEqual([
      ['AWS/Lambda', 'Errors'],
      ['AWS/Lambda', 'Throttles'],
      ['AWS/Lambda', 'Duration'],
      ['ChemoGuide', 'StoreFailures'],
    ]);
  });

  test('tell the operator, where there is one', () => {
    for (const { AlarmActions, TreatMissingData } of alarms) {
      expect(AlarmActions).toEqual({
        'Fn::If': ['HasAlarmEmail', [{ Ref: 'AlarmTopic' }], { Ref: 'AWS::NoValue' }],
      });
      expect(TreatMissingData).toBe('notBreaching');
    }
    expect(resource('AlarmTopic').Condition).toBe('HasAlarmEmail');
  });

  test('ring long before Alexa gives up waiting', () => {
    const slow = alarms.find(({ MetricName }) => MetricName === 'Duration');
    expect(slow).toMatchObject({ ExtendedStatistic: 'p99', Threshold: 4000 });
    expect(Number(parameter('TimeoutSeconds').Default) * 1000).toBeGreaterThan(4000);
  });

  test('watch a metric that the skill writes, with the dimensions that it writes it with', async () => {
    let line = '{}';
    const logTurn = createTurnLog({
      write: (written) => {
        line = written;
      },
      recordUnanswered: false,
    });
    await logTurn(beginNote({}, {}));
    const { _aws } = JSON.parse(line) as {
      _aws: {
        CloudWatchMetrics: {
          Namespace: string;
          Dimensions: string[][];
          Metrics: { Name: string }[];
        }[];
      };
    };
    const own = alarms.find(({ Namespace }) => Namespace === 'ChemoGuide');
    expect(own).not.toHaveProperty('Dimensions');
    const without = _aws.CloudWatchMetrics.filter(
      ({ Namespace, Dimensions }) =>
        Namespace === 'ChemoGuide' && Dimensions.some((names) => names.length === 0),
    );
    expect(without.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name))).toContain(
      own?.['MetricName'],
    );
  });
});
