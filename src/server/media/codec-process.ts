import { CodecChild, CodecError } from './codec-child.ts';
import type { Job, JobKind, JobValue } from './codec-protocol.ts';
import { CODEC_IDLE_MS, CODEC_TIMEOUT_MS } from './limits.ts';

export type Codec = {
  /** Runs one job after those already waiting. Rejects with CodecError; the next job finds a sound process. */
  run<J extends Job>(job: J): Promise<JobValue[J['kind']]>;
  /** Ends the process at once; jobs still waiting are rejected. A later `run` starts again. */
  close(): void;
};

export type CodecOptions = {
  /** Milliseconds per kind of job. */
  timeouts?: Partial<Record<JobKind, number>>;
  idleMs?: number;
  /** Another program in place of the codec's, for tests. */
  program?: string;
};

type Waiting = {
  job: Job;
  resolve: (value: JobValue[JobKind]) => void;
  reject: (error: unknown) => void;
};

/**
 * A codec process that starts with the first job, is kept warm, and is replaced after a crash or an overrun.
 * One job at a time: each already uses every core, and two would need twice the memory.
 */
export function startCodec(options: CodecOptions = {}): Codec {
  const waiting: Waiting[] = [];
  let child: CodecChild | null = null;
  let busy = false;
  let idle: NodeJS.Timeout | undefined;

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    clearTimeout(idle);
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { job, resolve, reject } = next;
      if (!child || child.ended) child = new CodecChild(options.program);
      const timeoutMs = options.timeouts?.[job.kind] ?? CODEC_TIMEOUT_MS[job.kind];
      await child.run(job, timeoutMs).then(resolve, reject);
    }
    busy = false;
    idle = setTimeout(() => child?.end(), options.idleMs ?? CODEC_IDLE_MS).unref();
  }

  return {
    run<J extends Job>(job: J) {
      return new Promise<JobValue[J['kind']]>((resolve, reject) => {
        waiting.push({ job, resolve: resolve as Waiting['resolve'], reject });
        void work();
      });
    },
    close() {
      for (const { reject } of waiting.splice(0)) reject(new CodecError('crashed', 'codec closed'));
      child?.end();
    },
  };
}

let shared: Codec | undefined;

/** This process's codec, started when first asked for work. */
export function codec(): Codec {
  shared ??= startCodec();
  return shared;
}
