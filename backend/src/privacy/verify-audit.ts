import type pg from 'pg';

interface Finding {
  seal: number | null;
  finding: string;
  place: string | null;
}

const SAID: Record<string, string> = {
  SEAL_MISSING: 'seglet før mangler',
  NOT_AFTER_THE_SEAL_BEFORE: 'passer ikke til seglet før',
  SEAL_ALTERED: 'seglet selv er ændret',
  RANGES_ALTERED: 'seglets liste over ændringer er ændret',
  LINES_REMOVED: 'linjer er fjernet',
  LINES_REMOVED_BEFORE_SEALING: 'linjer var fjernet, før de blev forseglet',
  LINES_ADDED: 'linjer er lagt til',
  LINES_ALTERED: 'linjer er ændret',
  CHANGES_REMOVED: 'ændringer er fjernet fra historikken',
  CHANGES_ADDED: 'ændringer er lagt til historikken',
  CHANGES_ALTERED: 'ændringer i historikken er skrevet om',
};

export interface Verified {
  municipality: string;
  seals: number;
  lines: number;
  changes: number;
  /** The last seal's hash, in hex; null before the first. Kept elsewhere, it shows whether seals were taken off the end. */
  lastHash: string | null;
  findings: Finding[];
}

/** Checks every municipality's seals against what they were set over, as the tables' owner. */
export async function verifyAudit(client: pg.ClientBase): Promise<Verified[]> {
  // One moment for all of it: lines that come while it looks are no fault.
  await client.query('begin isolation level repeatable read read only');
  try {
    const { rows } = await client.query<Omit<Verified, 'findings'> & { id: string }>(
      `select m.id, m.name as municipality, (select count(*) from audit_seal s where s.municipality_id = m.id) as seals,
         (select count(*) from audit_event a where a.municipality_id = m.id) as lines,
         (select count(*) from change c where c.municipality_id = m.id and c.is_home) as changes,
         (select encode(s.hash, 'hex') from audit_seal s where s.municipality_id = m.id order by s.number desc limit 1) as "lastHash"
       from municipality m order by m.name`,
    );
    const verified: Verified[] = [];
    for (const { id, ...row } of rows) {
      const found = await client.query<Finding>(
        'select * from audit_findings($1) order by seal nulls last, finding, place',
        [id],
      );
      verified.push({ ...row, findings: found.rows });
    }
    return verified;
  } finally {
    await client.query('rollback');
  }
}

/** @returns whether the hash, written down at an earlier check, still is a seal's */
export async function sealStillThere(client: pg.ClientBase, hash: string): Promise<boolean> {
  const { rowCount } = await client.query('select from audit_seal where hash = decode($1, $2)', [hash, 'hex']);
  return rowCount === 1;
}

/** What the check says, plainly, a line each. */
export function told({ municipality, seals, lines, changes, lastHash, findings }: Verified): string[] {
  const number = (n: number): string => n.toLocaleString('da-DK');
  const head = `${municipality}: ${number(seals)} segl over ${number(lines)} linjer og ${number(changes)} ændringer`;
  if (findings.length > 0)
    return [
      `${head}: BRUDT`,
      ...findings.map(
        ({ seal, finding, place }) =>
          `  ${seal === null ? 'efter sidste segl' : `segl ${seal}`}: ${SAID[finding] ?? finding}${place ? ` (${place})` : ''}`,
      ),
    ];
  return [`${head}: ubrudt.${lastHash ? ` Sidste segl: ${lastHash}` : ''}`];
}
