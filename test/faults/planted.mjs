// Preloaded into the roles of a round that is to find a defect (NODE_OPTIONS=--import): puts it into the text of the
// built role as it is loaded. The roles know nothing of it, and dist/ stays as it is.
import { registerHooks } from 'node:module';
import { plants } from './plants.mjs';

const { found, by } = plants[process.env.FAULT_PLANT];
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.includes('/dist/')) return loaded;
    const text = Buffer.from(loaded.source).toString();
    return found.test(text) ? { ...loaded, source: text.replace(found, by) } : loaded;
  },
});
