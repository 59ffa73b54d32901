import { addDuration, toInstant } from '#domain';
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
      const now = toInstant(Date.now());
      const asked = await clinic.ask({
        consentManager: ids.saathi,
        principal: said(so.session, 'sign-in').principal,
        terms: {
          purpose: { code: 'treatment', text: 'To treat you at your visit' },
          template: 'clinic-visit',
          dataTypes: [{ type: 'fhir-r4.immunization' }, { type: 'fhir-r4.allergy-intolerance' }],
          dataRange: { from: addDuration(now, 'P100Y', -1), to: now },
          consentMode: 'STORE',
          fetchType: 'ONETIME',
          consentPeriod: { start: now, expiry: addDuration(now, 'P7D') },
          dataLife: 'P1Y',
          dataFilter: [],
          eraseOnRevocation: false,
        },
        notice: {
          language: 'en',
          text: 'Riverside Clinic asks to read your immunisations and allergies before your visit.',
        },
        mayBeNarrowed: true,
      });
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
