import { useLayoutEffect, useRef } from 'react';

/** Something that lies over a screen: `depth` steps that the device's "back" takes one by one. */
type Layer = { hash: string; depth: number; goTo: (depth: number) => void };

type Standing = { readonly hash: string; readonly depth: number };

// from the lowest to the one on top
const layers: Layer[] = [];
let standing: Standing | null = null;

/**
 * Makes the device's "back" go back within a screen: `depth` says how many steps someone has gone into it (0: none), and
 * `goTo` is told how many are left. A call that changes nothing keeps them where they are. What is on top (a dialog over
 * a walk) is asked first. An entry of the browser's history holds only a number. Those of steps that a button took back
 * stay behind, and "back" passes over them; "forward" leads nowhere.
 */
export function useBack(depth: number, goTo: (depth: number) => void): void {
  const layer = useRef<Layer>({ hash: '', depth, goTo });
  useLayoutEffect(() => {
    const mine = layer.current;
    mine.hash = window.location.hash;
    layers.push(mine);
    watch();
    return () => {
      layers.splice(layers.indexOf(mine), 1);
    };
  }, []);
  useLayoutEffect(() => {
    Object.assign(layer.current, { depth, goTo });
    settle();
  });
}

/** What is typed in a box is kept when the box is left; a page that is taken away does not leave it. */
export function leaveBox(): void {
  const box = document.activeElement;
  if (box instanceof HTMLElement && box.matches('input, textarea')) box.blur();
}

function watch(): void {
  if (standing) return;
  standing = stand();
  window.addEventListener('popstate', move);
  window.addEventListener('hashchange', () => {
    standing = stand();
  });
}

function stand(): Standing {
  const depth = (window.history.state as { depth?: unknown } | null)?.depth;
  return { hash: window.location.hash, depth: typeof depth === 'number' ? depth : 0 };
}

/** The steps that are open at this address; those of a screen that is about to go count no more. */
function openSteps(): number {
  return layers.reduce((sum, { hash, depth }) => (hash === window.location.hash ? sum + depth : sum), 0);
}

/** An entry for every step that has none. */
function settle(): void {
  for (let depth = stand().depth + 1; depth <= openSteps(); depth += 1) {
    window.history.pushState({ ...window.history.state, depth }, '');
  }
  standing = stand();
}

function move(): void {
  const [before, now] = [standing, stand()];
  standing = now;
  if (!before || before.hash !== now.hash || now.depth >= before.depth) return;
  const open = openSteps();
  if (open > 0) takeBack(Math.max(1, open - now.depth));
  // nothing is open here any more: on to where "back" leads without it
  else if (now.depth > 0) window.history.go(-now.depth);
  else window.history.back();
}

function takeBack(steps: number): void {
  leaveBox();
  let left = steps;
  for (const layer of [...layers].reverse()) {
    const taken = layer.hash === window.location.hash ? Math.min(layer.depth, left) : 0;
    left -= taken;
    if (taken > 0) layer.goTo(layer.depth - taken);
  }
  // a call that changed nothing draws nothing: what is still open gets its entry back
  setTimeout(settle);
}
