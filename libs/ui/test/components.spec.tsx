// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LiveRegion, useAnnounce } from '../src/LiveRegion.tsx';
import { MarkerGlyph } from '../src/MarkerGlyph.tsx';
import { DepthTable } from '../src/DepthTable.tsx';
import { Initials } from '../src/Initials.tsx';
import { SegmentedControl } from '../src/SegmentedControl.tsx';
import { Skeleton } from '../src/Skeleton.tsx';
import { applyTheme, storedTheme } from '../src/theme.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  applyTheme('system');
});

describe('a marker', () => {
  it('is named by its words, and keeps still beside a name that already says it', () => {
    render(<MarkerGlyph slot={2} number={2} label="Pejlemærke 2: Tydelige rammer" />);
    expect(screen.getByRole('img', { name: 'Pejlemærke 2: Tydelige rammer' })).toBeTruthy();
    cleanup();
    render(<MarkerGlyph slot={2} number={2} />);
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('has a shape even when its slot is unknown', () => {
    const { container } = render(<MarkerGlyph slot={40} number={40} />);
    expect(container.querySelector('[data-slot="8"]')).toBeTruthy();
  });
});

describe('the live region', () => {
  function Twice() {
    const announce = useAnnounce();
    return <button onClick={() => announce('Gemt')}>Gem</button>;
  }

  it('says the same words again when they are announced again', () => {
    render(
      <LiveRegion>
        <Twice />
      </LiveRegion>,
    );
    const region = screen.getByRole('status');
    fireEvent.click(screen.getByText('Gem'));
    const first = region.textContent;
    fireEvent.click(screen.getByText('Gem'));
    expect(first?.trim()).toBe('Gemt');
    expect(region.textContent?.trim()).toBe('Gemt');
    expect(region.textContent).not.toBe(first);
  });
});

describe('the skeleton', () => {
  it('shows nothing for the first 300 ms', () => {
    vi.useFakeTimers();
    render(<Skeleton label="Henter ugen" lines={3} />);
    act(() => vi.advanceTimersByTime(299));
    expect(screen.getByRole('status').childElementCount).toBe(0);
    act(() => vi.advanceTimersByTime(1));
    expect(screen.getByRole('status', { name: 'Henter ugen' }).childElementCount).toBe(3);
  });
});

describe('the heat map', () => {
  it('is a table with headers both ways, where a hidden cell has words and no number', () => {
    render(
      <DepthTable
        caption="Prøvehandlinger"
        corner="Team"
        hiddenWords="for få"
        columns={[
          { id: '1', head: 'Trygge relationer' },
          { id: '2', head: 'Tydelige rammer' },
        ]}
        rows={[{ id: 'a', head: '5. årgang', cells: [{ value: 3, step: 3 }, 'hidden'] }]}
      />,
    );
    expect(screen.getByRole('rowheader', { name: '5. årgang' })).toBeTruthy();
    expect(screen.getAllByRole('columnheader')).toHaveLength(3);
    expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['3', 'for få']);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('presence', () => {
  it('shows five and tells how many more there are', () => {
    const people = Array.from({ length: 8 }, (_, index) => ({
      id: `${index}`,
      name: `Navn ${index}`,
      initials: `N${index}`,
    }));
    render(<Initials label="Til stede" people={people} restWords={(rest) => `og ${rest} til`} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
    expect(screen.getByText('og 3 til')).toBeTruthy();
  });
});

describe('a choice in one tap', () => {
  it('starts without an answer and tells only of changes', () => {
    const chosen = vi.fn();
    render(
      <SegmentedControl
        label="Udfald"
        value={null}
        onChange={chosen}
        segments={[
          { id: 'keep', label: 'Fasthold' },
          { id: 'stop', label: 'Stop' },
        ]}
      />,
    );
    expect(screen.getAllByRole('radio').every((radio) => radio.getAttribute('aria-checked') === 'false')).toBe(true);
    fireEvent.click(screen.getByText('Stop'));
    expect(chosen).toHaveBeenCalledExactlyOnceWith('stop');
  });
});

describe('the theme', () => {
  it('is remembered on the device', () => {
    applyTheme('dark');
    expect(storedTheme()).toBe('dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    applyTheme('system');
    expect(storedTheme()).toBe('system');
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it("follows the device in a browser that won't store anything", () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('refused');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('refused');
    });
    expect(storedTheme()).toBe('system');
    expect(() => applyTheme('dark')).not.toThrow();
    expect(document.documentElement.dataset.theme).toBe('dark');
  });
});
