import { useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { isSharedAtApproval, type SharingStanding } from '#domain/sharing-agreement.ts';
import { Button } from '#ui/Button.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { Switch } from '#ui/Switch.tsx';
import { useFollow } from '../../live/parts/live-context.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import { CopyAhead } from '../CopyAhead.tsx';
import { CHOOSE, SHARING_CHOICE } from '../sharing-choice.documents.ts';
import css from '../SharingChoice.module.css';

export interface SharingChoiceProps {
  meetingId: string;
  /** Beside other things, where there is an agreement or a choice to tell of; nobody is asked for one. */
  quiet?: boolean;
}

/** Whether the minutes go to the school's leaders as they are approved: the team's to choose, for its coach to know. */
export function SharingChoice({ meetingId, quiet = false }: SharingChoiceProps) {
  const intl = useIntl();
  const announce = useAnnounce();
  const { data, previousData, refetch } = useQuery(SHARING_CHOICE, { variables: { meetingId } });
  const read = (data ?? previousData)?.minutesSharingChoice;
  useFollow('TEAM', read?.teamId, read?.liveVersion, () => void refetch());
  const [choose, choosing] = useMutate(CHOOSE);
  // What was chosen here, until the server's word has come back.
  const [meant, setMeant] = useState<boolean | null>(null);
  const [isReading, setReading] = useState(false);
  const words = useId();
  const standing = read?.standing as SharingStanding | undefined;
  if (!read || !standing || standing === 'NOBODY' || (quiet && standing === 'NOT_AGREED')) return null;
  const shares = isSharedAtApproval(standing);
  const receivers = intl.formatList(read.receivers.map(({ displayName }) => displayName));
  const change = async (wanted: boolean) => {
    setMeant(wanted);
    const { error } = await choose({ meetingId, shares: wanted });
    await refetch();
    setMeant(null);
    if (!error) announce(standingWords(intl, wanted ? 'CHOSEN' : 'KEPT', receivers));
  };
  return (
    <div className={css.choice}>
      {read.mayChoose ? (
        <Switch isSelected={meant ?? shares} onChange={(wanted) => void change(wanted)} aria-describedby={words}>
          <FormattedMessage
            id="minutes.choice.label"
            defaultMessage="Del med skoleledelsen, når referatet er godkendt"
          />
        </Switch>
      ) : (
        <p>
          {shares ? (
            <FormattedMessage
              id="minutes.choice.willBe"
              defaultMessage="Referatet deles med skoleledelsen, når det er godkendt."
            />
          ) : (
            <FormattedMessage id="minutes.choice.willNot" defaultMessage="Referatet deles ikke af sig selv." />
          )}
        </p>
      )}
      {read.mayChoose && (
        <p id={words} className="small ink2">
          {standingWords(intl, standing, receivers)}
          {shares && !quiet && (
            <>
              {' '}
              <FormattedMessage
                id="minutes.choice.names"
                defaultMessage="Navne, I selv har skrevet i teksten, bliver stående."
              />
            </>
          )}
        </p>
      )}
      {choosing.error !== null && <p role="alert">{refusalWords(intl, choosing.error)}</p>}
      {!quiet && (
        <Button variant="quiet" onPress={() => setReading(true)}>
          <FormattedMessage id="minutes.share.see" defaultMessage="Se, hvad lederen ser" />
        </Button>
      )}
      {isReading && <CopyAhead meetingId={meetingId} onClose={() => setReading(false)} />}
    </div>
  );
}

/** Why it stands so, and who gets what, to the team. */
const standingWords = (intl: IntlShape, standing: SharingStanding, receivers: string): string =>
  intl.formatMessage(
    {
      id: 'minutes.choice.standing',
      defaultMessage:
        '{standing, select, AGREED {Det følger skolens aftale: {receivers} får en kopi uden fremmøde, klokkeslæt og ansvarlige. I bestemmer selv for hvert møde.} CHOSEN {Det har I valgt for dette møde: {receivers} får en kopi uden fremmøde, klokkeslæt og ansvarlige.} KEPT {I har valgt, at dette referat bliver i teamet.} BEGUN_BEFORE {Skolens aftale kom til, efter at mødet var begyndt. Referatet bliver i teamet, hvis I ikke vælger andet.} other {Referatet bliver i teamet. I kan også dele det senere.}}',
    },
    { standing, receivers },
  );
