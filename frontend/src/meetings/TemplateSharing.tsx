import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import type { TemplatePageQuery } from '../gql/graphql.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { SHARE_TEMPLATE, UNSHARE_TEMPLATE } from './template.documents.ts';
import css from './TemplateSide.module.css';

/** With whom the template is shared as a copy: it stays as it was until it is shared anew, and it can be taken back. */
export function TemplateSharing({
  page,
  mayShare,
  onDone,
}: {
  page: TemplatePageQuery['templatePage'];
  /** Not while something is written and not saved: what is shared is what is saved. */
  mayShare: boolean;
  onDone: () => void;
}) {
  const intl = useIntl();
  const [share, sharing] = useMutate(SHARE_TEMPLATE);
  const [unshare, taking] = useMutate(UNSHARE_TEMPLATE);
  const levels = page.sharing ?? [];
  if (levels.length === 0) return null;
  const error = sharing.error ?? taking.error;
  const pending = sharing.pending || taking.pending;
  const done = async (told: Promise<unknown>) => {
    await told;
    onDone();
  };
  const give = (level: string) => {
    taking.forget();
    void done(share({ id: page.id, level, seenVersion: page.template.version }));
  };
  const takeBack = (level: string) => {
    sharing.forget();
    void done(unshare({ id: page.id, level }));
  };
  return (
    <section className={css.part} aria-labelledby="template-sharing">
      <h2 id="template-sharing">
        <FormattedMessage id="template.sharing" defaultMessage="Del skabelonen" />
      </h2>
      <p className="small ink2">
        <FormattedMessage
          id="template.sharing.what"
          defaultMessage="De andre får en kopi med »Fra {owner}«. De ser ikke, hvem der har skrevet den, og de møder, I har holdt, følger ikke med."
          values={{ owner: page.ownerName }}
        />
      </p>
      {error ? (
        <p role="alert" className={css.fault}>
          {refusalWords(intl, error)}
        </p>
      ) : null}
      <ul className={css.levels}>
        {levels.map((one) => (
          <li key={one.level}>
            <p>
              <FormattedMessage
                id="template.sharing.state"
                defaultMessage="{state, select, no {<b>{owner}</b> har den ikke.} now {<b>{owner}</b> har den, som den er nu.} other {<b>{owner}</b> har en tidligere udgave.}}"
                values={{
                  owner: one.ownerName,
                  state: !one.isShared ? 'no' : one.isUpToDate ? 'now' : 'earlier',
                  b: (words) => <b>{words}</b>,
                }}
              />
            </p>
            <div className={css.buttons}>
              {!(one.isShared && one.isUpToDate) && (
                <Button size="small" isDisabled={!mayShare || pending} onPress={() => give(one.level)}>
                  {one.isShared ? (
                    <FormattedMessage
                      id="template.sharing.again"
                      defaultMessage="Del den nye udgave med {owner}"
                      values={{ owner: one.ownerName }}
                    />
                  ) : (
                    <FormattedMessage
                      id="template.sharing.do"
                      defaultMessage="Del med {owner}"
                      values={{ owner: one.ownerName }}
                    />
                  )}
                </Button>
              )}
              {one.isShared && (
                <Button size="small" variant="quiet" isDisabled={pending} onPress={() => takeBack(one.level)}>
                  <FormattedMessage
                    id="template.sharing.back"
                    defaultMessage="Træk tilbage fra {owner}"
                    values={{ owner: one.ownerName }}
                  />
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {!mayShare && (
        <p className="small ink2">
          <FormattedMessage id="template.saveFirst" defaultMessage="Gem eller fortryd først det, I er ved at rette." />
        </p>
      )}
    </section>
  );
}
