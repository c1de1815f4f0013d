import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isSafeAddress } from '#domain/note-doc.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';

/** Sets, changes or takes away the link at the caret; only addresses that a note may hold. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const intl = useIntl();
  const [address, setAddress] = useState(String(editor.getAttributes('link')['href'] ?? 'https://'));
  const [isWrong, setWrong] = useState(false);
  const set = () => {
    const trimmed = address.trim();
    if (trimmed === '' || trimmed === 'https://') editor.chain().focus().extendMarkRange('link').unsetLink().run();
    else if (!isSafeAddress(trimmed)) return setWrong(true);
    else if (editor.state.selection.empty && !editor.isActive('link'))
      editor
        .chain()
        .focus()
        .insertContent({ type: 'text', text: trimmed, marks: [{ type: 'link', attrs: { href: trimmed } }] })
        .run();
    else editor.chain().focus().extendMarkRange('link').setLink({ href: trimmed }).run();
    return onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={intl.formatMessage({ id: 'notes.link.title', defaultMessage: 'Link' })}
      closeLabel={intl.formatMessage({ id: 'notes.link.close', defaultMessage: 'Luk' })}
      foot={
        <Button variant="primary" onPress={set}>
          <FormattedMessage id="notes.link.set" defaultMessage="Sæt linket" />
        </Button>
      }
    >
      <TextField
        label={intl.formatMessage({ id: 'notes.link.address', defaultMessage: 'Adresse' })}
        hint={intl.formatMessage({
          id: 'notes.link.hint',
          defaultMessage: 'Lad feltet være tomt for at fjerne linket',
        })}
        value={address}
        onChange={(value) => {
          setAddress(value);
          setWrong(false);
        }}
        fault={
          isWrong
            ? intl.formatMessage({
                id: 'notes.link.wrong',
                defaultMessage: 'Adressen skal begynde med https:// eller mailto:',
              })
            : undefined
        }
      />
    </Dialog>
  );
}
