// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type BodySide, bodyOutline, bodyRegions, bodySideOf, bodySize } from '#passport/body.ts';
import { offered } from '#passport/terms.ts';
import { BodyMap } from '#views/body-map.tsx';
import { faultsIn } from './axe.ts';
import { examples } from './body-map.examples.tsx';

afterEach(cleanup);
const sides: readonly BodySide[] = ['front', 'back'];
const pointsOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

describe('the drawing', () => {
  test('every place a person can pick is drawn, but for "everywhere" and "it moves around"', () => {
    expect(offered('body').filter((id) => bodySideOf(id) === null)).toEqual(['everywhere', 'moves']);
  });

  test('paths are absolute and closed, and the outline lies inside the box', () => {
    for (const path of [bodyOutline, ...sides.flatMap((side) => bodyRegions[side].map((region) => region.path))]) {
      expect(path).toMatch(/^M[MLCZ\d\s.-]*Z$/);
    }
    for (const [x, y] of pointsOf(bodyOutline)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(bodySize.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(bodySize.height);
    }
  });

  test("the person's right is at the left of the front view and at the right of the back view", () => {
    const middle = (side: BodySide, id: string) => {
      const points = pointsOf(bodyRegions[side].find((region) => region.id === id)?.path ?? '');
      return points.reduce((sum, [x]) => sum + x, 0) / points.length;
    };
    for (const [side, isRightFirst] of [
      ['front', true],
      ['back', false],
    ] as const) {
      for (const { id } of bodyRegions[side].filter((region) => region.id.endsWith('_r'))) {
        const other = id.replace(/_r$/, '_l');
        expect(middle(side, id) < middle(side, other), `${side} ${id}`).toBe(isRightFirst);
      }
    }
  });

  test('both halves of the outline are one another mirrored', () => {
    const keys = new Set(pointsOf(bodyOutline).map(([x, y]) => `${x.toFixed(1)} ${y}`));
    for (const [x, y] of pointsOf(bodyOutline)) expect(keys).toContain(`${(bodySize.width - x).toFixed(1)} ${y}`);
  });
});

describe('the list', () => {
  test.each(Object.entries(examples))('%s: axe finds nothing', async (_, example) => {
    const { container } = render(example);
    expect(await faultsIn(container)).toEqual([]);
  });

  test('every place is a checkbox of its own, in the group of its view', () => {
    render(examples['some places'] as React.ReactElement);
    const boxes = screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent);
    expect([...boxes].sort()).toEqual(
      offered('body')
        .map((id) => `place ${id}`)
        .sort(),
    );
    for (const [name, side] of [
      ['Front', 'front'],
      ['Back', 'back'],
    ] as const) {
      const group = screen.getByRole('group', { name });
      const inside = [...group.querySelectorAll('label')].map(
        (label) => label.textContent?.replace('place ', '') ?? '',
      );
      expect(new Set(inside.map(bodySideOf))).toEqual(new Set([side]));
    }
    const on = screen.getAllByRole('checkbox', { checked: true }).map((box) => box.closest('label')?.textContent);
    expect(on.sort()).toEqual(['place hand_r', 'place jaw', 'place lower_back', 'place moves']);
  });

  test('a tap on the drawing and a tick in the list do the same, and the drawing is silent to screen readers', () => {
    const toggle = vi.fn();
    const words = { label: (id: string) => id, front: 'Front', back: 'Back' };
    const { container } = render(<BodyMap picked={new Set(['chest'])} onToggle={toggle} {...words} />);
    fireEvent.click(container.querySelector('[data-region="knee_r"]') as Element);
    fireEvent.click(container.querySelector('[data-region="chest"]') as Element);
    fireEvent.click(screen.getByLabelText('knee_r'));
    expect(toggle.mock.calls).toEqual([
      ['knee_r', true],
      ['chest', false],
      ['knee_r', true],
    ]);
    expect(container.querySelector('svg')?.closest('[aria-hidden="true"]')).not.toBeNull();
  });

  test('a picked place is marked by more than a colour', () => {
    const { container } = render(examples['some places'] as React.ReactElement);
    expect(container.querySelectorAll('path[fill^="url("]').length).toBe(4);
    expect(container.querySelectorAll('[data-on]').length).toBe(4);
  });
});
