/** Runs in the built app's own page, on the form of a record: real edits, and bare writes painted the same way. */
import { bareDatabase } from './bare.ts';

type Words = { readonly box: string; readonly saved: string; readonly undo: string; readonly undone: string };

type Times = { readonly said: number[]; readonly painted: number[] };

/** Each round leaves a box that was changed, then one that was not: what the browser does for that alone is in both. */
async function measureEdits(rounds: number, words: Words): Promise<{ edit: Times; bare: Times }> {
  const box = document.getElementById(words.box) as HTMLTextAreaElement;
  const status = document.querySelector('[role="status"]') as HTMLElement;
  const mark = status.parentElement?.appendChild(document.createElement('span')) as HTMLElement;
  const put = await bareDatabase();
  const edit: Times = { said: [], painted: [] };
  const bare: Times = { said: [], painted: [] };
  const leave = async (times: Times, said: () => Promise<void>) => {
    const begun = performance.now();
    box.blur();
    await said();
    times.said.push(performance.now() - begun);
    await painted();
    times.painted.push(performance.now() - begun);
  };
  for (let round = 0; round < rounds; round++) {
    box.focus();
    write(box, `Round ${round}: I can stand to cook, and sit down afterwards without paying for it.`);
    // the draft of what was typed is on the disk by then
    await wait(250);
    await leave(edit, () => says(status, words.saved));
    buttonOf(words.undo).click();
    await says(status, words.undone);
    box.focus();
    await wait(250);
    await leave(bare, async () => {
      await put();
      mark.textContent = `${round}`;
    });
    mark.textContent = '';
  }
  return { edit, bare };
}

/** What typing does, in a box that React owns. */
function write(box: HTMLTextAreaElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, text);
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function buttonOf(name: string): HTMLButtonElement {
  return [...document.querySelectorAll('button')].find((button) => button.textContent === name) as HTMLButtonElement;
}

function says(element: HTMLElement, text: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (element.textContent !== text) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    look();
  });
}

/** The first task after the next frame. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

Object.assign(window, { measureEdits });
