import { useQuery } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Link } from '#ui/Link.tsx';
import { Stack } from '#ui/Stack.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import css from './ConveneDialog.module.css';
import { invitationText } from './invitation.ts';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import type { AgendaView } from './plan-view.ts';
import { MAIL_WAY } from './plan.documents.ts';
import type { Plan } from './use-plan.ts';
import { download } from '../platform/parts/download.ts';
import { refusalWords } from '../platform/parts/refusals.ts';

/** What those who are called will see, with a text for Aula and a calendar file. */
export function ConveneDialog({
  meeting,
  view,
  plan,
  onClose,
}: {
  meeting: MeetingData;
  view: AgendaView<ItemData>;
  plan: Plan;
  onClose: () => void;
}) {
  const intl = useIntl();
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no');
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const viewer = useViewer();
  const { data: mail } = useQuery(MAIL_WAY);
  const text = invitationText(intl, meeting, view);
  const people = meeting.participants.flatMap((one) => (one.person ? [one.person.displayName] : []));
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('by hand'),
    ) ?? setCopied('by hand');
  const save = async () => {
    setFault(null);
    try {
      await download(`/kalender/moede/${meeting.id}`, viewer.id);
    } catch (error) {
      setFault(error);
    }
  };
  const convene = async () => {
    setPending(true);
    const { error } = await plan.convene();
    setPending(false);
    if (!error) onClose();
  };
  return (
    <Dialog
      isOpen
      size="large"
      onClose={onClose}
      title={
        meeting.state === 'DRAFT'
          ? intl.formatMessage({ id: 'plan.convene.title', defaultMessage: 'Det her får teamet at se' })
          : intl.formatMessage({ id: 'plan.convened.title', defaultMessage: 'Indkaldelsen' })
      }
      closeLabel={intl.formatMessage({ id: 'plan.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={() => void save()}>
            <FormattedMessage id="plan.convene.calendar" defaultMessage="Hent kalenderfil" />
          </Button>
          <Button onPress={() => void copy()}>
            <FormattedMessage id="plan.convene.copy" defaultMessage="Kopiér tekst til Aula" />
          </Button>
          {meeting.state === 'DRAFT' && (
            <Button variant="primary" isDisabled={pending} onPress={() => void convene()}>
              <FormattedMessage id="plan.convene" defaultMessage="Indkald teamet" />
            </Button>
          )}
        </>
      }
    >
      <Stack gap={4}>
        <p className="ink2">
          <FormattedMessage
            id="plan.convene.who"
            defaultMessage="Mødet og dagsordenen kommer frem hos {people}. Gæster ser det, til referatet er godkendt."
            values={{ people: intl.formatList(people, { type: 'conjunction' }) }}
          />
        </p>
        {mail && (
          <p className="ink2">
            {mail.mailWay === 'NONE' ? (
              <FormattedMessage
                id="plan.convene.none"
                defaultMessage="Pejling sender ikke mail her: Sæt teksten ind i Aula, hvis I plejer at indkalde dér."
              />
            ) : (
              <FormattedMessage
                id="plan.convene.mail"
                defaultMessage="Hver får en mail med dagsorden, kalenderfil og et link til at svare. Der kommer en ny, når I ændrer tid, sted eller dagsorden."
              />
            )}{' '}
            {mail.mailWay === 'CAUGHT' && (
              <FormattedMessage
                id="plan.convene.caught"
                defaultMessage="I demonstrationen bliver ingen mail sendt: Alle finder deres i <a>postkassen</a>."
                values={{ a: (words: ReactNode) => <Link href="/postkasse">{words}</Link> }}
              />
            )}
          </p>
        )}
        <pre
          className={css.text}
          tabIndex={0}
          aria-label={intl.formatMessage({ id: 'plan.convene.text', defaultMessage: 'Indkaldelsens tekst' })}
        >
          {text}
        </pre>
        {fault !== null && (
          <p role="alert">
            {fault instanceof TypeError ? (
              <FormattedMessage
                id="plan.convene.fileAway"
                defaultMessage="Serveren svarer ikke, og kalenderfilen blev ikke hentet. Prøv igen om lidt."
              />
            ) : (
              refusalWords(intl, fault)
            )}
          </p>
        )}
        <p role="status" className="small ink2">
          {copied === 'yes' && <FormattedMessage id="plan.convene.copied" defaultMessage="Teksten er kopieret." />}
          {copied === 'by hand' && (
            <FormattedMessage
              id="plan.convene.byHand"
              defaultMessage="Browseren gav ikke lov til at kopiere. Markér teksten, og kopiér den selv."
            />
          )}
        </p>
      </Stack>
    </Dialog>
  );
}
