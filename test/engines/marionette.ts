import { connect } from 'node:net';
import type { Command, Wire } from './wire.ts';

/**
 * Speaks to Firefox over Marionette, the protocol that its WebDriver is made of: `length:[0, id, name, parameters]`
 * there, `length:[1, id, error, result]` back.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function openMarionette(port: number): Promise<Wire> {
  const socket = connect(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  const endAll = () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has gone.'));
    waiting.clear();
  };
  socket.on('error', endAll).on('close', endAll);
  let bytes = Buffer.alloc(0);
  socket.on('data', (more) => {
    bytes = Buffer.concat([bytes, more]);
    for (;;) {
      const colon = bytes.indexOf(':');
      const end = colon + 1 + Number(bytes.subarray(0, colon));
      if (colon < 0 || bytes.length < end) return;
      hear(JSON.parse(bytes.subarray(colon + 1, end).toString()));
      bytes = bytes.subarray(end);
    }
  });
  const hear = (message: unknown) => {
    // the greeting is no answer
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(`${error.error}: ${error.message}`));
    else asked?.resolve(result && typeof result === 'object' && 'value' in result ? result.value : result);
  };
  let last = 0;
  const ask = (command: string, parameters: object) =>
    new Promise<unknown>((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('Firefox has gone.'));
      last += 1;
      waiting.set(last, { resolve, reject });
      const message = JSON.stringify([0, last, command, parameters]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  return {
    send: (command, parameters = {}) => ask(`WebDriver:${command}`, { ...parameters, ...own[command] }),
    async quit() {
      await ask('Marionette:Quit', { flags: ['eAttemptQuit'] });
      socket.destroy();
    },
  };
}

/** What Marionette asks for besides: what one script leaves behind is there for the next, and a picture is of one element. */
const own: Partial<Record<Command, object>> = {
  ExecuteScript: { sandbox: 'walk', newSandbox: false },
  TakeScreenshot: { full: false },
};
