/** Scripts that run in the page that is driven. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const finder = createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js');

/** Knows what each element is and what it is called, as assistive technology does; once for each document. */
export const bringFinder = `${readFileSync(finder)}\nreturn true`;

/** Arguments: a role (or `summary`), a name or null, whether the name may stand among other words. Gives what is on the screen. */
export const findAll = `
  if (typeof TestingLibraryDom === 'undefined') return 'no finder';
  const [role, name, isPart] = arguments;
  const plain = (words) => (words ?? '').replace(/\\s+/g, ' ').trim();
  const wanted = plain(name);
  const fits = (words) => isPart ? plain(words).includes(wanted) : plain(words) === wanted;
  const all = role === 'summary'
    ? [...document.querySelectorAll('summary')].filter((summary) => fits(summary.textContent))
    : TestingLibraryDom.queryAllByRole(document, role, name === null ? {} : { name: fits });
  return all.filter((element) => element.checkVisibility());
`;

/** Argument: a selector. */
export const select = 'return [...document.querySelectorAll(arguments[0])]';

/** Argument: the words of a label. */
export const byLabel =
  'return [...document.querySelectorAll("input")].filter((box) => [...(box.labels ?? [])].some((label) => label.textContent.trim() === arguments[0]))';

/** Arguments: an element. Brings it where it can be pressed; gives its label where that is what a person presses. */
export const toPress = `
  const [element] = arguments;
  const { width, height } = element.getBoundingClientRect();
  const target = width * height < 4 && element.labels?.[0] ? element.labels[0] : element;
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  return target;
`;

/** Arguments: an element. Everything in its box is chosen, so that what is typed takes its place. */
export const chooseAll = 'arguments[0].focus(); arguments[0].select(); return arguments[0].value';

export const leave = 'document.activeElement.blur()';

/** Takes away what stands over the page at its foot. */
export const clearFoot = 'for (const bar of document.querySelectorAll("nav")) bar.style.display = "none"';
