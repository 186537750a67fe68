/**
 * The commands of WebDriver (W3C, 2018) that the walks need, by Marionette's names for them: Firefox answers to these
 * itself, and WebKit's driver to the same over HTTP. No other program stands between a walk and a browser.
 */
export type Command =
  | 'NewSession'
  | 'Navigate'
  | 'Refresh'
  | 'ExecuteScript'
  | 'ElementClick'
  | 'ElementSendKeys'
  | 'TakeScreenshot'
  | 'GetWindowHandles'
  | 'NewWindow'
  | 'CloseWindow'
  | 'SwitchToWindow'
  | 'SetWindowRect'
  | 'PerformActions';

type Parameters = Readonly<Record<string, unknown>>;

export type Wire = {
  /** Resolves to the command's value. Rejects with the browser's own words. */
  send(command: Command, parameters?: Parameters): Promise<unknown>;
  /** Asks the browser to close, as a person does. */
  quit(): Promise<void>;
};

/** An element as both drivers write it down. */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Seconds: nothing that happens takes so long, on a machine that does ten other things too. */
export const patience = 60;

/** Waits for what `look` finds, a twentieth of a second at a time. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  seconds = patience,
): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited ${seconds} seconds for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
