// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { fold } from '#passport/fold.ts';
import { flare } from '#passport/parts/flare.ts';
import { goals } from '#passport/parts/goals.ts';
import { me } from '#passport/parts/me.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { team } from '#passport/parts/team.ts';
import { visit } from '#passport/parts/visit.ts';
import { PartForm } from '#views/part-form.tsx';
import { faultsIn } from './axe.ts';
import { examples } from './part-form.examples.tsx';

beforeAll(() => speak('en-GB'));
afterEach(cleanup);

const change = (part: string, set: Record<string, string>) =>
  fold([{ id: 'c', n: 1, at: '2026-11-21T09:00:00Z', by: '', lang: 'en-GB', part, record: 'r', set }]).parts[part]?.[
    'r'
  ];
const still = {
  drafts: new Map<string, string>(),
  onDraft: vi.fn(),
  onChange: vi.fn(),
  linkable: [],
  isHelped: false,
  recordId: 'r',
};

describe('the form of a part', () => {
  test.each(examples)(
    '$name: axe finds no fault, and no field keeps what is typed in the browser',
    async ({ view }) => {
      const { container } = render(view);
      expect(await faultsIn(container)).toEqual([]);
      for (const box of container.querySelectorAll('input[type=text], textarea'))
        expect(box.getAttribute('autocomplete')).toBe('off');
      expect(container.textContent).not.toMatch(/\b(parts|terms|part):/);
    },
  );

  test('asks the name, the strength and how it is taken of a medicine, and the rest in three folded groups', () => {
    const { container } = render(<PartForm {...still} part={medicines} record={undefined} />);
    const asked = [...container.querySelectorAll('form > div')].map((one) => one.querySelector('label')?.textContent);
    expect(asked).toEqual(['What is it called?', 'How strong is it?', 'How do you take it?']);
    const folds = [...container.querySelectorAll('details')];
    const titles = folds.map((fold) => fold.querySelector('summary')?.textContent);
    expect(titles).toEqual(['How it helps', 'How I take it', 'If it is a trial']);
    expect(folds.map((fold) => fold.open)).toEqual([false, false, false]);
  });

  test('shows three questions of an empty part without groups, and the others behind "add more"', () => {
    const { container } = render(<PartForm {...still} part={me} record={undefined} />);
    expect(container.querySelectorAll('form > div')).toHaveLength(3);
    expect(screen.getByText('Add more')).toBeTruthy();
  });

  test('a folded group says what is written in it, and nothing private', () => {
    const record = change('medicines', { name: 'Tramadol', pattern: 'flares', reallyTake: 'half of it' });
    render(<PartForm {...still} part={medicines} record={record} />);
    const [summary] = screen.getAllByText('How I take it').map((one) => one.closest('summary'));
    expect(summary?.textContent).toBe('How I take itNow or before: Flares only');
  });

  test('a group with unfinished words in it is open', () => {
    const drafts = new Map([['trialAim', 'to sleep']]);
    const { container } = render(<PartForm {...still} drafts={drafts} part={medicines} record={undefined} />);
    expect([...container.querySelectorAll('details')].map((fold) => fold.open)).toEqual([false, false, true]);
  });

  test('one press stops a medicine, and the next puts back what stood before', () => {
    const onChange = vi.fn();
    const form = (pattern: string) => (
      <PartForm {...still} onChange={onChange} part={medicines} record={change('medicines', { name: 'T', pattern })} />
    );
    const { rerender } = render(form('flares'));
    fireEvent.click(screen.getByText('I have stopped this'));
    expect(onChange).toHaveBeenLastCalledWith('pattern', 'stopped');
    rerender(form('stopped'));
    fireEvent.click(screen.getByText('I take this again'));
    expect(onChange).toHaveBeenLastCalledWith('pattern', 'flares');
    cleanup();
    render(form('stopped'));
    fireEvent.click(screen.getByText('I take this again'));
    expect(onChange).toHaveBeenLastCalledWith('pattern', null);
  });

  test('a pick adds no row, so that nothing moves under the thumb', () => {
    const rows = (view: ReactElement) => {
      const { container } = render(view);
      const found = container.querySelectorAll('input[type=radio]').length;
      cleanup();
      return found;
    };
    const empty = rows(<PartForm {...still} part={visit} record={change('visit', { want: 'A plan' })} />);
    expect(rows(<PartForm {...still} part={visit} record={change('visit', { hardHow: 'ask' })} />)).toBe(empty);
  });

  test('who prescribes it is a text box until there is somebody to pick', () => {
    const onChange = vi.fn();
    const { rerender } = render(<PartForm {...still} onChange={onChange} part={medicines} record={undefined} />);
    const box = screen.getByLabelText('Who prescribes it?');
    expect(box.tagName).toBe('INPUT');
    fireEvent.change(box, { target: { value: 'Dr Pike' } });
    fireEvent.blur(box);
    expect(onChange).toHaveBeenLastCalledWith('prescriber', { own: 'Dr Pike' });
    const linkable = [{ id: 'a', name: 'Jo Pike' }];
    rerender(<PartForm {...still} linkable={linkable} part={medicines} record={undefined} />);
    expect(screen.getByLabelText('Jo Pike').getAttribute('type')).toBe('radio');
  });

  test('a sentence that is true or not is the label of its own box', () => {
    render(<PartForm {...still} part={team} record={change('team', { usual: 'x' })} />);
    expect(screen.getByRole('checkbox', { name: /^This is who I usually see/, hidden: true })).toBeTruthy();
  });

  test('a step is moved straight to a place by its number', () => {
    const onChange = vi.fn();
    const record = fold([
      { id: 'c', n: 1, at: '', by: '', lang: 'en-GB', part: 'flare', record: 'r', set: { steps: ['a', 'b', 'c'] } },
    ]).parts['flare']?.['r'];
    render(<PartForm {...still} onChange={onChange} part={flare} record={record} />);
    fireEvent.change(screen.getByLabelText('Place of step 3'), { target: { value: '0' } });
    expect(onChange).toHaveBeenLastCalledWith('steps', ['c', 'a', 'b']);
    expect(document.activeElement).toBe(screen.getByLabelText('Place of step 1'));
  });

  test('the line in another language is offered where it can matter, and stays where it is written', () => {
    const isOffered = (view: ReactElement) => {
      const { container } = render(view);
      const found = container.textContent?.includes('In another language');
      cleanup();
      return found;
    };
    const record = change('goals', { what: 'Bread' });
    expect(isOffered(<PartForm {...still} part={goals} record={record} />)).toBe(false);
    expect(isOffered(<PartForm {...still} part={goals} record={record} isTranslated />)).toBe(true);
    const told = change('goals', { what: 'Chleb', translation: 'Bread' });
    expect(isOffered(<PartForm {...still} part={goals} record={told} />)).toBe(true);
  });

  test('asks why a medicine was stopped only when it was', () => {
    const { rerender } = render(
      <PartForm {...still} part={medicines} record={change('medicines', { name: 'Tramadol' })} />,
    );
    expect(screen.queryByLabelText('Why did you stop?')).toBeNull();
    rerender(
      <PartForm {...still} part={medicines} record={change('medicines', { name: 'Tramadol', pattern: 'stopped' })} />,
    );
    expect(screen.getByLabelText('Why did you stop?')).toBeTruthy();
  });

  test('what is hard to say can be written whatever is picked beside it', () => {
    for (const hardHow of ['read', 'ask', 'not_today']) {
      render(<PartForm {...still} part={visit} record={change('visit', { hardHow, hardToSay: 'I am frightened' })} />);
      expect(screen.getByDisplayValue('I am frightened')).toBeTruthy();
      cleanup();
    }
  });

  test('where something hard, or urgent, is written, it says that nobody reads it and whom to call', () => {
    for (const part of [visit, flare]) {
      render(<PartForm {...still} part={part} record={undefined} />);
      expect(screen.getAllByText('This is not sent to anyone.')).toHaveLength(1);
      const calls = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
      expect(calls).toEqual(expect.arrayContaining(['tel:999', 'tel:111', 'tel:116123', 'tel:112']));
      cleanup();
    }
  });

  test('what is hard to say is out of sight while someone helps, and so is that it can be said', () => {
    const record = change('visit', { want: 'A plan', hardHow: 'ask', hardToSay: 'I am frightened' });
    const { container } = render(<PartForm {...still} part={visit} record={record} isHelped />);
    expect(container.textContent).not.toMatch(/hard to say|not sent/i);
    expect(screen.queryByDisplayValue('I am frightened')).toBeNull();
    expect(screen.getByDisplayValue('A plan')).toBeTruthy();
  });

  test('private fields stay out of sight while someone helps', () => {
    const { rerender } = render(<PartForm {...still} part={me} record={undefined} />);
    expect(screen.getByText('How would you like to be seen?')).toBeTruthy();
    rerender(<PartForm {...still} part={me} record={undefined} isHelped />);
    expect(screen.queryByText('How would you like to be seen?')).toBeNull();
  });

  test('a number that does not add up is kept, and said', () => {
    render(<PartForm {...still} part={me} record={change('me', { nhsNumber: '943 476 5918' })} />);
    expect(screen.getByDisplayValue('943 476 5918').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/not how NHS numbers add up/)).toBeTruthy();
  });

  test('a date is saved as a date when it can be read, and as the words when not', () => {
    const onChange = vi.fn();
    render(<PartForm {...still} onChange={onChange} part={me} record={undefined} />);
    const box = screen.getByLabelText('When were you born?');
    const type = (text: string) => {
      fireEvent.change(box, { target: { value: text } });
      fireEvent.blur(box);
    };
    type('14 May 1971');
    expect(onChange).toHaveBeenLastCalledWith('birthDate', '1971-05-14');
    type('31 February 1971');
    expect(onChange).toHaveBeenLastCalledWith('birthDate', '31 February 1971');
    expect(screen.getByText(/No calendar has that day/)).toBeTruthy();
    type('the year of the flood');
    expect(onChange).toHaveBeenLastCalledWith('birthDate', 'the year of the flood');
  });
});
