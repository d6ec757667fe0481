/** Runs one of the programs in `children/` in a plain Node, away from everything that this process does. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ChildOutput {
  /** All that it wrote to file descriptor 3. */
  readonly output: string;
  /** From its start until the first of it came. */
  readonly firstByteMs: number;
}

export interface ChildOptions {
  /** Left out, it is the Node that runs this. */
  readonly node?: string | undefined;
  readonly nodeOptions?: readonly string[];
}

/** What a child gets: nothing that changes how Node starts or what the skill is set to. */
const ENVIRONMENT = { PATH: process.env['PATH'], TZ: 'UTC' };

/**
 * Runs `children/<program>`. What the skill logs goes to the null device.
 *
 * @throws if it fails or writes nothing; the message has its error stream.
 */
export async function runChild(
  program: string,
  args: readonly string[],
  { node = process.execPath, nodeOptions = [] }: ChildOptions = {},
): Promise<ChildOutput> {
  const file = fileURLToPath(new URL(`children/${program}`, import.meta.url));
  const started = process.hrtime.bigint();
  const child = spawn(node, [...nodeOptions, file, ...args], {
    env: ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let firstByteMs = Number.NaN;
  let errors = '';
  const chunks: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    if (chunks.length === 0) firstByteMs = Number(process.hrtime.bigint() - started) / 1e6;
    chunks.push(chunk);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0 || chunks.length === 0) {
    throw new Error(`${program} ${args.join(' ')} failed with exit code ${code}. ${errors}`);
  }
  return { output: Buffer.concat(chunks).toString(), firstByteMs };
}
