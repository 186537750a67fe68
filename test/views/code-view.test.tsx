// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { faultsIn } from './axe.ts';
import { examples } from './code-view.examples.tsx';

afterEach(cleanup);

test.each(Object.entries(examples))('%s has a name and nothing axe objects to', async (_, example) => {
  const { container } = render(example);
  expect(screen.getByRole('img', { name: /^Code/ })).toBeTruthy();
  expect(await faultsIn(container)).toEqual([]);
});

test('a code is black on white with four light modules on every side, whatever the theme', () => {
  const { container } = render(examples['the second of two']);
  const svg = container.querySelector('svg') as SVGSVGElement;
  const [, , width = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  expect(svg.querySelector('rect')?.getAttribute('fill')).toBe('#fff');
  const dark = svg.querySelector('path') as SVGPathElement;
  expect(dark.getAttribute('fill')).toBe('#000');
  const corners = [...(dark.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) =>
    [x, y, run].map(Number),
  );
  expect(Math.min(...corners.map(([x = 0]) => x))).toBe(4);
  expect(Math.min(...corners.map(([, y = 0]) => y))).toBe(4);
  expect(Math.max(...corners.map(([x = 0, , run = 0]) => x + run))).toBe(width - 4);
});
