import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './Disclosure.module.css';

export interface DisclosureProps {
  title: ReactNode;
  /** The heading's level, when the title is a heading on the page. */
  level?: 2 | 3 | 4;
  isExpanded?: boolean;
  defaultExpanded?: boolean;
  onExpandedChange?: (expanded: boolean) => void;
  className?: string;
  children: ReactNode;
}

/** A title that unfolds. Printing shows what is inside, whether it is open or not. */
export function Disclosure({
  title,
  level = 3,
  isExpanded,
  defaultExpanded,
  onExpandedChange,
  className,
  children,
}: DisclosureProps) {
  return (
    <AriaDisclosure
      {...(isExpanded !== undefined && { isExpanded })}
      defaultExpanded={defaultExpanded ?? false}
      {...(onExpandedChange && { onExpandedChange })}
      className={cx(css.disclosure, className)}
    >
      <Heading level={level} className={css.heading!}>
        <Button slot="trigger" className={css.trigger!}>
          <ChevronRight aria-hidden />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className={css.panel!}>
        <div className={css.inside}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
