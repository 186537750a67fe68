import type { Command, Wire } from './wire.ts';

type Route = readonly [method: 'GET' | 'POST' | 'DELETE', path: string];

const routes: Readonly<Record<Command, Route>> = {
  NewSession: ['POST', ''],
  Navigate: ['POST', '/url'],
  Refresh: ['POST', '/refresh'],
  ExecuteScript: ['POST', '/execute/sync'],
  ElementClick: ['POST', '/element/:id/click'],
  ElementSendKeys: ['POST', '/element/:id/value'],
  TakeScreenshot: ['GET', '/element/:id/screenshot'],
  GetWindowHandles: ['GET', '/window/handles'],
  NewWindow: ['POST', '/window/new'],
  CloseWindow: ['DELETE', '/window'],
  SwitchToWindow: ['POST', '/window'],
  SetWindowRect: ['POST', '/window/rect'],
  PerformActions: ['POST', '/actions'],
};

/** Speaks to a driver over HTTP, as WebDriver has it (https://www.w3.org/TR/webdriver/#endpoints). */
export function openHttp(address: string): Wire {
  let session = '';
  return {
    async send(command, parameters = {}) {
      const [method, path] = routes[command];
      const { id, ...body } = parameters;
      const place = `${address}/session${session}${path.replace(':id', String(id))}`;
      const answer = await fetch(place, { method, ...(method === 'POST' ? { body: JSON.stringify(body) } : {}) });
      const { value } = (await answer.json()) as { value: { sessionId?: string; error?: string; message?: string } };
      if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
      if (command === 'NewSession') session = `/${value.sessionId}`;
      return value;
    },
    async quit() {
      await fetch(`${address}/session${session}`, { method: 'DELETE' });
    },
  };
}
