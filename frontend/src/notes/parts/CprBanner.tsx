import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { cprPlaces } from './note-cpr.ts';

/** Says in words what the mark in the text means, for as long as it stands there. */
export function CprBanner({ editor }: { editor: Editor }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [stands, setStands] = useState(() => cprPlaces(editor.state.doc).length > 0);
  useEffect(() => {
    const look = () => setStands(cprPlaces(editor.state.doc).length > 0);
    editor.on('update', look);
    return () => void editor.off('update', look);
  }, [editor]);
  const title = intl.formatMessage({
    id: 'notes.cpr',
    defaultMessage: 'Her står et tal, der ligner et CPR-nummer',
  });
  useEffect(() => {
    if (stands) announce(title);
  }, [stands, announce, title]);
  if (!stands) return null;
  return (
    <Banner tone="warn" title={title}>
      <FormattedMessage
        id="notes.cpr.what"
        defaultMessage="Slet det: referatet kan ikke godkendes, før det er væk. Tallet er markeret i teksten."
      />
    </Banner>
  );
}
