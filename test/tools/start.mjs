/**
 * `npm start`: installs what is missing, builds when the build is missing or old, serves the real app with its headers.
 * Runs on a machine with only Node, npm and git.
 */
import { connect } from 'node:net';
import { bringBuild } from './build.mjs';
import { installPackages } from './install.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env.PORT || 4173);
const address = process.env.VITE_ADDRESS || `http://localhost:${port}/`;
const here = `http://localhost:${port}`;

if (!Number.isInteger(port) || port < 1 || port > 65535) {
  stop(`PORT=${process.env.PORT} is not a port. Give a number from 1 to 65535.`);
}
if (await isTaken(port)) {
  if (await isThisApp(here)) {
    console.log(`Moving Forwards is already running at ${here}`);
    process.exit(0);
  }
  stop(
    `Another program uses port ${port}. End that program, or choose another port: PORT=${port + 1} npm start.\n` +
      'Another port is another, empty passport: what was written at one is not seen at the other.',
  );
}

installPackages();
if (!bringBuild(address)) stop('The build failed: see above.');
await serve({ port });
console.log(
  `\nMoving Forwards is running at ${here}\nStop it with Ctrl+C. What you write stays in this browser, at this address.`,
);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

async function isTaken(number) {
  const answers = ['127.0.0.1', '::1'].map(
    (host) =>
      new Promise((done) => {
        const socket = connect({ port: number, host, timeout: 2000 });
        const say = (taken) => {
          socket.destroy();
          done(taken);
        };
        socket.once('connect', () => say(true));
        socket.once('timeout', () => say(true));
        socket.once('error', () => say(false));
      }),
  );
  return (await Promise.all(answers)).includes(true);
}

async function isThisApp(url) {
  try {
    const page = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return (await page.text()).includes('<meta name="application-name" content="Moving Forwards"');
  } catch {
    return false;
  }
}
