/** The demo process: loads supabase/demo into an empty instance and tells its progress. Started by start.ts. */
import { log } from '#src/server/log.ts';
import type { Progress } from './progress.ts';

type Loader = {
  loadDemo: (options: {
    databaseUrl: string;
    apiUrl: string;
    secretKey: string;
    dataDir: string;
    onProgress: (progress: Progress) => void;
  }) => Promise<void>;
};

const { loadDemo } = (await import(new URL('../demo/load.ts', import.meta.url).href)) as Loader;

try {
  await loadDemo({
    databaseUrl: process.env.DATABASE_URL!,
    apiUrl: process.env.SUPABASE_URL!,
    secretKey: process.env.SUPABASE_SECRET_KEY!,
    dataDir: process.env.DATA_DIR!,
    onProgress: (progress) => void process.send?.({ progress }),
  });
  process.exit();
} catch (error) {
  log.error('the demo could not be loaded', { error });
  process.exit(1);
}
