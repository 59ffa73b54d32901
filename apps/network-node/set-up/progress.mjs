// Progress goes to stderr, so that stdout stays free for what the command itself says.
const isTerminal = process.stderr.isTTY === true && process.env.CI === undefined && process.env.TERM !== 'dumb';
const hasColour = isTerminal && process.env.NO_COLOR === undefined;
const frames = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];

const colour = (code) => (text) => (hasColour ? `\u001b[${code}m${text}\u001b[0m` : text);
export const green = colour(32);
export const red = colour(31);
export const dim = colour(2);

export const say = (line) => process.stderr.write(`${line}\n`);

export const secondsSince = (start) => Math.round((performance.now() - start) / 100) / 10;

/**
 * Shows that a step is being worked on: a spinner on a terminal, one line at its start and end elsewhere.
 * `report` replaces the detail shown behind the title.
 */
export async function showStep(title, work) {
  const start = performance.now();
  let detail = '';
  let frame = 0;
  const draw = () => {
    frame += 1;
    const room = (process.stderr.columns ?? 80) - title.length - 14;
    const shown = detail.slice(0, Math.max(0, room));
    process.stderr.write(
      `\r\u001b[K${green(frames[frame % frames.length])} ${title} ${dim(`${secondsSince(start)} s ${shown}`)}`,
    );
  };
  const sayDetail = () => detail && say(`  ${title}: ${detail}`);
  const timer = isTerminal ? setInterval(draw, 80) : setInterval(sayDetail, 5000);
  if (!isTerminal) say(`… ${title}`);
  const clear = () => {
    clearInterval(timer);
    return isTerminal ? '\r\u001b[K' : '';
  };
  try {
    const result = await work((text) => {
      detail = text;
    });
    say(`${clear()}${green('✔')} ${title} ${dim(`${secondsSince(start)} s`)}`);
    return result;
  } catch (fault) {
    say(`${clear()}${red('✘')} ${title}`);
    throw fault;
  }
}
