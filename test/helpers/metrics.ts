/**
 * What is wrong with a log line as a document of CloudWatch's embedded metric format, by the rules of
 * its specification. Written by hand: Amazon publishes no checker.
 */

type Json = Readonly<Record<string, unknown>>;

const UNITS = new Set(['Count', 'Milliseconds']);
const LONGEST_NAME = 1024;
const LONGEST_VALUE = 1024;
const MOST_DIMENSIONS = 30;
const MOST_METRICS = 100;

export function metricProblems(line: string): string[] {
  if (line.includes('\n')) return ['more than one line'];
  const root = JSON.parse(line) as Json;
  const metadata = root['_aws'];
  if (!isObject(metadata)) return ['no _aws'];
  const directives = metadata['CloudWatchMetrics'];
  const problems = timestampProblems(metadata['Timestamp']);
  if (!sameKeys(metadata, ['Timestamp', 'CloudWatchMetrics'])) problems.push('keys of _aws');
  if (!Array.isArray(directives) || directives.length === 0) return [...problems, 'no directives'];
  for (const directive of directives) problems.push(...directiveProblems(directive, root));
  return problems;
}

/** Milliseconds since 1970, in a number: no older than two weeks, no more than two hours ahead. */
function timestampProblems(timestamp: unknown): string[] {
  if (!Number.isInteger(timestamp)) return ['Timestamp is no whole number'];
  const ageMs = Date.now() - Number(timestamp);
  const hourMs = 3_600_000;
  return ageMs > -2 * hourMs && ageMs < 14 * 24 * hourMs
    ? []
    : ['Timestamp is not in milliseconds'];
}

function directiveProblems(directive: unknown, root: Json): string[] {
  if (!isObject(directive)) return ['a directive that is no object'];
  const { Namespace: namespace, Dimensions: dimensions, Metrics: metrics } = directive;
  const problems: string[] = [];
  if (!sameKeys(directive, ['Namespace', 'Dimensions', 'Metrics'])) problems.push('directive keys');
  if (!isName(namespace)) problems.push('no namespace');
  if (!Array.isArray(dimensions) || dimensions.length === 0) return [...problems, 'no dimensions'];
  if (!Array.isArray(metrics) || metrics.length === 0) return [...problems, 'no metrics'];
  if (metrics.length > MOST_METRICS) problems.push('too many metrics');
  for (const set of dimensions) problems.push(...dimensionProblems(set, root));
  for (const metric of metrics) problems.push(...metricDefinitionProblems(metric, root));
  return problems;
}

function dimensionProblems(set: unknown, root: Json): string[] {
  if (!Array.isArray(set)) return ['a dimension set that is no list'];
  if (set.length > MOST_DIMENSIONS) return ['too many dimensions'];
  return set.flatMap((name: unknown) => {
    if (!isName(name) || !Object.hasOwn(root, name)) return [`no member ${String(name)}`];
    const value = root[name];
    const isFit = typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_VALUE;
    return isFit ? [] : [`the dimension ${name} is ${JSON.stringify(value)}`];
  });
}

function metricDefinitionProblems(metric: unknown, root: Json): string[] {
  if (!isObject(metric)) return ['a metric that is no object'];
  const { Name: name, Unit: unit } = metric;
  const problems: string[] = [];
  if (!sameKeys(metric, ['Name', 'Unit'])) problems.push('metric keys');
  if (!UNITS.has(String(unit))) problems.push(`the unit ${String(unit)}`);
  if (!isName(name) || !Object.hasOwn(root, name))
    return [...problems, `no member ${String(name)}`];
  const value = root[name];
  if (typeof value !== 'number' || value < 0)
    problems.push(`the metric ${name} is ${String(value)}`);
  return problems;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME;
}

function sameKeys(object: Json, keys: readonly string[]): boolean {
  return JSON.stringify(Object.keys(object).sort()) === JSON.stringify([...keys].sort());
}
