/** Entry of a thread: lets it read TypeScript first, because `--import tsx` has no effect within threads (Node 20). */
import { register } from 'tsx/esm/api';

register();
await import('./tile.worker.ts');
