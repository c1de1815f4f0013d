import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Link } from '#ui/Link.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { templateGroups, type TemplateGroup } from './template-groups.ts';
import { notSavedWords } from './template-words.ts';
import { BRING_BACK_TEMPLATE, TEMPLATE_HOME, type TemplateData } from './template.documents.ts';
import css from './TemplateHome.module.css';
import { TemplateLine } from './TemplateLine.tsx';
import { templatesAddress, useTemplateOwner } from './use-template-owner.ts';

const SEEN_BY = { TEAM: 'template.team', SCHOOL: 'template.school', MUNICIPALITY: 'template.system' } as const;

/** "Hvilke skabeloner har vi?" A team's, a school's or the municipality's own, and all the others they may begin from. */
export function TemplateHome() {
  const intl = useIntl();
  const owner = useTemplateOwner();
  const municipalityId = useViewer().municipalityId;
  const { data, error, refetch } = useQuery(TEMPLATE_HOME, { variables: owner, fetchPolicy: 'cache-and-network' });
  const home = data?.templateHome;
  useFollow(
    'TEAM',
    home && owner.scope === 'TEAM' ? home.id : undefined,
    home?.liveVersion ?? undefined,
    () => void refetch(),
  );
  useFollow('SCHOOL', home?.schoolId ?? undefined, home?.schoolVersion ?? undefined, () => void refetch());
  useFollow('MUNICIPALITY', home && municipalityId, home?.municipalityVersion, () => void refetch());
  const title = intl.formatMessage({ id: 'template.home', defaultMessage: 'Skabeloner' });
  usePageTitle(title);
  if (error && !home) throw error;
  if (!home)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'template.home.loading', defaultMessage: 'Henter skabelonerne' })}
        lines={10}
      />
    );
  const address = templatesAddress(owner.scope, owner.id);
  const groups = templateGroups(intl, home.shelf);
  const longest = Math.max(...groups.flatMap((group) => group.templates.map((template) => template.minutes)));
  const hasOwn = groups.some((group) => group.scope === owner.scope);
  const fresh = (variant: 'primary' | 'secondary') => (
    <ButtonLink variant={variant} href={`${address}/ny`}>
      <FormattedMessage id="template.new" defaultMessage="Lav en ny skabelon" />
    </ButtonLink>
  );
  return (
    <div className={css.page}>
      <PageHeader
        title={title}
        kicker={home.schoolName ? `${home.ownerName}, ${home.schoolName}` : home.ownerName}
        lead={
          <p>
            <FormattedMessage
              id="template.home.lead"
              defaultMessage="En skabelon er en dagsorden at begynde fra. Når I planlægger et møde, kopieres den og tilpasses tiden; det, I retter her, ændrer ikke møder, der allerede er lagt."
            />
          </p>
        }
        aside={home.mayKeep && hasOwn && fresh('primary')}
      />
      {!hasOwn && home.mayKeep && (
        <EmptyState
          sentence={
            <FormattedMessage
              id="template.none"
              defaultMessage="{scope, select, TEAM {Holder I ofte det samme slags møde? Lav jeres egen skabelon.} SCHOOL {Skolen har ingen egne skabeloner endnu.} other {Kommunen har ingen egne skabeloner endnu.}}"
              values={{ scope: owner.scope }}
            />
          }
          detail={
            <FormattedMessage
              id="template.none.detail"
              defaultMessage="Begynd fra en af dem herunder med »Lav jeres egen«, eller lav en helt ny."
            />
          }
          action={fresh('primary')}
        />
      )}
      {groups.map((group) => (
        <Group
          key={group.scope}
          group={group}
          longest={longest}
          isOwn={group.scope === owner.scope}
          mayKeep={home.mayKeep}
          address={address}
          teamId={owner.scope === 'TEAM' ? owner.id : null}
        />
      ))}
      {home.retired && home.retired.length > 0 && <Retired templates={home.retired} onBack={() => void refetch()} />}
      {home.schools && home.schools.length > 0 && (
        <Disclosure
          level={2}
          title={intl.formatMessage({ id: 'template.schools', defaultMessage: 'Skolernes egne skabeloner' })}
        >
          <ul className={css.schools}>
            {home.schools.map((school) => (
              <li key={school.id}>
                <Link href={templatesAddress('SCHOOL', school.id)} roomy>
                  {school.name}
                </Link>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <WhoCanSee abilities={[SEEN_BY[owner.scope]]} />
    </div>
  );
}

function Group({
  group,
  longest,
  isOwn,
  mayKeep,
  address,
  teamId,
}: {
  group: TemplateGroup;
  /** Minutes of the longest on the page: all are drawn to one scale. */
  longest: number;
  isOwn: boolean;
  mayKeep: boolean;
  address: string;
  /** Where a meeting can be planned with one's own. */
  teamId: string | null;
}) {
  return (
    <section className={css.group} aria-labelledby={`templates-${group.scope}`}>
      <h2 id={`templates-${group.scope}`}>{group.label}</h2>
      <ul className={css.list}>
        {group.templates.map((template) => (
          <TemplateLine
            key={template.id}
            template={template}
            longest={longest}
            action={
              !mayKeep ? null : isOwn ? (
                <>
                  <Link href={`/skabelon/${template.id}`} roomy>
                    <FormattedMessage
                      id="template.edit"
                      defaultMessage="Ret<hidden> {name}</hidden>"
                      values={{ name: template.name, hidden }}
                    />
                  </Link>
                  {teamId && (
                    <Link href={`/team/${teamId}/nyt-moede?skabelon=${template.key}`} roomy>
                      <FormattedMessage
                        id="template.use"
                        defaultMessage="Planlæg et møde<hidden> med {name}</hidden>"
                        values={{ name: template.name, hidden }}
                      />
                    </Link>
                  )}
                </>
              ) : (
                <Link href={`${address}/ny?fra=${template.id}`} roomy>
                  <FormattedMessage
                    id="template.copy"
                    defaultMessage="Lav jeres egen<hidden> af {name}</hidden>"
                    values={{ name: template.name, hidden }}
                  />
                </Link>
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}

/** What is offered to nobody any more, and the way back. A copy that was handed up comes back only from where it was made. */
function Retired({ templates, onBack }: { templates: readonly TemplateData[]; onBack: () => void }) {
  const intl = useIntl();
  const [bringBack, { error }] = useMutate(BRING_BACK_TEMPLATE);
  const back = async (id: string) => {
    const done = await bringBack({ id });
    if (done.id) onBack();
  };
  return (
    <Disclosure
      level={2}
      title={intl.formatMessage(
        { id: 'template.retired', defaultMessage: 'Ude af brug ({count})' },
        { count: templates.length },
      )}
    >
      {error ? (
        <p role="alert" className={css.fault}>
          {notSavedWords(intl, error)}
        </p>
      ) : null}
      <ul className={css.list}>
        {templates.map((template) => (
          <TemplateLine
            key={template.id}
            template={template}
            longest={template.minutes}
            action={
              template.from === null && (
                <Button variant="quiet" size="small" onPress={() => void back(template.id)}>
                  <FormattedMessage
                    id="template.bringBack"
                    defaultMessage="Tag i brug igen<hidden>: {name}</hidden>"
                    values={{ name: template.name, hidden }}
                  />
                </Button>
              )
            }
          />
        ))}
      </ul>
    </Disclosure>
  );
}

const hidden = (words: ReactNode) => <VisuallyHidden>{words}</VisuallyHidden>;
