import { SmtpMessenger } from '#platform';
import type { ExaminedRole } from './examined-role.ts';
import { type Finding, good, problem, reasonOf } from './finding.ts';

/** Where mails are sent: does the server take our name and password? Nothing is sent. */
export async function checkMail({ settings }: ExaminedRole): Promise<Finding[]> {
  const { MESSENGER, SMTP_URL } = settings;
  if (MESSENGER !== 'smtp' || SMTP_URL === undefined) return [];
  const messenger = new SmtpMessenger(SMTP_URL, settings.SMTP_FROM ?? '');
  try {
    await messenger.verify();
    return [good('mail', 'the mail server answers')];
  } catch (error) {
    const { hostname } = new URL(SMTP_URL);
    const message = `the mail server ${hostname} cannot be used (${reasonOf(error)})`;
    return [problem('mail-unreachable', message, 'correct SMTP_URL, its user and its password')];
  } finally {
    messenger.close();
  }
}
