/** A code of a real code system, with the name it has there. */
export interface ClinicalCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

const from =
  (system: string) =>
  (code: string, display: string): ClinicalCode => ({ system, code, display });
const cvx = from('http://hl7.org/fhir/sid/cvx');
const snomed = from('http://snomed.info/sct');
const rxnorm = from('http://www.nlm.nih.gov/research/umls/rxnorm');
const loinc = from('http://loinc.org');

export const vaccines = {
  mmr: cvx('03', 'MMR'),
  hepatitisB: cvx('08', 'Hep B, adolescent or pediatric'),
  polio: cvx('10', 'IPV'),
  dtap: cvx('20', 'DTaP'),
  varicella: cvx('21', 'varicella'),
  pneumococcal: cvx('33', 'pneumococcal polysaccharide vaccine, 23 valent'),
  hpv: cvx('62', 'HPV, quadrivalent'),
  tetanus: cvx('113', 'Td (adult), 5 Lf tetanus toxoid, preservative free, adsorbed'),
  meningococcal: cvx('114', 'meningococcal MCV4P'),
  influenza: cvx('140', 'Influenza, seasonal, injectable, preservative free'),
  zoster: cvx('187', 'zoster vaccine recombinant'),
  covidModerna: cvx(
    '207',
    'SARS-COV-2 (COVID-19) vaccine, mRNA, spike protein, LNP, preservative free, 100 mcg/0.5mL dose',
  ),
  covidPfizer: cvx(
    '208',
    'SARS-COV-2 (COVID-19) vaccine, mRNA, spike protein, LNP, preservative free, 30 mcg/0.3mL dose',
  ),
};

export const conditions = {
  hypertension: snomed('59621000', 'Essential hypertension (disorder)'),
  diabetes: snomed('44054006', 'Diabetes mellitus type 2 (disorder)'),
  hyperlipidemia: snomed('55822004', 'Hyperlipidemia (disorder)'),
  asthma: snomed('195967001', 'Asthma (disorder)'),
  pharyngitis: snomed('195662009', 'Acute viral pharyngitis (disorder)'),
  strepThroat: snomed('43878008', 'Streptococcal sore throat (disorder)'),
  sinusitis: snomed('444814009', 'Viral sinusitis (disorder)'),
  bronchitis: snomed('10509002', 'Acute bronchitis (disorder)'),
  ankleSprain: snomed('44465007', 'Sprain of ankle (disorder)'),
};

export const medications = {
  lisinopril: rxnorm('314076', 'lisinopril 10 MG Oral Tablet'),
  metformin: rxnorm('860975', '24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet'),
  simvastatin: rxnorm('312961', 'simvastatin 20 MG Oral Tablet'),
  amoxicillin: rxnorm('308192', 'amoxicillin 500 MG Oral Tablet'),
  acetaminophen: rxnorm('313782', 'acetaminophen 325 MG Oral Tablet'),
  ibuprofen: rxnorm('310965', 'ibuprofen 200 MG Oral Tablet'),
  naproxen: rxnorm('849574', 'naproxen sodium 220 MG Oral Tablet'),
};

export const visits = {
  checkUp: snomed('185349003', 'Encounter for check up (procedure)'),
  problem: snomed('185347001', 'Encounter for problem (procedure)'),
  vaccination: snomed('33879002', 'Administration of vaccine to produce active immunity (procedure)'),
};

export const procedures = {
  medicationReview: snomed('430193006', 'Medication reconciliation (procedure)'),
  depressionScreening: snomed('171207006', 'Depression screening (procedure)'),
  colonoscopy: snomed('73761001', 'Colonoscopy (procedure)'),
  throatCulture: snomed('117015009', 'Throat culture (procedure)'),
};

/** What it is and whether it is food, medication or environment. */
export const allergens: ReadonlyArray<readonly [ClinicalCode, 'food' | 'medication' | 'environment']> = [
  [snomed('762952008', 'Peanut (substance)'), 'food'],
  [snomed('412071004', 'Wheat (substance)'), 'food'],
  [snomed('735029006', 'Shellfish (substance)'), 'food'],
  [snomed('260147004', 'House dust mite (organism)'), 'environment'],
  [snomed('256277009', 'Grass pollen (substance)'), 'environment'],
  [snomed('264287008', 'Animal dander (substance)'), 'environment'],
  [snomed('288328004', 'Bee venom (substance)'), 'environment'],
  [rxnorm('1191', 'aspirin'), 'medication'],
];

export const reactions = {
  wheal: snomed('247472004', 'Wheal (finding)'),
  itching: snomed('418290006', 'Itching (finding)'),
  cough: snomed('49727002', 'Cough (finding)'),
};

export const measures = {
  height: loinc('8302-2', 'Body height'),
  weight: loinc('29463-7', 'Body weight'),
  bmi: loinc('39156-5', 'Body mass index (BMI) [Ratio]'),
  bloodPressure: loinc('85354-9', 'Blood pressure panel with all children optional'),
  systolic: loinc('8480-6', 'Systolic blood pressure'),
  diastolic: loinc('8462-4', 'Diastolic blood pressure'),
  heartRate: loinc('8867-4', 'Heart rate'),
  cholesterol: loinc('2093-3', 'Cholesterol [Mass/volume] in Serum or Plasma'),
  hba1c: loinc('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood'),
};
