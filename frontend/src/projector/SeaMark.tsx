import { useIntl } from 'react-intl';
import { MarkerShape } from '#ui/MarkerGlyph.tsx';
import { markerWords } from '../meetings/parts/meeting-words.ts';
import type { ShownMarker } from './parts/projector.documents.ts';
import css from './Projector.module.css';

/** A marker's sign at the screen's own size. @param named its name stands beside it */
export function SeaMark({ marker, named }: { marker: ShownMarker; named?: boolean }) {
  const intl = useIntl();
  return (
    <svg
      className={css.seaMark}
      viewBox="-1 -1 26 26"
      {...(named ? { 'aria-hidden': true } : { role: 'img', 'aria-label': markerWords(intl, marker) })}
    >
      <MarkerShape slot={marker.slot} number={marker.position} />
    </svg>
  );
}
