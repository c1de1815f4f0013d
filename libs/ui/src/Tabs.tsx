import type { ReactNode } from 'react';
import { Tabs as AriaTabs, type Key, Tab, TabList, TabPanel } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './Tabs.module.css';

export interface TabEntry {
  id: string;
  label: ReactNode;
  /** The panel. Leave it out in all tabs and give `children` when one panel serves them all (a filter by URL). */
  panel?: ReactNode;
}

export interface TabsProps {
  label: string;
  tabs: readonly TabEntry[];
  value?: string;
  defaultValue?: string;
  onChange?: (id: string) => void;
  /** Stands at the right end of the same line: filters. */
  aside?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** Views of the same thing, one at a time. */
export function Tabs({ label, tabs, value, defaultValue, onChange, aside, className, children }: TabsProps) {
  return (
    <AriaTabs
      {...(value !== undefined && { selectedKey: value })}
      {...(defaultValue !== undefined && { defaultSelectedKey: defaultValue })}
      onSelectionChange={(key: Key) => onChange?.(String(key))}
      className={cx(css.tabs, className)}
    >
      <div className={css.line}>
        <TabList aria-label={label} className={css.list!}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className={css.tab!}>
              {tab.label}
            </Tab>
          ))}
        </TabList>
        {aside && <div className={css.aside}>{aside}</div>}
      </div>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={css.panel!}>
          {tab.panel ?? children}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
