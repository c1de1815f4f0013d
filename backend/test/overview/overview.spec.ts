import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const SCHOOL = `query($school: ID!, $year: String) { schoolOverview(schoolId: $school, schoolYear: $year) {
  schoolName schoolYear markers { shortTitle } teams { id name cells { markerId begun } meetingWeeks actions { title state begunWeek } help { text } } } }`;
const MUNICIPALITY =
  '{ municipalityOverview { municipalityName publishedOn groups { name cells { markerId begun } } } }';

describe('a school’s overview', () => {
  it('is not there for a team member, another school’s leader, a consultant, an administrator or a neighbour', async () => {
    for (const name of ['anne', 'klyngeleder', 'konsulent', 'admin', 'dpo', 'laeser', 'nabo', 'naboleder'] as const) {
      const caller = await world.signIn(name);
      expect(await caller.refusal(SCHOOL, { school: IDS.schoolA }), name).toEqual({ code: 'NOT_FOUND' });
    }
    expect(await world.stranger().refusal(SCHOOL, { school: IDS.schoolA })).toEqual({ code: 'SIGNED_OUT' });
  });

  it('answers a school of another municipality like one that is not there', async () => {
    const leader = await world.signIn('leder');
    expect(await leader.refusal(SCHOOL, { school: IDS.otherSchool })).toEqual(
      await leader.refusal(SCHOOL, { school: IDS.municipality }),
    );
    expect(await leader.refusal(SCHOOL, { school: "x' or 1=1" })).toEqual({ code: 'NOT_FOUND' });
  });

  it('shows the leader teams by marker, by week and without a person', async () => {
    const leader = await world.signIn('leder');
    const { schoolOverview } = await leader.ask(SCHOOL, { school: IDS.schoolA, year: '2026-2027' });
    expect(schoolOverview.teams.map((team: { name: string }) => team.name)).toEqual(['5. årgang', '7. årgang']);
    expect(schoolOverview.teams[0].cells).toEqual([{ markerId: IDS.markers[1], begun: 1 }]);
    expect(schoolOverview.teams[0].actions).toContainEqual({
      title: 'Fælles lektionsstart i alle fag',
      state: 'IN_PROGRESS',
      begunWeek: '2026-W45',
    });
    const everything = JSON.stringify(schoolOverview);
    for (const person of Object.values(PEOPLE)) expect(everything).not.toContain(person.name);
  });

  it('shows a coach only the teams they coach', async () => {
    const coach = await world.signIn('coach');
    const { schoolOverview } = await coach.ask(SCHOOL, { school: IDS.schoolA, year: '2026-2027' });
    expect(schoolOverview.teams.map((team: { id: string }) => team.id)).toEqual([IDS.teamA1]);
  });
});

describe('the municipality’s overview', () => {
  it('is for consultants and school leaders only', async () => {
    for (const name of ['anne', 'coach', 'admin', 'dpo', 'laeser', 'gaest'] as const) {
      expect(await (await world.signIn(name)).refusal(MUNICIPALITY), name).toEqual({ code: 'NOT_FOUND' });
    }
    for (const name of ['konsulent', 'leder', 'klyngeleder'] as const) {
      const { municipalityOverview } = await (await world.signIn(name)).ask(MUNICIPALITY);
      expect(municipalityOverview, name).toMatchObject({ municipalityName: 'Testby Kommune' });
    }
  });
});
