import { expect, test } from '@jest/globals';
import { type Target, withoutThinSamples } from '../../compiler/build-targets.ts';

function target(kind: Target['kind'], samples: readonly string[]): Target {
  return { target: 'one', section: '', kind, samples: samples.map((sample) => sample.split(' ')) };
}

test('an emergency is not told by one word that is said of other things, too', () => {
  const emergency = target('urgent', ['pill', 'breath', 'pill breath', 'breath cold']);
  const others = [target(null, ['pill box', 'breath of air']), target('advice', ['pill'])];
  const [left, ...rest] = withoutThinSamples([emergency, ...others]);
  // "breath" is in three samples of an emergency, and in one of something else.
  expect(left?.samples).toEqual([['breath'], ['pill', 'breath'], ['breath', 'cold']]);
  expect(rest).toEqual(others);
});
