import { visitAsk } from './asks.ts';
import { orRefused, person, type Stage, said, waiting } from './stage.ts';
import type { Step } from './story-telling.ts';

/** A clinic reads the hospital's records before it treats: asked, approved as it stands, fetched and read. */
export const clinicVisit: readonly Step<Stage>[] = [
  {
    name: 'clinic-asks',
    from: 'clinic',
    to: 'consent manager',
    says: 'May I read her immunisations and allergies, to treat her?',
    async run({ clinic, ids, said: so }) {
      const { principal } = said(so.session, 'sign-in');
      const asked = await clinic.ask(visitAsk({ consentManager: ids.saathi, principal }));
      so.clinicAskId = asked.id;
      so.clinicHandle = said(asked.handle, 'the handle');
      return { text: `consent handle ${asked.handle}` };
    },
  },
  {
    name: 'clinic-approved',
    from: person,
    to: 'consent manager',
    says: 'Yes, as asked.',
    async run({ person: asha, said: so }) {
      const consent = await asha.approve(said(so.clinicHandle, 'asking'));
      return { text: `the consent is ${consent.state}` };
    },
  },
  {
    name: 'clinic-reads',
    from: 'clinic',
    to: 'hospital, through the consent manager',
    says: 'The records, please.',
    async run({ clinic, said: so }) {
      const { consentId = '' } = await clinic.asked(said(so.clinicAskId, 'asking'), 20);
      orRefused(await clinic.fetch({ consentId }, waiting));
      const types = new Map<string, number>();
      for await (const { dataType } of clinic.records(consentId)) types.set(dataType, (types.get(dataType) ?? 0) + 1);
      if (types.size === 0) throw new Error('no records came');
      return { text: [...types].map(([type, count]) => `${count} × ${type}`).join(', ') };
    },
  },
];
