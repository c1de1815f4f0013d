import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { addressProblem, hostOf } from '#domain/material.ts';
import { problemIn, TEXT_LIMITS } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import css from './Materials.module.css';
import { materialFault, problemOfMaterial } from './material-words.ts';
import { ADD_LINK } from './parts/materials.documents.ts';
import type { UploadPlace } from './upload.ts';

/** A link's address and its words; without words it is called by where it leads. */
export function LinkForm({
  place,
  onClose,
  onAdded,
}: {
  place: UploadPlace;
  onClose: () => void;
  onAdded: (title: string) => void;
}) {
  const intl = useIntl();
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  // A retry whose answer was lost adds nothing twice.
  const [id] = useState(() => crypto.randomUUID());
  const [add, { pending, error }] = useMutate(ADD_LINK, { again: true });
  const address = url.trim();
  const called = title.trim() === '' ? hostOf(address) : title.trim();
  const urlProblem = addressProblem(address);
  const titleProblem = problemIn(title, { max: TEXT_LIMITS.title });
  const send = async () => {
    setTried(true);
    if (urlProblem || titleProblem || pending) return;
    const { error: fault } = await add({ ...place, title: called, url: address, id });
    if (!fault) onAdded(called);
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextField
        autoFocus
        type="url"
        inputMode="url"
        label={intl.formatMessage({ id: 'materials.link.address', defaultMessage: 'Linkets adresse' })}
        placeholder="https://"
        value={url}
        onChange={setUrl}
        fault={tried && urlProblem ? problemOfMaterial(intl, urlProblem) : undefined}
      />
      <TextField
        label={intl.formatMessage({ id: 'materials.link.title', defaultMessage: 'Hvad er det?' })}
        aside={intl.formatMessage({ id: 'materials.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
        value={title}
        onChange={setTitle}
        fault={titleProblem ? problemOfMaterial(intl, titleProblem) : undefined}
      />
      <div className={css.buttons}>
        <Button type="submit" size="small" pending={pending}>
          <FormattedMessage id="materials.link.add" defaultMessage="Tilføj linket" />
        </Button>
        <Button size="small" variant="quiet" onPress={onClose}>
          <FormattedMessage id="materials.link.close" defaultMessage="Luk" />
        </Button>
      </div>
      {error !== null && (
        <p role="alert" className={css.fault}>
          {materialFault(intl, error)}
        </p>
      )}
    </form>
  );
}
