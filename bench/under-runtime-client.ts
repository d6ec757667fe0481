/**
 * Runs a handler the way Lambda does: in a process of AWS's own runtime client (`aws-lambda-ric`), which
 * fetches its events from a Runtime API. The client and the measure of the CPU are Linux's.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { startRuntimeApi } from './runtime-api.ts';

export interface RuntimeClientOptions {
  /** The Node binary. */
  readonly node: string;
  /** The runtime client's main file. */
  readonly runtimeClient: string;
  /** The folder with the code, as Lambda unpacks it. */
  readonly taskRoot: string;
  /** Module and export, like `index.handler`. */
  readonly handler: string;
  /** Sent one after another, each when the one before has been answered. */
  readonly events: readonly unknown[];
  /** The variables of the function; Lambda's own are set already. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The most that all of it takes. */
  readonly timeoutMs?: number;
}

export interface RuntimeClientRun {
  /** From the start of the process until it asks for its first event. */
  readonly initMs: number;
  /** What the process had used of the CPU by then. */
  readonly initCpuMs: number;
  readonly invocations: readonly Invocation[];
  /** What it wrote to standard output, and to the error stream. */
  readonly output: string;
  readonly errorOutput: string;
}

export interface Invocation {
  readonly outcome: 'response' | 'error';
  readonly body: unknown;
  /** From the moment that it got the event until the first byte of the response. */
  readonly durationMs: number;
  /** What the process had used of the CPU by then, since its start. */
  readonly cpuMs: number;
}

const TIMEOUT_MS = 30_000;

/**
 * Starts a process, has it answer all events, and ends it.
 *
 * @throws if the handler cannot be loaded, or the process ends or is too slow before all is answered
 */
export async function underRuntimeClient(options: RuntimeClientOptions): Promise<RuntimeClientRun> {
  const { node, runtimeClient, taskRoot, events, timeoutMs = TIMEOUT_MS } = options;
  const invocations: Invocation[] = [];
  const init = { initMs: Number.NaN, initCpuMs: Number.NaN };
  const sent = { count: 0, atMs: 0 };
  const firstByte = { durationMs: 0, cpuMs: 0 };
  let output = '';
  let errorOutput = '';
  let finish: () => void = () => {};
  let fail: (what: string) => void = () => {};
  const end = new Promise<void>((resolve, reject) => {
    finish = resolve;
    fail = (what) => reject(new Error(`${what}\n${output}${errorOutput}`));
  });

  const api = await startRuntimeApi({
    onNext() {
      const nowMs = performance.now();
      const isFirst = sent.count === 0;
      if (isFirst) Object.assign(init, { initMs: nowMs - startedMs, initCpuMs: cpuMs(pid) });
      if (sent.count === events.length) {
        finish();
        return undefined;
      }
      sent.atMs = nowMs;
      sent.count += 1;
      return events[sent.count - 1];
    },
    onFirstByte: () =>
      Object.assign(firstByte, { durationMs: performance.now() - sent.atMs, cpuMs: cpuMs(pid) }),
    onOutcome: (outcome, body) => invocations.push({ outcome, body, ...firstByte }),
    onInitError: (body) => fail(`The handler cannot be loaded: ${JSON.stringify(body)}`),
  });
  const startedMs = performance.now();
  const child = spawn(node, [runtimeClient], {
    cwd: taskRoot,
    env: environmentOf(options, api.address),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid ?? 0;
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errorOutput += chunk.toString()));
  child.on('error', (error) => fail(`The process did not start: ${error.message}`));
  child.on('exit', (code, signal) => fail(`The process ended, with ${code ?? signal}.`));
  const timer = setTimeout(() => fail(`It was not done after ${timeoutMs} ms.`), timeoutMs);
  try {
    await end;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
    await ended;
    await api.close();
  }
  return { ...init, invocations, output, errorOutput };
}

function environmentOf(
  { handler, taskRoot, environment }: RuntimeClientOptions,
  address: string,
): Record<string, string> {
  return {
    _HANDLER: handler,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
    AWS_LAMBDA_FUNCTION_NAME: 'skill',
    AWS_LAMBDA_FUNCTION_VERSION: '1',
    AWS_LAMBDA_LOG_FORMAT: 'JSON',
    AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/skill',
    AWS_LAMBDA_LOG_STREAM_NAME: '2026/01/01/[1]0',
    AWS_LAMBDA_RUNTIME_API: address,
    AWS_REGION: 'us-east-1',
    LAMBDA_TASK_ROOT: taskRoot,
    PATH: process.env['PATH'] ?? '',
    TZ: ':UTC',
    ...environment,
  };
}

/** What a process has used of the CPU, in all of its threads that run; NaN where Linux does not tell. */
function cpuMs(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return Number.NaN;
  const runNs = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
  );
  return runNs.reduce((sum, ns) => sum + ns, 0) / 1e6;
}
