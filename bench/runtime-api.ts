/**
 * Lambda's Runtime API for one process: hands out events one after another and takes the responses. AWS
 * describes it in "Using the Lambda runtime API for custom runtimes" (version 2018-06-01).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Hears of the process as it comes along. */
export interface RuntimeListener {
  /** The process asks for an event; undefined if there is none left. */
  readonly onNext: () => unknown;
  /** The first byte of a response or an error has come. */
  readonly onFirstByte: () => void;
  /** The whole of it has come. */
  readonly onOutcome: (outcome: 'response' | 'error', body: unknown) => void;
  /** The process could not load the handler. */
  readonly onInitError: (body: unknown) => void;
}

export interface RuntimeApi {
  /** Host and port, as the environment variable AWS_LAMBDA_RUNTIME_API has it. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const NEXT = '/2018-06-01/runtime/invocation/next';
const INIT_ERROR = '/2018-06-01/runtime/init/error';
const OUTCOME = /^\/2018-06-01\/runtime\/invocation\/[^/]+\/(response|error)$/;
const DEADLINE_MS = 8000;

export async function startRuntimeApi(listener: RuntimeListener): Promise<RuntimeApi> {
  let requestNumber = 0;
  const server = createServer((request, response) => {
    const outcome = OUTCOME.exec(request.url ?? '')?.[1];
    if (request.url === NEXT) {
      const event = listener.onNext();
      // Without an event the request is left waiting, as in Lambda.
      if (event !== undefined) handOut(event, `request-${(requestNumber += 1)}`, response);
    } else if (outcome === 'response' || outcome === 'error') {
      listener.onFirstByte();
      void take(request, response).then((body) => listener.onOutcome(outcome, body));
    } else if (request.url === INIT_ERROR) {
      void take(request, response).then(listener.onInitError);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function handOut(event: unknown, requestId: string, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Lambda-Runtime-Aws-Request-Id': requestId,
    'Lambda-Runtime-Deadline-Ms': String(Date.now() + DEADLINE_MS),
    'Lambda-Runtime-Invoked-Function-Arn': 'arn:aws:lambda:us-east-1:123456789012:function:skill',
  });
  response.end(JSON.stringify(event));
}

async function take(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += String(chunk);
  response.writeHead(202, { 'Content-Type': 'application/json' }).end('{"status":"OK"}');
  return JSON.parse(body) as unknown;
}
