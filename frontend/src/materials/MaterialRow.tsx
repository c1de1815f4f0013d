import { ExternalLink, FileText, Image, X } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Link } from '#ui/Link.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import { download } from '../platform/parts/download.ts';
import css from './Materials.module.css';
import { isPicture, materialFault, whatWords } from './material-words.ts';
import { materialPlace } from './parts/material-place.ts';
import { REMOVE_MATERIAL, type MaterialData } from './parts/materials.documents.ts';

/** One file, which is saved, or one link, which opens beside. */
export function MaterialRow({
  material,
  mayRemove,
  onTold,
}: {
  material: MaterialData;
  mayRemove: boolean;
  onTold: (words: string) => void;
}) {
  const intl = useIntl();
  const viewer = useViewer();
  const [isFetching, setFetching] = useState(false);
  const [isAsking, setAsking] = useState(false);
  /** It was asked and answered no: the focus goes back to where it came from. */
  const [isKept, setKept] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [remove, { pending }] = useMutate(REMOVE_MATERIAL);
  const { id, kind, title, url, addedBy } = material;
  const [row, isSought] = useSought(id);
  const fetchFile = async () => {
    if (isFetching) return;
    setFetching(true);
    setFault(null);
    try {
      await download(`/filer/${id}`, viewer.id);
      onTold(intl.formatMessage({ id: 'materials.fetched', defaultMessage: '{title} er hentet' }, { title }));
    } catch (error) {
      setFault(error);
    } finally {
      setFetching(false);
    }
  };
  const keep = () => {
    setAsking(false);
    setKept(true);
  };
  const takeOff = async () => {
    const { error } = await remove({ materialId: id });
    if (error) setFault(error);
    else onTold(intl.formatMessage({ id: 'materials.removed', defaultMessage: '{title} er fjernet' }, { title }));
  };
  const Icon = kind === 'LINK' ? ExternalLink : isPicture(material) ? Image : FileText;
  return (
    <li ref={row} id={materialPlace(id)} className={css.row} data-sought={isSought || undefined}>
      <Icon aria-hidden strokeWidth={1.75} className={css.icon} />
      <div className={css.words}>
        {kind === 'LINK' ? (
          <a className={css.title} href={url ?? undefined} target="_blank" rel="noopener noreferrer">
            {title}
            <VisuallyHidden>
              {' '}
              <FormattedMessage id="materials.newWindow" defaultMessage="(åbner i et nyt vindue)" />
            </VisuallyHidden>
          </a>
        ) : (
          <Link look="text" className={css.title!} onPress={() => void fetchFile()}>
            <VisuallyHidden>
              <FormattedMessage id="materials.fetch" defaultMessage="Hent" />{' '}
            </VisuallyHidden>
            {title}
          </Link>
        )}
        <span className={css.what}>
          {[whatWords(intl, material), ...(addedBy ? [addedBy.displayName] : [])].join(' · ')}
        </span>
        {isAsking && (
          <div className={css.buttons} role="group">
            <span>
              <FormattedMessage id="materials.remove.ask" defaultMessage="Skal det fjernes for alle?" />
            </span>
            <Button size="small" variant="danger" pending={pending} onPress={() => void takeOff()}>
              <FormattedMessage id="materials.remove.do" defaultMessage="Fjern" />
            </Button>
            <Button size="small" variant="quiet" autoFocus onPress={() => keep()}>
              <FormattedMessage id="materials.remove.keep" defaultMessage="Behold" />
            </Button>
          </div>
        )}
        {fault !== null && (
          <p role="alert" className={css.fault}>
            {materialFault(intl, fault)}
          </p>
        )}
      </div>
      {mayRemove && !isAsking && (
        <IconButton
          size="small"
          autoFocus={isKept}
          label={intl.formatMessage({ id: 'materials.remove', defaultMessage: 'Fjern {title}' }, { title })}
          icon={<X aria-hidden />}
          onPress={() => setAsking(true)}
        />
      )}
    </li>
  );
}

/** Whether the page was opened at this one: then it is brought into view, and the keyboard stands at it. */
function useSought(id: string): [RefObject<HTMLLIElement | null>, boolean] {
  const { hash } = useLocation();
  const row = useRef<HTMLLIElement>(null);
  const isSought = hash === `#${materialPlace(id)}`;
  useEffect(() => {
    if (!isSought) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.querySelector<HTMLElement>('a, [role="link"]')?.focus({ preventScroll: true });
  }, [isSought]);
  return [row, isSought];
}
