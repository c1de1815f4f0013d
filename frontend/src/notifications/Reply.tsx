import { useEffect, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import { Logo } from '#ui/Logo.tsx';
import { slotWords, weekOf } from '../meetings/parts/meeting-time.ts';
import { useAskOnce } from '../platform/parts/ask-once.ts';
import { refusalCode, refusalWords } from '../platform/parts/refusals.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import type { ReplyPageQuery } from '../gql/graphql.ts';
import { REPLY, REPLY_PAGE } from './reply.documents.ts';
import css from './Reply.module.css';

type Page = ReplyPageQuery['replyPage'];

/** Where the link in an indkaldelse leads: a meeting, and whether one comes. Nobody needs to be signed in, and looking answers nothing. */
export function Reply({ token, language, foot }: { token: string; language: ReactNode; foot: ReactNode }) {
  const intl = useIntl();
  const [page, setPage] = useState<Page | null>(null);
  const [look, looking] = useAskOnce(REPLY_PAGE);
  const [reply, replying] = useAskOnce(REPLY);
  usePageTitle(intl.formatMessage({ id: 'notifications.reply.page', defaultMessage: 'Kommer du?' }));
  useEffect(() => {
    void look({ token }).then((answer) => answer && setPage(answer.replyPage));
  }, [look, token]);
  const say = async (said: 'COMING' | 'NOT_COMING') => {
    const answer = await reply({ token, reply: said });
    if (answer) setPage(answer.replyToMeeting);
    // It may have begun meanwhile: the page then says so.
    else void look({ token }).then((now) => now && setPage(now.replyPage));
  };
  const gone = refusalCode(looking.error) === 'NOT_FOUND' || refusalCode(replying.error) === 'NOT_FOUND';
  const fault = replying.error ?? looking.error;
  return (
    <div className={css.page}>
      <main id="main" className={css.main}>
        <div className={css.first}>
          <Logo />
          {language}
        </div>
        {gone ? (
          <Gone />
        ) : page ? (
          <>
            <h1>{page.title}</h1>
            <Facts page={page} />
            {page.state === 'OPEN' && (
              <Answer page={page} pending={replying.loading} onSay={(said) => void say(said)} />
            )}
            {page.state !== 'OPEN' && <TooLate state={page.state} />}
            {replying.error !== null && page.state === 'OPEN' && (
              <Banner
                tone="warn"
                title={intl.formatMessage({
                  id: 'notifications.reply.fault',
                  defaultMessage: 'Svaret kom ikke igennem',
                })}
              >
                {refusalWords(intl, replying.error)}
              </Banner>
            )}
          </>
        ) : (
          <>
            <h1>
              <FormattedMessage id="notifications.reply.page" defaultMessage="Kommer du?" />
            </h1>
            {fault !== null && (
              <Banner
                tone="warn"
                title={intl.formatMessage({
                  id: 'notifications.reply.away',
                  defaultMessage: 'Vi kunne ikke hente mødet',
                })}
                actions={
                  <Button onPress={() => void look({ token }).then((answer) => answer && setPage(answer.replyPage))}>
                    <FormattedMessage id="notifications.reply.again" defaultMessage="Prøv igen" />
                  </Button>
                }
              >
                {refusalWords(intl, fault)}
              </Banner>
            )}
          </>
        )}
      </main>
      {foot}
    </div>
  );
}

function Facts({ page }: { page: Page }) {
  const intl = useIntl();
  return (
    <div className={css.facts}>
      <p>{page.team}</p>
      <p>
        <FormattedMessage
          id="notifications.reply.when"
          defaultMessage="{day} (uge {week}), kl. {slot}"
          values={{
            day: intl.formatDate(page.startsAt, { dateStyle: 'full', timeZone: 'Europe/Copenhagen' }),
            week: weekOf(page.startsAt),
            slot: slotWords(page.startsAt, page.durationMin),
          }}
        />
      </p>
      {page.place && <p>{page.place}</p>}
    </div>
  );
}

function Answer({
  page,
  pending,
  onSay,
}: {
  page: Page;
  pending: boolean;
  onSay: (said: 'COMING' | 'NOT_COMING') => void;
}) {
  return (
    <>
      <p className="ink2">
        <FormattedMessage
          id="notifications.reply.who"
          defaultMessage="Du svarer som {name}. Teamet kan se dit svar. Du kan ændre det, indtil mødet begynder."
          values={{ name: <b>{page.name}</b> }}
        />
      </p>
      <div className={css.buttons}>
        <Button
          variant={page.reply === 'COMING' ? 'primary' : 'secondary'}
          size="large"
          wide
          isDisabled={pending}
          onPress={() => onSay('COMING')}
        >
          <FormattedMessage id="notifications.reply.coming" defaultMessage="Jeg kommer" />
        </Button>
        <Button
          variant={page.reply === 'NOT_COMING' ? 'primary' : 'secondary'}
          size="large"
          wide
          isDisabled={pending}
          onPress={() => onSay('NOT_COMING')}
        >
          <FormattedMessage id="notifications.reply.notComing" defaultMessage="Jeg kommer ikke" />
        </Button>
      </div>
      <p role="status">
        {page.reply === 'COMING' && (
          <FormattedMessage id="notifications.reply.noted" defaultMessage="Dit svar er noteret: Du kommer." />
        )}
        {page.reply === 'NOT_COMING' && (
          <FormattedMessage id="notifications.reply.notedNot" defaultMessage="Dit svar er noteret: Du kommer ikke." />
        )}
      </p>
    </>
  );
}

function TooLate({ state }: { state: string }) {
  const intl = useIntl();
  return state === 'CANCELLED' ? (
    <Banner title={intl.formatMessage({ id: 'notifications.reply.cancelled', defaultMessage: 'Mødet er aflyst' })} />
  ) : (
    <Banner title={intl.formatMessage({ id: 'notifications.reply.begun', defaultMessage: 'Mødet er begyndt' })}>
      <FormattedMessage
        id="notifications.reply.begunText"
        defaultMessage="Nu kan svaret ikke ændres. Skriv til en kollega, hvis du ikke når det."
      />
    </Banner>
  );
}

function Gone() {
  return (
    <>
      <h1>
        <FormattedMessage id="notifications.reply.gone" defaultMessage="Linket virker ikke" />
      </h1>
      <p>
        <FormattedMessage
          id="notifications.reply.goneText"
          defaultMessage="Måske er du ikke længere indkaldt, eller også mangler der noget af linket. Prøv at åbne det fra mailen igen, eller se dine møder i Pejling."
        />
      </p>
      <p>
        <Link href="/">
          <FormattedMessage id="notifications.reply.home" defaultMessage="Gå til Pejling" />
        </Link>
      </p>
    </>
  );
}
