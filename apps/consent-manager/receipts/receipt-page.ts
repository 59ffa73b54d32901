import { momentWords } from '#domain';
import { isConsentReceipt, type Receipt } from '#protocol';
import { consentSections } from './consent-sections.ts';
import { Html, html } from './html-text.ts';
import { pagePolicy, style } from './page-style.ts';
import { whatIsNotProven } from './proof-words.ts';
import { nameIn } from './receipt-facts.ts';
import { releaseSections } from './release-sections.ts';

/** The name under which the receipt itself is kept, as a file. */
export function receiptFile(receipt: Receipt): string {
  const kind = isConsentReceipt(receipt) ? 'consent' : 'release';
  return `${kind}-receipt-${receipt['dpv:hasRecordOfActivity']['dct:identifier'].slice(-8)}.json`;
}

/** A receipt as one page for people: to read, print and keep. Whatever others wrote is text in it. */
export function receiptPage(receipt: Receipt): string {
  const title = isConsentReceipt(receipt) ? 'Receipt of your consent' : 'Receipt of a release of your data';
  const manager = nameIn(receipt, receipt['dct:publisher']);
  const sections = isConsentReceipt(receipt) ? consentSections(receipt) : releaseSections(receipt);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Html(pagePolicy)}">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="soft">Issued by ${manager} on ${momentWords(receipt['dct:created'])}</p>
${sections}
${howToCheck(receipt)}
</main>
</body>
</html>
`.text;
}

function howToCheck(receipt: Receipt): Html {
  const file = receiptFile(receipt);
  return html`<h2>How to check it</h2>
<p>This page is for reading. What proves it is the receipt itself, the file <code>${file}</code>: it holds the signed
documents, and anyone can check it without asking ${nameIn(receipt, receipt['dct:publisher'])}, with the list of the
network's members in a file:</p>
<pre><code>assent verify ${file} --trust-list FILE</code></pre>
${whatIsNotProven(receipt)}
<dl>
<dt>Receipt</dt><dd><code>${receipt['dct:identifier']}</code></dd>
<dt>${isConsentReceipt(receipt) ? 'Consent' : 'Data session'}</dt><dd><code>${receipt['dpv:hasRecordOfActivity']['dct:identifier']}</code></dd>
<dt>Issued by</dt><dd><code>${receipt['dct:publisher']}</code></dd>
</dl>`;
}
