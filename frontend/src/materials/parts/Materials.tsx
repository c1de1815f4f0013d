import { Link as LinkIcon, Paperclip } from 'lucide-react';
import { useCallback, useState, type DragEvent, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useViewer } from '../../identity/parts/viewer.ts';
import { LinkForm } from '../LinkForm.tsx';
import { MaterialRow } from '../MaterialRow.tsx';
import css from '../Materials.module.css';
import { ACCEPTED } from '../material-words.ts';
import { UploadRow } from '../UploadRow.tsx';
import { useUploads } from '../use-uploads.ts';
import type { MaterialData } from './materials.documents.ts';

export interface MaterialsProps {
  meetingId: string;
  /** Null for what belongs to the whole meeting. */
  itemId: string | null;
  materials: readonly MaterialData[];
  /** The meeting's `may`. */
  may: readonly string[];
  /** Whether the meeting's material may still grow. */
  isOpen: boolean;
  /** Read aloud where no heading says it. */
  label: string;
  heading?: ReactNode;
  /** The ways to add more are behind one small button: in the room the note comes first. */
  folded?: boolean;
}

/** The files and links of a meeting, or of one of its items; where one may, more are put there. */
export function Materials({ meetingId, itemId, materials, may, isOpen, label, heading, folded }: MaterialsProps) {
  const intl = useIntl();
  const announce = useAnnounce();
  const viewer = useViewer();
  const [isLinking, setLinking] = useState(false);
  const [isOver, setOver] = useState(false);
  const [isUnfolded, setUnfolded] = useState(!folded);
  const told = useCallback(
    (title: string) =>
      announce(intl.formatMessage({ id: 'materials.added', defaultMessage: '{title} er lagt ved' }, { title })),
    [announce, intl],
  );
  const uploads = useUploads({ meetingId, itemId }, told);
  const mayAdd = isOpen && may.includes('material.add');
  if (!mayAdd && materials.length === 0 && uploads.list.length === 0) return null;
  const holdsFiles = (event: DragEvent) => mayAdd && event.dataTransfer.types.includes('Files');
  return (
    <section
      className={css.materials}
      aria-label={label}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        uploads.add([...event.dataTransfer.files]);
      }}
    >
      {heading}
      {(materials.length > 0 || uploads.list.length > 0) && (
        <ul className={css.list}>
          {materials.map((material) => (
            <MaterialRow
              key={material.id}
              material={material}
              mayRemove={may.includes('material.remove') || material.addedBy?.id === viewer.id}
              onTold={announce}
            />
          ))}
          {uploads.list.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onDrop={() => uploads.drop(upload.key)}
              onAgain={() => uploads.again(upload.key)}
            />
          ))}
        </ul>
      )}
      {mayAdd && isLinking && (
        <LinkForm
          place={{ meetingId, itemId }}
          onClose={() => setLinking(false)}
          onAdded={(title) => {
            setLinking(false);
            told(title);
          }}
        />
      )}
      {mayAdd && !isUnfolded && !isOver && (
        <div className={css.add}>
          <Button
            size="small"
            variant="quiet"
            icon={<Paperclip aria-hidden strokeWidth={1.75} />}
            onPress={() => setUnfolded(true)}
          >
            <FormattedMessage id="materials.addMaterial" defaultMessage="Tilføj materiale" />
          </Button>
        </div>
      )}
      {mayAdd && (isUnfolded || isOver) && (
        <div className={css.add}>
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={ACCEPTED.split(',')}
            onSelect={(files) => uploads.add([...(files ?? [])])}
          >
            <Button
              size="small"
              variant="quiet"
              autoFocus={folded && isUnfolded}
              icon={<Paperclip aria-hidden strokeWidth={1.75} />}
            >
              <FormattedMessage id="materials.addFile" defaultMessage="Tilføj fil" />
            </Button>
          </FileTrigger>
          {!isLinking && (
            <Button
              size="small"
              variant="quiet"
              icon={<LinkIcon aria-hidden strokeWidth={1.75} />}
              onPress={() => setLinking(true)}
            >
              <FormattedMessage id="materials.addLink" defaultMessage="Tilføj link" />
            </Button>
          )}
          <span className={css.hint} aria-hidden={isOver || undefined}>
            {isOver ? (
              <FormattedMessage id="materials.drop" defaultMessage="Slip filerne her" />
            ) : (
              <FormattedMessage id="materials.hint" defaultMessage="Højst 25 MB. Uden elevnavne." />
            )}
          </span>
        </div>
      )}
    </section>
  );
}
