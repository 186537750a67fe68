import axe from 'axe-core';

/** What axe finds wrong with a piece of page, a line each. Contrast needs a real browser and is looked at there. */
export async function faultsIn(element: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, help, nodes }) => `${id}: ${help} · ${nodes.map((node) => node.html).join(' · ')}`);
}
