import { useIntl } from 'react-intl';
import { Card } from '#ui/Card.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { markerWords } from '../../meetings/parts/meeting-words.ts';
import { ActionCard } from './ActionCard.tsx';
import type { ActionData } from './action.documents.ts';
import { CloseTrial } from './CloseTrial.tsx';
import css from './FollowUpActions.module.css';

/** The earlier actions under Opfølgning: what did we see, and what do we do now? */
export function FollowUpActions({
  actions,
  viewerId,
  mayChange,
}: {
  actions: readonly ActionData[];
  viewerId: string;
  mayChange: boolean;
}) {
  const intl = useIntl();
  return (
    <ul className={css.list}>
      {actions.map((action) =>
        mayChange && action.state !== 'CLOSED' && action.state !== 'ABANDONED' && action.kind === 'TRIAL' ? (
          <Card as="li" key={action.id}>
            <h3 className={css.title}>
              {action.markers.map((marker) => (
                <MarkerGlyph
                  key={marker.id}
                  slot={marker.slot}
                  number={marker.position}
                  label={markerWords(intl, marker)}
                  size={20}
                />
              ))}
              {action.title}
            </h3>
            {action.expectedSigns.length > 0 && <p className="small ink2">»{action.expectedSigns.join(' ')}«</p>}
            <CloseTrial action={action} />
          </Card>
        ) : (
          <ActionCard key={action.id} action={action} viewerId={viewerId} answers={mayChange} />
        ),
      )}
    </ul>
  );
}
