/** `npm run ask`: one question, many, a conversation, or a raw request. docs/terminal.md has it all. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createProcessMemory } from '../lambda/memory/memory.ts';
import { createSimulator, type Conversation, type TurnRecord } from './conversation.ts';

const USAGE = `Ask Chemo Guide in the terminal.

  npm run --silent ask -- "what is chemoembolization"    one question
  npm run --silent ask -- --conversation                 a conversation, a line a turn
  npm run --silent ask -- --batch < questions.txt        many questions, each in its own session
  npm run --silent ask -- --envelope request.json        a raw Alexa request, the raw response

  --locale en-CA    en-CA (the default), en-US, en-GB, en-AU or en-IN
  --json            one line of JSON a turn
  --greet           begin a conversation with the welcome

This is not Alexa's own recognition: what matches no sample utterance is taken as a free question.`;

// A reader that stops early ("| head") is no error.
process.stdout.on('error', () => process.exit(0));

const { values, positionals } = readArguments();
const { locale } = values;
const simulator = createSimulator(
  new URL('../', import.meta.url),
  values.conversation ? { memory: createProcessMemory() } : {},
);

if (values.help) {
  console.log(USAGE);
} else if (values.envelope !== undefined) {
  console.log(JSON.stringify(await simulator.invoke(readEnvelope(values.envelope)), null, 2));
} else if (values.conversation) {
  await converse();
} else if (values.batch) {
  for await (const line of createInterface({ input: process.stdin })) {
    print(await simulator.begin(locale).say(line));
  }
} else if (positionals.length > 0) {
  print(await simulator.begin(locale).say(positionals.join(' ')));
} else {
  fail('There is no question.');
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        locale: { type: 'string', default: 'en-CA' },
        json: { type: 'boolean', default: false },
        batch: { type: 'boolean', default: false },
        conversation: { type: 'boolean', default: false },
        greet: { type: 'boolean', default: false },
        envelope: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** One session; when it ends, the next line begins another of the same listener. */
async function converse(): Promise<void> {
  const isTyped = process.stdin.isTTY;
  const conversation = simulator.begin(locale);
  if (values.greet) {
    if (!values.json) {
      console.log(
        'A simulation in the terminal, not Alexa’s own recognition. Remembers while it runs. ' +
          'Say "stop" to leave.',
      );
    }
    await turn(conversation, 'open chemo guide');
  }
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: isTyped,
  });
  lines.setPrompt(isTyped && !values.json ? 'U: ' : '');
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') {
      const { outcome } = await turn(conversation, line);
      if (outcome === 'goodbye' && isTyped) break;
    }
    lines.prompt();
  }
  await conversation.end();
  lines.close();
}

async function turn(conversation: Conversation, utterance: string): Promise<TurnRecord> {
  const record = await conversation.say(utterance);
  if (!values.json && !process.stdin.isTTY) console.log(`U: ${utterance}`);
  print(record, 'A: ');
  return record;
}

function print(record: TurnRecord, speaker = ''): void {
  console.log(values.json ? JSON.stringify(record) : `${speaker}${record.speech}`);
}

function readEnvelope(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail(`${file} cannot be read as a request: ${(error as Error).message}.`);
  }
}

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}
