import { FormattedMessage } from 'react-intl';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { movement, type TeamTrials } from '#domain/overview-movement.ts';

export interface OverviewMarker {
  id: string;
  position: number;
  slot: number;
  title: string;
  shortTitle: string;
}

/** Where there is movement and where silence, in words, before the map. */
export function MovementSentence({
  markers,
  teams,
}: {
  markers: readonly OverviewMarker[];
  teams: readonly TeamTrials[];
}) {
  const found = movement(
    markers.map((marker) => marker.id),
    teams,
  );
  const glyph = (id: string | undefined) => {
    const marker = markers.find((one) => one.id === id);
    return marker ? (
      <MarkerGlyph
        slot={marker.slot}
        number={marker.position}
        label={`${marker.position}: ${marker.shortTitle}`}
        size={24}
      />
    ) : null;
  };
  if (found.least === null) {
    return (
      <p className="voice-large">
        <FormattedMessage
          id="overview.sentence.even"
          defaultMessage="{teams, plural, =0 {Her er ingen team i skoleåret endnu.} other {Teamene er ikke begyndt på noget, der skiller sig ud, endnu.}}"
          values={{ teams: found.teamCount }}
        />
      </p>
    );
  }
  return (
    <p className="voice-large">
      {found.most.length > 1 ? (
        <FormattedMessage
          id="overview.sentence.mostTwo"
          defaultMessage="Der er mest bevægelse i pejlemærke {first} og {second}."
          values={{ first: glyph(found.most[0]), second: glyph(found.most[1]) }}
        />
      ) : (
        <FormattedMessage
          id="overview.sentence.mostOne"
          defaultMessage="Der er mest bevægelse i pejlemærke {first}."
          values={{ first: glyph(found.most[0]) }}
        />
      )}{' '}
      <FormattedMessage
        id="overview.sentence.least"
        defaultMessage="Pejlemærke {marker} får mindst opmærksomhed{without, plural, =0 {.} one {: ét af {teams} team har ikke prøvet noget af endnu.} other {: # af {teams} team har ikke prøvet noget af endnu.}}"
        values={{ marker: glyph(found.least), without: found.withoutLeast, teams: found.teamCount }}
      />
    </p>
  );
}
