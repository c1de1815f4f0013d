import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { SegmentedControl } from './SegmentedControl.tsx';
import { applyTheme, storedTheme, type Theme } from './theme.ts';

export interface ThemeToggleProps {
  label: string;
  words: Record<Theme, string>;
  wide?: boolean;
}

/** Light, dark, or as the device has it; remembered on this device. */
export function ThemeToggle({ label, words, wide }: ThemeToggleProps) {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  return (
    <SegmentedControl
      label={label}
      wide={wide ?? false}
      value={theme}
      onChange={(id) => {
        const next = id as Theme;
        setTheme(next);
        applyTheme(next);
      }}
      segments={[
        { id: 'system', label: words.system, icon: <Monitor aria-hidden /> },
        { id: 'light', label: words.light, icon: <Sun aria-hidden /> },
        { id: 'dark', label: words.dark, icon: <Moon aria-hidden /> },
      ]}
    />
  );
}
