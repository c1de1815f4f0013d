import { useState, type ReactNode } from 'react';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Stack } from '#ui/Stack.tsx';

/** Something of a held meeting that may be mended until its minutes are proposed: folded, and made first when it is unfolded. */
export function MendAfter({ title, what, children }: { title: string; what: ReactNode; children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure title={title} level={2} isExpanded={isOpen} onExpandedChange={setOpen}>
      {isOpen && (
        <Stack gap={5}>
          <p className="small ink2">{what}</p>
          {children()}
        </Stack>
      )}
    </Disclosure>
  );
}
